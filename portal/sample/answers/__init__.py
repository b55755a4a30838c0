"""The answers of the sample vendors, one file a vendor, with dates that move with today."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from portal.sample.moments import moments, with_dates
from questionnaires.written import load_yaml

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """What a vendor answered to one question; the files named as `evidence` are the answer to a file question."""

    ref: str
    answer: tuple[str, ...]
    comment: str
    reason: str
    evidence: tuple[str, ...]
    by: str

    @property
    def raw(self) -> dict[str, tuple[str, ...]]:
        """The answer as a form would send it, for `questionnaires.parsing.parse_given`."""
        return {"answer": self.answer or self.evidence, "comment": (self.comment,), "reason": (self.reason,)}


@dataclass(frozen=True, slots=True)
class _Written:
    answer: str | float | tuple[str, ...] = ()
    comment: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    by: str
    answers: dict[str, _Written]
    dates: dict[str, str] = field(default_factory=dict)


def sample_answers(name: str, today: date) -> tuple[SampleAnswer, ...]:
    """Return the answers in the file of this name, in its order, with dates written out for today."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    known = moments(msgspec.convert(load_yaml(text), _File).dates, today)
    file = msgspec.convert(load_yaml(with_dates(text, today, known)), _File)
    return tuple(_answer(ref, written, file.by) for ref, written in file.answers.items())


def _answer(ref: str, written: _Written, by: str) -> SampleAnswer:
    texts = written.answer if isinstance(written.answer, tuple) else (_text(written.answer),)
    evidence = tuple(f"{source}.pdf" for source in written.evidence)
    return SampleAnswer(ref, texts, written.comment, written.reason, evidence, written.by or by)


def _text(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:g}"
