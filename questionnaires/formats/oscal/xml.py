"""OSCAL's XML as the plain values that its JSON has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.oscal.plain import Plain
from questionnaires.formats.workbook.markup import walk

_BLOCKS = frozenset({"p", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "img"})
_APART = frozenset({"p", "li", "tr", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Node:
    """One element: its name without a prefix, its attributes, and what is in it in order."""

    name: str
    attributes: dict[str, str]
    inside: "list[Node | str]" = field(default_factory=list)

    def all(self, name: str) -> "Iterator[Node]":
        """Go through the elements of one name right inside."""
        return (one for one in self.inside if isinstance(one, Node) and one.name == name)


class _Tree:
    """Hears the events of a document and keeps it as nodes."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element inside the one that is open."""
        node = Node(name, attributes)
        if self._open:
            self._open[-1].inside.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, name: str) -> None:
        """Close it."""
        self._open.pop()

    def text(self, text: str) -> None:
        """Add to the innermost."""
        if self._open:
            self._open[-1].inside.append(text)


def root_of(data: bytes) -> Node:
    """Read a document without document types, entities or endless nesting."""
    tree = _Tree()
    walk(data, tree, "", subject="This OSCAL file")
    if tree.root is None:
        raise UnreadableQuestionnaire("This OSCAL file is damaged: it is broken XML.")
    return tree.root


def catalog_from_xml(root: Node) -> Plain:
    """Return a catalog as JSON would hold it."""
    metadata = next(root.all("metadata"), Node("metadata", {}))
    names = ("title", "last-modified", "version", "oscal-version")
    said = {name: _inline(one) for name in names for one in metadata.all(name)}
    return {**root.attributes, "metadata": said, **_holder(root)}


def _holder(node: Node) -> dict[str, object]:
    """Return what groups and controls have in common."""
    return {
        **node.attributes,
        "title": "".join(_inline(one) for one in node.all("title")),
        "params": [_param(one) for one in node.all("param")],
        "props": [one.attributes for one in node.all("prop")],
        "parts": [_part(one) for one in node.all("part")],
        "groups": [_holder(one) for one in node.all("group")],
        "controls": [_holder(one) for one in node.all("control")],
    }


def _part(node: Node) -> dict[str, object]:
    blocks = [one for one in node.inside if isinstance(one, Node) and one.name in _BLOCKS]
    return {**_holder(node), "prose": "\n\n".join(filter(None, (_block(one) for one in blocks)))}


def _param(node: Node) -> dict[str, object]:
    found: dict[str, object] = {**node.attributes, "values": [_inline(one) for one in node.all("value")]}
    found["label"] = "".join(_inline(one) for one in node.all("label"))
    for select in node.all("select"):
        choices = [_inline(one) for one in select.all("choice")]
        found["select"] = {**select.attributes, "choice": choices}
    return found


def _inline(node: Node) -> str:
    return " ".join(_words(node).split())


def _block(node: Node) -> str:
    """Return the text of a block: a line for each paragraph, item or row."""
    lines = [" ".join(line.split()) for line in _words(node).split("\n\n")]
    return "\n".join(line for line in lines if line)


def _words(node: Node) -> str:
    if node.name == "insert":
        return f"{{{{ insert: param, {node.attributes.get('id-ref', '')} }}}}"
    words = "".join(_SPACE.sub(" ", one) if isinstance(one, str) else _words(one) for one in node.inside)
    if node.name == "li":
        words = f"- {words.lstrip()}"
    if node.name in ("td", "th"):
        words += " "
    return f"\n\n{words}\n\n" if node.name in _APART else words
