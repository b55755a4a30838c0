"""Changes that have verdicts worked out again, each through the portal's own use-cases, beside whatever else runs."""

import random
from collections.abc import Callable
from uuid import UUID

from portal.assessments.answering import save_answer
from portal.assessments.returning import return_assessment
from portal.assessments.submitting import submit_assessment
from portal.assessments.tables import Assessment
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.engines import build_engines
from portal.evidence.receiving import remove
from portal.people.sessions import principal
from portal.people.tables import Person
from portal.review.checking import check_again
from portal.review.deciding import ask_again, seen_of
from portal.review.standing import review_of
from portal.review.working_out import work_out_verdicts
from tests.journeys.ledger import SLUG, Ledger, contact, give

_HELD = f"SELECT e.id, e.name FROM evidence e JOIN vendor v ON v.id = e.vendor WHERE v.slug = '{SLUG}' AND e.removed_at IS NULL"


class Changes:
    """What happens to a review while it is worked out; each change is the case for a new look at its verdicts."""

    def __init__(self, ledger: Ledger, chance: random.Random) -> None:
        self.ledger, self.chance = ledger, chance
        self.kinds: dict[str, Callable[[], None]] = {
            "evidence added": self.add,
            "evidence removed": self.remove,
            "answer changed": self.answer,
            "checked again": self.check,
        }

    def add(self) -> None:
        """Upload some documents that are not there; with all of them there, remove some."""
        there = {name for _, name in self.ledger.rows(_HELD)}
        missing = [name for name in self.ledger.papers if name not in there]
        if not missing:
            return self.remove()
        names = self.chance.sample(missing, min(len(missing), 3))

        async def act(settings: Settings) -> None:
            side = await contact()
            for name in names:
                await give(settings, side, name, self.ledger.papers[name])

        return self.ledger.use(act)

    def remove(self) -> None:
        """Remove some documents; one at least stays."""
        there = [UUID(str(evidence)) for evidence, name in self.ledger.rows(_HELD) if name in self.ledger.papers]
        if len(there) < 2:
            return self.add()
        gone = self.chance.sample(there, min(len(there) - 1, 3))

        async def act(settings: Settings) -> None:
            engines = build_engines(settings)
            try:
                for evidence in gone:
                    await remove(await reviewer(), evidence, settings, engines)
            finally:
                engines.index.close()

        return self.ledger.use(act)

    def answer(self) -> None:
        """Ask some questions again, return the questionnaire, answer them anew and submit it."""
        number = self.chance.randrange(1 << 30)

        async def act(settings: Settings) -> None:
            who, side, assessment = await reviewer(), await contact(), await self._assessment()
            again = self.chance.sample((await review_of(assessment)).reviewed, 8)
            for one in again:
                await ask_again(who, assessment.id, seen_of(one), f"Please look at this again ({number}).")
            await return_assessment(settings, "Aldgate Bank", who, assessment.id)
            raw = {"answer": ["yes"], "comment": [f"As we said, looked at again under number {number}."]}
            for one in again:
                await save_answer(side.who, assessment.id, one.ref, raw, one.answered.revision)
            await submit_assessment(side.who, assessment.id, side.contact.name, "Security lead")

        self.ledger.use(act)

    def check(self) -> None:
        """Ask for all answers to be checked again."""

        async def act(settings: Settings) -> None:
            await check_again(await reviewer(), self.ledger.assessment)

        self.ledger.use(act)

    async def _assessment(self) -> Assessment:
        row = await Assessment.objects().where(Assessment.id == self.ledger.assessment).first()
        assert row is not None
        return row


async def reviewer() -> Principal:
    """Return the reviewer of the cast."""
    row = await Person.objects().where(Person.email == "rosa@aldgate.example").first()
    assert row is not None
    return principal(row)


def changed_by_another_look(ledger: Ledger) -> int:
    """Work all verdicts out once more, here and now; returns how many were not as they have to be."""

    async def act(settings: Settings) -> int:
        engines = build_engines(settings)
        try:
            return await work_out_verdicts(ledger.assessment, engines)
        finally:
            engines.index.close()

    return ledger.use(act)
