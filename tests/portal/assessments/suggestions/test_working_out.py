"""Suggestions follow the vendor's own evidence, are worked out once, and are never an answer by themselves."""

from datetime import timedelta
from pathlib import Path

import pytest
from litestar import Litestar

from knowledge.citations import find_quote
from knowledge.tables import Page
from portal.assessments.answer_queries import load_form
from portal.assessments.answering import save_answer
from portal.assessments.suggestions import finding, working_out
from portal.assessments.suggestions.working_out import suggest_for_vendor
from portal.assessments.tables import Suggestion, SuggestionRun
from portal.core.clock import freeze, now, today
from portal.core.settings import Settings
from portal.evidence.quoting import quotes_from_json
from portal.evidence.receiving import receive, remove
from questionnaires.answering import answers_of
from tests.cast import Cast
from tests.portal.assessments.suggestions import paper
from tests.portal.review.story import pieces, report, work_off

pytestmark = pytest.mark.anyio


async def test_documents_suggest_what_they_bear_out(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A yes, a number, a date and a choice are suggested with their words; silence suggests nothing, and nothing is answered."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    rows = await paper.rows_of(assessment)

    assert paper.SUGGESTED == {ref: rows[ref].value for ref in paper.SUGGESTED}
    assert "BC-01" in rows
    assert {"AC-04", "BC-03"} & rows.keys() == set()
    assert {} == await answers_of(assessment.response)


async def test_words_that_speak_against_are_only_to_be_looked_at(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Where a document contradicts the usual answer nothing is preselected: its words are shown and no value is kept."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    row = (await paper.rows_of(assessment))["AC-02"]

    assert ("look", True) == (row.kind, row.value is None)
    assert "end of the month" in quotes_from_json(row.quotes)[0].text


async def test_every_quote_stands_on_its_page(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """The words of each suggestion are found again in the stored text of their page."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    quotes = [quote for row in (await paper.rows_of(assessment)).values() for quote in quotes_from_json(row.quotes)]

    assert quotes
    for quote in quotes:
        page = await Page.objects().get((Page.document == quote.document_id) & (Page.number == quote.page))
        assert page is not None
        assert quote.text == page.text[quote.start : quote.end]
        assert find_quote(quote.text, page.text)


async def test_another_vendors_documents_suggest_nothing(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Corvid's policy answers the same questions, and Helio is shown no word of it."""
    assessment = await paper.asked(settings, cast)
    await paper.give(settings, cast.corvid, paper.policy(tmp_path, "Corvid policy.pdf"))
    await work_off(app, settings)

    assert {} == await paper.rows_of(assessment)


async def test_what_the_company_added_is_not_quoted_to_the_contact(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A document that a reviewer put beside the vendor's own is read for the review, not for suggestions."""
    assessment = await paper.asked(settings, cast)
    path = paper.policy(tmp_path, "Our own notes.pdf")
    await receive(cast.reviewer, cast.helio.vendor.id, path.name, pieces(path), settings)
    await work_off(app, settings)

    assert {} == await paper.rows_of(assessment)


async def test_suggestions_vanish_with_their_document(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """From the moment the document is removed no page shows its words, and the job takes the rows away."""
    assessment = await paper.asked(settings, cast)
    evidence = await paper.give(settings, cast.helio, paper.policy(tmp_path))
    await work_off(app, settings)
    before = await load_form(cast.helio.who, assessment.id)

    await remove(cast.reviewer, evidence.id, settings, app.state.engines)
    at_once = await load_form(cast.helio.who, assessment.id)
    await work_off(app, settings)

    assert "AC-01" in before.suggestions.open
    assert {} == at_once.suggestions.open
    assert {} == await paper.rows_of(assessment)


async def test_an_expired_document_suggests_nothing(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What stood on a document that is past its date is not suggested any more, with nobody doing anything."""
    assessment = await paper.asked(settings, cast)
    await paper.give(settings, cast.helio, report(tmp_path / "SOC 2.pdf", today() - timedelta(days=60)))
    await work_off(app, settings)
    before = await load_form(cast.helio.who, assessment.id)

    freeze(now() + timedelta(days=400))
    try:
        later = await load_form(cast.helio.who, assessment.id)
    finally:
        freeze(None)

    assert "AC-01" in before.suggestions.open
    assert {} == later.suggestions.open


async def test_working_out_again_changes_nothing_and_looks_at_nothing_twice(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same documents and questions were looked at already; a rerun keeps every row with its id."""
    assessment = await paper.suggested(app, settings, cast, tmp_path)
    before = {ref: row.id for ref, row in (await paper.rows_of(assessment)).items()}
    await SuggestionRun.delete().where(SuggestionRun.assessment == assessment.id)

    await suggest_for_vendor(cast.helio.vendor.id, app.state.engines)
    looked = {ref: row.id for ref, row in (await paper.rows_of(assessment)).items()}
    monkeypatch.setattr(working_out, "find_answers", None)  # to call it would fail
    await suggest_for_vendor(cast.helio.vendor.id, app.state.engines)

    assert before == looked


async def test_a_stop_in_between_leaves_what_was_there(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed before the end, the job has changed nothing; run again it does all of it."""
    assessment = await paper.asked(settings, cast)
    await work_off(app, settings)
    await paper.give(settings, cast.helio, paper.policy(tmp_path))
    calls = 0

    async def dying(*args: object) -> None:
        nonlocal calls
        calls += 1
        if calls > 3:
            raise KeyboardInterrupt
        return

    with monkeypatch.context() as patched:
        patched.setattr(finding, "find_answer", dying)
        with pytest.raises(KeyboardInterrupt):
            await work_off(app, settings)
    between = await Suggestion.count()
    await suggest_for_vendor(cast.helio.vendor.id, app.state.engines)

    assert 0 == between
    assert paper.SUGGESTED.keys() <= (await paper.rows_of(assessment)).keys()


async def test_an_answered_question_is_not_suggested(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What somebody has answered stays as it is."""
    assessment = await paper.asked(settings, cast)
    await save_answer(cast.helio.who, assessment.id, "AC-01", {"answer": ["no"]}, 0)
    await paper.give(settings, cast.helio, paper.policy(tmp_path))
    await work_off(app, settings)

    assert "AC-01" not in await paper.rows_of(assessment)
    assert "no" == (await answers_of(assessment.response))["AC-01"].value
