"""Verdicts are worked out once for each answer, kept as history, and see the evidence clock."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from typing import cast as cast_to

import pytest
from litestar import Litestar

from knowledge.language import Language
from portal.assessments.tables import Assessment
from portal.core.clock import freeze, now, today
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.receiving import remove
from portal.evidence.tables import Evidence
from portal.review.standing import review_of
from portal.review.tables import AnswerVerdict
from portal.review.working_out import work_out_vendor, work_out_verdicts
from portal.risk.levels import VerdictState
from tests.cast import Cast
from tests.portal.review import story

pytestmark = pytest.mark.anyio


async def states(assessment: Assessment) -> dict[str, str]:
    """Return the verdict in force for each question that has one."""
    return {one.ref: one.state.value for one in (await review_of(assessment)).reviewed if one.state}


async def test_each_claim_gets_the_verdict_its_evidence_bears_out(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A supported, a contradicted and an unproven answer are told apart; a no asserts nothing."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)

    assert {
        "AC-01": "supported",
        "AC-02": "contradicted",
        "CR-01": "supported",
        "PH-01": "not_evidenced",
    } == await states(assessment)


async def test_working_out_twice_adds_nothing(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """The same evidence and answers say the same, so no row is added."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    before = await AnswerVerdict.count()

    changed = await work_out_verdicts(assessment.id, app.state.engines)

    assert 0 == changed
    assert before == await AnswerVerdict.count()


async def test_the_same_verdict_after_another_document_tells_what_was_searched_last(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """No row is added for it or says otherwise what it rests on; only "not evidenced" does not go on saying "1 document"."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    before = {one.ref: one for one in (await review_of(assessment)).reviewed if one.verdict}
    rows = {row.id: row.searched for row in await AnswerVerdict.objects()}
    await story.give(settings, cast.helio, story.note(tmp_path / "Menu.pdf", "On Thursday the canteen serves soup."))
    await story.work_off(app, settings)

    after = {one.ref: one for one in (await review_of(assessment)).reviewed if one.verdict}

    assert {ref: one.state for ref, one in before.items()} == {ref: one.state for ref, one in after.items()}
    assert rows == {row.id: row.searched for row in await AnswerVerdict.objects()}
    for ref, one in after.items():
        was = before[ref].verdict
        assert one.verdict is not None
        assert was is not None
        assert was.searched.documents + 1 == one.verdict.searched.documents


async def test_a_verdict_goes_stale_with_its_document(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """When the report passes its date, what it supported is stale, with nobody doing anything."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)

    freeze(now() + timedelta(days=400))
    try:
        later = await states(assessment)
    finally:
        freeze(None)

    assert "stale" == later["AC-01"]
    assert "contradicted" == later["AC-02"]


async def test_an_expired_report_supports_nothing(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A report whose period ended over a year ago gives stale verdicts from the start."""
    old = story.report(tmp_path / "Old report.pdf", today() - timedelta(days=500))
    await story.give(settings, cast.helio, old)
    assessment = await story.submitted(settings, cast)
    await story.work_off(app, settings)

    assert "stale" == (await states(assessment))["CR-01"]


async def test_removed_evidence_takes_its_verdicts_back(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Without its document a claim is not evidenced any more, and the older verdict stays in the history."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    row = await Evidence.objects().first()
    assert row is not None

    await remove(cast.reviewer, row.id, settings, app.state.engines)
    await story.work_off(app, settings)

    assert VerdictState.NOT_EVIDENCED.value == (await states(assessment))["AC-01"]
    assert 2 == await AnswerVerdict.count().where(AnswerVerdict.ref == "AC-01")


async def test_without_evidence_there_is_no_verdict(app: Litestar, settings: Settings, cast: Cast) -> None:
    """A vendor that gave no document has answers without verdicts, not answers without evidence."""
    assessment = await story.submitted(settings, cast)

    await story.work_off(app, settings)

    assert {} == await states(assessment)


async def test_a_completed_review_is_left_alone(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """New evidence changes nothing in an assessment that is over."""
    assessment = await story.submitted(settings, cast)
    await Assessment.update({Assessment.state: "completed"}).where(Assessment.id == assessment.id)
    await story.give(settings, cast.helio, story.report(tmp_path / "New.pdf", today()))

    await work_out_vendor(cast.helio.vendor.id, app.state.engines)

    assert 0 == await AnswerVerdict.count()


async def test_a_vendor_is_checked_once_all_its_documents_are_read(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """While a document waits to be read nothing is worked out; the last one brings it about."""
    assessment = await story.submitted(settings, cast)
    await story.work_off(app, settings)
    await story.give(settings, cast.helio, story.report(tmp_path / "Report.pdf", today()))

    await work_out_vendor(cast.helio.vendor.id, app.state.engines)
    before = await states(assessment)
    await story.work_off(app, settings)

    assert {} == before
    assert "supported" == (await states(assessment))["AC-01"]


async def test_work_that_was_stopped_goes_on_where_it_was(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Whatever was stored before a stop stays as it is, and the rest follows at the next run."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    whole = await states(assessment)
    await AnswerVerdict.delete().where(AnswerVerdict.ref.is_in(["CR-01", "PH-01"]))
    kept = await AnswerVerdict.select(AnswerVerdict.id).order_by(AnswerVerdict.id)

    changed = await work_out_verdicts(assessment.id, app.state.engines)

    assert 2 == changed
    assert whole == await states(assessment)
    still = AnswerVerdict.id.is_in([row["id"] for row in kept])
    assert len(kept) == await AnswerVerdict.count().where(still)


class Meanwhile(Language):
    """A slow model: while it thinks for the first time, something happens."""

    def __init__(self, happens: Callable[[], Awaitable[object]]) -> None:
        super().__init__("slow:model", cast_to("Any", None))
        self._happens: Callable[[], Awaitable[object]] | None = happens

    async def text(self, prompt: str) -> str:
        """Agree with everything, late."""
        happens, self._happens = self._happens, None
        if happens is not None:
            await happens()
        return '{"says_it": "yes"}'


async def test_nothing_is_stored_that_rests_on_evidence_removed_meanwhile(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A report is removed, and the verdicts worked out without it, while a check of before still asks its model."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    report = await Evidence.objects().where(Evidence.vendor == cast.helio.vendor.id).first()
    assert report is not None
    engines: Engines = app.state.engines

    async def removed() -> None:
        await remove(cast.reviewer, report.id, settings, engines)
        await story.work_off(app, settings)

    await work_out_verdicts(assessment.id, replace(engines, language=Meanwhile(removed)))

    assert {"not_evidenced"} == set((await states(assessment)).values())
    kept = await AnswerVerdict.objects().order_by(AnswerVerdict.worked_out_at, ascending=False).limit(4)
    assert {"not_evidenced"} == {row.state for row in kept}
