"""A language model's provider that dies, hangs, lies or breaks off: an answer all the same, and a sentence on what happened."""

import re
import threading
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup

from tests.journeys.ledger import QUESTION, SLUG, Ledger
from tests.journeys.provider import HALF_WRITTEN, WRITTEN, Provider
from tests.journeys.server import Server, wait_for
from tests.journeys.staff import Colleague
from tests.portal.assistant.shelf import LEAVERS

LIMIT = 3
INSTEAD = "The answer is made of extracts instead."
SAID = {
    "silent": f"The language model did not answer within {LIMIT} seconds.",
    "dripping": f"The language model did not answer within {LIMIT} seconds.",
    "half": "The language model broke off before its answer was whole.",
    "garbage": "The language model did not answer in the form it was asked for.",
    "chatty": "The language model did not answer in the form it was asked for.",
    "empty": "The language model did not answer in the form it was asked for.",
    "busy": "The language model has too much to do just now.",
    "broken": "The language model could not answer: its server reported a fault.",
    "locked": "The language model refused the portal's key.",
}


@pytest.fixture(scope="module")
def desk(ledger_made: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Desk"]:
    """A portal that asks a model, the model's provider, and a reviewer."""
    folder = tmp_path_factory.mktemp("provider")
    ledger = ledger_made.copied(folder / "data")
    provider = Provider(folder).start()
    model = {
        "SURETY_CHAT_MODEL": "openai:small",
        "SURETY_CHAT_BASE_URL": provider.url,
        "SURETY_CHAT_API_KEY": "not a secret",
        "SURETY_CHAT_TIMEOUT": str(LIMIT),
    }
    server = Server(ledger.data, ("serve",), {**ledger.env, **model}).start()
    try:
        yield Desk(ledger, provider, Colleague(server.wait_ready().url, ledger.data, ledger.env))
    finally:
        server.stop()
        provider.kill()


class Desk:
    """A reviewer who asks a portal whose model's provider may do anything."""

    def __init__(self, ledger: Ledger, provider: Provider, reviewer: Colleague) -> None:
        self.ledger, self.provider, self.reviewer = ledger, provider, reviewer

    def ask(self) -> str:
        """Ask, and return the words of the page that comes."""
        page = self.reviewer.ask(QUESTION, SLUG)
        assert page.status_code == 200, page.text
        return words(page.text)

    def kept(self) -> list[tuple[object, ...]]:
        """Return state, answer, who wrote it and the note of the newest turn."""
        newest = "SELECT state, answered, written_by, answer, note FROM turn ORDER BY asked_at DESC LIMIT 1"
        return self.ledger.rows(newest)


def words(html: str) -> str:
    """Return the words of a page's conversation."""
    talk = BeautifulSoup(html, "html.parser").find(id="chat")
    assert talk is not None
    return re.sub(r"\s+", " ", talk.get_text(" ")).strip()


def test_an_honest_provider_words_the_answer(desk: Desk) -> None:
    """The control: with a provider that works the model's sentence is shown, so that what follows means something."""
    desk.provider.behave("honest")

    shown = desk.ask()

    assert WRITTEN in shown
    assert "Written by openai:small." in shown
    assert INSTEAD not in shown


@pytest.mark.parametrize("behaviour", SAID)
def test_a_provider_in_trouble_is_done_without_and_said(desk: Desk, behaviour: str) -> None:
    """The answer is made of the page's words, one sentence says what happened, and nothing of the model's is shown."""
    desk.provider.behave(behaviour)

    shown = desk.ask()

    (state, answered, written_by, answer, note), *_ = desk.kept()
    assert ("answered", True, "extractive") == (state, bool(answered), written_by)
    assert f"{SAID[behaviour]} {INSTEAD}" == note
    for expected in (QUESTION, LEAVERS, str(note)):
        assert expected in shown
    for strange in (WRITTEN, HALF_WRITTEN, "nginx", "Trust me", "sk-secret-7731", "Error"):
        assert strange not in shown
        assert strange not in str(answer)


def test_what_passed_before_a_provider_broke_off_stays(desk: Desk) -> None:
    """A sentence that was shown with its quote is not taken back when the next one breaks off; the note says that one did."""
    desk.provider.behave("cut")

    shown = desk.ask()

    (state, answered, written_by, _, note), *_ = desk.kept()
    assert ("answered", True, "openai:small") == (state, bool(answered), written_by)
    assert "The language model broke off before its answer was whole. What stands here passed every check." == note
    assert WRITTEN in shown
    assert HALF_WRITTEN not in shown


@pytest.mark.parametrize("moment", ["silent", "dying"])
def test_a_provider_killed_in_the_middle_of_an_answer(desk: Desk, moment: str) -> None:
    """Killed before its first word or half way through, the answer comes from the pages; the next question finds it gone."""
    desk.provider.behave(moment)
    before = desk.provider.asked
    shown: list[str] = []
    asking = threading.Thread(target=lambda: shown.append(desk.ask()))

    asking.start()
    wait_for("the model's question", lambda: desk.provider.asked > before)
    desk.provider.kill()
    asking.join()
    after = desk.ask()
    desk.provider.start()

    assert LEAVERS in shown[0]
    assert f"The language model broke off before its answer was whole. {INSTEAD}" in shown[0]
    assert LEAVERS in after
    assert f"The language model cannot be reached. {INSTEAD}" in after


def test_a_conversation_goes_on_when_the_provider_is_back(desk: Desk) -> None:
    """Every question asked while it was in trouble is kept with its answer, and the next one is worded by the model."""
    desk.provider.behave("broken")
    desk.ask()
    desk.provider.behave("honest")

    shown = desk.ask()

    assert WRITTEN in shown
    assert 0 == desk.ledger.one("SELECT count(*) FROM turn WHERE state != 'answered' OR answer = ''")
    assert desk.ledger.one("SELECT count(*) FROM turn") == desk.ledger.one(
        "SELECT count(*) FROM audit_entry WHERE action = 'assistant.asked'"
    )


def test_verdicts_stand_by_the_rules_when_the_provider_fails_in_a_recompute(desk: Desk) -> None:
    """A model that cannot be asked lowers nothing and raises nothing, and the verdicts say that it was not asked."""
    desk.provider.behave("broken")
    states = f"SELECT ref, state FROM answer_verdict WHERE assessment = '{desk.ledger.assessment}' ORDER BY ref"
    before = desk.ledger.rows(states)

    reply = desk.reviewer.send(f"/reviews/{desk.ledger.assessment}/check", {})
    assert reply.status_code == 303, reply.text
    wait_for("the check", lambda: desk.ledger.pending() == 0)

    assert before == desk.ledger.rows(states)
