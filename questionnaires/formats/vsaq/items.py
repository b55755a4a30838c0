"""The items of a VSAQ questionnaire in the order they are read, each with the blocks and conditions around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaires.formats.vsaq.html_text import plain_text
from questionnaires.formats.vsaq.lenient import unreadable

DEEPEST = 40
MOST_ITEMS = 20_000
KINDS = (
    "block",
    "info",
    "tip",
    "line",
    "box",
    "check",
    "checkgroup",
    "radio",
    "radiogroup",
    "yesno",
    "upload",
    "spacer",
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block around items: which one it is, and its title."""

    number: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item that is no block; `conditions` are those of its blocks, then its own."""

    kind: str
    plain: Mapping[str, object]
    blocks: tuple[Block, ...]
    conditions: tuple[str, ...]

    def raw(self, key: str) -> str:
        """A text as it is written."""
        value = self.plain.get(key, "")
        return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

    def text(self, key: str) -> str:
        """A text without its HTML."""
        return plain_text(self.raw(key))

    def flag(self, key: str) -> bool:
        """Whether it is said to be so, as true or as yes."""
        return self.plain.get(key) is True or self.raw(key).casefold() in ("yes", "true")

    @property
    def id(self) -> str:
        """What it is called by conditions; many have no name."""
        return self.raw("id")

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The ids and texts of what can be chosen."""
        listed = self.plain.get("choices", [])
        if not isinstance(listed, list) or not all(isinstance(choice, dict) and len(choice) == 1 for choice in listed):
            raise unreadable(
                f"the choices of “{(self.id or self.text('text'))[:60]}” are no list of one name and text each."
            )
        return [(str(key), plain_text(str(text))) for choice in listed for key, text in choice.items()]


def items_of(plain: object) -> list[Item]:
    """List the items, blocks dissolved."""
    if not isinstance(plain, dict) or not isinstance(plain.get("questionnaire"), list):
        if isinstance(plain, dict) and "extensions" in plain:
            raise unreadable("it is an extension; give it together with the questionnaire that it extends.")
        raise unreadable("it has no list called “questionnaire”.")
    found = list(_walk(plain["questionnaire"], (), (), [0]))
    if not found:
        raise unreadable("it asks nothing.")
    return found


def _walk(listed: object, blocks: tuple[Block, ...], conditions: tuple[str, ...], count: list[int]) -> Iterator[Item]:
    if not isinstance(listed, list) or len(blocks) > DEEPEST:
        raise unreadable("its blocks nest too deeply, or one has no list of items.")
    for plain in listed:
        count[0] += 1
        if not isinstance(plain, dict) or plain.get("type") not in KINDS or count[0] > MOST_ITEMS:
            kind = plain.get("type") if isinstance(plain, dict) else plain
            raise unreadable(f"item {count[0]:,} is of the type “{str(kind)[:40]}”, which we do not know.")
        item = Item(str(plain["type"]), plain, blocks, conditions)
        own = (*conditions, item.raw("cond")) if item.raw("cond").strip() else conditions
        if item.kind == "block":
            block = Block(count[0], item.id, item.text("text"))
            yield from _walk(plain.get("items", []), (*blocks, block), own, count)
        else:
            yield Item(item.kind, plain, blocks, own)
