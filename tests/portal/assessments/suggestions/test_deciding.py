"""A contact's way from documents to a submitted questionnaire: confirm, correct, ignore, and only what is left."""

import asyncio
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from litestar import Litestar

from portal.assessments.answer_queries import load_form
from portal.assessments.suggestions.deciding import Choice, decide
from portal.assessments.tables import Assessment, Suggestion
from portal.core.errors import Conflict, NotFound
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.evidence.receiving import remove
from portal.evidence.tables import Evidence
from questionnaires.answering import answers_of, changes_of
from questionnaires.values import Given
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.suggestions import paper
from tests.portal.review.story import note, work_off

pytestmark = pytest.mark.anyio


def words_of(page: str) -> str:
    """Return what a person reads."""
    return " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())


async def test_from_documents_to_submission(
    app: Litestar, browser: Browser, database: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Upload, look, confirm, correct, ignore, answer what is left, submit: each answer is the contact's own deed."""
    assessment = await paper.asked(database, cast)
    base = f"/answer/{assessment.id}"
    await browser.become(cast.helio.who)

    begun = await browser.get(base)
    await browser.submit("/answer/documents", files=[("files", ("p.pdf", paper.policy(tmp_path).read_bytes()))])
    waiting = await browser.get(f"{base}/progress")
    await work_off(app, database)
    found = await browser.get(f"{base}/start")
    listed = await browser.get(f"{base}/suggestions")
    rows = await paper.rows_of(assessment)

    assert f"{base}/start" == begun.headers["location"]
    assert "Reading 1 document" in words_of(waiting.text)
    assert "Look at" in words_of(found.text)
    assert "Security logs are kept for 400 days." in words_of(listed.text)
    assert {} == await answers_of(assessment.response)

    choices = {f"choice-{rows['AC-01'].id}": "confirm", f"choice-{rows['BC-02'].id}": "ignore"}
    saved = await browser.submit(f"{base}/suggestions", {**choices, f"choice-{rows['AC-03'].id}": ""})
    one = await browser.submit(f"{base}/suggestions/{rows['BC-01'].id}", {"choice": "confirm"})
    await browser.submit(f"{base}/questions/AC-03", {"answer": "500", "revision": "0"})
    left = words_of((await browser.get(f"{base}/left")).text)

    assert (303, 303) == (saved.status_code, one.status_code)
    answers = await answers_of(assessment.response)
    assert Given("yes") == answers["AC-01"]
    assert {"AC-01", "AC-03", "BC-01"} == answers.keys()
    states = {ref: row.state for ref, row in (await paper.rows_of(assessment)).items()}
    assert {"AC-01": "confirmed", "BC-01": "confirmed", "BC-02": "ignored", "AC-03": "corrected"} == {
        ref: states[ref] for ref in ("AC-01", "BC-01", "BC-02", "AC-03")
    }
    assert "2 of 7 questions answered from your documents" in left
    assert "Who looks after the logs?" in left  # opened by the confirmed answer
    assert "How many days are security logs kept?" not in left

    for ref, value in (("AC-02", "no"), ("AC-04", "The platform team."), ("BC-02", "quarterly")):
        await browser.submit(f"{base}/questions/{ref}", {"answer": value, "revision": "0"})
    attested = {"name": "Dana Ortiz", "title": "Security lead", "confirmed": "yes"}
    submitted = await browser.submit(f"{base}/submit", attested)
    await work_off(app, database)
    await browser.become(cast.reviewer)
    bench = words_of((await browser.get(f"/reviews/{assessment.id}?ref=AC-01")).text)
    corrected = words_of((await browser.get(f"/reviews/{assessment.id}?ref=AC-03")).text)

    assert f"{base}/receipt" == submitted.headers["location"]
    assert "The vendor confirmed this from p p. 1" in bench
    assert "The vendor confirmed this" not in corrected


async def test_a_confirmed_answer_has_a_history_and_an_entry(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Who confirmed stands in the answer's history and in the record, like any other answer."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    row = (await paper.rows_of(assessment))["AC-01"]

    await decide(cast.helio.who, assessment.id, row.id, Choice.confirm)

    change = (await changes_of(assessment.response, "AC-01"))[-1]
    actions = {entry.action for entry in await AuditEntry.objects()}
    assert (Given("yes"), cast.helio.who.name, 1) == (change.given, change.answered_by, change.revision)
    assert {"suggestion.confirmed", "answer.recorded"} <= actions


async def test_an_ignored_suggestion_comes_back_only_with_a_new_document(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Looking again at the same documents brings nothing back; one that was uploaded since is a new reason."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    row = (await paper.rows_of(assessment))["AC-03"]
    quoted = await Evidence.objects().get(Evidence.name == "Helio policy.pdf")
    assert quoted is not None
    await decide(cast.helio.who, assessment.id, row.id, Choice.ignore)

    await paper.give(settings, cast.helio, note(tmp_path / "Garden.pdf", "The garden is watered twice a week."))
    await work_off(app, settings)
    same = await Suggestion.count().where((Suggestion.assessment == assessment.id) & (Suggestion.ref == "AC-03"))
    form = await load_form(cast.helio.who, assessment.id)
    await paper.give(settings, cast.helio, note(tmp_path / "Logs.pdf", "Security logs are kept for 400 days."))
    await remove(cast.reviewer, quoted.id, settings, app.state.engines)
    await work_off(app, settings)
    again = await load_form(cast.helio.who, assessment.id)

    assert 1 == same
    assert "AC-03" not in form.suggestions.open
    assert "Logs.pdf" == again.suggestions.open["AC-03"].quotes[0].document


async def test_what_no_longer_stands_cannot_be_confirmed(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Decided once, answered meanwhile, or words to be looked at: a second confirmation changes nothing."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    rows = await paper.rows_of(assessment)
    await decide(cast.helio.who, assessment.id, rows["AC-01"].id, Choice.confirm)

    for ref in ("AC-01", "AC-02"):
        with pytest.raises(Conflict):
            await decide(cast.helio.who, assessment.id, rows[ref].id, Choice.confirm)

    assert {"AC-01"} == (await answers_of(assessment.response)).keys()


async def test_of_two_who_confirm_at_once_one_does(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The answer is written once; the other is told that the suggestion no longer stands."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    row = (await paper.rows_of(assessment))["AC-03"]

    tries = [decide(cast.helio.who, assessment.id, row.id, Choice.confirm) for _ in range(2)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)

    assert 1 == sum(isinstance(outcome, str) for outcome in outcomes)
    assert 1 == sum(isinstance(outcome, Conflict) for outcome in outcomes), outcomes
    assert 1 == len(await changes_of(assessment.response, "AC-03"))


async def test_another_vendors_contact_cannot_decide(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Neither by the other's questionnaire nor by naming the suggestion under one's own."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    own: Assessment = await paper.asked(settings, cast, cast.corvid)
    row = (await paper.rows_of(assessment))["AC-01"]

    for target in (assessment.id, own.id):
        with pytest.raises(NotFound):
            await decide(cast.corvid.who, target, row.id, Choice.confirm)

    assert {} == await answers_of(assessment.response)


async def test_the_form_shows_words_and_place_but_nothing_is_preselected(
    app: Litestar, browser: Browser, database: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The card has quote, document and page and says that a program found it; no field is checked or filled in."""
    assessment = await paper.suggested(app, database, cast, tmp_path)
    await browser.become(cast.helio.who)

    page = BeautifulSoup((await browser.get(f"/answer/{assessment.id}/access")).text, "html.parser")

    card = page.select_one("#q-AC-01")
    assert card is not None
    said = " ".join(card.get_text(" ").split())
    assert "Suggested from your documents: Yes" in said
    assert "Helio policy.pdf , page 1" in said.replace("</a>", "")
    assert "becomes your answer only if you confirm it" in said
    assert [] == card.select("input[checked]")
    look = page.select_one("#q-AC-02 .suggestion")
    assert look is not None
    assert "read these words before you answer" in look.get_text()
    assert [] == look.select("button[value=confirm]")


async def test_to_correct_one_saves_the_other_choices_and_opens_the_fields(
    app: Litestar, browser: Browser, database: Settings, cast: Cast, tmp_path: Path
) -> None:
    """From the list to the question, its fields open beside what is suggested; what was chosen above is not lost."""
    assessment = await paper.suggested(app, database, cast, tmp_path)
    rows = await paper.rows_of(assessment)
    await browser.become(cast.helio.who)

    form = {f"choice-{rows['AC-01'].id}": "confirm", "correct": "AC-03"}
    answer = await browser.submit(f"/answer/{assessment.id}/suggestions", form)
    page = BeautifulSoup((await browser.get(answer.headers["location"].partition("#")[0])).text, "html.parser")

    assert {"AC-01"} == (await answers_of(assessment.response)).keys()
    assert page.select_one("#q-AC-03 details.correct[open] input[name=answer]")
    assert page.select_one("#q-AC-03 .suggestion")


async def test_a_fragment_brings_card_progress_and_opened_questions(
    app: Litestar, browser: Browser, database: Settings, cast: Cast, tmp_path: Path
) -> None:
    """With scripts on, confirming swaps the card, moves the focus to it, and shows the question that the answer opens."""
    assessment = await paper.suggested(app, database, cast, tmp_path)
    row = (await paper.rows_of(assessment))["AC-01"]
    await browser.become(cast.helio.who)
    headers = {"x-csrftoken": await browser.token(), "hx-request": "true", "sec-fetch-site": "same-origin"}

    url = f"/answer/{assessment.id}/suggestions/{row.id}"
    answer = await browser.client.post(url, data={"choice": "confirm", "hidden": "AC-04"}, headers=headers)

    page = BeautifulSoup(answer.text, "html.parser")
    assert 200 == answer.status_code
    assert page.select_one("#q-AC-01 [data-focus]")
    assert page.select_one("#slot-AC-04 #q-AC-04")
    assert "Confirmed from your documents: Helio policy.pdf, page 1" in " ".join(page.get_text(" ").split())
    again = await browser.client.post(url, data={"choice": "ignore", "ref": "AC-01"}, headers=headers)
    assert 409 == again.status_code
    assert "This suggestion no longer stands" in words_of(again.text)
