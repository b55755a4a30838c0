"""Composes the documents of an invented vendor around what is planted in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from portal.planted import fronts
from portal.planted.phrases import Area, bank
from portal.planted.planning import LAST_YEAR, OTHER_SERVICE, Claimed, Placed
from portal.planted.sheets import Drawing, Spot
from portal.planted.vendors import Held, Vendor

_ORDER = ("policy", "overview", "dpa", "pentest", "continuity", "suppliers")


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document: its name, its bytes, and where each phrase stands in it."""

    name: str
    content: bytes
    spots: dict[tuple[str, str], Spot]


def documents(group: str, vendor: Vendor, claims: Sequence[Claimed]) -> list[Document]:
    """Draw all documents of a vendor."""
    areas = bank(group)
    planted = [_at_home(each, vendor) for claim in claims for each in (claim.decided_by, *claim.beside) if each]
    drawn = [_report(vendor, planted, areas, home) for home in ("soc", LAST_YEAR, OTHER_SERVICE)]
    drawn += [
        _paper(vendor, planted, areas, kind) for kind in _ORDER if kind != "pentest" or vendor.pentest is not Held.NONE
    ]
    drawn += list(_certificates(vendor))
    return [Document(each.name, each.sheet.done(), each.spots) for each in drawn]


def home_of(placed: Placed, vendor: Vendor) -> str:
    """Say which paper a phrase is drawn in: a letter that is out of date or missing holds nothing."""
    return "overview" if placed.home == "pentest" and vendor.pentest is not Held.CURRENT else placed.home


def _at_home(placed: Placed, vendor: Vendor) -> Placed:
    return replace(placed, home=home_of(placed, vendor))


def _report(vendor: Vendor, planted: Sequence[Placed], areas: Sequence[Area], home: str) -> Drawing:
    mine = [each for each in planted if each.home == home]
    drawing = fronts.report(vendor, home)
    _described(drawing, [each for each in mine if each.form.name != "control"], areas)
    fronts.before_tests(drawing)
    for key, group in groupby([each for each in mine if each.form.name == "control"], key=lambda each: each.area):
        drawing.heading(f"{_area(areas, key).headings[0]}: tests of controls")
        drawing.tests(list(group))
    fronts.after_tests(drawing)
    return drawing


def _paper(vendor: Vendor, planted: Sequence[Placed], areas: Sequence[Area], kind: str) -> Drawing:
    drawing = fronts.BEGUN[kind](vendor)
    _described(drawing, [each for each in planted if each.home == kind], areas)
    drawing.paras(fronts.CLOSING[kind])
    return drawing


def _described(drawing: Drawing, planted: Sequence[Placed], areas: Sequence[Area]) -> None:
    """Write phrases under headings of their areas, with filler between."""
    for key, group in groupby(planted, key=lambda each: each.area):
        area = _area(areas, key)
        drawing.heading(drawing.chance.choice(area.headings))
        for each in group:
            filler = drawing.chance.sample(area.filler, k=min(2, len(area.filler)))
            drawing.placed(each, filler)


def _area(areas: Sequence[Area], key: str) -> Area:
    return next(area for area in areas if area.key == key)


def _certificates(vendor: Vendor) -> Iterator[Drawing]:
    for draw, held in ((fronts.certificate, vendor.iso), (fronts.cards, vendor.cards)):
        if held is not Held.NONE:
            yield draw(vendor, held)
    yield fronts.insurance(vendor)
