"""Reviewing a document's facts: the correction wins, everything that asks sees it, and nothing is lost on the way."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from litestar import Litestar

from knowledge.facts import DocumentFacts, EvidenceKind, FactKey, facts_from_json, valid_until
from knowledge.facts.keys import Key, SharedKey
from knowledge.facts.reviewing import facts_under
from knowledge.tables import Document, DocumentState
from portal.core.clock import today
from portal.core.dates import date_long
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.evidence import correcting
from portal.evidence.correcting import Stated, fact_id
from portal.evidence.expiry import dated_documents
from portal.evidence.receiving import remove
from portal.evidence.tables import Evidence, FactReview
from portal.evidence.working_off import work_off
from portal.review.standing import review_of
from tests.cast import Cast
from tests.portal.review import story

pytestmark = pytest.mark.anyio


async def given(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> Evidence:
    """Take a report in whose period ended a month ago, and read it."""
    row = await story.give(settings, cast.helio, story.report(folder / "Report.pdf", today() - timedelta(days=30)))
    await story.work_off(app, settings)
    return row


async def facts_of(row: Evidence) -> DocumentFacts:
    """Return the facts that count."""
    document = await Document.objects().where(Document.id == row.document).first()
    assert document is not None
    return facts_from_json(document.facts)


async def the_fact(row: Evidence, key: Key) -> str:
    """Name the fact under a key as a form would."""
    return fact_id(key, facts_under(await facts_of(row), key)[0])


async def correct(cast: Cast, row: Evidence, key: Key, stated: Stated) -> None:
    """Correct the fact under a key as the reviewer."""
    await correcting.correct_fact(cast.reviewer, row.id, await the_fact(row, key), stated)


async def test_a_corrected_end_of_period_changes_verdicts_and_clock(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A report whose end was read wrong stops supporting once a reviewer says when it really ended."""
    row = await given(app, settings, cast, tmp_path)
    assessment = await story.submitted(settings, cast)
    await story.work_off(app, settings)
    before = {one.ref: one.state for one in (await review_of(assessment)).reviewed}
    ended = today() - timedelta(days=500)

    await correct(cast, row, SharedKey.PERIOD_END, Stated(ended.isoformat(), reason="The cover says so."))
    await story.work_off(app, settings)

    after = {one.ref: one.state for one in (await review_of(assessment)).reviewed}
    assert ("supported", "stale") == (before["CR-01"], after["CR-01"])
    assert [ended + timedelta(days=365)] == [document.until for document in await dated_documents()]


async def test_a_correction_survives_another_reading(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Reading the file again gives the machine's value again, kept beside; the person's counts."""
    row = await given(app, settings, cast, tmp_path)
    await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-05-31"))
    await Document.update({Document.state: DocumentState.RECEIVED.value}).where(Document.id == row.document)

    await work_off(row.document, settings, app.state.engines)

    document = await Document.objects().where(Document.id == row.document).first()
    assert document is not None
    read, counting = facts_from_json(document.read_facts or ""), facts_from_json(document.facts)
    assert read.period_end is not None and counting.period_end is not None
    assert today() - timedelta(days=30) == date.fromisoformat(read.period_end.value)
    assert ("2026-05-31", 1.0, cast.reviewer.name) == (
        counting.period_end.value,
        counting.period_end.confidence,
        counting.period_end.confirmed_by,
    )


async def test_words_must_stand_on_their_page(app: Litestar, settings: Settings, cast: Cast, tmp_path: Path) -> None:
    """Words that are not there are refused with everything else that is wrong; those that are, are kept verbatim."""
    row = await given(app, settings, cast, tmp_path)
    wrong = Stated("31.05.2026", 1, "no such words on it", {}, "")

    with pytest.raises(InvalidForm) as problem:
        await correct(cast, row, SharedKey.PERIOD_END, wrong)
    assert {"value", "quote"} == set(problem.value.errors)
    with pytest.raises(InvalidForm, match="no page 99"):
        await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-05-31", 99, "Report"))
    with pytest.raises(InvalidForm, match="on which page"):
        await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-05-31", 0, "Report"))
    assert 0 == await FactReview.count()

    await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-05-31", 1, "SOC  2"))
    fact = (await facts_of(row)).period_end
    assert fact is not None
    assert ("SOC 2", 1) == (fact.quote, fact.page)


async def test_words_that_state_another_day_are_refused(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A verdict would quote them for a day that they do not say."""
    row = await given(app, settings, cast, tmp_path)
    ends = date_long(today() - timedelta(days=30))

    with pytest.raises(InvalidForm, match=f"These words say {ends}"):
        await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-05-31", 1, ends))

    await correct(cast, row, SharedKey.PERIOD_END, Stated((today() - timedelta(days=30)).isoformat(), 1, ends))
    assert 1 == await FactReview.count()


async def test_a_form_acts_only_on_the_fact_it_showed(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Who was second is told, and the first one's word stays."""
    row = await given(app, settings, cast, tmp_path)
    shown = await the_fact(row, SharedKey.PERIOD_END)
    await correcting.correct_fact(cast.reviewer, row.id, shown, Stated("2026-05-31"))

    with pytest.raises(Conflict):
        await correcting.correct_fact(cast.approver, row.id, shown, Stated("2026-06-30"))
    with pytest.raises(Conflict):
        await correcting.remove_fact(cast.approver, row.id, shown, "")

    fact = (await facts_of(row)).period_end
    assert fact is not None
    assert "2026-05-31" == fact.value


async def test_adding_confirming_removing_and_taking_back(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Each leaves an entry in the record, and taking back brings back what was there; the history stays."""
    row = await given(app, settings, cast, tmp_path)
    before = await facts_of(row)
    who = cast.reviewer

    await correcting.add_fact(who, row.id, FactKey.SUBSERVICE, Stated("Northpine", parts={"method": "carve-out"}))
    with pytest.raises(InvalidForm, match="known already"):
        await correcting.add_fact(who, row.id, FactKey.SUBSERVICE, Stated("Northpine", parts={"method": "carve-out"}))
    with pytest.raises(InvalidForm, match="correct that one"):
        await correcting.add_fact(who, row.id, SharedKey.PERIOD_END, Stated("2026-01-31"))
    await correcting.confirm_fact(who, row.id, await the_fact(row, SharedKey.PERIOD_END))
    await correcting.remove_fact(who, row.id, await the_fact(row, SharedKey.PERIOD_START), "Not in the report.")
    changed = await facts_of(row)
    for review in reversed(await FactReview.objects().order_by(FactReview.id)):
        await correcting.withdraw_review(who, row.id, review.id)

    assert changed.period_start is None and changed.period_end is not None
    assert who.name == changed.period_end.confirmed_by
    assert "carve-out" == changed.details[FactKey.SUBSERVICE][0].parts["method"]
    assert before == await facts_of(row)
    assert 3 == await FactReview.count()
    actions = [entry.action for entry in await AuditEntry.objects().order_by(AuditEntry.id)]
    assert ["fact.added", "fact.confirmed", "fact.removed", *["fact.review_withdrawn"] * 3] == [
        action for action in actions if action.startswith("fact.")
    ]


async def test_only_the_newest_word_on_a_fact_is_taken_back(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """What a later correction builds on stays until that one is taken back."""
    row = await given(app, settings, cast, tmp_path)
    await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-05-31"))
    await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-06-30"))
    first = (await FactReview.objects().order_by(FactReview.id))[0]

    with pytest.raises(Conflict, match="newer"):
        await correcting.withdraw_review(cast.reviewer, row.id, first.id)
    with pytest.raises(NotFound):
        await correcting.withdraw_review(cast.reviewer, row.id, 4711)


async def test_another_kind_takes_effect_on_the_clock(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """A document called something else by its reader ages as what the reviewer says it is."""
    row = await given(app, settings, cast, tmp_path)
    as_report = valid_until(await facts_of(row))

    await correcting.set_kind(cast.reviewer, row.id, EvidenceKind.OTHER, "A summary only.")

    changed = await facts_of(row)
    assert EvidenceKind.OTHER is changed.kind
    assert as_report is not None and valid_until(changed) is None


async def test_who_may_not_review_changes_nothing(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The auditor reads, procurement and the vendors do not even that."""
    row = await given(app, settings, cast, tmp_path)
    shown = await the_fact(row, SharedKey.PERIOD_END)

    with pytest.raises(NotAllowed):
        await correcting.confirm_fact(cast.auditor, row.id, shown)
    for who in (cast.procurement, cast.corvid.who):
        with pytest.raises(NotFound):
            await correcting.confirm_fact(who, row.id, shown)
    with pytest.raises(NotAllowed):
        await correcting.confirm_fact(cast.helio.who, row.id, shown)


async def test_words_of_a_removed_document_go_with_it(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """Reviews hold words of the document; the record of who changed what stays."""
    row = await given(app, settings, cast, tmp_path)
    await correct(cast, row, SharedKey.PERIOD_END, Stated("2026-05-31", 1, "SOC 2"))

    await remove(cast.reviewer, row.id, settings, app.state.engines)

    assert 0 == await FactReview.count()
    assert await AuditEntry.exists().where(AuditEntry.action == "fact.corrected")
