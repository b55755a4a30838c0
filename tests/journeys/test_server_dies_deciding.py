"""Killing the server while a reviewer decides, or removes a document: the change with its audit entry, or neither.

SURETY_DECIDING_KILLS (4) kills on each database.
"""

import json
import os
import random
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import httpx
import pytest

from tests.journeys.ledger import Ledger
from tests.journeys.losses import audit
from tests.journeys.server import Server, wait_for
from tests.journeys.soundness import half_done, history, unfinished
from tests.journeys.staff import Colleague

KILLS = int(os.environ.get("SURETY_DECIDING_KILLS", "4"))
SEED = int(os.environ.get("SURETY_SEED", str(KILLS)))
BULK = "Agreed with several at once."

pytestmark = pytest.mark.slow


@dataclass
class Desk:
    """A reviewer who decides without a pause while the server is killed."""

    ledger: Ledger
    server: Server
    chance: random.Random
    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    interrupted: int = 0
    usual: float = 0.2  # seconds that a request takes here
    colleague: Colleague = field(init=False)

    def sit_down(self) -> None:
        """Come in through a sign-in link."""
        self.colleague = Colleague(self.server.start().wait_ready().url, self.ledger.data, self.ledger.env)

    def decide(self, kills: int) -> None:
        """Decide on question after question, until the server was killed this often."""
        for _ in range(kills):
            goal = len(self.acknowledged) + self.chance.randint(1, 4)
            deciding = threading.Thread(target=self._decide_on)
            deciding.start()
            wait_for("decisions", lambda: len(self.acknowledged) >= goal or not deciding.is_alive(), pause=0.005)  # noqa: B023
            time.sleep(self.chance.uniform(0.0, self.usual))
            self.server.kill()
            deciding.join()
            self.server.start().wait_ready()

    def _decide_on(self) -> None:
        began, before = time.monotonic(), len(self.acknowledged)
        while self._decided():
            self.usual = (time.monotonic() - began) / (len(self.acknowledged) - before)

    def _decided(self) -> bool:
        """Overrule one verdict with a reason of its own; whether the server lived to say that it is done."""
        reason = f"Seen on site, number {self.chance.randrange(1 << 40)}."
        try:
            form = self._form()
            reply = self.colleague.send(f"/reviews/{self.ledger.assessment}/overrule", {**form, "reason": reason})
        except httpx.TransportError:
            self.interrupted += 1
            return False
        assert reply.status_code == 303, reply.text
        self.acknowledged.append((form["ref"], reason))
        return True

    def _form(self) -> dict[str, str]:
        """Return what the form of some question holds, and another verdict than the one that stands."""
        page = self.colleague.see(f"/reviews/{self.ledger.assessment}?ref={self._ref()}&do=overrule").text
        form = {name: _value(page, name) for name in ("ref", "revision", "verdict")}
        state = self.ledger.one(f"SELECT state FROM answer_verdict WHERE id = '{form['verdict']}'")
        return {**form, "state": "stale" if state != "stale" else "supported"}

    def _ref(self) -> str:
        refs = sorted({str(ref) for (ref,) in self.ledger.rows("SELECT ref FROM answer_verdict")})
        return self.chance.choice(refs)


def _value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, f"{name} is not on the page"
    return found.group(1)


@pytest.fixture
def desk(ledger: Ledger) -> Iterator[Desk]:
    """A reviewer at the desk; no worker runs beside the server."""
    server = Server(ledger.data, ("serve", "--no-worker"), ledger.env)
    try:
        desk = Desk(ledger, server, random.Random(SEED))
        desk.sit_down()
        yield desk
    finally:
        server.stop()


def unpaired(ledger: Ledger) -> list[str]:
    """Return one sentence for each decision without its audit entry, and for each entry without its decision."""
    decisions = [
        (str(ref), str(kind), str(state), str(reason))
        for ref, kind, state, reason in ledger.rows("SELECT ref, kind, state, reason FROM decision")
    ]
    entries = []
    for action, detail in ledger.rows(
        "SELECT action, detail FROM audit_entry WHERE action IN ('verdict.agreed', 'verdict.overruled')"
    ):
        told: Mapping[str, str] = json.loads(str(detail))
        entries.append((told["ref"], str(action).partition(".")[2], told["state"], told["reason"]))
    return [
        *(f"no entry for {one}" for one in decisions if decisions.count(one) != entries.count(one)),
        *(f"no decision for {one}" for one in entries if one not in decisions),
        *_beginnings(ledger),
    ]


def _beginnings(ledger: Ledger) -> list[str]:
    """A review that was decided in has begun, once, and one that has begun was decided in."""
    state = ledger.one(f"SELECT state FROM assessment WHERE id = '{ledger.assessment}'")
    begun = ledger.one("SELECT count(*) FROM audit_entry WHERE action = 'assessment.review_started'")
    decided = bool(ledger.one("SELECT count(*) FROM decision"))
    if (state == "in_review", begun == 1) != (decided, decided):
        return [f"the review is {state}, began {begun} times and was {'' if decided else 'not '}decided in"]
    return []


def test_a_decision_is_there_with_its_entry_or_not_at_all(desk: Desk) -> None:
    """What was acknowledged is kept once; what was not is either whole or nowhere; the log is whole."""
    desk.decide(KILLS)

    kept = desk.ledger.rows("SELECT ref, reason FROM decision")
    sys.stdout.write(
        f"\n{KILLS} kills of the server: {len(desk.acknowledged)} decisions acknowledged, {len(kept)} kept\n"
    )
    assert [] == [one for one in desk.acknowledged if kept.count(one) != 1]
    assert len(kept) <= len(desk.acknowledged) + desk.interrupted
    assert [] == unpaired(desk.ledger) + audit(desk.ledger.data, desk.ledger.env)


@pytest.mark.parametrize("kill", range(KILLS))
def test_many_agreed_with_at_once_are_all_agreed_with_or_none(desk: Desk, kill: int) -> None:
    """The server dies while it agrees with several answers: all of them stand with their entries, or not one does."""
    desk.chance.seed(SEED + kill)
    bench = f"/reviews/{desk.ledger.assessment}/bulk"
    page, desk.usual = _timed(lambda: desk.colleague.see(bench))
    chosen = re.findall(r'name="chosen" value="([^"]+)"', page.text)
    assert len(chosen) > 2

    reply = _killed_in(desk, lambda: desk.colleague.send(bench, {"chosen": chosen}))

    kept = desk.ledger.one(f"SELECT count(*) FROM decision WHERE reason = '{BULK}'")
    sys.stdout.write(f"\nacknowledged: {reply is not None}; kept: {kept} of {len(chosen)}\n")
    assert kept in ((len(chosen),) if reply is not None else (0, len(chosen)))
    assert [] == unpaired(desk.ledger) + audit(desk.ledger.data, desk.ledger.env)


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_document_is_removed_to_the_end_or_not_at_all(desk: Desk, kill: int) -> None:
    """The server dies while it removes a document: it is there as before, or in the end nothing of it is kept or quoted."""
    desk.chance.seed(SEED + kill)
    before = history(desk.ledger)
    evidence = desk.ledger.one(
        "SELECT id FROM evidence WHERE name LIKE 'SOC 2 Type 2 Report 2026%' AND removed_at IS NULL"
    )
    _, desk.usual = _timed(lambda: desk.colleague.see("/vendors/helio-payments/documents"))

    reply = _killed_in(desk, lambda: desk.colleague.send(f"/documents/{evidence}/remove", {}))
    with_worker = Server(desk.ledger.data, ("serve",), desk.ledger.env).start().wait_ready()
    try:
        wait_for("the end of all jobs", lambda: not desk.ledger.pending(), pause=0.2)
    finally:
        with_worker.stop()

    gone = desk.ledger.one(f"SELECT count(*) FROM evidence WHERE id = '{evidence}' AND removed_at IS NOT NULL")
    told = desk.ledger.one("SELECT count(*) FROM audit_entry WHERE action = 'evidence.removed'")
    sys.stdout.write(f"\nacknowledged: {reply is not None}; removed: {gone}\n")
    assert gone == told
    assert gone or reply is None
    assert [] == half_done(desk.ledger, before) + unfinished(desk.ledger)


def _timed(act: Callable[[], httpx.Response]) -> tuple[httpx.Response, float]:
    began = time.monotonic()
    return act(), time.monotonic() - began


def _killed_in(desk: Desk, act: Callable[[], httpx.Response]) -> httpx.Response | None:
    """Do something while the server is killed at a moment nobody can foresee; what it replied, if it lived to."""
    replies: list[httpx.Response] = []

    def run() -> None:
        try:
            replies.append(act())
        except httpx.TransportError:
            return

    acting = threading.Thread(target=run)
    acting.start()
    time.sleep(desk.chance.uniform(0.0, 2 * desk.usual))
    desk.server.kill()
    acting.join()
    return replies[0] if replies else None
