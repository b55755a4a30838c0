"""A rating goes from a submitted questionnaire to a signed record that can be replayed, and only two people can do it."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fpdf import FPDF
from litestar import Litestar

from portal.assessments.tables import Assessment
from portal.core import audit
from portal.core.clock import freeze, now, today
from portal.core.database import run_sql
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound, PortalError
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.evidence.receiving import receive, remove
from portal.evidence.tables import Evidence
from portal.findings.raising import Shortcoming, raise_free_finding
from portal.ratings.approving import approve_rating
from portal.ratings.drafting import draft_rating, find_ratable_assessment
from portal.ratings.editing import Edited, edit_conditions, edit_narrative
from portal.ratings.preliminary import preliminary_rating
from portal.ratings.proposing import propose_rating, refuse_rating, withdraw_rating
from portal.ratings.published import newest_published
from portal.ratings.rating_page import rating_page
from portal.ratings.record import record_hash
from portal.ratings.replaying import replay
from portal.ratings.tables import Condition, RatingRecord
from portal.review.deciding import Seen, agree, agree_in_bulk, ask_again
from portal.review.quotes import quotes_from_json
from portal.review.standing import review_of
from portal.risk.levels import Owner, Severity
from portal.risk.validity import months_later
from portal.vendors.tables import Service
from portal.worker import Worker
from tests.cast import Cast
from tests.portal.review import story

pytestmark = pytest.mark.anyio


async def seen(assessment: Assessment, ref: str) -> Seen:
    """Return what a page shows of a question now."""
    one = (await review_of(assessment)).find(ref)
    assert one is not None
    return Seen(ref, one.answered.revision, one.verdict.id if one.verdict else None)


async def decided(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> Assessment:
    """Bring an assessment through its review."""
    assessment = await story.reviewed(app, settings, cast, folder)
    for ref in ("AC-01", "AC-02", "CR-01", "PH-01", "PH-02"):
        await agree(cast.reviewer, assessment.id, await seen(assessment, ref))
    return assessment


async def proposed(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> RatingRecord:
    """Draft a rating and hand it to a second person."""
    assessment = await decided(app, settings, cast, folder)
    row = await draft_rating(cast.reviewer, assessment.id)
    await propose_rating(cast.reviewer, row.id, row.revision)
    return await kept(row)


async def kept(row: RatingRecord) -> RatingRecord:
    """Return the row as it is in the database."""
    found = await RatingRecord.objects().get(RatingRecord.id == row.id)
    assert found is not None
    return found


async def test_from_a_submitted_questionnaire_to_a_replayable_rating(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The whole way, on a real document: draft, propose, approve, replay; the assessment is completed by it."""
    row = await proposed(app, settings, cast, tmp_path)

    published = await approve_rating(cast.approver, row.id, row.revision)
    again = await replay(published.id)

    assert "published" == published.state
    assert months_later(today(), 12) == published.valid_until
    assert record_hash(published.record) == published.record_hash
    assert () == again.problems
    assert again.same
    assert again.quotes.found >= 3
    assert (0, 0) == (again.quotes.missing, again.quotes.gone)
    assessment = await Assessment.objects().first()
    assert assessment is not None
    assert "completed" == assessment.state
    standing = await newest_published(cast.helio.vendor.id, cast.helio.service.id)
    assert standing is not None
    assert published.id == standing.id


async def test_the_text_cites_what_it_says(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """Supports, contradictions and gaps are named, each claim about evidence with its quote."""
    assessment = await decided(app, settings, cast, tmp_path)

    row = await draft_rating(cast.reviewer, assessment.id)

    assert "AC-02: The vendor says: Access of leavers is removed within one business day." in row.narrative
    assert "PH-01" in row.narrative.partition("Not evidenced")[2]
    assert "2 of 25" in " ".join(quote.text for quote in quotes_from_json(row.citations))
    assert all(f"[{n + 1}]" in row.narrative for n in range(len(quotes_from_json(row.citations))))


async def test_the_drafter_cannot_approve(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """A rating takes two people, also when one of them may do both."""
    assessment = await decided(app, settings, cast, tmp_path)
    row = await draft_rating(cast.approver, assessment.id)
    await propose_rating(cast.approver, row.id, row.revision)

    with pytest.raises(NotAllowed, match="You drafted this rating"):
        await approve_rating(cast.approver, row.id, row.revision + 1)


async def test_the_last_editor_cannot_approve(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """Whoever last changed the text has made it their own."""
    assessment = await decided(app, settings, cast, tmp_path)
    row = await draft_rating(cast.reviewer, assessment.id)
    await edit_narrative(cast.approver, row.id, "Fine. [1]", row.revision)
    await propose_rating(cast.reviewer, row.id, row.revision + 1)

    with pytest.raises(NotAllowed, match="last to edit"):
        await approve_rating(cast.approver, row.id, row.revision + 2)


async def test_a_reviewer_cannot_approve(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """Approving is for approvers."""
    row = await proposed(app, settings, cast, tmp_path)

    with pytest.raises(NotAllowed):
        await approve_rating(cast.administrator, row.id, row.revision)


async def test_of_fifty_approvals_at_once_one_publishes(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Racing approvers get one rating, one audit entry and a sentence each."""
    row = await proposed(app, settings, cast, tmp_path)
    approvers = [replace(cast.approver, id=f"approver-{number}") for number in range(50)]

    async def attempt(who: Principal) -> str:
        try:
            return (await approve_rating(who, row.id, row.revision)).state
        except PortalError as error:
            return type(error).__name__

    outcomes = await asyncio.gather(*map(attempt, approvers))

    assert {"published": 1, "Conflict": 49} == {name: outcomes.count(name) for name in set(outcomes)}
    assert 1 == await AuditEntry.count().where(AuditEntry.action == "rating.published")
    assert (await replay(row.id)).same


@pytest.mark.parametrize(
    "change",
    ["narrative = 'x'", "grade = 'A'", "inputs = '{}'", "approved_by = 'me'", "state = 'draft'", "record = ''"],
)
async def test_a_published_row_refuses_change(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path, change: str
) -> None:
    """Not even SQL changes or deletes a published rating."""
    row = await proposed(app, settings, cast, tmp_path)
    await approve_rating(cast.approver, row.id, row.revision)

    with pytest.raises(Exception, match="kept for good"):
        await run_sql(f'UPDATE "rating" SET {change}')
    with pytest.raises(Exception, match="kept for good"):
        await run_sql('DELETE FROM "rating"')


async def test_a_replay_notices_a_forged_condition(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What the database could still be made to change is held against the record."""
    row = await proposed(app, settings, cast, tmp_path)
    await approve_rating(cast.approver, row.id, row.revision)
    await run_sql("UPDATE condition SET title = 'Nothing to do'")

    again = await replay(row.id)

    assert not again.same
    assert ("The row and the record differ.",) == again.problems


async def test_a_replay_goes_on_without_its_documents(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A document removed later takes nothing from the record; its quotes are counted as gone."""
    row = await proposed(app, settings, cast, tmp_path)
    await approve_rating(cast.approver, row.id, row.revision)
    evidence = await Evidence.objects().first()
    assert evidence is not None
    await remove(cast.reviewer, evidence.id, settings, app.state.engines)

    again = await replay(row.id)

    assert again.same
    assert again.quotes.gone >= 3


async def test_only_published_ratings_can_be_replayed(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A draft has no record yet."""
    row = await proposed(app, settings, cast, tmp_path)

    with pytest.raises(NotFound, match="published"):
        await replay(row.id)


async def test_what_changed_since_the_draft_stops_the_approval(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A finding raised after the draft has to be in the rating before anyone signs it."""
    row = await proposed(app, settings, cast, tmp_path)
    await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, Shortcoming("Open door", Severity.CRITICAL))

    with pytest.raises(Conflict, match="drafted again"):
        await approve_rating(cast.approver, row.id, row.revision)


async def test_what_is_asked_again_has_to_be_settled_before_the_signature(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A note to the vendor that never left would be lost with the completed assessment."""
    row = await proposed(app, settings, cast, tmp_path)
    assessment = await Assessment.objects().get(Assessment.id == row.assessment)
    assert assessment is not None
    await ask_again(cast.reviewer, assessment.id, await seen(assessment, "PH-01"), "Which visitors?")

    with pytest.raises(Conflict, match="1 question is to be asked again"):
        await approve_rating(cast.approver, row.id, row.revision)


async def test_evidence_that_runs_out_before_the_signature_stops_it(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A rating on a report that has expired by the day of approval is not what the evidence gives."""
    row = await proposed(app, settings, cast, tmp_path)

    freeze(now() + timedelta(days=400))
    try:
        with pytest.raises(Conflict, match="drafted again"):
            await approve_rating(cast.approver, row.id, row.revision)
    finally:
        freeze(None)


async def test_an_undecided_verdict_counts_as_the_vendors_own_word(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The page shows what agreeing would change; agreeing in bulk leaves weighty and contradicted answers alone."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    before = await draft_rating(cast.reviewer, assessment.id)
    page = await rating_page(cast.reviewer, before.id)

    everything = [await seen(assessment, one.ref) for one in (await review_of(assessment)).reviewed]
    agreed = await agree_in_bulk(cast.reviewer, assessment.id, everything)
    after = await draft_rating(cast.reviewer, assessment.id)

    assert page.agreed is not None
    assert page.agreed.score > page.rating.score
    assert 1 == agreed
    assert before.id == after.id
    assert after.revision > before.revision
    assert (await rating_page(cast.reviewer, after.id)).rating.score > page.rating.score


async def test_a_refused_rating_goes_back_with_its_note(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The drafter reads why, changes it and proposes it again."""
    row = await proposed(app, settings, cast, tmp_path)
    with pytest.raises(InvalidForm):
        await refuse_rating(cast.approver, row.id, " ", row.revision)

    await refuse_rating(cast.approver, row.id, "Say more on leavers.", row.revision)

    back = await kept(row)
    assert ("draft", "Say more on leavers.") == (back.state, back.refused_note)
    with pytest.raises(Conflict):
        await approve_rating(cast.approver, row.id, back.revision)


async def test_a_drafter_takes_a_proposed_rating_back(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Until it is signed the drafter may go on with it; meanwhile it cannot be drafted anew."""
    row = await proposed(app, settings, cast, tmp_path)
    with pytest.raises(Conflict, match="waits for approval"):
        await draft_rating(cast.reviewer, row.assessment)

    await withdraw_rating(cast.reviewer, row.id, row.revision)

    assert "draft" == (await kept(row)).state


async def test_two_editors_do_not_overwrite_each_other(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The second to save is told that the draft has changed."""
    assessment = await decided(app, settings, cast, tmp_path)
    row = await draft_rating(cast.reviewer, assessment.id)
    await edit_narrative(cast.reviewer, row.id, "First.", row.revision)

    with pytest.raises(Conflict):
        await edit_narrative(cast.administrator, row.id, "Second.", row.revision)

    assert "First." == (await kept(row)).narrative


async def test_an_edited_text_survives_drafting_again(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Numbers are worked out anew; a person's words stay, beside the words they replaced."""
    assessment = await decided(app, settings, cast, tmp_path)
    row = await draft_rating(cast.reviewer, assessment.id)
    await edit_narrative(cast.reviewer, row.id, "My words.", row.revision)

    again = await draft_rating(cast.reviewer, assessment.id)

    assert "My words." == again.narrative
    assert row.narrative == again.narrative_drafted


async def test_conditions_are_the_reviewers_to_change(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """One is changed, one added, the others dropped; another rating's condition is not found."""
    assessment = await decided(app, settings, cast, tmp_path)
    row = await draft_rating(cast.reviewer, assessment.id)
    proposed_first = await Condition.objects().where(Condition.rating == row.id).first()
    assert proposed_first is not None
    due = today() + timedelta(days=14)

    wanted = [
        Edited(proposed_first.id, "Explain", Owner.VENDOR, due),
        Edited(None, "Sign the annex", Owner.PROCUREMENT, None),
    ]
    await edit_conditions(cast.reviewer, row.id, wanted, row.revision)

    rows = await Condition.objects().where(Condition.rating == row.id).order_by(Condition.title)
    assert [("Explain", due), ("Sign the annex", None)] == [(one.title, one.due) for one in rows]
    with pytest.raises(NotFound):
        stranger = [Edited(assessment.id, "Not mine", Owner.VENDOR, None)]
        await edit_conditions(cast.reviewer, row.id, stranger, row.revision + 1)


async def test_a_newer_rating_supersedes_the_one_before(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The chain is in the record: the newer names the older by its hash, and both replay."""
    first = await proposed(app, settings, cast, tmp_path)
    older = await approve_rating(cast.approver, first.id, first.revision)
    row = await draft_rating(cast.reviewer, first.assessment)
    await propose_rating(cast.reviewer, row.id, row.revision)

    newer = await approve_rating(cast.approver, row.id, row.revision + 1)

    assert "superseded" == (await kept(older)).state
    assert older.record_hash in newer.record
    assert (await replay(older.id)).same
    assert (await replay(newer.id)).same
    standing = await newest_published(cast.helio.vendor.id, None)
    assert standing is not None
    assert newer.id == standing.id


async def test_a_whole_vendors_rating_covers_its_active_services(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """It stands for a service that has no rating of its own, and its record names what it covers."""
    await story.give(settings, cast.helio, story.report(tmp_path / "Helio SOC 2.pdf", today() - timedelta(days=60)))
    assessment = await story.submitted(settings, cast, whole_vendor=True)
    await story.work_off(app, settings)
    row = await draft_rating(cast.reviewer, assessment.id)
    await propose_rating(cast.reviewer, row.id)

    published = await approve_rating(cast.approver, row.id)

    standing = await newest_published(cast.helio.vendor.id, cast.helio.service.id)
    assert standing is not None
    assert published.id == standing.id
    covers = json.loads(published.record)["covers"]
    assert [("Main service", ["personal"])] == [(one["name"], one["data"]) for one in covers]


async def test_a_vendor_without_a_service_has_no_tier_to_rate_by(app: Litestar, settings: Settings, cast: Cast) -> None:
    """The sentence says what to add."""
    assessment = await story.submitted(settings, cast, whole_vendor=True)
    await Service.update({Service.active: False}, force=True)

    with pytest.raises(Conflict, match="has no service yet"):
        await draft_rating(cast.reviewer, assessment.id)


async def test_a_signed_rating_says_when_its_evidence_ran_out(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The published figures stay; the page says what is past its date by now."""
    row = await proposed(app, settings, cast, tmp_path)
    await approve_rating(cast.approver, row.id, row.revision)

    freeze(now() + timedelta(days=330))
    try:
        page = await rating_page(cast.auditor, row.id)
    finally:
        freeze(None)

    assert "past their date today: AC-01, CR-01" in page.since[0]
    assert not page.expired


async def test_the_hash_is_sealed_into_the_audit_log(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Record and audit log vouch for each other."""
    row = await proposed(app, settings, cast, tmp_path)
    published = await approve_rating(cast.approver, row.id, row.revision)
    await audit.seal()

    entry = await AuditEntry.objects().where(AuditEntry.action == "rating.published").first()

    assert entry is not None
    assert published.record_hash in entry.detail
    assert 0 == (await audit.verify()).broken_at


async def test_evidence_alone_gives_a_preliminary_rating_that_is_kept_nowhere(
    app: Litestar, settings: Settings, cast: Cast
) -> None:
    """Before anything is submitted the documents are checked against the core claims, and nothing is stored."""

    async def stream() -> AsyncIterator[bytes]:
        document = FPDF()
        document.set_font("Helvetica", size=11)
        document.add_page()
        document.multi_cell(0, 6, "Backups of customer data are encrypted with AES-256.")
        yield bytes(document.output())

    await receive(cast.reviewer, cast.corvid.vendor.id, "policy.pdf", stream(), settings)
    await Worker(settings, app.state.engines).work_off()

    found = await preliminary_rating(cast.corvid.vendor, app.state.engines)

    claims = {claim["ref"]: claim for claim in found["claims"]}  # type: ignore[attr-defined]
    assert "supported" == claims["CR-03"]["verdict"]
    assert "Backups of customer data are encrypted with AES-256." == claims["CR-03"]["quotes"][0]["quote"]
    assert "preliminary" == found["state"]
    assert await find_ratable_assessment(cast.corvid.vendor) is None
    assert 0 == await RatingRecord.count()


async def test_without_answers_and_evidence_there_is_nothing_to_rate(app: Litestar, cast: Cast) -> None:
    """The sentence says what to add."""
    with pytest.raises(NotFound, match="neither a submitted questionnaire nor evidence"):
        await preliminary_rating(cast.corvid.vendor, app.state.engines)
