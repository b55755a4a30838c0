"""Measures answers to the golden questions: right, wrong and kept silent, of all sentences at hand and as the assistant asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.evaluation.questions import ANSWERED, SILENT, Asked
from knowledge.evaluation.shelf import PAPERS
from knowledge.evaluation.shelving import put_on_shelf
from knowledge.evaluation.verdicts import everything
from knowledge.evaluation.writers import Figures, measured
from knowledge.extractive import extract
from knowledge.index import synchronise
from knowledge.language import Language
from knowledge.pages import PageState, PageText
from knowledge.retrieval import Tools
from knowledge.scope import Scope

SHELF = "golden"
QUESTIONS = (*ANSWERED, *SILENT)


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
        for asked in QUESTIONS
    }
    right = [asked for asked in ANSWERED if asked.answer in replies[asked]]
    wrong = [asked for asked in QUESTIONS if replies[asked] and asked not in right]
    unanswered = [asked for asked in ANSWERED if not replies[asked]]
    return AnswerFigures(
        questions=len(replies),
        answered_right=round(len(right) / len(ANSWERED), 3),
        answered_wrong=round(len(wrong) / len(replies), 3),
        silence_kept=round(sum(not replies[asked] for asked in SILENT) / len(SILENT), 3),
        wrong=tuple(asked.text for asked in wrong),
        unanswered=tuple(asked.text for asked in unanswered),
    )


async def side_by_side(tools: Tools, language: Language | None, questions: Sequence[Asked]) -> dict[str, Figures]:
    """Put the shelf into the bound database and ask as the assistant does: without a model, and with it if there is one."""
    for paper in PAPERS:
        pages = [PageText(number, "", PageState.TEXT, text) for number, text in enumerate(paper.pages, 1)]
        await put_on_shelf(SHELF, paper.name, pages, paper.name, tools.embedder)
    await synchronise(tools.index, SHELF)
    scope = Scope((SHELF,))
    figures = {"extractive": await measured(questions, scope, tools)}
    return figures if language is None else figures | {language.name: await measured(questions, scope, tools, language)}
