"""Small questions to a PDF's own objects: resources, layers, states, and what the file would run by itself."""

from collections.abc import Iterator
from contextlib import suppress

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from knowledge.screening import Remark, RemarkKind
from knowledge.visibility import Surface

_ACTIONS = frozenset(("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMediaExecute"))


def surface(holder: DictionaryObject, off: frozenset[int]) -> Surface:
    """Say what a page or a form brings along for judging whether its text can be seen."""
    matrix = tuple(float(number) for number in _array(holder, "/Matrix"))
    layer = holder.raw_get("/OC") if "/OC" in holder else None
    return Surface(
        matrix if len(matrix) == 6 else Surface().matrix,
        frozenset(name for name, value in resources(holder, "/Properties") if _is_off(value, off)),
        frozenset(name for name, value in resources(holder, "/ExtGState") if _is_faint(value)),
        layer is not None and _is_off(layer, off),
    )


def off_layers(root: DictionaryObject) -> frozenset[int]:
    """Give the object numbers of the layers that a viewer does not show on opening."""
    with suppress(Exception):
        off = _array(_entry(_entry(root, "/OCProperties"), "/D"), "/OFF")
        return frozenset(item.idnum for item in off if isinstance(item, IndirectObject))
    return frozenset()


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


def _is_off(value: PdfObject, off: frozenset[int]) -> bool:
    if isinstance(value, IndirectObject) and value.idnum in off:
        return True
    with suppress(Exception):
        members = value.get_object().raw_get("/OCGs")  # type: ignore[union-attr]
        members = members if isinstance(members, ArrayObject) else [members]
        return bool(members) and all(isinstance(item, IndirectObject) and item.idnum in off for item in members)
    return False


def _is_faint(value: PdfObject) -> bool:
    with suppress(Exception):
        return float(value.get_object().get("/ca", 1)) < 0.05  # type: ignore[union-attr]
    return False


def active_names(root: DictionaryObject) -> Iterator[str]:
    """Name what the catalogue would run or submit; opening the file at a page is not among it."""
    opening = root.get("/OpenAction")
    action = opening.get_object() if opening is not None else None
    if isinstance(action, DictionaryObject) and action.get("/S") in _ACTIONS:
        yield "an action that runs on opening"
    if "/JavaScript" in _entry(root, "/Names"):
        yield "JavaScript"
    if "/AA" in root:
        yield "actions that run by themselves"
    if "/XFA" in _entry(root, "/AcroForm"):
        yield "an XFA form"


def actions_on(page: PageObject, number: int) -> Iterator[Remark]:
    """Remark on links and fields of a page that would start something rather than go somewhere."""
    kinds: set[str] = {"actions that run by themselves"} if "/AA" in page else set()
    with suppress(Exception):
        annotations = page.get("/Annots", ArrayObject()).get_object()
        for annotation in list(annotations)[:500]:
            kind = str(_entry(annotation.get_object(), "/A").get("/S", ""))
            if kind in _ACTIONS and kind not in ("/GoToR", "/GoToE"):
                kinds.add(kind.lstrip("/"))
    if kinds:
        yield Remark(RemarkKind.ACTIVE_CONTENT, number, f"The page holds {', '.join(sorted(kinds))}.")
