"""Put the items of a VSAQ extension into the questionnaire that it extends, before or behind the items it names."""

from questionnaires.formats.vsaq.lenient import unreadable


def extended(base: object, extension: object) -> object:
    """Return the questionnaire with the extension's items at their places; names in it get its namespace."""
    if not isinstance(base, dict) or not isinstance(base.get("questionnaire"), list):
        raise unreadable("it has no list called “questionnaire”, so nothing can extend it.")
    if not isinstance(extension, dict) or not isinstance(extension.get("extensions"), list):
        raise unreadable("what should extend it has no list called “extensions”.")
    if extension.get("version") != base.get("version"):
        raise unreadable("the extension is for another version of it.")
    items = base["questionnaire"]
    for item in extension["extensions"]:
        if not isinstance(item, dict):
            raise unreadable("one of its extensions is no item.")
        before, after = (str(item.get(key) or "") for key in ("insertBefore", "insertAfter"))
        if bool(before) == bool(after):
            raise unreadable("an extension says neither or both of “insertBefore” and “insertAfter”.")
        named = _named(item, str(extension.get("namespace") or ""))
        items, found = _inserted(items, named, before or after, bool(after))
        if not found:
            raise unreadable(f"an extension stands by “{(before or after)[:60]}”, which is not there.")
    return {**base, "questionnaire": items}


def _named(plain: dict[str, object], namespace: str) -> dict[str, object]:
    """Put the namespace before the item's own id and those of its choices and items; conditions name others' ids too."""
    if not namespace:
        return plain
    found = dict(plain)
    if "id" in found:
        found["id"] = f"{namespace}:{found['id']}"
    items, choices = found.get("items"), found.get("choices")
    if isinstance(items, list):
        found["items"] = [_named(item, namespace) if isinstance(item, dict) else item for item in items]
    if isinstance(choices, list):
        found["choices"] = [
            {f"{namespace}:{key}": text for key, text in choice.items()} if isinstance(choice, dict) else choice
            for choice in choices
        ]
    return found


def _inserted(items: list[object], new: object, target: str, after: bool) -> tuple[list[object], bool]:
    for at, item in enumerate(items):
        if not isinstance(item, dict):
            continue
        if str(item.get("id", "")) == target:
            cut = at + after
            return [*items[:cut], new, *items[cut:]], True
        inner = item.get("items")
        if isinstance(inner, list):
            changed, found = _inserted(inner, new, target, after)
            if found:
                return [*items[:at], {**item, "items": changed}, *items[at + 1 :]], True
    return items, False
