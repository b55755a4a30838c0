"""Asking about one document: nothing else is searched, the pages say so, and the next question stays with it."""

import json

import pytest
from bs4 import BeautifulSoup
from litestar import Litestar

from portal.assistant.access import scope_for
from portal.assistant.feedback.checking import check_again, examples_in
from portal.assistant.feedback.exporting import export
from portal.assistant.feedback.sets import FeedbackSet
from portal.assistant.keeping import cited_from_json
from portal.assistant.tables import Turn
from portal.core.settings import Settings
from portal.evidence.receiving import remove
from portal.evidence.tables import Evidence
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assistant.shelf import CORVID, SOC2, ask, hand_in, words

pytestmark = pytest.mark.anyio
POLICY = ("Access policy of Helio. The access of leavers is removed within three business days of their departure.",)
LEAVERS = "How soon is access of leavers removed?"


async def two(app: Litestar, settings: Settings, cast: Cast) -> tuple[Evidence, Evidence]:
    """Hand in a report and a policy that speak of the same thing."""
    return (
        await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2),
        await hand_in(app, settings, cast.helio, "helio-policy.pdf", POLICY),
    )


def cited(turn: Turn) -> set[str]:
    """Return the documents that an answer quotes."""
    return {one.quote.document for one in cited_from_json(turn.citations) if one.quote}


def chosen(html: str) -> str:
    """Return the document that the form asks next."""
    picked = BeautifulSoup(html, "html.parser").select_one("select[name=document] option[selected]")
    return picked.get_text() if picked else ""


async def test_only_that_document_answers_and_the_next_question_stays_with_it(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """From the viewer to the answer and back to all documents."""
    report, policy = await two(app, settings, cast)
    await browser.become(cast.reviewer)
    link = f"/vendors/helio-payments/assistant?document={policy.id}"
    assert link in (await browser.get(f"/documents/{policy.id}")).text
    begun = (await browser.get(link)).text
    assert "helio-policy.pdf" == chosen(begun)
    assert "1 document, 1 page of Helio Payments" in words(begun)
    suggested = BeautifulSoup(begun, "html.parser").select_one(".suggestions input[name=document]")
    assert suggested is not None
    assert str(policy.id) == suggested["value"]

    alone = await ask(browser, LEAVERS, vendor="helio-payments", document=str(policy.id))
    shown = (await browser.get(f"/assistant/{alone.conversation}")).text
    other = await ask(browser, LEAVERS, conversation=str(alone.conversation), document=str(report.id))
    both = await ask(browser, LEAVERS, conversation=str(alone.conversation), document="")

    assert ({"helio-policy.pdf"}, {"helio-soc2.pdf"}) == (cited(alone), cited(other))
    assert {"helio-policy.pdf", "helio-soc2.pdf"} == cited(both)
    assert "In: helio-policy.pdf" in words(shown)
    assert "helio-policy.pdf" == chosen(shown)
    assert "Searched 1 document, 1 page" in words(shown)
    assert "All documents" == chosen((await browser.get(f"/assistant/{alone.conversation}")).text)


async def test_what_is_in_no_document_is_not_looked_up(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """A question over findings, asked of one document, is answered by it or not at all."""
    _, policy = await two(app, settings, cast)
    await browser.become(cast.reviewer)
    question = "How many findings are open, by severity?"

    of_all = await ask(browser, question, vendor="helio-payments")
    of_one = await ask(browser, question, vendor="helio-payments", document=str(policy.id))

    assert of_all.records
    assert not of_one.records
    assert not of_one.answered


async def test_a_document_of_another_vendor_is_not_found(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """Neither on its page nor with a question, nor where all vendors are asked; no question is kept."""
    await two(app, settings, cast)
    foreign = await hand_in(app, settings, cast.corvid, "corvid-policy.pdf", CORVID)
    await browser.become(cast.reviewer)

    page = await browser.get(f"/vendors/helio-payments/assistant?document={foreign.id}")
    given = {"question": LEAVERS, "document": str(foreign.id)}
    asked = [await browser.submit("/assistant/ask", {**given, **where}) for where in ({"vendor": "helio-payments"}, {})]

    assert [404, 404, 404] == [page.status_code, *(one.status_code for one in asked)]
    assert 0 == await Turn.count()


async def test_a_removed_document_answers_nothing(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """The question stays, and says of what it was asked; asked once more, it is not taken, and never put to the rest."""
    _, policy = await two(app, settings, cast)
    await browser.become(cast.reviewer)
    turn = await ask(browser, LEAVERS, vendor="helio-payments", document=str(policy.id))
    await remove(cast.reviewer, policy.id, settings, app.state.engines)

    shown = (await browser.get(f"/assistant/{turn.conversation}")).text
    again = await browser.submit(
        "/assistant/ask",
        {"question": LEAVERS, "conversation": str(turn.conversation), "document": str(policy.id)},
    )

    assert "In: a document that was removed" in words(shown)
    assert (422, 1) == (again.status_code, await Turn.count())
    assert (await scope_for(cast.reviewer, cast.helio.vendor.id, document=policy.id)).is_empty


@pytest.mark.parametrize("left", [True, False])
async def test_a_question_of_a_document_removed_meanwhile_is_not_lost(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser, left: bool
) -> None:
    """The page says what happened and keeps the words; sent again they go to what is left, with scripts and without."""
    report, policy = await two(app, settings, cast)
    await browser.become(cast.reviewer)
    for row in (policy,) if left else (policy, report):
        await remove(cast.reviewer, row.id, settings, app.state.engines)
    given = {"question": "How <soon> are leavers removed?", "vendor": "helio-payments", "document": str(policy.id)}

    plain = await browser.submit("/assistant/ask", given)
    headers = {"x-csrftoken": await browser.token(), "sec-fetch-site": "same-origin", "hx-request": "true"}
    scripted = await browser.client.post("/assistant/ask", data=given, headers=headers)

    for refused in (plain, scripted):
        assert 422 == refused.status_code
        assert "The document was removed in the meantime." in refused.text
        assert "How &lt;soon&gt; are leavers removed?</textarea>" in refused.text
        assert "" == chosen(refused.text) or "All documents" == chosen(refused.text)
    assert "#ask-form" == scripted.headers["hx-retarget"]
    assert 0 == await Turn.count()


async def test_a_removed_document_that_was_never_theirs_is_not_found(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """That another vendor had a document and lost it is nothing a question about this one tells."""
    foreign = await hand_in(app, settings, cast.corvid, "corvid-policy.pdf", CORVID)
    await remove(cast.reviewer, foreign.id, settings, app.state.engines)
    await browser.become(cast.reviewer)

    given = {"question": LEAVERS, "document": str(foreign.id)}
    asked = [await browser.submit("/assistant/ask", {**given, **where}) for where in ({"vendor": "helio-payments"}, {})]

    assert [404, 404] == [one.status_code for one in asked]
    assert 404 == (await browser.get(f"/vendors/corvid-analytics/assistant?document={foreign.id}")).status_code


async def test_a_question_that_is_not_taken_stays_with_its_document(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """An empty question does not widen the next one to all documents."""
    _, policy = await two(app, settings, cast)
    await browser.become(cast.reviewer)

    given = {"question": " ", "vendor": "helio-payments", "document": str(policy.id)}
    refused = await browser.submit("/assistant/ask", given)

    assert (422, "helio-policy.pdf") == (refused.status_code, chosen(refused.text))


async def test_feedback_remembers_which_document_was_asked(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """The exported set asks the same document again, and finds the same words."""
    _, policy = await two(app, settings, cast)
    await browser.become(cast.reviewer)
    turn = await ask(browser, LEAVERS, vendor="helio-payments", document=str(policy.id))
    await browser.submit(f"/assistant/turns/{turn.id}/feedback", {"judgement": "right"})

    (line,) = await export(cast.administrator, FeedbackSet.answers)
    checked = await check_again(examples_in([json.dumps(line)]), app.state.engines)

    assert isinstance(line["scope"], dict)
    assert "helio-policy.pdf" == line["scope"]["document"]
    assert (1, 0) == (checked["right_same"], checked["right_differs"])
