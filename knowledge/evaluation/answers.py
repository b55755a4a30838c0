"""Measures extractive answers on the golden questions: right, wrong, and kept silent."""

from dataclasses import dataclass

from knowledge.evaluation.questions import ANSWERED, SILENT
from knowledge.evaluation.verdicts import everything
from knowledge.extractive import extract


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """Rates between 0 and 1; the lists name the questions behind the errors."""

    questions: int
    answered_right: float
    answered_wrong: float
    silence_kept: float
    wrong: tuple[str, ...]
    unanswered: tuple[str, ...]


async def run() -> AnswerFigures:
    """Ask every golden question of the whole shelf: retrieval is measured elsewhere."""
    found = everything()
    replies = {
        asked: " ".join(" ".join(quote.text.split()) for quote in extract(asked.text, found).quotes)
        for asked in (*ANSWERED, *SILENT)
    }
    right = [asked for asked in ANSWERED if asked.answer in replies[asked]]
    wrong = [asked for asked in (*ANSWERED, *SILENT) if replies[asked] and asked not in right]
    unanswered = [asked for asked in ANSWERED if not replies[asked]]
    return AnswerFigures(
        questions=len(replies),
        answered_right=round(len(right) / len(ANSWERED), 3),
        answered_wrong=round(len(wrong) / len(replies), 3),
        silence_kept=round(sum(not replies[asked] for asked in SILENT) / len(SILENT), 3),
        wrong=tuple(asked.text for asked in wrong),
        unanswered=tuple(asked.text for asked in unanswered),
    )
