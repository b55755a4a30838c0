"""Colleagues: asked by mail for a part, bounded to it on every read and write, reminded, withdrawn, and named at answers."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup

from portal.assessments.answering import save_answer
from portal.assessments.attaching import attach_documents
from portal.assessments.colleagues import asking as asking_module
from portal.assessments.colleagues.arriving import accept_colleague, principal_of_colleague
from portal.assessments.colleagues.asking import Asking, ask_colleague
from portal.assessments.colleagues.parts import Part
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.outline import slugs
from portal.assessments.sending import change_due
from portal.assessments.tables import Assessment, Suggestion
from portal.core.clock import today
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, OutboxMessage
from portal.evidence.receiving import receive
from portal.people.tables import SignIn
from questionnaires.answering import answer_rows, changes_of
from questionnaires.branching import applicable_questions
from questionnaires.model import Question, QuestionKind, Questionnaire
from questionnaires.storing import get_questionnaire
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import COMPANY, an_answer, answer, mailed_code, sent
from tests.portal.assessments.test_answering import HTMX

pytestmark = pytest.mark.anyio
LI = {"name": "Li Wei", "email": "li.wei@helio-payments.example"}


async def asked(settings: Settings, cast: Cast, assessment: Assessment, part: Part, note: str = "") -> Principal:
    """Ask Li Wei for a part; returns the principal their link stands for."""
    asking = Asking(LI["name"], LI["email"], part, note)
    row = await ask_colleague(settings, COMPANY, cast.helio.who, assessment.id, asking)
    return principal_of_colleague(row, cast.helio.vendor.id)


async def parts(assessment: Assessment) -> tuple[Questionnaire, list[tuple[str, list[Question]]]]:
    """Return the questionnaire, and its sections with the questions that apply to nothing answered yet."""
    questionnaire = await get_questionnaire(assessment.questionnaire)
    applies = {q.ref for q in applicable_questions(questionnaire, {})}
    return questionnaire, [(slug, [q for q in s.questions if q.ref in applies]) for slug, s in slugs(questionnaire)]


def plain(questions: list[Question]) -> Question:
    """Return a question that is answered in the form's fields."""
    return next(q for q in questions if q.kind is not QuestionKind.FILE)


async def test_the_whole_journey_with_scripts_off(browser: Browser, database: Settings, cast: Cast) -> None:
    """A contact asks for a section by a plain form; the mailed link opens it; the answer stands under the colleague's name."""
    assessment = await sent(database, cast)
    _, sections = await parts(assessment)
    slug, questions = sections[1]
    ref, base = plain(questions).ref, f"/answer/{assessment.id}"
    await browser.become(cast.helio.who)
    asking = await browser.submit(
        f"{base}/colleagues", {**LI, "parts": f"section:{slug}", "note": "You know this best."}
    )
    board = await browser.get(f"{base}/colleagues")
    mail = await OutboxMessage.objects().where(OutboxMessage.recipient == LI["email"]).first()
    await browser.leave()
    entered = await browser.submit("/invitation", {"code": await mailed_code()})
    begun = await browser.get(entered.headers["location"])
    mine = await browser.get(begun.headers["location"])
    saved = await answer(browser, assessment.id, ref, an_answer(plain(questions)))
    home = await browser.get("/answer")
    await browser.become(cast.helio.who)
    after = await browser.get(f"{base}/colleagues")
    history = await browser.get(f"{base}/questions/{ref}/history")
    section = await browser.get(f"{base}/{slug}")
    await browser.become(cast.reviewer)
    staff = await browser.get(f"/assessments/{assessment.id}")

    assert 303 == asking.status_code
    assert "not opened yet" in board.text
    assert mail is not None
    assert "Dana Ortiz of Helio Payments asks you to help" in mail.body
    assert "“You know this best.”" in mail.body
    assert f"Aldgate Bank: Dana Ortiz asks you to help with {assessment.title}" == mail.subject
    assert 303 == entered.status_code
    assert f"{base}/mine" == begun.headers["location"]
    asked_refs = {tag["id"] for tag in BeautifulSoup(mine.text, "html.parser").select("section.question")}
    assert {f"q-{q.ref}" for q in questions} == asked_refs
    assert 303 == saved
    assert f"/answer/{assessment.id}" in home.text
    assert f"1 of {len(questions)} answered" in after.text
    assert "Li Wei: 1 answer" in after.text
    assert "Li Wei" in history.text
    assert "by Li Wei" in section.text
    assert "Asked of Li Wei" in section.text
    assert staff.text.count("Li Wei") >= 2
    actions = [entry.action for entry in await AuditEntry.objects().order_by(AuditEntry.id)]
    assert ["colleague.asked", "colleague.came_in", "answer.recorded"] == actions[-3:]


async def test_a_colleague_reads_the_sections_asked_and_changes_only_what_was_asked(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """One question asked: its section can be read, the others are not there, and nothing but the question is written."""
    assessment = await sent(database, cast)
    questionnaire, sections = await parts(assessment)
    (slug, questions), (elsewhere, others) = sections[0], sections[1]
    own, beside, far = questions[0], questions[1], plain(others)
    await browser.become(await asked(database, cast, assessment, Part(refs=(own.ref,))))
    base = f"/answer/{assessment.id}"

    section = await browser.get(f"{base}/{slug}")
    cards = BeautifulSoup(section.text, "html.parser")

    assert own.kind is not QuestionKind.FILE
    assert beside.kind is not QuestionKind.FILE
    assert cards.select_one(f"#q-{own.ref} form") is not None
    assert "Asked of you" in cards.select_one(f"#q-{own.ref}").get_text()  # type: ignore[union-attr]
    assert cards.select_one(f"#q-{beside.ref} form") is None
    assert 404 == (await browser.get(f"{base}/{elsewhere}")).status_code
    assert 404 == (await browser.get(f"{base}/questions/{far.ref}", **HTMX)).status_code
    assert 404 == (await browser.get(f"{base}/questions/{far.ref}/history")).status_code
    assert 303 == await answer(browser, assessment.id, own.ref, an_answer(own))
    assert 403 == await answer(browser, assessment.id, beside.ref, an_answer(beside))
    assert 404 == await answer(browser, assessment.id, far.ref, an_answer(far))
    files = [("files", ("a.pdf", b"%PDF-1.4 a", "application/pdf"))]
    assert 403 == (await browser.submit(f"{base}/questions/{beside.ref}/documents", files=files)).status_code
    assert {own.ref} == set(await answer_rows(assessment.response))
    assert own.ref in {question.ref for question in questionnaire.questions}


async def test_a_colleague_neither_submits_nor_reaches_anything_else_of_the_vendor(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Even one asked for everything: no submitting, library, workbook, other questionnaire, and no colleagues of theirs."""
    assessment, other = await sent(database, cast), await sent(database, cast, "core")
    await browser.become(await asked(database, cast, assessment, Part(whole=True)))
    base = f"/answer/{assessment.id}"
    pages = ["submit", "missing", "documents", "offline", "receipt", "start", "suggestions", "colleagues"]
    refused = [f"{base}/{page}" for page in pages] + [f"/answer/{other.id}", "/answer/library", "/vendors", "/audit"]

    statuses = {(await browser.get(url)).status_code for url in refused}
    submitted = await browser.submit(f"{base}/submit", {"name": "Li Wei", "title": "CISO", "confirmed": "yes"})
    invited = await browser.submit(f"{base}/colleagues", {"name": "Bo", "email": "bo@helio.example", "parts": "whole"})
    uploaded = await browser.submit("/answer/documents", files=[("files", ("a.pdf", b"%PDF-1.4", "application/pdf"))])

    assert {404} == statuses
    assert {404} == {submitted.status_code, invited.status_code, uploaded.status_code}
    assert 1 == await Colleague.count()
    assert 200 == (await browser.get((await browser.get(base)).headers["location"])).status_code


async def test_documents_behind_other_questions_stay_out_of_sight(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """A colleague opens the files behind the questions they may read, and learns nothing of the others."""
    assessment = await sent(database, cast)
    _, sections = await parts(assessment)
    (slug, questions), (_, others) = sections[0], sections[1]
    rows = {}
    for name, ref in (("near.pdf", questions[0].ref), ("far.pdf", others[0].ref)):
        rows[name] = await receive(
            cast.helio.who, cast.helio.vendor.id, name, _pieces(b"%PDF-1.4 " + name.encode()), database
        )
        await attach_documents(cast.helio.who, assessment.id, ref, [rows[name].id])
    await browser.become(await asked(database, cast, assessment, Part(sections=(slug,))))
    near = f"/answer/{assessment.id}/questions/{questions[0].ref}/documents"

    section = await browser.get(f"/answer/{assessment.id}/{slug}")

    assert "near.pdf" in section.text
    assert "far.pdf" not in section.text
    assert b"%PDF-1.4 near.pdf" == (await browser.get(f"{near}/{rows['near.pdf'].id}/file")).content
    assert 404 == (await browser.get(f"{near}/{rows['far.pdf'].id}/file")).status_code
    far = f"/answer/{assessment.id}/questions/{others[0].ref}/documents/{rows['far.pdf'].id}/file"
    assert 404 == (await browser.get(far)).status_code
    assert 404 == (await browser.get(f"/answer/documents/{rows['near.pdf'].id}/file")).status_code


async def test_a_withdrawn_link_and_its_sessions_die_at_once(browser: Browser, database: Settings, cast: Cast) -> None:
    """Neither the mailed code nor an open session nor a fresh code works any more; the answers stay under their name."""
    assessment = await sent(database, cast)
    _, sections = await parts(assessment)
    question = plain(sections[0][1])
    who = await asked(database, cast, assessment, Part(whole=True))
    code = await mailed_code()
    await browser.become(who)
    await answer(browser, assessment.id, question.ref, an_answer(question))
    inside = browser.client.cookies
    await browser.become(cast.helio.who)
    gone = await browser.submit(f"/answer/{assessment.id}/colleagues/{who.id}/withdraw")
    mails = await OutboxMessage.count()
    await browser.leave()
    used = await browser.submit("/invitation", {"code": code})
    fresh = await browser.submit("/invitation/fresh", {"email": LI["email"]})

    assert 303 == gone.status_code
    assert inside is not None
    assert not await SignIn.exists().where(SignIn.principal == UUID(who.id))
    assert 422 == used.status_code
    assert 200 == fresh.status_code
    assert mails == await OutboxMessage.count()
    assert "Li Wei" == (await answer_rows(assessment.response))[question.ref].answered_by
    await browser.become(who)  # a session that somehow lived on
    assert 404 == (await browser.get(f"/answer/{assessment.id}/mine")).status_code
    assert 404 == await answer(browser, assessment.id, question.ref, an_answer(question), 1)


async def test_a_reminder_brings_a_new_link_and_ends_the_old_one(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """The mail says how much is open; the earlier code stops working; whoever is done is not reminded."""
    assessment = await sent(database, cast)
    _, sections = await parts(assessment)
    question = plain(sections[0][1])
    who = await asked(database, cast, assessment, Part(refs=(question.ref,)))
    first = await mailed_code()
    await browser.become(cast.helio.who)
    remind = f"/answer/{assessment.id}/colleagues/{who.id}/remind"
    reminded = await browser.submit(remind)
    mail = await OutboxMessage.objects().order_by(OutboxMessage.created_at, ascending=False).first()
    second, mails = await mailed_code(), await OutboxMessage.count()
    await save_answer(who, assessment.id, question.ref, {"answer": [an_answer(question)]}, 0)
    needless = await browser.submit(remind)
    await browser.leave()

    assert 303 == reminded.status_code
    assert mail is not None
    assert "1 question is still open" in mail.body
    assert 303 == needless.status_code
    assert mails == await OutboxMessage.count()
    assert 422 == (await browser.submit("/invitation", {"code": first})).status_code
    assert 303 == (await browser.submit("/invitation", {"code": second})).status_code
    assert 422 == (await browser.submit("/invitation", {"code": second})).status_code


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Li Wei\r\nBcc: all@victim.example"),
        ("name", "Click https://evil.example"),
        ("name", "evil.example"),
        ("name", "Li‮ieW"),
        ("email", "li@helio.example, boss@victim.example"),
        ("email", "li@helio.example\r\nBcc: all@victim.example"),
        ("email", "Li <li@helio.example>"),
        ("note", "Please see https://evil.example/login"),
        ("note", "Log in at evil.example today"),
        ("note", "x" * 301),
        ("parts", "section:nowhere"),
        ("parts", "question:NO-99"),
        ("parts", ""),
    ],
)
async def test_what_does_not_belong_into_a_mail_is_refused(
    browser: Browser, database: Settings, cast: Cast, field: str, value: str
) -> None:
    """Line breaks, second addresses, links, hidden signs and parts that do not exist: refused in words, nothing sent."""
    assessment = await sent(database, cast)
    mails = await OutboxMessage.count()
    await browser.become(cast.helio.who)

    form = {**LI, "parts": "whole", field: value}
    refused = await browser.submit(f"/answer/{assessment.id}/colleagues", form)

    assert 422 == refused.status_code
    assert mails == await OutboxMessage.count()
    assert 0 == await Colleague.count()


async def test_mails_and_colleagues_are_limited(
    browser: Browser, database: Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Per vendor and day, per address and day, and per questionnaire; the page says so and keeps what was typed."""
    assessment = await sent(database, cast)
    await browser.become(cast.helio.who)
    url = f"/answer/{assessment.id}/colleagues"
    again = [(await browser.submit(url, {**LI, "parts": "whole"})).status_code for _ in range(4)]
    monkeypatch.setattr(asking_module, "MOST", 2)
    monkeypatch.setattr(asking_module, "A_DAY", 5)
    second = await browser.submit(url, {"name": "Bo Berg", "email": "bo@helio.example", "parts": "whole"})
    third = await browser.submit(url, {"name": "Cy Dahl", "email": "cy@helio.example", "parts": "whole"})
    daily = await browser.submit(url, {"name": "Di Ek", "email": "di@helio.example", "parts": "whole"})

    assert [303, 303, 303, 429] == again
    assert 303 == second.status_code
    assert 422 == third.status_code
    assert "Cy Dahl" in third.text
    assert 429 == daily.status_code
    assert 2 == await Colleague.count()


async def test_a_name_stands_for_one_person(browser: Browser, database: Settings, cast: Cast) -> None:
    """A contact's name or address is refused, and so is another colleague's name: answers are told apart by name."""
    assessment = await sent(database, cast)
    await asked(database, cast, assessment, Part(whole=True))
    await browser.become(cast.helio.who)
    url = f"/answer/{assessment.id}/colleagues"

    as_contact = await browser.submit(url, {"name": "dana ortiz", "email": "other@helio.example", "parts": "whole"})
    contact = await browser.submit(url, {"name": "Dana", "email": cast.helio.who.email, "parts": "whole"})
    double = await browser.submit(url, {"name": "LI WEI", "email": "li2@helio.example", "parts": "whole"})

    assert {422} == {as_contact.status_code, contact.status_code, double.status_code}
    assert 1 == await Colleague.count()


async def test_asking_again_adds_to_the_part(database: Settings, cast: Cast) -> None:
    """Whoever is asked a second time is asked for both; after a withdrawal it begins anew."""
    assessment = await sent(database, cast)
    _, sections = await parts(assessment)
    first, second = sections[0][0], sections[1][0]
    await asked(database, cast, assessment, Part(sections=(first,)))
    await asked(database, cast, assessment, Part(sections=(second,)))
    both = await Colleague.objects().first()
    assert both is not None
    await asking_module.withdraw_colleague(cast.reviewer, assessment.id, both.id)
    await asked(database, cast, assessment, Part(sections=(second,)))
    anew = await Colleague.objects().first()

    assert anew is not None
    assert re.findall(r'"sections":\[(.*?)\]', both.part)[0].count('"') == 4
    assert re.findall(r'"sections":\[(.*?)\]', anew.part)[0].count('"') == 2
    assert anew.withdrawn_at is None


async def test_another_vendors_contact_reaches_no_colleague(browser: Browser, database: Settings, cast: Cast) -> None:
    """Neither the board nor a reminder nor a withdrawal of somebody else's colleague."""
    assessment = await sent(database, cast)
    who = await asked(database, cast, assessment, Part(whole=True))
    await browser.become(cast.corvid.who)
    url = f"/answer/{assessment.id}/colleagues"

    got = [(await browser.get(url)).status_code]
    got += [(await browser.submit(f"{url}/{who.id}/{what}")).status_code for what in ("remind", "withdraw")]
    got.append((await browser.submit(url, {**LI, "parts": "whole"})).status_code)

    assert {404} == set(got)
    assert await Colleague.exists().where(Colleague.withdrawn_at.is_null())


async def test_an_expired_code_does_not_open_but_a_fresh_one_does(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Once a link has run out the page mails a fresh code to the colleague's own address."""
    assessment = await sent(database, cast)
    await asked(database, cast, assessment, Part(whole=True))
    code = await mailed_code()
    await Colleague.update({Colleague.code_expires_at: Colleague.code_expires_at - timedelta(days=31)}, force=True)

    late = await browser.submit("/invitation", {"code": code})
    await browser.submit("/invitation/fresh", {"email": LI["email"].upper()})
    fresh = await browser.submit("/invitation", {"code": await mailed_code()})

    assert 422 == late.status_code
    assert 303 == fresh.status_code


async def test_a_colleagues_link_follows_the_due_date(database: Settings, cast: Cast) -> None:
    """It lives as long as the questionnaire is to be answered, and longer when that is."""
    assessment = await sent(database, cast)
    await change_due(cast.reviewer, assessment.id, today() + timedelta(days=20))
    await asked(database, cast, assessment, Part(whole=True))

    before = await _code_ends()
    await change_due(cast.reviewer, assessment.id, today() + timedelta(days=50))

    assert (34, 64) == (before, await _code_ends())


async def _code_ends() -> int:
    row = await Colleague.objects().first()
    assert row is not None
    return int((row.code_expires_at.date() - today()).days)


async def test_every_change_names_its_writer(browser: Browser, database: Settings, cast: Cast) -> None:
    """The history of an answer that two people changed names both, to the vendor's people."""
    assessment = await sent(database, cast)
    _, sections = await parts(assessment)
    question = next(q for _, questions in sections for q in questions if q.kind is QuestionKind.YES_NO)
    who = await asked(database, cast, assessment, Part(refs=(question.ref,)))
    await save_answer(who, assessment.id, question.ref, {"answer": ["yes"]}, 0)
    await save_answer(cast.helio.who, assessment.id, question.ref, {"answer": ["no"]}, 1)
    await browser.become(who)

    page = await browser.get(f"/answer/{assessment.id}/questions/{question.ref}/history")

    assert ["Li Wei", "Dana Ortiz"] == [row.answered_by for row in await changes_of(assessment.response, question.ref)]
    assert page.text.index("Dana Ortiz ·") < page.text.index("Li Wei ·")


async def test_a_colleague_decides_no_suggestion_outside_their_part(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """What the documents suggest elsewhere cannot be confirmed or put away, even by its id."""
    assessment = await sent(database, cast)
    _, sections = await parts(assessment)
    own, far = plain(sections[0][1]), plain(sections[1][1])
    row = Suggestion(
        assessment=assessment.id, ref=far.ref, kind="answer", value='"yes"', quotes="[]", method="", state="open"
    )
    await row.save()
    await browser.become(await asked(database, cast, assessment, Part(refs=(own.ref,))))

    refused = {
        (await browser.submit(f"/answer/{assessment.id}/suggestions/{row.id}", {"choice": choice})).status_code
        for choice in ("confirm", "ignore")
    }
    bulk = await browser.submit(f"/answer/{assessment.id}/suggestions", {f"choice-{row.id}": "ignore"})

    assert {404} == refused
    assert 404 == bulk.status_code
    assert await Suggestion.exists().where((Suggestion.id == row.id) & (Suggestion.state == "open"))


async def test_of_racing_exchanges_and_requests_one_counts(database: Settings, cast: Cast) -> None:
    """A code opens one session however often it is sent at once, and one address asked twice at once is one colleague."""
    assessment = await sent(database, cast)
    await asked(database, cast, assessment, Part(whole=True))
    code = await mailed_code()
    twice = Asking("Bo Berg", "bo@helio-payments.example", Part(whole=True))

    opened = await asyncio.gather(*(accept_colleague(code, "test") for _ in range(12)), return_exceptions=True)
    await asyncio.gather(
        *(ask_colleague(database, COMPANY, cast.helio.who, assessment.id, twice) for _ in range(3)),
        return_exceptions=True,
    )

    assert 1 == sum(isinstance(result, tuple) for result in opened)
    assert 1 == await SignIn.count().where(SignIn.kind == "colleague")
    assert 1 == await Colleague.count().where(Colleague.email == twice.email)


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content
