"""Prints what each way of answering made of the same questions, one column each."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.evaluation.writers import Figures, Spread

ABSENT = "No language model is configured (SURETY_CHAT_MODEL), so there is no column for one."
_LABEL, _COLUMN = 62, 24


def lines(columns: "Mapping[str, Figures]") -> list[str]:
    """Return the lines of the table: a head, the figures, and the sentences that each gate removed."""
    figures = list(columns.values())
    rows = [("", list(columns)), *_rows(figures), *_gates(figures)]
    told = [f"  {label:<{_LABEL}}" + "".join(f"{value:>{_COLUMN}}" for value in values) for label, values in rows]
    return [line.rstrip() for line in told] + ([f"  {ABSENT}"] if len(columns) == 1 else [])


def _rows(figures: "Sequence[Figures]") -> list[tuple[str, list[str]]]:
    def of(share: int | None, total: int) -> str:
        return "-" if share is None else f"{share} of {total}"

    return [
        ("questions", [str(each.questions) for each in figures]),
        ("answered", [str(each.answered) for each in figures]),
        ("answered right", [of(each.right, each.questions - each.silent_questions) for each in figures]),
        ("answered wrong", [of(each.wrong, each.questions) for each in figures]),
        ("silence kept", [of(each.silence_kept, each.silent_questions) for each in figures]),
        ("sentences shown", [str(each.sentences) for each in figures]),
        ("their quotes that stand on their page", [_standing(each) for each in figures]),
        ("sentences a model wrote", [str(each.written) for each in figures]),
        ("of these removed", [str(sum(each.removed.values())) for each in figures]),
        ("answers left to the documents' own words (fallbacks)", [str(each.fallbacks) for each in figures]),
        ("of these because the model failed", [str(each.failures) for each in figures]),
        ("questions on which the model itself was silent", [str(each.refused) for each in figures]),
        ("first verified sentence, p50 / p95", [_spread(each.first_sentence) for each in figures]),
        ("whole answer, p50 / p95", [_spread(each.whole) for each in figures]),
    ]


def _gates(figures: "Sequence[Figures]") -> list[tuple[str, list[str]]]:
    from knowledge.gates import Gate

    if not any(each.removed for each in figures):
        return []
    return [(f"removed: {gate.label}", [str(each.removed.get(gate, 0)) for each in figures]) for gate in Gate]


def _standing(figures: "Figures") -> str:
    given = figures.citations
    return f"{given.quotes - len(given.fallen)} of {given.quotes}"


def _spread(found: "Spread") -> str:
    return f"{_time(found.p50_ms)} / {_time(found.p95_ms)}"


def _time(milliseconds: float) -> str:
    return f"{milliseconds:.0f} ms" if milliseconds < 10_000 else f"{milliseconds / 1e3:.0f} s"
