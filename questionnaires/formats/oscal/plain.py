"""Getting at a stranger's mappings and lists: what is not of the kind that belongs there is as good as absent."""

from collections.abc import Iterator, Mapping

Plain = Mapping[str, object]


def text_of(plain: Plain, key: str) -> str:
    """Return a text without the blanks around it, or an empty one."""
    value = plain.get(key)
    return value.strip() if isinstance(value, str) else ""


def line_of(plain: Plain, key: str) -> str:
    """Return a text as one line."""
    return " ".join(text_of(plain, key).split())


def mapping_of(plain: Plain, key: str) -> Plain:
    """Return a mapping, or an empty one."""
    value = plain.get(key)
    return value if isinstance(value, dict) else {}


def listed(plain: Plain, key: str) -> Iterator[Plain]:
    """Go through the mappings of a list."""
    value = plain.get(key)
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def texts_of(plain: Plain, key: str) -> list[str]:
    """Return the texts of a list."""
    value = plain.get(key)
    return [one.strip() for one in value if isinstance(one, str)] if isinstance(value, list) else []


def prop_of(plain: Plain, name: str) -> str:
    """Return the value of a property by its name; one that says no class comes before those that do."""
    found = [one for one in listed(plain, "props") if one.get("name") == name]
    found.sort(key=lambda one: bool(one.get("class")))
    return line_of(found[0], "value") if found else ""
