"""Passing a question on: it arrives word for word where it is sent, at vendors it was about, by those who may write to them."""

from dataclasses import replace
from urllib.parse import parse_qs, urlparse
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from litestar import Litestar

from portal.assessments.sending import cancel_assessment
from portal.assessments.tables import Assessment
from portal.assessments.talk.tables import Message
from portal.assistant.passing_on.fitting import nearest
from portal.assistant.passing_on.offers import MOST_NAMED
from portal.assistant.tables import Turn
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, OutboxMessage
from portal.vendors.tables import Vendor
from questionnaires.storing import get_questionnaire
from tests.cast import Cast, add_vendor
from tests.client import Browser
from tests.portal.assessments.sending import sent
from tests.portal.assistant.shelf import CORVID, SOC2, ask, hand_in, words

pytestmark = pytest.mark.anyio
CARPETS = "Which colour are the carpets\nin the Lisbon office?"
HOSTILE = 'Are "</textarea><script>alert(1)</script>" & <b>carpets</b> {{ 7*7 }} blue?'


def offered(html: str) -> dict[str, str]:
    """Return the links that pass a question on: their words and where they lead."""
    links = BeautifulSoup(html, "html.parser").select(".bubble a.btn[href*='/assistant/turns/']")
    return {" ".join(link.get_text().split()): str(link["href"]) for link in links}


def field(html: str, name: str) -> str:
    """Return what stands in a field of the form."""
    page = BeautifulSoup(html, "html.parser")
    area = page.select_one(f"textarea[name={name}]")
    if area is not None:
        return area.get_text()
    picked = page.select_one(f"select[name={name}] option[selected]")
    return str(picked["value"]) if picked else ""


def action(html: str) -> str:
    """Return where the form is sent."""
    form = BeautifulSoup(html, "html.parser").select_one("main form[method=post]")
    assert form is not None
    return str(form["action"])


async def offers_of(browser: Browser, turn: Turn) -> dict[str, str]:
    """Return what the page of a conversation offers under its answers."""
    return offered((await browser.get(f"/assistant/{turn.conversation}")).text)


async def test_the_question_reaches_the_vendor_in_its_open_questionnaire(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """From the honest no to the vendor's thread: filled in word for word, sent by its button alone, and on record."""
    assessment = await sent(database, cast)
    await browser.become(cast.reviewer)
    turn = await ask(browser, CARPETS, vendor="helio-payments")

    shown = await browser.get((await offers_of(browser, turn))["Ask the vendor"])
    before = await Message.count()
    ref = (await get_questionnaire(assessment.questionnaire)).questions[3].ref
    answer = await browser.submit(action(shown.text), {"ref": ref, "text": field(shown.text, "text")})

    assert (0, 303) == (before, answer.status_code)
    assert f"/assistant/{turn.conversation}#turn-{turn.id}" in shown.text
    message = await Message.objects().first()
    assert message is not None
    assert (assessment.id, ref, CARPETS, True) == (message.assessment, message.ref, message.text, message.ours)
    entry = await AuditEntry.objects().where(AuditEntry.action == "message.written").first()
    assert entry is not None
    assert (cast.helio.vendor.id, cast.reviewer.id) == (entry.vendor, entry.actor_id)
    await browser.become(cast.helio.who)
    assert words(CARPETS) in words((await browser.get(f"/answer/{assessment.id}/talk")).text)


async def test_what_cannot_be_sent_comes_back_with_its_words(database: Settings, cast: Cast, browser: Browser) -> None:
    """Without a question to stand beside nothing is sent, and nothing typed is lost."""
    await sent(database, cast)
    await browser.become(cast.reviewer)
    turn = await ask(browser, CARPETS, vendor="helio-payments")
    shown = await browser.get(f"/assistant/turns/{turn.id}/vendor")

    refused = await browser.submit(action(shown.text), {"ref": field(shown.text, "ref"), "text": CARPETS})

    assert (422, 0) == (refused.status_code, await Message.count())
    assert "please choose the question it is about" in refused.text
    assert CARPETS in refused.text


async def test_the_question_goes_with_a_new_questionnaire_where_none_is_open(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """A vendor whose questionnaire was cancelled gets a new one, with the question as its message."""
    assessment = await sent(database, cast)
    await cancel_assessment(cast.reviewer, assessment.id)
    await browser.become(cast.reviewer)
    turn = await ask(browser, CARPETS, vendor="helio-payments")

    led = await browser.get((await offers_of(browser, turn))["Ask the vendor"])
    shown = await browser.get(led.headers["location"])
    given = {"questionnaire": "lite", "contact": str(cast.helio.contact.id), "message": field(shown.text, "message")}
    before = await Assessment.count()
    answer = await browser.submit(action(shown.text), given)

    assert "Your question goes with it" in words(shown.text)
    assert (303, 1, 303) == (led.status_code, before, answer.status_code)
    begun = await Assessment.objects().where(Assessment.state == "sent").first()
    assert begun is not None
    assert (CARPETS, cast.helio.vendor.id) == (begun.message, begun.vendor)
    mail = await OutboxMessage.objects().order_by(OutboxMessage.created_at, ascending=False).first()
    assert mail is not None
    assert words(CARPETS) in words(mail.body)


async def test_of_several_open_questionnaires_each_can_be_taken(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """The form says in which it writes, the others are a link away, and so is a new one."""
    first, second = await sent(database, cast), await sent(database, cast, "event")
    await browser.become(cast.reviewer)
    turn = await ask(browser, CARPETS, vendor="helio-payments")

    newest = (await browser.get(f"/assistant/turns/{turn.id}/vendor")).text
    others = BeautifulSoup(newest, "html.parser").select("main p.small a[href^='/assistant/turns']")
    other = (await browser.get(str(others[0]["href"]))).text

    assert (f"/assessments/{second.id}/talk", f"/assessments/{first.id}/talk") == (action(newest), action(other))
    assert [first.title, "a new questionnaire"] == [link.get_text() for link in others]
    assert words(CARPETS) == words(field((await browser.get(str(others[1]["href"]))).text, "message"))


async def test_the_nearest_question_is_proposed_and_a_distant_one_never(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """A matter that the questionnaire asks about is put beside its question; of carpets the person chooses."""
    assessment = await sent(database, cast)
    asked = await get_questionnaire(assessment.questionnaire)
    await browser.become(cast.reviewer)
    near = await ask(browser, f"At Helio: {asked.questions[2].text}", vendor="helio-payments")
    far = await ask(browser, CARPETS, vendor="helio-payments")

    proposed = [field((await browser.get(f"/assistant/turns/{turn.id}/vendor")).text, "ref") for turn in (near, far)]

    assert [asked.questions[2].ref, ""] == proposed
    assert (0.0, "") == nearest("", asked)
    assert (0.0, "") == nearest("carpets in Lisbon", replace(asked, sections=()))


async def test_a_question_over_all_vendors_is_offered_for_each(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """A few vendors by name; narrowed to one, for that one alone."""
    await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    await hand_in(app, settings, cast.corvid, "corvid-policy.pdf", CORVID)
    assessment = await sent(settings, cast)
    await browser.become(cast.reviewer)
    over_all = await ask(browser, CARPETS)
    narrowed = await ask(browser, "Which colour are the carpets of Corvid?")

    links = await offers_of(browser, over_all)

    assert {"Ask Corvid Analytics", "Ask Helio Payments"} == set(links)
    assert {"Ask Corvid Analytics"} == set(await offers_of(browser, narrowed))
    assert f"/assessments/{assessment.id}/talk" == action((await browser.get(links["Ask Helio Payments"])).text)
    led = await browser.get(links["Ask Corvid Analytics"])
    assert {"vendor": ["corvid-analytics"]} == parse_qs(urlparse(led.headers["location"]).query)
    for place in ("vendor", "questionnaire"):
        outside = await browser.get(f"/assistant/turns/{narrowed.id}/{place}?vendor=helio-payments")
        assert 404 == outside.status_code


async def test_of_many_vendors_one_is_chosen(cast: Cast, browser: Browser) -> None:
    """More than a handful are not a row of buttons but a list, without those that are archived."""
    for number in range(MOST_NAMED):
        await add_vendor(f"Vendor {number}", "Some One")
    await Vendor.update({Vendor.archived: True}).where(Vendor.slug == "vendor-0")
    await browser.become(cast.reviewer)
    turn = await ask(browser, HOSTILE)

    links = await offers_of(browser, turn)
    shown = (await browser.get(links["Ask a vendor"])).text
    led = await browser.get(f"/assistant/turns/{turn.id}/vendor?vendor=vendor-1")

    names = [option.get_text() for option in BeautifulSoup(shown, "html.parser").select("select[name=vendor] option")]
    assert {"Ask a vendor"} == set(links)
    assert ["Choose a vendor", "Corvid Analytics", "Helio Payments", *(f"Vendor {n}" for n in range(1, 5))] == names
    assert HOSTILE in BeautifulSoup(shown, "html.parser").get_text()
    assert "<script>alert(1)" not in shown
    assert f"/assistant/turns/{turn.id}/questionnaire?vendor=vendor-1" == led.headers["location"]
    for slug in ("vendor-0", "nobody", "%00"):
        assert 404 == (await browser.get(f"/assistant/turns/{turn.id}/vendor?vendor={slug}")).status_code


async def test_a_question_that_names_another_vendor_says_so(database: Settings, cast: Cast, browser: Browser) -> None:
    """Who else is a vendor is nothing that a vendor should read by accident."""
    await sent(database, cast)
    await browser.become(cast.reviewer)
    turn = await ask(browser, "Do Helio and Corvid Analytics have blue carpets?", vendor="helio-payments")
    quiet = await ask(browser, "Does Helio have blue carpets?", vendor="helio-payments")

    warned, plain = [words((await browser.get(f"/assistant/turns/{one.id}/vendor")).text) for one in (turn, quiet)]

    assert "Your question names Corvid Analytics. Helio Payments will read that." in warned
    assert "Your question names" not in plain


async def test_a_follow_up_goes_out_as_the_question_it_was_taken_for(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """“And Corvid?” alone would tell the vendor nothing."""
    await browser.become(cast.reviewer)
    first = await ask(browser, "Which colour are the carpets of Helio?")
    second = await ask(browser, "And Corvid?", conversation=str(first.conversation))

    shown = await browser.get(f"/assistant/turns/{second.id}/questionnaire")

    assert "Which colour are the carpets of Corvid?" == field(shown.text, "message")


async def test_a_question_about_one_document_is_passed_on_as_any_other(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """That it was asked of one document changes nothing in whom it can be put to."""
    row = await hand_in(app, settings, cast.helio, "helio-soc2.pdf", SOC2)
    assessment = await sent(settings, cast)
    await browser.become(cast.reviewer)
    turn = await ask(browser, CARPETS, vendor="helio-payments", document=str(row.id))

    shown = await browser.get((await offers_of(browser, turn))["Ask the vendor"])

    assert f"/assessments/{assessment.id}/talk" == action(shown.text)
    assert CARPETS == field(shown.text, "text")


async def test_hostile_words_stay_words(database: Settings, cast: Cast, browser: Browser) -> None:
    """What a person typed is text in both forms, whatever it looks like."""
    await sent(database, cast)
    await browser.become(cast.reviewer)
    turn = await ask(browser, HOSTILE, vendor="helio-payments")

    message = (await browser.get(f"/assistant/turns/{turn.id}/vendor")).text
    new = (await browser.get(f"/assistant/turns/{turn.id}/questionnaire")).text

    assert (HOSTILE, HOSTILE) == (field(message, "text"), field(new, "message"))
    assert "<script>alert(1)" not in message + new


async def test_another_persons_question_is_not_found(database: Settings, cast: Cast, browser: Browser) -> None:
    """Nor is one that never was, a questionnaire of another vendor or one that is over."""
    over, other = await sent(database, cast), await sent(database, cast)
    await cancel_assessment(cast.reviewer, over.id)
    await browser.become(cast.reviewer)
    turn = await ask(browser, CARPETS, vendor="helio-payments")
    foreign = await ask(browser, CARPETS, vendor="corvid-analytics")

    async def status(turn_id: UUID, query: str = "") -> int:
        return (await browser.get(f"/assistant/turns/{turn_id}/vendor{query}")).status_code

    assert 200 == await status(turn.id, f"?assessment={other.id}")
    assert 404 == await status(turn.id, f"?assessment={over.id}")
    assert 404 == await status(foreign.id, f"?assessment={other.id}")
    assert 404 == await status(turn.id, "?vendor=corvid-analytics")
    assert 404 == await status(uuid4())
    for somebody in (cast.administrator, cast.approver):
        await browser.become(somebody)
        assert 404 == await status(turn.id)
        assert 404 == (await browser.get(f"/assistant/turns/{turn.id}/questionnaire")).status_code


async def test_who_may_not_write_to_vendors_is_offered_nothing(
    database: Settings, cast: Cast, browser: Browser
) -> None:
    """An auditor reads the same answer without the link, and its address is refused."""
    await sent(database, cast)
    await browser.become(cast.auditor)
    turn, over_all = await ask(browser, CARPETS, vendor="helio-payments"), await ask(browser, CARPETS)

    assert {} == await offers_of(browser, turn)
    assert {} == await offers_of(browser, over_all)
    for place in ("vendor", "questionnaire"):
        assert 403 == (await browser.get(f"/assistant/turns/{turn.id}/{place}")).status_code


async def test_an_archived_vendor_is_asked_nothing(cast: Cast, browser: Browser) -> None:
    """There is no form for one, so there is no link to it."""
    await browser.become(cast.reviewer)
    turn = await ask(browser, CARPETS, vendor="helio-payments")
    await Vendor.update({Vendor.archived: True}).where(Vendor.id == cast.helio.vendor.id)

    assert {} == await offers_of(browser, turn)
    assert 404 == (await browser.get(f"/assistant/turns/{turn.id}/vendor")).status_code
