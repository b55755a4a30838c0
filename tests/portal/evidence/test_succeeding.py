"""Versions: a newer document takes the older one's place by itself or when a person says so, and the way back is open."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from litestar import Litestar

from knowledge.facts import EvidenceKind
from knowledge.tables import Document, DocumentState
from portal.assessments.tables import Assessment
from portal.core.clock import today
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.evidence import correcting
from portal.evidence.current import SuccessionState, current_scope, superseded
from portal.evidence.expiry import dated_documents
from portal.evidence.receiving import remove
from portal.evidence.succeeding import decide_succession, find_versions, replace_document
from portal.evidence.tables import Evidence, Succession
from portal.review.standing import review_of
from portal.vendors.collections import collection_of
from tests.cast import Cast
from tests.portal.review import story

pytestmark = pytest.mark.anyio
S = SuccessionState


async def report(app: Litestar, settings: Settings, cast: Cast, folder: Path, end: date, name: str) -> Evidence:
    """Take a report in whose period ends then, and work everything off."""
    row = await story.give(settings, cast.helio, story.report(folder / name, end))
    await story.work_off(app, settings)
    return row


async def two(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> tuple[Evidence, Evidence]:
    """Take last year's report in and this year's."""
    older = await report(app, settings, cast, folder, today() - timedelta(days=395), "Old.pdf")
    return older, await report(app, settings, cast, folder, today() - timedelta(days=30), "New.pdf")


async def the_pair() -> Succession:
    """Return the only pair."""
    (pair,) = await Succession.objects()
    return pair


async def leading(assessment: Assessment) -> dict[str, str]:
    """Return the document that each verdict leads with."""
    reviewed = (await review_of(assessment)).reviewed
    return {one.ref: one.verdict.quotes[0].document for one in reviewed if one.verdict and one.verdict.quotes}


async def test_this_years_report_takes_last_years_place(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The same auditor, subject and scope, and a later period: no question is asked, and the record says so."""
    older, newer = await two(app, settings, cast, tmp_path)

    pair = await the_pair()

    assert (newer.id, older.id, S.standing.value) == (pair.newer, pair.older, pair.state)
    assert "the later date" in pair.why
    assert await AuditEntry.exists().where(AuditEntry.action == "evidence.superseded")
    assert [newer.document] == [document.document for document in await dated_documents()]


async def test_a_history_report_given_later_is_superseded_at_once(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The order is that of the periods and not that of the uploads; a third in between is superseded by the newest."""
    newest = await report(app, settings, cast, tmp_path, today() - timedelta(days=30), "2026.pdf")
    oldest = await report(app, settings, cast, tmp_path, today() - timedelta(days=760), "2024.pdf")
    between = await report(app, settings, cast, tmp_path, today() - timedelta(days=395), "2025.pdf")

    gone = await superseded([cast.helio.vendor.id])

    assert {oldest.document, between.document} == set(gone)
    assert newest.id == gone[between.document]


async def test_verdicts_stand_on_the_newer_document(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What last year's report supported stands on this year's once it is there, and on it alone."""
    end = today() - timedelta(days=330)
    await report(app, settings, cast, tmp_path, end, "Old.pdf")
    assessment = await story.submitted(settings, cast)
    await story.work_off(app, settings)
    before = await leading(assessment)

    await report(app, settings, cast, tmp_path, today() - timedelta(days=5), "New.pdf")

    assert {"Old.pdf"} == set(before.values())
    assert {"New.pdf"} == set((await leading(assessment)).values())


async def test_a_reviewer_takes_it_back_with_a_reason(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Without a reason nothing happens; with one the older counts again and is not paired by itself any more."""
    older, newer = await two(app, settings, cast, tmp_path)
    pair = await the_pair()
    with pytest.raises(InvalidForm, match="say why"):
        await decide_succession(cast.reviewer, newer.id, pair.id, False, "")

    await decide_succession(cast.reviewer, newer.id, pair.id, False, "It is about the other system.")
    await find_versions(newer.document)

    assert {} == await superseded([cast.helio.vendor.id])
    assert (S.declined.value, cast.reviewer.name) == ((await the_pair()).state, (await the_pair()).by_name)
    await replace_document(cast.approver, newer.id, older.id, "It is the same after all.")
    assert {older.document: newer.id} == await superseded()
    with pytest.raises(Conflict, match="other way round"):
        await replace_document(cast.approver, older.id, newer.id, "No.")


async def test_a_doubt_is_asked(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """Two overviews of one title and no date: both stay current until a person has decided."""
    text = "Security overview\n\nAll laptops are encrypted. Visitors are escorted by staff at all times."
    first = await story.give(settings, cast.helio, story.note(tmp_path / "Overview.pdf", text))
    await story.work_off(app, settings)
    changed = text.replace("at all times", "on working days")
    second = await story.give(settings, cast.helio, story.note(tmp_path / "Overview v2.pdf", changed))
    await story.work_off(app, settings)

    pair = await the_pair()
    before = await superseded()
    await decide_succession(cast.reviewer, second.id, pair.id, True, "")

    assert (S.suggested.value, second.id, first.id) == (pair.state, pair.newer, pair.older)
    assert ({}, {first.document: second.id}) == (before, await superseded())


async def test_removing_the_newer_brings_the_older_back(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Nothing is current any more that is not there."""
    older, newer = await two(app, settings, cast, tmp_path)
    vendor = cast.helio.vendor.id
    scope = await current_scope([vendor])

    await remove(cast.reviewer, newer.id, settings, app.state.engines)

    assert frozenset({newer.document}) == scope.documents
    assert (await current_scope([vendor])).allows(collection_of(vendor), older.document)


async def test_a_newer_version_that_cannot_be_read_replaces_nothing(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """As long as the newer document gives no text, the older one is what there is."""
    older, newer = await two(app, settings, cast, tmp_path)
    before = await superseded()

    await Document.update({Document.state: DocumentState.UNREADABLE.value}).where(Document.id == newer.document)

    assert ({older.document: newer.id}, {}) == (before, await superseded())


async def test_looking_again_changes_nothing(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """However often versions are looked for, in whatever order, the pairs and the record stay as they are."""
    rows = [
        await report(app, settings, cast, tmp_path, today() - timedelta(days=days), f"{days}.pdf")
        for days in (30, 760, 395)
    ]
    before = sorted((str(one.newer), str(one.older), one.state) for one in await Succession.objects())
    entries = await AuditEntry.count()

    for row in (*rows, *rows):
        await find_versions(row.document)

    after = sorted((str(one.newer), str(one.older), one.state) for one in await Succession.objects())
    assert (before, entries) == (after, await AuditEntry.count())


async def test_older_versions_are_searched_when_asked_for(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What changed since last year can only be asked of both."""
    older, newer = await two(app, settings, cast, tmp_path)
    vendor = cast.helio.vendor.id

    scope = await current_scope([vendor], older=True)

    assert all(scope.allows(collection_of(vendor), row.document) for row in (older, newer))
    assert (await current_scope([])).is_empty


async def test_a_corrected_fact_is_followed(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """What was paired by itself is parted when a reviewer says that the document is something else."""
    _, newer = await two(app, settings, cast, tmp_path)

    await correcting.set_kind(cast.reviewer, newer.id, EvidenceKind.OTHER, "")
    await story.work_off(app, settings)

    assert S.declined.value == (await the_pair()).state
    assert {} == await superseded()


async def test_another_vendors_documents_are_never_paired(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Not by themselves and not by hand; and who may not review decides nothing."""
    _, newer = await two(app, settings, cast, tmp_path)
    other = await story.give(settings, cast.corvid, story.report(tmp_path / "C.pdf", today() - timedelta(days=760)))
    await story.work_off(app, settings)
    pair = await the_pair()

    with pytest.raises(NotFound):
        await replace_document(cast.reviewer, newer.id, other.id, "x")
    with pytest.raises(NotAllowed):
        await decide_succession(cast.auditor, newer.id, pair.id, False, "x")
    with pytest.raises(NotFound):
        await decide_succession(cast.corvid.who, newer.id, pair.id, False, "x")
    assert 1 == await Succession.count()
