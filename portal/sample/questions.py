"""Golden questions over the sample's rows with the rows that answer them, mixed ones, and those that rows must not answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from knowledge.evaluation.citing import Citations, reread
from knowledge.evaluation.questions import Asked
from knowledge.evaluation.writers import Figures, drawn, measured
from portal.assistant.looking_up import looked_up_among, narrowed_among
from portal.assistant.records.naming import Named, vendors_for
from portal.assistant.records.telling import Told, line_text
from portal.core import clock
from portal.core.scope import SYSTEM
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.current import current_scope
from portal.sample.loading import Player
from questionnaires.written import load_yaml

DAY = datetime(2026, 11, 21, 12, tzinfo=UTC)
FILE = Path(__file__).parent / "questions.yaml"


@dataclass(frozen=True, slots=True)
class Golden:
    """A question asked across all vendors on a fixed day.

    Each of `rows` is what one line of the answer says, its parts parted by |; in any order, and no line more.
    None means that the question is one for the evidence: of all vendors, or of those it says by what rows tell, whose slugs
    are `vendors`; then `rest` is what is asked of them.
    """

    ask: str
    rows: tuple[str, ...] | None = None
    looked_up: str = ""
    vendors: tuple[str, ...] | None = None
    rest: str = ""

    @property
    def is_for_evidence(self) -> bool:
        """Whether the documents of all vendors are to answer it."""
        return self.rows is None and self.vendors is None


@dataclass(frozen=True, slots=True)
class RowFigures:
    """How the golden questions were answered; `wrong`, `taken_wrongly` and `mixed_wrong` name the questions."""

    questions: int
    rows: int
    right: int
    right_share: float
    left_share: float
    wrong: tuple[str, ...]
    left_to_the_evidence: tuple[str, ...]
    evidence_questions: int
    taken_wrongly: tuple[str, ...]
    mixed_questions: int
    mixed_right: int
    mixed_share: float
    mixed_wrong: tuple[str, ...]
    citations: Citations


def golden() -> tuple[Golden, ...]:
    """Read the golden questions from the package."""
    return msgspec.convert(load_yaml(FILE.read_text(encoding="utf-8")), tuple[Golden, ...])


async def run(settings: Settings, engines: Engines, sample: int | None = None) -> tuple[RowFigures, dict[str, Figures]]:
    """Play the sample programme on a fixed day in an empty database, and ask its rows, then its evidence."""
    clock.freeze(DAY)
    try:
        player = Player(
            settings, replace(engines, language=None), lambda words: None
        )  # a model would read every verdict
        await player.play()
        clock.freeze(DAY)
        return await measure(engines), await asked_of_evidence(engines, sample)
    finally:
        clock.freeze(None)


async def measure(engines: Engines) -> RowFigures:
    """Ask every golden question of the sample that was played, and compare the answers row by row."""
    vendors, questions = await vendors_for(SYSTEM), golden()
    told: dict[str, Told | None] = {}
    for one in questions:
        found = await looked_up_among(one.ask, SYSTEM, vendors, engines.tools, language=engines.language)
        told[one.ask] = found[0] if found else None
    asked = [one for one in questions if one.rows is not None]
    others = [one for one in questions if one.is_for_evidence]
    mixed = [one for one in questions if one.vendors is not None]
    astray = tuple([one.ask for one in questions if not await _is_narrowed_rightly(one, vendors)])
    missed = tuple(one.ask for one in asked if told[one.ask] is None)
    taken = tuple(one.ask for one in others if told[one.ask] is not None)
    wrong = tuple(one.ask for one in asked if not _is_right(one, told[one.ask]) and one.ask not in missed)
    right = len(asked) - len(wrong) - len(missed)
    return RowFigures(
        questions=len(asked),
        rows=sum(len(one.rows or ()) for one in asked),
        right=right,
        right_share=right / len(asked),
        left_share=1 - len(taken) / len(others),
        wrong=wrong,
        left_to_the_evidence=missed,
        evidence_questions=len(others),
        taken_wrongly=taken,
        mixed_questions=len(mixed),
        mixed_right=sum(one.ask not in astray for one in mixed),
        mixed_share=1 - len(astray) / len(questions),
        mixed_wrong=astray,
        citations=await _citations([each for each in told.values() if each is not None], vendors),
    )


async def asked_of_evidence(engines: Engines, sample: int | None = None) -> dict[str, Figures]:
    """Ask the documents of all vendors what rows must not answer: without a language model, and with it if there is one."""
    scope = await current_scope([vendor.id for vendor in await vendors_for(SYSTEM)])
    questions = drawn([Asked(one.ask) for one in golden() if one.is_for_evidence], sample)
    figures = {"extractive": await measured(questions, scope, engines.tools, gold=False)}
    if engines.language is None:
        return figures
    return figures | {
        engines.language.name: await measured(questions, scope, engines.tools, engines.language, gold=False)
    }


async def _is_narrowed_rightly(one: Golden, vendors: Sequence[Named]) -> bool:
    """Say whether a mixed question is asked of the very vendors it means, and any other is not narrowed."""
    found = await narrowed_among(one.ask, vendors, vendors)
    if found is None or one.vendors is None:
        return found is None and one.vendors is None
    return {each.slug for each in found.vendors} == set(one.vendors) and found.question == one.rest


def _is_right(wanted: Golden, told: Told | None) -> bool:
    """Say whether each row that is wanted is told once, and nothing else is."""
    if told is None or wanted.rows is None or wanted.looked_up not in told.asked:
        return False
    lines = [f"{line_text(line)} {line.quote.document if line.quote else ''}" for line in told.lines]
    for row in wanted.rows:
        parts = [part.strip() for part in row.split("|")]
        found = next((line for line in lines if all(part in line for part in parts)), None)
        if found is None:
            return False
        lines.remove(found)
    return not lines


async def _citations(told: Sequence[Told], vendors: Sequence[Named]) -> Citations:
    quotes = [line.quote for each in told for line in each.lines if line.quote is not None]
    scope = await current_scope([vendor.id for vendor in vendors])
    return await reread(quotes, scope)
