"""Killing the server in the middle of an answer: the question is kept, nothing of the answer is half kept, and one comes.

SURETY_ANSWER_KILLS (4) kills at any moment on each database, beside the kills at chosen moments.
"""

import json
import os
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from portal.assistant.holding import INTERRUPTED
from tests.journeys.ledger import QUESTION, SLUG, Ledger
from tests.journeys.losses import audit
from tests.journeys.provider import WRITTEN, Provider
from tests.journeys.server import Server, wait_for
from tests.journeys.staff import Colleague
from tests.portal.assistant.shelf import LEAVERS, words

KILLS = int(os.environ.get("SURETY_ANSWER_KILLS", "4"))
SEED = int(os.environ.get("SURETY_SEED", str(KILLS)))
STOPPED = "The portal was stopped while it worked on this answer."

pytestmark = pytest.mark.slow


@dataclass
class Desk:
    """A reviewer who asks, a portal that may be killed, and the provider that it asks."""

    ledger: Ledger
    provider: Provider
    server: Server
    reviewer: Colleague = field(init=False)

    def begin(self) -> None:
        """Start the portal and sign in."""
        self.reviewer = Colleague(self.server.start().wait_ready().url, self.ledger.data, self.ledger.env)

    def ask(self, question: str = QUESTION) -> object:
        """Ask as a page with scripts does, and return the turn, which waits for its stream."""
        reply = self.reviewer.ask_live(question, SLUG)
        assert reply.status_code == 200, reply.text
        return self.ledger.one("SELECT id FROM turn ORDER BY asked_at DESC LIMIT 1")

    def follow_and_die(self, turn: object) -> None:
        """Follow the answer until the model is at it, and kill the portal."""
        before = self.provider.asked
        following = threading.Thread(target=lambda: _cut_off(lambda: self.reviewer.follow(turn)))
        following.start()
        wait_for("the model's question", lambda: self.provider.asked > before)
        self.server.kill()
        following.join()

    def turn(self, turn: object) -> dict[str, object]:
        """Return what is kept of a turn."""
        names = ("state", "answered", "answer", "citations", "searched", "note", "interrupted")
        row = self.ledger.rows(f"SELECT {', '.join(names)} FROM turn WHERE id = '{turn}'")[0]
        return dict(zip(names, row, strict=True))

    def page(self, turn: object) -> str:
        """Return the words of the conversation's page."""
        conversation = self.ledger.one(f"SELECT conversation FROM turn WHERE id = '{turn}'")
        shown = self.reviewer.see(f"/assistant/{conversation}")
        assert shown.status_code == 200
        return words(shown.text)


def _cut_off(act: Callable[[], object]) -> None:
    try:
        act()
    except httpx.TransportError:
        return


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Iterator[Desk]:
    """A portal whose model says nothing until it is told to."""
    provider = Provider(tmp_path).start()
    model = {
        "SURETY_CHAT_MODEL": "openai:small",
        "SURETY_CHAT_BASE_URL": provider.url,
        "SURETY_CHAT_API_KEY": "not a secret",
    }
    one = Desk(ledger, provider, Server(ledger.data, ("serve",), {**ledger.env, **model}))
    try:
        provider.behave("silent")
        one.begin()
        yield one
    finally:
        one.server.stop()
        provider.kill()


def half_kept(ledger: Ledger) -> list[str]:
    """Return one sentence for each turn that is neither waiting nor whole, and each quote that stands nowhere."""
    found = []
    pages = {(str(row[0]), row[1]): str(row[2]) for row in ledger.rows("SELECT document, number, text FROM page")}
    rows = ledger.rows("SELECT id, state, answered, answer, citations, searched, note, answered_at, records FROM turn")
    for key, state, answered, answer, citations, searched, note, answered_at, records in rows:
        whole = bool(searched and answered_at and answer) and (not answered or bool(citations))
        bare = not (answer or citations or searched or records)
        if not {"answered": whole, "failed": bare and bool(note)}.get(str(state), bare):
            found.append(f"turn {key} is {state} and half kept")
        for cited in json.loads(str(citations)) if citations else []:
            quote = cited["quote"]
            if pages[(quote["document_id"], quote["page"])][quote["start"] : quote["end"]] != quote["text"]:
                found.append(f"turn {key} quotes what does not stand on its page")
    kept = ledger.rows("SELECT subject_id FROM audit_entry WHERE action = 'assistant.asked'")
    if sorted(str(row[0]) for row in rows) != sorted(str(one) for (one,) in kept):
        found.append("questions and their entries in the log differ")
    if ledger.rows("SELECT id FROM conversation WHERE id NOT IN (SELECT conversation FROM turn)"):
        found.append("a conversation has no question")
    return found


def test_what_was_being_answered_is_answered_at_the_next_look(desk: Desk) -> None:
    """Killed while the model thinks, nothing of the answer is kept; the page says what happened, and the stream brings it."""
    turn = desk.ask()
    desk.follow_and_die(turn)
    assert ("answering", "", "") == tuple(desk.turn(turn)[name] for name in ("state", "answer", "citations"))
    assert [] == half_kept(desk.ledger)

    desk.provider.behave("honest")
    desk.server.start().wait_ready()
    shown = desk.page(turn)
    stream = desk.reviewer.follow(turn)

    assert QUESTION in shown
    assert STOPPED in shown
    assert "done" == stream.names[-1]
    assert WRITTEN in words(stream.data("done")[0])
    assert ("answered", 1) == tuple(desk.turn(turn)[name] for name in ("state", "interrupted"))
    assert STOPPED not in desk.page(turn)
    assert [] == half_kept(desk.ledger) + audit(desk.ledger.data, desk.ledger.env)


def test_without_scripts_one_press_asks_again(desk: Desk) -> None:
    """The page that nobody follows says that the portal was stopped, and its button brings the answer."""
    turn = desk.ask()
    desk.follow_and_die(turn)

    desk.provider.behave("honest")
    desk.server.start().wait_ready()
    before = desk.page(turn)
    reply = desk.reviewer.send(f"/assistant/turns/{turn}/again", {})

    assert f"{STOPPED} The question is kept. Try again" in before
    assert reply.status_code == 303, reply.text
    assert WRITTEN in desk.page(turn)


def test_an_answer_that_takes_the_portal_down_twice_is_given_up_with_a_sentence(desk: Desk) -> None:
    """It is not begun for ever: the second time the question stays, the page says so, and a person may ask again."""
    turn = desk.ask()
    desk.follow_and_die(turn)
    desk.server.start().wait_ready()
    desk.follow_and_die(turn)
    desk.server.start().wait_ready()

    desk.provider.behave("honest")
    stream = desk.reviewer.follow(turn)
    given_up = desk.page(turn)
    desk.reviewer.send(f"/assistant/turns/{turn}/again", {})

    assert ["failed", "done"] == stream.names
    assert f"{INTERRUPTED} Try again" in given_up
    assert WRITTEN in desk.page(turn)
    assert [] == half_kept(desk.ledger)


def test_killed_at_any_moment_every_question_is_kept_and_answered(desk: Desk) -> None:
    """While questions are sent, searched, worded and kept: none that was taken is lost, and each comes to its end."""
    chance, taken = random.Random(SEED), list[str]()
    desk.provider.behave("honest")
    began = time.monotonic()
    desk.reviewer.follow(desk.ask())
    usual = time.monotonic() - began
    for number in range(KILLS):
        desk.ledger.change("DELETE FROM attempt")  # so many questions in so short a time are not asked by people
        desk.provider.behave(chance.choice(("honest", "slow", "silent")))
        threading.Timer(chance.uniform(0.0, 2 * usual), desk.server.kill).start()
        while desk.server.running:
            question = f"{QUESTION} ({number}.{len(taken)})"
            try:
                turn = desk.ask(question)
                taken.append(question)
                desk.reviewer.follow(turn)
            except httpx.TransportError:
                time.sleep(0.01)
        assert [] == half_kept(desk.ledger)
        desk.server.start().wait_ready()

    desk.provider.behave("honest")
    open_ = desk.ledger.rows("SELECT id FROM turn WHERE state NOT IN ('answered', 'failed')")
    for (turn,) in open_:
        assert "done" == desk.reviewer.follow(turn).names[-1]

    kept = [str(row[0]) for row in desk.ledger.rows("SELECT question FROM turn")]
    sys.stdout.write(
        f"\n{KILLS} kills of the server: {len(taken)} questions taken, {len(open_)} answered after a kill\n"
    )
    assert [] == [question for question in taken if kept.count(question) != 1]
    assert 0 == desk.ledger.one("SELECT count(*) FROM turn WHERE state <> 'answered'")
    assert LEAVERS in desk.page(turn) or WRITTEN in desk.page(turn)
    assert [] == half_kept(desk.ledger) + audit(desk.ledger.data, desk.ledger.env)
