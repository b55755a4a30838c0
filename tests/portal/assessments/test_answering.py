"""Answering: a whole journey with scripts off, branching, conflicts, refused answers, and walls between vendors."""

import re
from uuid import uuid4

import pytest

from portal.assessments.sending import Sending, send_assessment
from portal.assessments.tables import Assessment
from portal.core.settings import Settings
from portal.core.tables import AuditEntry, Job
from questionnaires.answering import answer_rows
from questionnaires.branching import applicable_questions
from questionnaires.conditions import comparisons
from questionnaires.model import QuestionKind
from questionnaires.storing import get_questionnaire
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import COMPANY, an_answer, answer, mailed_code, question_of, sent

pytestmark = pytest.mark.anyio

HTMX = {"hx-request": "true", "sec-fetch-site": "same-origin"}


async def state_of(assessment: Assessment) -> str:
    """Return the state an assessment has now."""
    row = await Assessment.select(Assessment.state).where(Assessment.id == assessment.id).first()
    assert row is not None
    return str(row["state"])


async def test_the_whole_journey_with_scripts_off(browser: Browser, database: Settings, cast: Cast) -> None:
    """From the mailed code to the receipt, by plain forms alone; branching may open more on the way."""
    assessment = await sent(database, cast)
    base = f"/answer/{assessment.id}"
    begun = await browser.submit("/invitation", {"code": await mailed_code()})
    first = await browser.get(begun.headers["location"])
    early = await browser.submit(f"{base}/submit", {"name": "Dana", "title": "CISO", "confirmed": "yes"})
    questionnaire = await get_questionnaire(assessment.questionnaire)
    statuses = set()
    for _ in range(3):
        rows = await answer_rows(assessment.response)
        given = {ref: row.given for ref, row in rows.items() if row.given}
        for question in applicable_questions(questionnaire, given):
            if question.ref in given:
                continue
            if question.kind is QuestionKind.FILE:
                url = f"{base}/questions/{question.ref}/documents"
                files = [("files", ("policy.pdf", b"%PDF-1.4 a policy", "application/pdf"))]
                statuses.add((await browser.submit(url, files=files)).status_code)
            else:
                statuses.add(await answer(browser, assessment.id, question.ref, an_answer(question)))

    missing = await browser.get(f"{base}/missing")
    form = await browser.get(f"{base}/submit")
    unticked = await browser.submit(f"{base}/submit", {"name": "Dana Ortiz", "title": "CISO"})
    submitted = await browser.submit(f"{base}/submit", {"name": "Dana Ortiz", "title": "CISO", "confirmed": "yes"})
    receipt = await browser.get(submitted.headers["location"])
    again = await browser.submit(f"{base}/submit", {"name": "Dana Ortiz", "title": "CISO", "confirmed": "yes"})
    late = await answer(browser, assessment.id, questionnaire.questions[0].ref, "later", 1)

    assert 303 == first.status_code
    assert (409, 422) == (early.status_code, unticked.status_code)
    assert {303} == statuses
    assert "Nothing is missing" in missing.text
    assert "complete and true" in form.text
    assert re.search(r"R-\d{8}-[0-9A-F]{8}", receipt.text)
    assert [409, 409] == [again.status_code, late]
    assert "submitted" == await state_of(assessment)
    assert await Job.exists().where((Job.kind == "review.verdicts") & (Job.subject == str(assessment.id)))
    assert await AuditEntry.exists().where(AuditEntry.action == "assessment.submitted")


async def test_every_kind_of_question_of_the_core_set_comes_back_filled(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Each kind's field shows the saved answer again, and the comment beside it."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)
    asked = {question.kind for question in (await get_questionnaire(assessment.questionnaire)).questions}
    for kind in sorted(asked - {QuestionKind.FILE, QuestionKind.DATE}):
        question = await question_of(assessment, kind)
        assert 303 == await answer(browser, assessment.id, question.ref, an_answer(question), comment=f"About {kind}")

        page = await browser.get(f"/answer/{assessment.id}/questions/{question.ref}")
        shown = await browser.get(page.headers["location"].partition("#")[0])

        assert 200 == shown.status_code
        assert f'id="q-{question.ref}"' in shown.text
        assert "Answered just now" in shown.text
    assert "in_progress" == await state_of(assessment)


async def test_what_was_written_stands_above_the_first_question(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Whoever fills in the form reads the message too, on its first page only; a breaking vulnerability is named in it."""
    side = cast.helio
    wanted = Sending(side.vendor.id, "event", contact=side.contact.id, message="This is about <CVE-2026-31415>.")
    assessment = await send_assessment(database, COMPANY, cast.reviewer, wanted)
    await browser.become(side.who)

    first = await browser.get(f"/answer/{assessment.id}/affected")
    second = await browser.get(f"/answer/{assessment.id}/harm")

    assert "This is about &lt;CVE-2026-31415&gt;." in first.text
    assert "CVE-2026-31415" not in second.text


async def test_a_date_comes_back_in_its_field(browser: Browser, database: Settings, cast: Cast) -> None:
    """A date that was saved fills the date field, once the question applies."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)
    questionnaire = await get_questionnaire(assessment.questionnaire)
    dated = next(q for q in questionnaire.questions if q.kind is QuestionKind.DATE)
    assert dated.applies_when is not None
    for test in comparisons(dated.applies_when):
        await answer(browser, assessment.id, test.question, test.values[0])
    await answer(browser, assessment.id, dated.ref, "2026-03-31")

    shown = await browser.get(f"/answer/{assessment.id}/questions/{dated.ref}", **{"hx-request": "true"})

    assert 'value="2026-03-31"' in shown.text


async def test_a_question_appears_and_vanishes_with_the_answer_that_opens_it(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Autosave brings the question that now applies, and takes away the one that no longer does; its answer is kept."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)
    section, opener, opened, value = await _branch(assessment)
    before = await browser.get(f"/answer/{assessment.id}/{section}")
    token = {"x-csrftoken": await browser.token(f"/answer/{assessment.id}/{section}"), **HTMX}
    url = f"/answer/{assessment.id}/questions/{opener}"

    appears = await browser.client.post(url, data={"answer": value, "revision": "0", "hidden": [opened]}, headers=token)
    shown = await browser.get(f"/answer/{assessment.id}/{section}")
    kept = await answer(browser, assessment.id, opened, await _fits(assessment, opened))
    vanishes = await browser.client.post(url, data={"answer": "", "revision": "1"}, headers=token)

    assert f'id="q-{opened}"' not in before.text
    assert f'id="q-{opened}"' in appears.text
    assert 'id="form-nav"' in shown.text
    assert "innerHTML:#form-nav" in appears.text
    assert f'id="q-{opened}"' in shown.text
    assert 303 == kept
    assert f'name="hidden" value="{opened}"' in vanishes.text
    assert (await answer_rows(assessment.response))[opened].given is not None
    missing = await browser.get(f"/answer/{assessment.id}/missing")
    assert f"#q-{opened}" not in missing.text


async def test_two_people_do_not_overwrite_each_other(browser: Browser, database: Settings, cast: Cast) -> None:
    """The second writer sees the first one's answer, keeps the own text, and decides which counts."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)
    question = await question_of(assessment, QuestionKind.TEXT)
    await answer(browser, assessment.id, question.ref, "What Li Wei wrote")
    url = f"/answer/{assessment.id}/questions/{question.ref}"
    mine: dict[str, str | list[str]] = {"answer": "What I wrote", "revision": "0"}

    page = await browser.submit(url, mine)
    token = await browser.token(f"/answer/{assessment.id}/missing")
    fragment = await browser.client.post(url, data=mine, headers={"x-csrftoken": token, **HTMX})
    standing = (await answer_rows(assessment.response))[question.ref]
    used = await browser.submit(url, {**mine, "over": "1"})
    now = (await answer_rows(assessment.response))[question.ref]

    assert [409, 409, 303] == [page.status_code, fragment.status_code, used.status_code]
    for shown in (page, fragment):
        assert "What Li Wei wrote" in shown.text
        assert 'name="over" value="1"' in shown.text
    assert "What I wrote" in page.text
    assert standing.given is not None and now.given is not None
    assert ("What Li Wei wrote", "What I wrote") == (standing.given.value, now.given.value)


async def test_sending_the_same_answer_again_is_no_conflict(browser: Browser, database: Settings, cast: Cast) -> None:
    """A browser that got no reply may repeat itself."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)
    question = await question_of(assessment, QuestionKind.TEXT)

    statuses = [await answer(browser, assessment.id, question.ref, "The same") for _ in range(2)]

    assert [303, 303] == statuses
    assert 1 == (await answer_rows(assessment.response))[question.ref].revision


async def test_an_answer_that_does_not_fit_is_said_at_the_field(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """The sentence stands at the field and what was typed is kept, with scripts and without."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)
    number = await question_of(assessment, QuestionKind.NUMBER)
    yes_no = await question_of(assessment, QuestionKind.YES_NO)
    url = f"/answer/{assessment.id}/questions"

    typed = await browser.submit(f"{url}/{number.ref}", {"answer": "a dozen or so", "revision": "0"})
    reasonless = await browser.submit(f"{url}/{yes_no.ref}", {"answer": "not_applicable", "revision": "0"})
    alone = await browser.submit(f"{url}/{yes_no.ref}", {"comment": "only a comment", "revision": "0"})
    token = await browser.token(f"/answer/{assessment.id}/missing")
    fragment = await browser.client.post(
        f"{url}/{number.ref}", data={"answer": "x", "revision": "0"}, headers={"x-csrftoken": token, **HTMX}
    )

    assert {422} == {r.status_code for r in (typed, reasonless, alone, fragment)}
    assert "is not a number" in typed.text
    assert 'value="a dozen or so"' in typed.text
    assert "Say why this does not apply" in reasonless.text
    assert "only a comment" in alone.text
    assert f'id="note-{number.ref}"' in fragment.text
    assert {} == await answer_rows(assessment.response)


async def test_another_vendors_assessment_does_not_exist(browser: Browser, database: Settings, cast: Cast) -> None:
    """Every page and form of a foreign assessment is 404 for a contact, and so it is for staff."""
    assessment = await sent(database, cast)
    ref = (await question_of(assessment, QuestionKind.YES_NO)).ref
    base = f"/answer/{assessment.id}"
    slug = (await get_questionnaire(assessment.questionnaire)).sections[0].key
    pages = [base, f"{base}/{slug}", *(f"{base}/{p}" for p in ("missing", "submit", "receipt", "documents"))]
    pages += [f"{base}/questions/{ref}", f"{base}/questions/{ref}/documents"]
    posts = [f"{base}/questions/{ref}", f"{base}/submit", f"{base}/questions/{ref}/documents/chosen"]
    form: dict[str, str | list[str]] = {"answer": "yes", "revision": "0", "name": "A", "title": "B", "confirmed": "yes"}
    statuses = set()

    for who in (cast.corvid.who, cast.reviewer):
        await browser.become(who)
        statuses |= {(await browser.get(url)).status_code for url in pages}
        statuses |= {(await browser.submit(url, form)).status_code for url in posts}

    assert {404} == statuses
    assert {} == await answer_rows(assessment.response)
    await browser.become(cast.corvid.who)
    assert str(assessment.id) not in (await browser.get("/answer")).text
    assert 404 == (await browser.get(f"/answer/{uuid4()}")).status_code
    assert 404 == (await browser.get(f"/assessments/{assessment.id}")).status_code


async def test_vendors_see_no_weights_or_expectations(browser: Browser, database: Settings, cast: Cast) -> None:
    """What an answer is worth stands on no page of the form."""
    assessment = await sent(database, cast, "core")
    await browser.become(cast.helio.who)

    for section in (await get_questionnaire(assessment.questionnaire)).sections:
        page = await browser.get(f"/answer/{assessment.id}/{section.key}")
        assert 200 == page.status_code
        words = page.text.lower()
        assert not any(word in words for word in ("weight", "verdict", "score"))
        for question in section.questions:
            assert not question.claim or question.claim not in page.text


async def _branch(assessment: Assessment) -> tuple[str, str, str, str]:
    """Return a section, a question of it that opens another one there, the opened one, and the answer that does it."""
    questionnaire = await get_questionnaire(assessment.questionnaire)
    for section in questionnaire.sections:
        refs = {question.ref: question for question in section.questions}
        for question in section.questions:
            test = question.applies_when
            target = refs.get(getattr(test, "question", ""))
            if target is not None and target.applies_when is None and getattr(test, "operator", "") in ("equals", "in"):
                return section.key, target.ref, question.ref, test.values[0]  # type: ignore[union-attr]
    raise AssertionError("the core set has no branch within a section")


async def _fits(assessment: Assessment, ref: str) -> str:
    question = (await get_questionnaire(assessment.questionnaire)).find_question(ref)
    assert question is not None
    return an_answer(question)
