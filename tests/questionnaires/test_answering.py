"""Answers are kept with their history, and two people never overwrite each other silently."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from portal.core.database import run_sql, transaction
from portal.core.settings import Settings
from questionnaires.answering import (
    answer_rows,
    answers_of,
    changes_of,
    record_answer,
    reopen,
    submit,
    withdraw_answer,
)
from questionnaires.errors import AnswerConflict, NotFound, ResponseClosed, StillMissing
from questionnaires.storing import (
    find_stored,
    get_questionnaire,
    get_response,
    open_response,
    questionnaire_of,
    store_questionnaire,
)
from questionnaires.tables import Answer, ResponseState, StoredQuestionnaire
from questionnaires.values import AnswerRow, Given
from tests.questionnaires.samples import FACTOR, HOURS, LOGGED, MFA, NOTES, SMALL

NOW = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
async def response(database: Settings) -> UUID:
    """An open, empty response to the small questionnaire."""
    async with transaction():
        stored = await store_questionnaire(SMALL, NOW)
        return (await open_response(stored.id, NOW)).id


async def _record(response: UUID, given: Given, revision: int, by: str = "ana@vendor.example") -> AnswerRow:
    async with transaction():
        return await record_answer(response, NOTES, given, revision=revision, by=by, at=LATER)


@pytest.mark.anyio
async def test_storing_twice_keeps_one_row(database: Settings) -> None:
    """The same content is stored once; other content is another version."""
    async with transaction():
        first = await store_questionnaire(SMALL, NOW)
        again = await store_questionnaire(SMALL, LATER)

    assert first.id == again.id
    assert 1 == await StoredQuestionnaire.count()
    assert SMALL == await get_questionnaire(first.id)
    assert await find_stored(SMALL.key, "0" * 64) is None


@pytest.mark.anyio
async def test_response_keeps_its_version(response: UUID) -> None:
    """A response knows the questionnaire it answers, and starts open and empty."""
    row = await get_response(response)

    assert ResponseState.OPEN == row.state
    assert SMALL == await questionnaire_of(response)
    assert {} == await answers_of(response)


@pytest.mark.anyio
async def test_recording_counts_revisions(response: UUID) -> None:
    """Each change counts the revision up, keeps who and when, and stays in the history."""
    first = await _record(response, Given("One."), 0)
    second = await _record(response, Given("Two.", "Better."), first.revision, "ben@vendor.example")

    assert (1, 2) == (first.revision, second.revision)
    assert {"SV-01": Given("Two.", "Better.")} == await answers_of(response)
    assert {"SV-01": second} == await answer_rows(response)
    assert [first, second] == await changes_of(response, "SV-01")
    assert LATER == (await get_response(response)).changed_at


@pytest.mark.anyio
async def test_stale_revision_is_a_conflict(response: UUID) -> None:
    """Who writes over a revision that has moved on is told what stands now, and changes nothing."""
    await _record(response, Given("One."), 0)
    await _record(response, Given("Two."), 1, "ben@vendor.example")

    with pytest.raises(AnswerConflict) as caught:
        await _record(response, Given("Three."), 1)

    assert caught.value.current is not None
    assert ("ben@vendor.example", 2, Given("Two.")) == (
        caught.value.current.answered_by,
        caught.value.current.revision,
        caught.value.current.given,
    )
    assert {"SV-01": Given("Two.")} == await answers_of(response)


@pytest.mark.anyio
async def test_first_answer_twice_is_a_conflict(response: UUID) -> None:
    """Two people who both saw an empty field do not overwrite each other."""
    await _record(response, Given("One."), 0)

    with pytest.raises(AnswerConflict):
        await _record(response, Given("Two."), 0, "ben@vendor.example")


@pytest.mark.anyio
async def test_repeating_the_same_answer_changes_nothing(response: UUID) -> None:
    """A client that got no reply may send the same answer again."""
    first = await _record(response, Given("One."), 0)
    again = await _record(response, Given("One."), 0)

    assert first == again
    assert [first] == await changes_of(response, "SV-01")


@pytest.mark.anyio
async def test_withdrawn_answer_keeps_counting(response: UUID) -> None:
    """A withdrawn answer is gone, its history stays, and an old page cannot write over what came after."""
    await _record(response, Given("One."), 0)
    async with transaction():
        gone = await withdraw_answer(response, "SV-01", revision=1, by="ana@vendor.example", at=LATER)

    assert gone.given is None
    assert {} == await answers_of(response)
    with pytest.raises(AnswerConflict):
        await _record(response, Given("Two."), 1)
    assert 3 == (await _record(response, Given("Two."), gone.revision)).revision
    assert 3 == len(await changes_of(response, "SV-01"))


@pytest.mark.anyio
async def test_racing_writers_lose_nothing(response: UUID) -> None:
    """Of many who write at once over the same revision exactly one succeeds; the others are told."""

    async def attempt(number: int) -> bool:
        try:
            await _record(response, Given(f"Version {number}."), 0, f"person{number}@vendor.example")
        except AnswerConflict:
            return False
        return True

    outcomes = await asyncio.gather(*(attempt(number) for number in range(8)))

    assert 1 == sum(outcomes)
    assert 1 == len(await changes_of(response, "SV-01"))


@pytest.mark.anyio
async def test_racing_writers_who_try_again_are_all_kept(response: UUID) -> None:
    """Who reads what stands and tries again gets through, and the history holds everybody's answer once."""

    async def insist(number: int) -> None:
        revision = 0
        while True:
            try:
                await _record(response, Given(f"Version {number}."), revision)
            except AnswerConflict as conflict:
                revision = conflict.current.revision if conflict.current else 0
            else:
                return

    await asyncio.gather(*(insist(number) for number in range(6)))

    changes = await changes_of(response, "SV-01")
    assert list(range(1, 7)) == [change.revision for change in changes]
    assert {f"Version {number}." for number in range(6)} == {change.given.value for change in changes if change.given}


@pytest.mark.anyio
async def test_submitting_needs_what_is_visible(response: UUID) -> None:
    """Required questions that apply must be answered; one that is hidden need not be."""
    async with transaction():
        await record_answer(response, MFA, Given("yes"), revision=0, by="ana", at=NOW)
        await record_answer(response, LOGGED, Given(("a",)), revision=0, by="ana", at=NOW)

    with pytest.raises(StillMissing) as caught:
        async with transaction():
            await submit(response, LATER)
    assert (FACTOR.ref, HOURS.ref) == caught.value.refs

    async with transaction():
        await record_answer(response, MFA, Given("no"), revision=1, by="ana", at=NOW)
        await record_answer(response, HOURS, Given(24.0), revision=0, by="ana", at=NOW)
        await submit(response, LATER)
    row = await get_response(response)
    assert (ResponseState.SUBMITTED, LATER) == (row.state, row.submitted_at)


@pytest.mark.anyio
async def test_submitted_response_is_closed_until_reopened(response: UUID) -> None:
    """After submitting nothing changes, until the response is opened again."""
    async with transaction():
        for question, given in ((MFA, Given("no")), (LOGGED, Given(("b",))), (HOURS, Given(24.0))):
            await record_answer(response, question, given, revision=0, by="ana", at=NOW)
        await submit(response, NOW)

    with pytest.raises(ResponseClosed):
        await _record(response, Given("Late."), 0)
    with pytest.raises(ResponseClosed):
        async with transaction():
            await submit(response, LATER)
    async with transaction():
        await reopen(response, LATER)
    assert 1 == (await _record(response, Given("In time."), 0)).revision


@pytest.mark.anyio
async def test_unknown_response_and_questionnaire(database: Settings) -> None:
    """What does not exist is said so."""
    with pytest.raises(NotFound):
        await _record(uuid4(), Given("One."), 0)
    for load in (get_questionnaire, questionnaire_of, get_response):
        with pytest.raises(NotFound):
            await load(uuid4())
    with pytest.raises(NotFound):
        async with transaction():
            await reopen(uuid4(), NOW)


@pytest.mark.anyio
async def test_failed_transaction_keeps_nothing(response: UUID) -> None:
    """The caller's transaction decides: what it rolls back was never answered."""
    with pytest.raises(RuntimeError):
        async with transaction():
            await record_answer(response, NOTES, Given("One."), revision=0, by="ana", at=NOW)
            raise RuntimeError

    assert 0 == await Answer.count()
    assert [] == await changes_of(response, "SV-01")


@pytest.mark.anyio
@pytest.mark.parametrize(
    "statement",
    ["UPDATE answer_change SET comment = 'x'", "DELETE FROM answer_change", "UPDATE questionnaire SET title = 'x'"],
)
async def test_history_and_versions_are_kept_by_the_database(response: UUID, statement: str) -> None:
    """The history of answers and stored questionnaires cannot be changed, not even by hand."""
    await _record(response, Given("One."), 0)

    with pytest.raises(Exception, match="kept for good"):
        await run_sql(statement)
