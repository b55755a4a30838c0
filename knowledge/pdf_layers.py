"""Tells which of a PDF's optional layers a viewer does not show when the file is opened."""

from contextlib import suppress

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

_DEEPEST = 8


def off_layers(root: DictionaryObject) -> frozenset[int]:
    """Give the object numbers of the layers that are off: by the list, by the base state, or for viewing."""
    with suppress(Exception):
        properties = root["/OCProperties"].get_object()
        assert isinstance(properties, DictionaryObject)
        chosen = properties["/D"].get_object()
        assert isinstance(chosen, DictionaryObject)
        layers = _numbers(properties.get("/OCGs"))
        on, off = _numbers(chosen.get("/ON")), _numbers(chosen.get("/OFF"))
        base = set(layers) - set(on) if str(chosen.get("/BaseState", "/ON")) == "/OFF" else set()
        unseen = {number for number, layer in layers.items() if _is_unseen_in_use(layer)} if "/AS" in chosen else set()
        return frozenset(base | set(off) | unseen)
    return frozenset()


def is_off_layer(value: PdfObject, off: frozenset[int]) -> bool:
    """Tell whether a layer, or a membership in several with their rule, is not shown."""
    if isinstance(value, IndirectObject) and value.idnum in off:
        return True
    with suppress(Exception):
        layer = value.get_object()
        if isinstance(layer, DictionaryObject) and layer.get("/Type") == "/OCMD":
            return not _is_member_shown(layer, off)
    return False


def _is_member_shown(membership: DictionaryObject, off: frozenset[int]) -> bool:
    if "/VE" in membership:
        return _holds(membership["/VE"], off, _DEEPEST)
    groups = membership.raw_get("/OCGs") if "/OCGs" in membership else ArrayObject()
    whole = groups.get_object()
    members = whole if isinstance(whole, ArrayObject) else [groups]
    shown = [not (isinstance(item, IndirectObject) and item.idnum in off) for item in members]
    if not shown:
        return True
    rules = {"/AllOn": all(shown), "/AnyOff": not all(shown), "/AllOff": not any(shown)}
    return rules.get(str(membership.get("/P", "/AnyOn")), any(shown))


def _holds(expression: object, off: frozenset[int], depth: int) -> bool:
    """Work out a visibility expression; one that is too deep counts as not shown."""
    if isinstance(expression, IndirectObject):
        whole = expression.get_object()
        if not isinstance(whole, ArrayObject):
            return expression.idnum not in off
        expression = whole
    if not isinstance(expression, ArrayObject) or not expression or not depth:
        return False
    found = [_holds(item, off, depth - 1) for item in list(expression)[1:20]]
    match str(expression[0]):
        case "/And":
            return all(found)
        case "/Or":
            return any(found)
    return not any(found)


def _numbers(value: object) -> dict[int, PdfObject]:
    whole = value.get_object() if isinstance(value, PdfObject) else None
    items = list(whole) if isinstance(whole, ArrayObject) else []
    return {item.idnum: item for item in items if isinstance(item, IndirectObject)}


def _is_unseen_in_use(layer: PdfObject) -> bool:
    with suppress(Exception):
        usage = layer.get_object()["/Usage"]  # type: ignore[index]
        return str(usage["/View"]["/ViewState"]) == "/OFF"
    return False
