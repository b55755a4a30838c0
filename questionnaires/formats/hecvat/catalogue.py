"""What a HECVAT workbook says about its questions beside asking them: texts, guidance, weights, what makes them apply."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from questionnaires.formats.hecvat.places import REF
from questionnaires.formats.tables import find_table
from questionnaires.formats.workbook import Book
from questionnaires.model import Weight

_NAMES = {
    "ref": r"(new )?(question )?id",
    "question": r"questions?( text)?",
    "unless": r"if/then",
    "always": r"standard guidance|guidance",
    "yes": r"yes guidance|guidance - yes",
    "no": r"no guidance|guidance - no",
    "na": r"n/?a guidance|guidance - n/?a",
    "compliant": r"compliant response|preferred response",
    "importance": r"default importance|importance",
    "weight": r"default weight|weight",
}
_NEEDED = ("ref", "question", "compliant")
_CONDITION = re.compile(r"\bif ([A-Z]{3,5}-\d{2,3}) is (yes|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One question's row in the catalogue."""

    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The question."""
        return self.fields.get("question", "")

    @property
    def expected(self) -> str:
        """The answer that complies, `yes` or `no`; empty when none is scored."""
        answer = self.fields.get("compliant", "").casefold()
        return answer if answer in ("yes", "no") else ""

    @property
    def guidance(self) -> str:
        """What it tells the vendor, by answer where it says so."""
        led = (("always", ""), ("yes", "If yes: "), ("no", "If no: "), ("na", "If not applicable: "))
        texts = {key: self.fields.get(key, "") for key, _ in led}
        same = {texts["always"]}
        lines = [lead + texts[key] for key, lead in led if texts[key] and (key == "always" or texts[key] not in same)]
        return "\n".join(lines)

    @property
    def closed_by(self) -> tuple[tuple[str, str], ...]:
        """The earlier answers, each `(reference, yes or no)`, any of which makes the question not apply."""
        found = _CONDITION.findall(self.fields.get("unless", ""))
        return tuple(dict.fromkeys((ref.upper(), answer.casefold()) for ref, answer in found))


def catalogue(book: Book) -> dict[str, Entry]:
    """Read the sheet that lists every question with its weight, hidden or not; nothing when there is none."""
    for sheet in book.sheets:
        table = find_table(sheet, _NAMES, _NEEDED)
        if table is not None and len(table.columns) >= 6:
            records = (fields for _, fields in table.records())
            return {fields["ref"]: Entry(fields) for fields in records if REF.fullmatch(fields["ref"])}
    return {}


def section_names(book: Book) -> dict[str, str]:
    """Read the table that names the sections by the letters of their references, wherever it is."""
    for sheet in book.sheets:
        table = find_table(sheet, {"code": r"code", "name": r"(full )?name"}, ("code", "name"))
        if table is not None:
            return {
                fields["code"]: fields["name"] for _, fields in table.records() if fields["code"] and fields["name"]
            }
    return {}


def weights(entries: Mapping[str, Entry]) -> tuple[dict[str, Weight], list[str]]:
    """Turn the file's weights into ours, in proportion to its most frequent one, and name those that do not fit."""
    numbers = _numbers(entries)
    if not numbers:
        return {}, []
    normal = Counter(numbers.values()).most_common(1)[0][0]
    found = {ref: _nearest(number / normal) for ref, number in numbers.items()}
    rounded = [ref for ref, weight in found.items() if numbers[ref] * Weight.NORMAL.points != weight.points * normal]
    if not rounded:
        return found, []
    return found, [f"These weights lie between ours and were rounded: {', '.join(rounded)}."]


def _numbers(entries: Mapping[str, Entry]) -> dict[str, float]:
    """Read the weights; one that was not worked out is that of others of the same importance."""
    own = {ref: _number(entry.fields.get("weight", "")) for ref, entry in entries.items()}
    by_importance = {entries[ref].fields.get("importance", ""): number for ref, number in own.items() if number}
    found = {
        ref: number or by_importance.get(entries[ref].fields.get("importance") or "-", 0) for ref, number in own.items()
    }
    return {ref: number for ref, number in found.items() if number}


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", text) else 0


def _nearest(ratio: float) -> Weight:
    return min(Weight, key=lambda weight: abs(weight.points / Weight.NORMAL.points - ratio))
