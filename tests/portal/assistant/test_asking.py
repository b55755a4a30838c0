"""Asking on pages: an answer with its pages, an honest no, conversations of one's own, limits, scripts off."""

import hashlib

import pytest
from litestar import Litestar

from portal.assistant.asking import MOST_QUESTIONS
from portal.assistant.keeping import cited_from_json
from portal.assistant.states import TurnState
from portal.assistant.tables import Conversation, Turn
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assistant.shelf import (
    BREACH,
    CORVID,
    LEAVERS,
    SOC2,
    ask,
    hand_in,
    links,
    page_text,
    waiting_turn,
    words,
)

pytestmark = pytest.mark.anyio


async def test_an_answer_quotes_the_page_and_its_link_opens_it_there(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """A question the documents answer is answered in their words, and the citation opens the page with them marked."""
    row = await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)

    turn = await ask(browser, "How soon is access of leavers removed?", vendor="helio-payments")
    shown = await browser.get(f"/assistant/{turn.conversation}")

    cited = cited_from_json(turn.citations)
    assert turn.answered
    quote = cited[0].quote
    assert quote is not None
    assert (row.document, 2) == (quote.document_id, quote.page)
    assert " ".join(quote.text.split()) == LEAVERS
    assert quote.text in await page_text(row.document, 2)
    assert LEAVERS in words(shown.text)
    assert links(shown.text)
    for link in links(shown.text):
        opened = await browser.get(link)
        assert opened.status_code == 200, (link, words(opened.text))
        assert "<mark" in opened.text
        assert "not on this page any more" not in opened.text


async def test_what_the_documents_do_not_say_is_not_answered(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """Without an answer on the pages the page says so, what was searched, and which page could not be read."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2, scanned=1)
    await browser.become(cast.reviewer)

    turn = await ask(browser, "Which colour are the carpets in the Lisbon office?", vendor="helio-payments")
    shown = words((await browser.get(f"/assistant/{turn.conversation}")).text)

    assert not turn.answered
    assert TurnState.answered == turn.state
    assert "The documents do not answer this." in shown
    assert "Searched 1 document, 3 pages. 1 page could not be read (helio-soc2.pdf p. 4" in shown
    assert "Ask the vendor" in shown


async def test_an_auditor_is_not_sent_to_write_to_the_vendor(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """Who may not send questionnaires gets no link to one."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.auditor)

    turn = await ask(browser, "Which colour are the carpets in the Lisbon office?", vendor="helio-payments")

    assert "Ask the vendor" not in (await browser.get(f"/assistant/{turn.conversation}")).text


async def test_a_page_says_what_is_searched_before_anything_is_asked(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """The vendor's page names documents and pages, what could not be read, who words the answers, and suggests questions."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2, scanned=1)
    await browser.become(cast.reviewer)

    shown = words((await browser.get("/vendors/helio-payments/assistant")).text)

    assert "1 document, 3 pages of Helio Payments" in shown
    assert "1 page could not be read" in shown
    assert "word for word" in shown
    assert "How soon is access of leavers removed?" in shown


async def test_a_vendor_without_documents_offers_to_add_some(cast: Cast, browser: Browser) -> None:
    """With nothing to search the page says what is missing instead of a form that could not help."""
    await browser.become(cast.reviewer)

    shown = (await browser.get("/vendors/helio-payments/assistant")).text

    assert "No documents to search yet" in shown
    assert 'id="ask-form"' not in shown


async def test_asking_over_nothing_says_that_there_is_nothing(cast: Cast, browser: Browser) -> None:
    """A question sent to an empty shelf gets an honest answer, not an error."""
    await browser.become(cast.reviewer)

    turn = await ask(browser, "How soon is access of leavers removed?", vendor="helio-payments")

    assert not turn.answered
    assert "There were no documents to search." in (await browser.get(f"/assistant/{turn.conversation}")).text


async def test_the_portfolio_answers_name_the_vendor(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """Over all vendors each citation says whose document it is."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await hand_in(app, settings, cast.corvid, "corvid-policy.pdf", CORVID)
    await browser.become(cast.reviewer)

    turn = await ask(browser, "How soon is access of leavers removed?")

    vendors = {cited.vendor for cited in cited_from_json(turn.citations)}
    assert "Helio Payments" in vendors
    assert "Helio Payments: helio-soc2 p. 2" in (await browser.get(f"/assistant/{turn.conversation}")).text


async def test_the_ask_box_of_the_top_bar_fills_the_form_and_asks_nothing(
    cast: Cast, app: Litestar, settings: Settings, browser: Browser
) -> None:
    """Opening /assistant?q=… only fills the form in: a GET changes nothing."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)

    shown = await browser.get("/assistant?q=Who%20is%20%3Cb%3Etold%3C/b%3E")

    assert "Who is &lt;b&gt;told&lt;/b&gt;</textarea>" in shown.text
    assert 0 == await Turn.count()


async def test_a_conversation_is_its_persons_alone(cast: Cast, browser: Browser) -> None:
    """Nobody else reads a conversation or its stream, goes on with it or tries it again; administrators neither."""
    await browser.become(cast.reviewer)
    turn = await ask(browser, "Is data encrypted?", vendor="helio-payments")

    for other in (cast.administrator, cast.approver, cast.auditor):
        await browser.become(other)
        assert 404 == (await browser.get(f"/assistant/{turn.conversation}")).status_code
        assert 404 == (await browser.get(f"/assistant/turns/{turn.id}/stream")).status_code
        assert 404 == (await browser.submit(f"/assistant/turns/{turn.id}/again")).status_code
        sent: dict[str, str | list[str]] = {"question": "And keys?", "conversation": str(turn.conversation)}
        assert 404 == (await browser.submit("/assistant/ask", sent)).status_code
        assert "Is data encrypted?" not in (await browser.get("/vendors/helio-payments/assistant")).text
    assert 1 == await Turn.count()


@pytest.mark.parametrize("url", ["/assistant", "/vendors/helio-payments/assistant"])
async def test_who_may_not_read_evidence_has_no_assistant(cast: Cast, browser: Browser, url: str) -> None:
    """Procurement is refused, a vendor's contact finds nothing there, and nobody signed in is sent to sign in."""
    await browser.become(cast.procurement)
    assert 403 == (await browser.get(url)).status_code
    assert 403 == (await browser.submit("/assistant/ask", {"question": "Anything?"})).status_code

    await browser.become(cast.helio.who)
    assert 404 == (await browser.get(url)).status_code
    assert 404 == (await browser.submit("/assistant/ask", {"question": "Anything?"})).status_code

    await browser.leave()
    assert (await browser.get(url)).headers["location"].startswith("/sign-in")


async def test_a_conversation_goes_on_with_its_own_vendor(cast: Cast, browser: Browser) -> None:
    """Another vendor named in the form does not move a conversation."""
    await browser.become(cast.reviewer)
    first = await ask(browser, "Is data encrypted?", vendor="helio-payments")

    second = await ask(browser, "And the keys?", vendor="corvid-analytics", conversation=str(first.conversation))

    assert first.conversation == second.conversation
    begun = await Conversation.objects().first()
    assert begun is not None
    assert cast.helio.vendor.id == begun.vendor
    assert 1 == await Conversation.count()


async def test_asking_goes_on_record_without_the_words(cast: Cast, browser: Browser) -> None:
    """The audit log keeps who asked about whom and a hash; the question itself stays with the person."""
    await browser.become(cast.reviewer)

    await ask(browser, "Did Helio lose our data?", vendor="helio-payments")

    entry = await AuditEntry.objects().where(AuditEntry.action == "assistant.asked").first()
    assert entry is not None
    assert cast.helio.vendor.id == entry.vendor
    assert hashlib.sha256(b"Did Helio lose our data?").hexdigest() in entry.detail
    assert "lose our data" not in entry.detail


@pytest.mark.parametrize("question", ["", "   ", "x" * 4001])
async def test_a_question_that_cannot_be_taken_comes_back(cast: Cast, browser: Browser, question: str) -> None:
    """Nothing, or more than 4,000 characters, is refused with a sentence, and what was typed is still there."""
    await browser.become(cast.reviewer)

    refused = await browser.submit("/assistant/ask", {"question": question, "vendor": "helio-payments"})

    assert 422 == refused.status_code
    assert 0 == await Turn.count()


async def test_questions_are_limited_in_number(cast: Cast, browser: Browser) -> None:
    """After 30 questions in five minutes the next one waits; another person is not held up."""
    await browser.become(cast.reviewer)
    for number in range(MOST_QUESTIONS):
        await waiting_turn(browser, f"Question {number}?", vendor="helio-payments")

    refused = await browser.submit("/assistant/ask", {"question": "One more?", "vendor": "helio-payments"})

    assert (429, "300") == (refused.status_code, refused.headers["retry-after"])
    assert MOST_QUESTIONS == await Turn.count()
    await browser.become(cast.approver)
    await ask(browser, "May I?", vendor="helio-payments")


async def test_a_follow_up_is_kept_in_order(app: Litestar, settings: Settings, cast: Cast, browser: Browser) -> None:
    """A conversation shows its questions in the order they were asked, each with its answer."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)

    first = await ask(browser, "How soon is access of leavers removed?", vendor="helio-payments")
    await ask(browser, "How soon are customers told of a breach?", conversation=str(first.conversation))

    shown = words((await browser.get(f"/assistant/{first.conversation}")).text)
    assert shown.index(LEAVERS) < shown.index("How soon are customers told of a breach?") < shown.index(BREACH)
