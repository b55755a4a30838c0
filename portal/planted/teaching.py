"""Writes what one group's vendors say as examples for the cross-encoder: `python -m portal.planted.teaching`.

Only the group that rules were written by is learnt from; the others measure.
"""

from collections.abc import Iterator
from pathlib import Path

from knowledge.cross_encoder.pairs import BUT
from knowledge.stances.material import BESIDE, BREAK, NOT, PASSAGES, SO
from knowledge.stances.statements import Statement, statements
from knowledge.verdicts import VerdictState
from portal.planted.phrases import SEEN, Asked, Form, Phrase, bank
from portal.planted.vendors import vendors

FILE = PASSAGES / "planted.tsv"
LABELS = {
    VerdictState.SUPPORTED: SO,
    VerdictState.SUPPORTED_WITH_EXCEPTION: BUT,
    VerdictState.CONTRADICTED: NOT,
    VerdictState.NOT_EVIDENCED: BESIDE,
}
BY_VALUES = ("number", "date")


def lines() -> Iterator[str]:
    """Return the examples; what only a number decides, or what two verdicts fit, teaches a reader of words nothing."""
    known = {statement.ref: statement for statement in statements()}
    for area in bank(SEEN):
        for asked in area.asked:
            for phrase in asked.phrases if asked.ref in known else ():
                yield from _lines(known[asked.ref], asked, phrase)


def _lines(statement: Statement, asked: Asked, phrase: Phrase) -> Iterator[str]:
    label = LABELS[phrase.truth]
    if phrase.also or (label == NOT and statement.kind in BY_VALUES):
        return
    given = phrase.answer if phrase.answer is not None else asked.answer
    chosen = [key for key in (given if isinstance(given, tuple) else (str(given),)) if key in statement.choices]
    if statement.choices and not chosen:
        return
    claimed = f"{label} {'+'.join(chosen)}" if chosen else label
    for text in _said(phrase.form, label):
        yield f"{statement.ref}\t{claimed}\t{_named(text)}"


def _said(form: Form, label: str) -> tuple[str, ...]:
    """Return the words as a page holds them, sentences parted."""
    match form.name:
        case "list":
            return (f"{form.lead.rstrip(': ')} {form.items[form.at - 1]}",)
        case "row":
            return (" ".join(form.row),)
        case "label":
            return (f"{form.label} {form.value}",)
        case "control" if label == SO:
            return (form.control, BREAK.join(filter(None, (form.control, form.test))))
        case "control":
            return (BREAK.join(filter(None, (form.control, form.result))),)
        case _:
            return (form.say,)


def _named(text: str) -> str:
    for name, value in vendors(SEEN)[0].names.items():
        text = text.replace("{" + name + "}", value)
    return " ".join(text.split())


if __name__ == "__main__":
    Path(str(FILE)).write_text("\n".join(dict.fromkeys(lines())) + "\n", encoding="utf-8")
