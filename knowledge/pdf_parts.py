"""Small questions to a PDF's own objects: resources, layers, states, and what the file would run by itself."""

from collections.abc import Iterator
from contextlib import suppress

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from knowledge.pdf_fonts import FontSight, judged
from knowledge.pdf_layers import is_off_layer
from knowledge.remarks import Remark, RemarkKind
from knowledge.visibility import Space, Surface, Veil

_ACTIONS = frozenset(
    (
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/RichMediaExecute",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/URI",
    )
)
_MEDIA = frozenset(("/RichMedia", "/Movie", "/Screen", "/Sound", "/3D"))
_MOST = 500


class Surfaces:
    """Says what a page or a form brings along for judging whether its text can be seen; each font is judged once."""

    def __init__(self, off: frozenset[int]) -> None:
        self._off = off
        self._fonts: dict[int, FontSight] = {}
        self._known: dict[int, tuple[DictionaryObject, Surface]] = {}

    def of(self, holder: DictionaryObject) -> Surface:
        """Describe a page or a form."""
        if id(holder) not in self._known:
            self._known[id(holder)] = (holder, self._surface(holder))  # keeps the holder, so that its id stays its own
        return self._known[id(holder)][1]

    def _surface(self, holder: DictionaryObject) -> Surface:
        matrix = tuple(_floats(holder, "/Matrix"))
        box = _floats(holder, "/BBox")
        layer = holder.raw_get("/OC") if "/OC" in holder else None
        fonts = {name: self._font(value) for name, value in resources(holder, "/Font")}
        return Surface(
            matrix=matrix if len(matrix) == 6 else Surface().matrix,
            box=(box[0], box[1], box[2], box[3]) if len(box) == 4 else None,
            off_layers=frozenset(
                name for name, value in resources(holder, "/Properties") if is_off_layer(value, self._off)
            ),
            veils={name: _veil(value) for name, value in resources(holder, "/ExtGState")},
            spaces={name: _space(value) for name, value in resources(holder, "/ColorSpace")},
            wide_fonts=frozenset(name for name, sight in fonts.items() if sight.wide),
            blanks={name: sight.blank for name, sight in fonts.items() if sight.blank},
            doubtful_fonts=frozenset(name for name, sight in fonts.items() if sight.doubtful),
            wrong_fonts=frozenset(name for name, sight in fonts.items() if sight.wrong),
            off=layer is not None and is_off_layer(layer, self._off),
        )

    def _font(self, value: PdfObject) -> FontSight:
        key = value.idnum if isinstance(value, IndirectObject) else -id(value)
        if key not in self._fonts:
            font = value.get_object()
            self._fonts[key] = judged(font) if isinstance(font, DictionaryObject) else FontSight()
        return self._fonts[key]


def _veil(value: PdfObject) -> Veil:
    state = value.get_object()
    if not isinstance(state, DictionaryObject):
        return Veil()
    alpha, mask, blend = state.get("/ca"), state.get("/SMask"), state.get("/BM")
    odd = None if mask is None and blend is None else _is_odd(mask, blend)
    return Veil(float(alpha) if isinstance(alpha, int | float) else None, odd)


def _is_odd(mask: object, blend: object) -> bool:
    return mask not in (None, "/None") or str(blend) not in ("None", "/Normal", "/Compatible")


def _space(value: PdfObject) -> Space:
    """Tell which colours a named space has: known for those of a device, a profile or black ink."""
    with suppress(Exception):
        space = value.get_object()
        if isinstance(space, ArrayObject):
            kind = str(space[0])
            if kind in ("/ICCBased", "/CalRGB", "/CalGray", "/DeviceRGB", "/DeviceGray", "/DeviceCMYK"):
                return Space()
            if kind == "/Separation" and str(space[1]) in ("/Black", "/All"):
                return Space(ink=True)
        elif str(space) in ("/DeviceRGB", "/DeviceGray", "/DeviceCMYK"):
            return Space()
    return Space(known=False)


def _floats(holder: DictionaryObject, name: str) -> list[float]:
    return [float(number) for number in _array(holder, name) if isinstance(number, int | float)]


def _array(holder: DictionaryObject, name: str) -> ArrayObject:
    with suppress(Exception):
        value = holder[name]
        return value if isinstance(value, ArrayObject) else ArrayObject()
    return ArrayObject()


def resources(holder: DictionaryObject | None, kind: str) -> list[tuple[str, PdfObject]]:
    """List a page's or form's named resources of one kind."""
    with suppress(Exception):
        entries = _entry(_entry(holder or DictionaryObject(), "/Resources"), kind)
        return [(str(name), entries.raw_get(name)) for name in entries]
    return []


def _entry(holder: DictionaryObject, name: str) -> DictionaryObject:
    value = holder.get(name)
    value = value.get_object() if value is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def active_names(root: DictionaryObject) -> Iterator[str]:
    """Name what the catalogue would run or submit; opening the file at a page is not among it."""
    yield from _starts(root.get("/OpenAction"))
    for name in ("/JavaScript", "/Renditions"):
        if name in _entry(root, "/Names"):
            yield name.lstrip("/")
    if "/AA" in root:
        yield "actions that run by themselves"
    form = _entry(root, "/AcroForm")
    if "/XFA" in form:
        yield "an XFA form"
    for field in _array(form, "/Fields")[:_MOST]:
        yield from _by_itself(field.get_object())


def actions_on(page: PageObject, number: int) -> Iterator[Remark]:
    """Remark on links, fields and media of a page that would start something rather than go somewhere."""
    kinds: set[str] = {"actions that run by themselves"} if "/AA" in page else set()
    with suppress(Exception):
        for annotation in list(_array(page, "/Annots"))[:_MOST]:
            found = annotation.get_object()
            kinds.update(kind for kind in _starts(found.get("/A")) if kind not in ("GoToR", "GoToE", "URI"))
            kinds.update(_by_itself(found))
            if (kind := str(found.get("/Subtype", ""))) in _MEDIA:
                kinds.add(kind.lstrip("/"))
    if kinds:
        yield Remark(RemarkKind.ACTIVE_CONTENT, number, f"The page holds {', '.join(sorted(kinds))}.")


def _by_itself(holder: object) -> Iterator[str]:
    """Name what a field's own actions would start."""
    if isinstance(holder, DictionaryObject):
        for action in _entry(holder, "/AA").values():
            yield from _starts(action)


def _starts(value: object, depth: int = 5) -> Iterator[str]:
    """Name the kinds of an action and of those that follow it, as far as they start something."""
    with suppress(Exception):
        action = value.get_object()  # type: ignore[attr-defined]
        if isinstance(action, DictionaryObject) and depth:
            if action.get("/S") in _ACTIONS:
                yield str(action["/S"]).lstrip("/")
            following = action.get("/Next")
            for item in following if isinstance(following, ArrayObject) else [following]:
                yield from _starts(item, depth - 1)
