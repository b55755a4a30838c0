"""Killing the worker in the middle of working verdicts out: each verdict is the old one or the new one, whole, and the work ends.

SURETY_CHECK_KILLS (4) kills on each database, each after a change that has the verdicts worked out again.
"""

import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from uuid import UUID

import pytest

from portal.assessments.tables import Assessment
from portal.core.clock import freeze, today
from portal.core.settings import Settings
from portal.evidence.expiry import dated_documents
from portal.review.standing import review_of
from tests.journeys.changing import Changes, changed_by_another_look
from tests.journeys.ledger import Ledger
from tests.journeys.server import Daemon, wait_for
from tests.journeys.soundness import half_done, history, unfinished

KILLS = int(os.environ.get("SURETY_CHECK_KILLS", "4"))
SEED = int(os.environ.get("SURETY_SEED", str(KILLS)))
SUPPORTS = ("supported", "supported_with_exception")
WORKED_OUT = "kind IN ('review.verdicts', 'review.vendor', 'assessments.suggestions')"

pytestmark = pytest.mark.slow


@dataclass
class Survived:
    """What was done to a review, and what was wrong with it at any time."""

    kills: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    written: int = 0
    faults: list[str] = field(default_factory=list)

    def figures(self) -> str:
        """Say how much was at stake."""
        changes = ", ".join(f"{count} x {kind}" for kind, count in sorted(self.changes.items()))
        hits = ", ".join(f"{count} x {kind}" for kind, count in sorted(self.hits.items()))
        return f"{self.kills} kills of the worker ({changes}); at work were {hits}; {self.written} verdicts written"


class Storm:
    """Changes, each followed by a kill at a moment nobody can foresee; after each the work comes to its end."""

    def __init__(self, ledger: Ledger, worker: Daemon, seed: int) -> None:
        self.ledger, self.worker = ledger, worker
        self.chance = random.Random(seed)
        self.changes = Changes(ledger, self.chance)
        self.survived = Survived()

    def rage(self, kills: int) -> Survived:
        """Kill the worker this often."""
        kinds = list(self.changes.kinds)
        while self.survived.kills < kills:
            kind = kinds[sum(self.survived.changes.values()) % len(kinds)]
            self._round(kind, kills)
        return self.survived

    def _round(self, kind: str, kills: int) -> None:
        before = history(self.ledger)
        self.changes.kinds[kind]()
        self.survived.changes[kind] += 1
        wait_for("work on verdicts", lambda: at_work(self.ledger) or not self.ledger.pending(), pause=0.01)
        time.sleep(self.chance.uniform(0.0, 1.2))
        self._kill()
        self._look(half_done(self.ledger, before))
        if self.survived.kills < kills and self.chance.random() < 0.4:
            self.worker.start()
            time.sleep(self.chance.uniform(0.5, 4.0))
            self._kill()
            self._look(half_done(self.ledger, before))
        self.worker.start()
        wait_for("the end of all jobs", lambda: not self.ledger.pending(), pause=0.2)
        self._look(half_done(self.ledger, before) + unfinished(self.ledger))
        self.survived.written += len(history(self.ledger)) - len(before)
        if changed := changed_by_another_look(self.ledger):
            self._look([f"another look changed {changed} verdicts"])

    def _kill(self) -> None:
        self.survived.hits.update(at_work(self.ledger) or ["nothing"])
        self.worker.kill()
        self.survived.kills += 1

    def _look(self, faults: list[str]) -> None:
        self.survived.faults += [f"kill {self.survived.kills}: {fault}" for fault in faults]


def at_work(ledger: Ledger) -> list[str]:
    """Return the kinds of the jobs at work on verdicts and suggestions."""
    return [str(kind) for (kind,) in ledger.rows(f"SELECT kind FROM job WHERE state = 'running' AND {WORKED_OUT}")]


def test_each_verdict_is_the_old_or_the_new_one_and_the_work_ends(ledger: Ledger) -> None:
    """At every kill, and when the work has come to its end: quotes, history, one verdict a moment, jobs, the audit log."""
    worker = Daemon(ledger.data, ("work",), ledger.env).start()
    try:
        survived = Storm(ledger, worker, SEED).rage(KILLS)
    finally:
        worker.stop()

    sys.stdout.write(f"\n{survived.figures()}\n")
    assert [] == survived.faults


def test_the_clock_moves_while_the_worker_is_killed(ledger: Ledger) -> None:
    """A report passes its date, and the worker dies while it sees to that: in the end what it supported is stale.

    What only readers heard against a claim in it is no longer heard; nothing is supported by it.
    """
    before, chance, survived = history(ledger), random.Random(SEED), Survived()
    document, until = ledger.use(_first_to_expire)
    worker = Daemon(ledger.data, ("work",), ledger.env, days_ahead=(until - today()).days + 2)
    rested = {
        row[2] for row in before.values() if row[5] in SUPPORTS and f'[{{"document_id":"{document}"' in str(row[7])
    }
    try:
        for _ in range(max(KILLS // 2, 1)):
            worker.start()
            wait_for("work on verdicts", lambda: at_work(ledger) or _ticked(ledger), pause=0.01)
            time.sleep(chance.uniform(0.0, 1.2))
            survived.hits.update(at_work(ledger) or ["nothing"])
            worker.kill()
            survived.faults += half_done(ledger, before)
        worker.start()
        wait_for("the end of all jobs", lambda: _ticked(ledger) and not ledger.pending(), pause=0.2)
    finally:
        worker.stop()

    written = [row for row in history(ledger).values() if row[0] not in before]
    shown = ledger.use(lambda _: _shown(ledger.assessment, until + timedelta(days=2)))
    sys.stdout.write(
        f"\n{max(KILLS // 2, 1)} kills of the worker; at work were {dict(survived.hits)}; {len(rested)} stale\n"
    )
    assert rested
    assert {"stale"} == {shown[str(ref)] for ref in rested} == {row[5] for row in written if row[2] in rested}
    assert {row[5] for row in written if row[2] not in rested} <= {"not_evidenced"}
    assert [] == survived.faults + half_done(ledger, before) + unfinished(ledger)


async def _first_to_expire(settings: Settings) -> tuple[UUID, date]:
    first = (await dated_documents())[0]
    return first.document, first.until


async def _shown(assessment_id: UUID, day: date) -> dict[str, str]:
    """Return the verdicts that a reviewer sees on a day."""
    assessment = await Assessment.objects().where(Assessment.id == assessment_id).first()
    assert assessment is not None
    freeze(datetime.combine(day, time_of_day(12), UTC))
    try:
        return {one.ref: one.state.value for one in (await review_of(assessment)).reviewed if one.state}
    finally:
        freeze(None)


def _ticked(ledger: Ledger) -> bool:
    return bool(ledger.one("SELECT count(*) FROM audit_entry WHERE action = 'evidence.expired'"))
