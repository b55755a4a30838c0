"""What was noticed about a file that a reviewer should know, each remark with its kind, its page and its place there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Place = tuple[float, float, float, float]


class RemarkKind(StrEnum):
    """What was noticed about a file that a reviewer should know."""

    HIDDEN_TEXT = "hidden_text"
    HIDDEN_LABEL = "hidden_label"
    CUT_OFF = "cut_off"
    OTHER_WORDS = "other_words"
    NOT_JUDGED = "not_judged"
    OCR_LAYER = "ocr_layer"
    INVISIBLE_CHARACTERS = "invisible_characters"
    AIMED_AT_MODEL = "aimed_at_model"
    NOTES = "notes"
    ACTIVE_CONTENT = "active_content"
    ATTACHMENT = "attachment"
    FOREIGN_BYTES = "foreign_bytes"
    CHANGED_LATER = "changed_later"

    @property
    def label(self) -> str:
        """Say the remark's kind to a person."""
        return _LABELS[self]

    @property
    def alarming(self) -> bool:
        """Tell whether an honest document would hardly ever have this, so that a reviewer should look at it."""
        return self in _ALARMING


_LABELS = {
    RemarkKind.HIDDEN_TEXT: "Hidden text, left out",
    RemarkKind.HIDDEN_LABEL: "Unseen label, left out",
    RemarkKind.CUT_OFF: "Text cut off by its frame, left out",
    RemarkKind.OTHER_WORDS: "Text that says other words than the page shows, left out",
    RemarkKind.NOT_JUDGED: "Text that could not be checked for being visible, left out",
    RemarkKind.OCR_LAYER: "Scanned page with recognised text",
    RemarkKind.INVISIBLE_CHARACTERS: "Invisible characters, removed",
    RemarkKind.AIMED_AT_MODEL: "Text aimed at an AI system, left out",
    RemarkKind.NOTES: "Notes and form fields, not read",
    RemarkKind.ACTIVE_CONTENT: "Active content",
    RemarkKind.ATTACHMENT: "Attached files, not read",
    RemarkKind.FOREIGN_BYTES: "Bytes of another file",
    RemarkKind.CHANGED_LATER: "Changed after it was signed",
}
_ALARMING = frozenset(
    (
        RemarkKind.HIDDEN_TEXT,
        RemarkKind.OTHER_WORDS,
        RemarkKind.NOT_JUDGED,
        RemarkKind.INVISIBLE_CHARACTERS,
        RemarkKind.AIMED_AT_MODEL,
        RemarkKind.ACTIVE_CONTENT,
        RemarkKind.FOREIGN_BYTES,
        RemarkKind.CHANGED_LATER,
    )
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing noticed: on `page` (0: the whole file), with an excerpt or a sentence in `text`.

    `box` is its place on the page as shown, in shares of width and height from the top left: x0, y0, x1, y1.
    """

    kind: RemarkKind
    page: int
    text: str
    box: Place | None = None


def counted(remarks: Sequence[Remark]) -> dict[str, int]:
    """Count remarks by their kind."""
    return dict(Counter(remark.kind.value for remark in remarks))
