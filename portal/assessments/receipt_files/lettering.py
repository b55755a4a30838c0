"""Which characters the PDF's typeface draws; what it has no letters for is said in words where it stands.

Noto Sans draws Latin, Greek and Cyrillic writing. Scripts whose letters change by their neighbours or run from right to left
would come out wrong without a shaping engine, so that they are told rather than drawn.
"""

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass, field

_SIMPLE = (
    range(0x20, 0x7F), range(0xA0, 0x590), range(0x1D00, 0x2000), range(0x2000, 0x2C00), range(0x2C60, 0x2C80),
    range(0x2DE0, 0x2E80), range(0xA640, 0xA6A0), range(0xA700, 0xA800), range(0xAB30, 0xAB70), range(0xFB00, 0xFB07),
    range(0xFFFD, 0xFFFE),
)  # fmt: skip
_SCRIPTS = (
    ("CJK", "Chinese"), ("HIRAGANA", "Japanese"), ("KATAKANA", "Japanese"), ("HANGUL", "Korean"), ("ARABIC", "Arabic"),
    ("HEBREW", "Hebrew"), ("DEVANAGARI", "Devanagari"), ("THAI", "Thai"), ("ARMENIAN", "Armenian"), ("GEORGIAN", "Georgian"),
    ("TAMIL", "Tamil"), ("BENGALI", "Bengali"), ("KHMER", "Khmer"), ("TELUGU", "Telugu"),
)  # fmt: skip

_SIGNS = str.maketrans(
    {"≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "→": "->", "←": "<-", "✓": "[check]", "✔": "[check]"}
)


@dataclass(slots=True)
class Lettering:
    """Writes texts in what can be drawn, and counts the characters that were told instead."""

    drawn: Set[int]
    told: int = 0
    _known: dict[str, bool] = field(default_factory=dict)

    def fitting(self, text: str) -> str:
        """Return the text with each run of characters that cannot be drawn replaced by a note that says what stands there."""
        plain = text.replace("\r\n", "\n").replace("\t", "    ").translate(_SIGNS)
        lines = unicodedata.normalize("NFC", plain).split("\n")
        return "\n".join(self._line(line) for line in lines)

    def _line(self, line: str) -> str:
        if all(map(self._is_drawn, line)):
            return line
        marked = "".join("1" if self._is_drawn(one) else "0" for one in line)
        pieces, at = [], 0
        for found in re.finditer("0+", marked):
            pieces += [line[at : found.start()], self._note(line[found.start() : found.end()])]
            at = found.end()
        return "".join([*pieces, line[at:]])

    def _note(self, run: str) -> str:
        self.told += len(run)
        kinds = dict.fromkeys(map(_kind, run))
        count = "1 character" if len(run) == 1 else f"{len(run)} characters"
        return f"[{count} not drawn: {', '.join(kinds)}]"

    def _is_drawn(self, one: str) -> bool:
        known = self._known.get(one)
        if known is None:
            simple = any(ord(one) in block for block in _SIMPLE) and unicodedata.category(one) != "Cf"
            known = self._known[one] = simple and ord(one) in self.drawn
        return known


def _kind(one: str) -> str:
    name = unicodedata.name(one, "")
    if unicodedata.category(one) in ("Cf", "Cc"):
        return "invisible"
    return next((word for begins, word in _SCRIPTS if name.startswith(begins)), "other signs")
