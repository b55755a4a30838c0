"""Tests of telling which layers of a PDF are shown."""

import io

import pytest
from pypdf import PdfReader

from knowledge.evaluation.drafting import Draft
from knowledge.pdf_layers import is_off_layer, off_layers

LAYERS = "<< /OCGs [{off} 0 R {on} 0 R] /D << {chosen} >> >>"


def opened(chosen: str, membership: str = "") -> tuple[PdfReader, int, int]:
    """Read a file with two layers and a membership in them back; give their numbers too."""
    draft = Draft()
    off = draft.add("<< /Type /OCG /Name (One) /Usage << /View << /ViewState /OFF >> >> >>")
    on = draft.add("<< /Type /OCG /Name (Two) >>")
    member = draft.add(f"<< /Type /OCMD {membership.format(off=f'{off} 0 R', on=f'{on} 0 R')} >>")
    draft.catalogue = "/OCProperties " + LAYERS.format(
        off=off, on=on, chosen=chosen.format(off=f"{off} 0 R", on=f"{on} 0 R")
    )
    draft.page("", {"Properties": f"/M {member} 0 R"})
    return PdfReader(io.BytesIO(draft.written())), off, on


@pytest.mark.parametrize("chosen", ["/OFF [{off}]", "/BaseState /OFF /ON [{on}]", "/AS [<< /Event /View >>]"])
def test_a_layer_is_off_by_list_by_state_or_for_viewing(chosen: str) -> None:
    """A viewer that opens the file does not show such a layer."""
    reader, off, _ = opened(chosen)

    assert frozenset((off,)) == off_layers(reader.root_object)


@pytest.mark.parametrize(
    ("membership", "hidden"),
    [
        ("/OCGs [{off} {on}] /P /AllOn", True),
        ("/OCGs [{off} {on}] /P /AnyOn", False),
        ("/OCGs [{off} {on}] /P /AllOff", True),
        ("/OCGs [{off} {on}] /P /AnyOff", False),
        ("/OCGs {off}", True),
        ("/VE [/Not {off}]", False),
        ("/VE [/And {on} [/Or {off} {on}]]", False),
        ("/VE [/Not [/Or {off} {on}]]", True),
    ],
)
def test_a_membership_follows_its_rule(membership: str, hidden: bool) -> None:
    """Content is shown when the rule over its layers holds."""
    reader, off, _ = opened("/OFF [{off}]", membership)
    named = reader.pages[0]["/Resources"]["/Properties"]  # type: ignore[index]

    assert hidden == is_off_layer(named.raw_get("/M"), frozenset((off,)))
