"""Rows say which vendors are meant, their evidence answers the rest, and nobody else's is searched."""

import json
from datetime import timedelta

import pytest
from litestar import Litestar

from portal.assistant.feedback.checking import check_again, examples_in
from portal.assistant.feedback.exporting import export
from portal.assistant.feedback.sets import FeedbackSet
from portal.assistant.keeping import cited_from_json, searched_from_json
from portal.assistant.records import answers
from portal.assistant.records.answering import meeting
from portal.assistant.records.naming import Named, vendors_for
from portal.assistant.records.query import Asked, Query
from portal.assistant.tables import Turn
from portal.assistant.threads import ids_from_json
from portal.core.clock import today
from portal.core.settings import Settings
from portal.risk.levels import FindingState, Grade, Severity, Tier, VerdictState
from portal.vendors.editing import archive_vendor
from portal.vendors.tables import Vendor
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assistant.records.rows import certificate, finding
from tests.portal.assistant.shelf import CORVID, LEAVERS, SOC2, ask, follow, hand_in, links, waiting_turn, words
from tests.portal.procurement.rating import completed_assessment, publish

pytestmark = pytest.mark.anyio
QUESTION = "How soon do vendors with open high findings remove the access of leavers?"
REST = "How soon do the vendors remove the access of leavers?"
CORVIDS = "nine business days"
MEANT = "“vendors with open high findings” means 1 vendor:"


@pytest.fixture
async def shelves(app: Litestar, settings: Settings, cast: Cast, browser: Browser) -> Browser:
    """Both vendors' documents say how soon leavers lose their access; the reviewer is at the desk."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await hand_in(app, settings, cast.corvid, "corvid-policy.pdf", CORVID)
    return await browser.become(cast.reviewer)


async def test_only_the_evidence_of_the_vendors_meant_is_searched(shelves: Browser, cast: Cast) -> None:
    """The answer begins with the vendors, from rows with links, and cites theirs alone, however well another's fits."""
    await finding(cast.helio, "Keys are old", "high")
    await finding(cast.corvid, "Keys are older", "low")

    turn = await ask(shelves, QUESTION)
    page = (await shelves.get(f"/assistant/{turn.conversation}")).text

    assert turn.answered
    assert turn.answer.startswith(f"{MEANT} Helio Payments. Read as: Open findings of severity high,")
    assert LEAVERS in " ".join(turn.answer.split())
    assert ["Helio Payments"] == [one.vendor for one in cited_from_json(turn.citations) if one.quote]
    assert CORVIDS not in turn.answer + turn.citations + page
    assert (REST, (cast.helio.vendor.id,)) == (turn.read_as, ids_from_json(turn.vendors))
    shown = words(page)
    assert f"Taken as: {REST} Among: Helio Payments" in shown
    assert shown.index(MEANT) < shown.index("Keys are old") < shown.index(LEAVERS)
    assert "Searched 1 document, 3 pages." in shown
    assert any(link.startswith("/findings/") for link in links(page))
    for link in links(page):
        assert 200 == (await shelves.get(link)).status_code, link


async def test_what_the_evidence_of_the_vendors_meant_does_not_say_is_said(shelves: Browser, cast: Cast) -> None:
    """The rows stand, and below them that their documents do not answer; another's answer is no way out."""
    await finding(cast.helio, "Keys are old", "high")

    turn = await ask(shelves, "Where do vendors with open high findings keep the master recovery phrase?")
    shown = words((await shelves.get(f"/assistant/{turn.conversation}")).text)

    assert not turn.answered
    assert f"{MEANT} Helio Payments." in shown
    assert "The documents do not answer this." in shown
    assert "Tromsoe" not in turn.answer + turn.citations + shown


async def test_where_nobody_is_meant_nothing_is_searched(shelves: Browser, cast: Cast) -> None:
    """The answer says so, cites nothing, and the thread stays as wide as it was."""
    await finding(cast.helio, "Keys were old", "high", state="remediated")

    turn = await ask(shelves, QUESTION)
    shown = words((await shelves.get(f"/assistant/{turn.conversation}")).text)

    assert "“vendors with open high findings” means no vendor at Corvid Analytics and Helio Payments, so" in shown
    assert "nothing was searched" in shown
    assert [] == cited_from_json(turn.citations)
    assert [None, None] == [turn.vendors, turn.read_as]


async def test_follow_ups_keep_the_vendors(shelves: Browser, cast: Cast) -> None:
    """The next questions are asked of the same vendors, until others are named or chosen."""
    await finding(cast.helio, "Keys are old", "high")

    first = await ask(shelves, QUESTION)
    thread = str(first.conversation)
    kept = await ask(shelves, "And who reviews access rights?", conversation=thread)
    named = await ask(shelves, "and Corvid?", conversation=str((await ask(shelves, QUESTION)).conversation))
    wide = await ask(shelves, "How soon is the access of leavers removed?", conversation=thread, among="all")

    assert (cast.helio.vendor.id,) == ids_from_json(kept.vendors)
    assert "corvid-policy" not in kept.citations
    assert "How soon do the vendors remove the access of leavers at Corvid?" == named.read_as
    assert CORVIDS in named.answer
    assert None is ids_from_json(wide.vendors)
    assert "corvid-policy" in wide.citations


async def test_a_thread_is_narrowed_within_its_vendors(shelves: Browser, cast: Cast) -> None:
    """A vendor that would be meant is not taken in where the thread is about others."""
    await finding(cast.helio, "Keys are old", "high")
    await finding(cast.corvid, "Keys are older", "high")

    turn = await ask(shelves, QUESTION, among="helio-payments")

    assert (cast.helio.vendor.id,) == ids_from_json(turn.vendors)
    assert "Keys are older" not in turn.answer
    assert CORVIDS not in turn.answer + turn.citations


async def test_a_conversation_about_one_vendor_stays_with_it(shelves: Browser, cast: Cast) -> None:
    """There the rows say whether it is meant; another that is meant is neither told nor searched."""
    await finding(cast.corvid, "Keys are older", "high")

    nobody = await ask(shelves, QUESTION, vendor="helio-payments")
    await finding(cast.helio, "Keys are old", "high")
    meant = await ask(shelves, QUESTION, conversation=str(nobody.conversation))

    assert "“vendors with open high findings” means no vendor at Helio Payments" in nobody.answer
    assert LEAVERS in " ".join(meant.answer.split())
    for turn in (nobody, meant):
        assert "Corvid" not in turn.answer + turn.citations
        assert "Keys are older" not in turn.answer
        assert None is ids_from_json(turn.vendors)


async def test_the_vendors_own_vendors_are_not_ours(shelves: Browser, cast: Cast) -> None:
    """Asked about one vendor, "the critical vendors" may be those that it has; across all they are ours."""
    await Vendor.update({Vendor.tier: Tier.CRITICAL.value}).where(Vendor.id == cast.corvid.vendor.id)

    whole = await ask(shelves, "How soon do the critical vendors remove access?", vendor="helio-payments")
    ours = await ask(shelves, "How soon do the critical vendors remove the access of leavers?")

    assert not whole.read_as
    assert ours.answer.startswith("“critical vendors” means 1 vendor: Corvid Analytics. Read as: Vendors of tier 1,")
    assert CORVIDS in ours.answer
    assert LEAVERS not in " ".join(ours.answer.split())


async def test_a_vendor_that_may_not_be_read_is_neither_told_nor_searched(shelves: Browser, cast: Cast) -> None:
    """An archived one is nobody's to read: not when the question is asked, and not when its answer is worked out later."""
    await finding(cast.helio, "Keys are old", "high")
    await finding(cast.corvid, "Keys are older", "high")
    waiting = await waiting_turn(shelves, QUESTION)

    await archive_vendor(cast.administrator, cast.corvid.vendor)
    stream = await follow(shelves, waiting)
    later = await ask(shelves, QUESTION)

    assert CORVIDS not in stream.data("done")[0]
    assert LEAVERS in words(stream.data("done")[0])
    assert "Corvid" not in later.answer + later.citations
    assert (cast.helio.vendor.id,) == ids_from_json(later.vendors)


async def test_who_may_not_read_evidence_learns_of_nobody(shelves: Browser, cast: Cast) -> None:
    """Procurement is refused before any row is looked up."""
    await finding(cast.helio, "Keys are old", "high")
    await shelves.become(cast.procurement)

    assert 403 == (await shelves.submit("/assistant/ask", {"question": QUESTION})).status_code
    assert 0 == await Turn.count()


async def test_the_rows_stand_on_the_page_before_the_answer_comes(shelves: Browser, cast: Cast) -> None:
    """Which vendors are asked is shown while the evidence is searched; the stream brings the evidence's part, then all."""
    await finding(cast.helio, "Keys are old", "high")
    turn = await waiting_turn(shelves, QUESTION)

    before = words((await shelves.get(f"/assistant/{turn.conversation}")).text)
    stream = await follow(shelves, turn)

    assert f"{MEANT} Helio Payments." in before
    assert LEAVERS in words(" ".join(stream.data("text")))
    assert "Keys are old" not in " ".join(stream.data("text"))
    assert "Keys are old" in words(stream.data("done")[0])


async def test_rows_narrowed_by_rows_are_told_together(shelves: Browser, cast: Cast) -> None:
    """Where the rest is a question over rows too, no text is searched."""
    await publish(cast.corvid, grade=Grade.D)
    await finding(cast.helio, "Keys are old", "high")
    await finding(cast.corvid, "Keys are older", "low")

    turn = await ask(shelves, "Which vendors rated D have open findings?")

    assert "“vendors rated D” means 1 vendor: Corvid Analytics." in turn.answer
    assert "Open findings, at Corvid Analytics: 1" in turn.answer
    assert "Keys are older" in turn.answer
    assert "Keys are old ·" not in turn.answer
    assert "records" == turn.written_by


async def test_one_document_alone_is_not_narrowed(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """It holds no findings, so the whole question is one for it."""
    row = await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await browser.become(cast.reviewer)

    turn = await ask(browser, QUESTION, vendor="helio-payments", document=str(row.id))

    assert [None, None] == [turn.records, turn.read_as]


async def test_vendors_of_one_name_are_told_apart(cast: Cast) -> None:
    """Of two that are called the same the one is meant whose rows they are."""
    await Vendor.update({Vendor.name: cast.helio.vendor.name}).where(Vendor.id == cast.corvid.vendor.id)
    await finding(cast.corvid, "Keys are older", "high")
    condition = Query(Asked.findings, severities=(Severity.HIGH,), states=(FindingState.OPEN,))

    meets = await meeting(condition, await vendors_for(cast.reviewer))

    assert meets is not None
    assert [Named(cast.corvid.vendor.id, "corvid-analytics", "Helio Payments")] == meets[1]


async def test_what_was_not_looked_at_narrows_nothing(
    shelves: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are more reviews than are looked at, another vendor may be meant as well, and all are searched."""
    await completed_assessment(cast.helio)
    monkeypatch.setattr(answers, "MOST_REVIEWS", 0)

    turn = await ask(shelves, "How soon do vendors with stale answers remove the access of leavers?")

    assert [None, None, None] == [turn.read_as, turn.vendors, turn.records]
    assert None is await meeting(
        Query(Asked.verdicts, verdicts=(VerdictState.STALE,)), await vendors_for(cast.reviewer)
    )
    assert 2 == searched_from_json(turn.searched).documents


async def test_a_judged_answer_is_given_out_as_what_was_asked_of_the_evidence(
    app: Litestar, shelves: Browser, cast: Cast
) -> None:
    """Its question, vendors, words and citations are those of the evidence's part, so that asking again compares alike."""
    await certificate(cast.helio, "helio-iso.pdf", today() - timedelta(days=3))
    turn = await ask(shelves, "How soon do vendors whose ISO certificate has expired remove the access of leavers?")
    sent = {"judgement": "right", "note": "", "about": ""}
    assert 303 == (await shelves.submit(f"/assistant/turns/{turn.id}/feedback", sent)).status_code

    (line,) = await export(cast.administrator, FeedbackSet.answers)
    again = await check_again(examples_in([json.dumps(line)]), app.state.engines)

    assert (REST, ["helio-payments"]) == (line["question"], line["scope"]["vendors"])  # type: ignore[index]
    assert "ISO certificate" not in str(line["answer"])
    assert "Valid until" in turn.citations
    assert "Valid until" not in str(line["citations"])
    assert (1, 0) == (again["right_same"], again["skipped"])
