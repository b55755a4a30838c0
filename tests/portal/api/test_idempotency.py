"""One effect for one Idempotency-Key: repeated, racing, failing, and with another body."""

import asyncio
from datetime import timedelta

import pytest
from piccolo.columns import Column

from portal.api.idempotency import KEPT_FOR
from portal.api.tables import KeptAnswer
from portal.core.clock import now
from portal.procurement.tables import ContractCheck
from portal.vendors.tables import Vendor
from tests.cast import Cast
from tests.portal.api.client import Program, program_of

pytestmark = pytest.mark.anyio
CHECKS = "/vendors/helio-payments/checks"
PURPOSE = {"purpose": "Framework 2027"}


async def test_the_same_request_again_gets_the_same_answer(program: Program) -> None:
    """A repeated request changes nothing and is answered as the first was."""
    first = await program.post(CHECKS, PURPOSE, key="k1")
    second = await program.post(CHECKS, PURPOSE, key="k1")

    assert (201, 201) == (first.status_code, second.status_code)
    assert first.json() == second.json()
    assert ("idempotency-replayed" in first.headers, second.headers["idempotency-replayed"]) == (False, "true")
    assert 1 == await ContractCheck.count()


async def test_ten_racing_requests_have_one_effect(program: Program) -> None:
    """Of ten at once under one key one takes effect, and all get its answer."""
    answers = await asyncio.gather(*(program.post(CHECKS, PURPOSE, key="race") for _ in range(10)))

    assert {201} == {answer.status_code for answer in answers}
    assert 1 == len({answer.text for answer in answers})
    assert 9 == sum("idempotency-replayed" in answer.headers for answer in answers)
    assert 1 == await ContractCheck.count()


async def test_without_a_key_each_request_counts(program: Program) -> None:
    """Nothing is kept for a request without a key."""
    await program.post(CHECKS, PURPOSE)
    await program.post(CHECKS, PURPOSE)

    assert (2, 0) == (await ContractCheck.count(), await KeptAnswer.count())


async def test_another_body_under_a_used_key_is_refused(program: Program) -> None:
    """A key stands for one request; with another body it is a mistake of the caller."""
    await program.post(CHECKS, PURPOSE, key="k1")

    answer = await program.post(CHECKS, {"purpose": "Another contract"}, key="k1")

    assert 422 == answer.status_code
    assert "another body" in answer.json()["detail"]
    assert 1 == await ContractCheck.count()


async def test_a_key_belongs_to_its_token_and_route(program: Program, cast: Cast) -> None:
    """Somebody else's key of the same text, or the same key elsewhere, is another key."""
    other = await program_of(program.browser, cast.approver)

    await program.post(CHECKS, PURPOSE, key="k1")
    await other.post(CHECKS, PURPOSE, key="k1")
    await program.post("/vendors/corvid-analytics/checks", PURPOSE, key="k1")

    assert 3 == await ContractCheck.count()


async def test_a_failure_frees_the_key(program: Program) -> None:
    """What was refused had no effect, so the corrected request may carry the same key."""
    refused = await program.post("/vendors", {"name": " "}, key="k1")
    added = await program.post("/vendors", {"name": "Northpine"}, key="k1")

    assert (422, 201) == (refused.status_code, added.status_code)
    assert await Vendor.exists().where(Vendor.slug == "northpine")


async def test_a_key_is_forgotten_after_a_day_or_when_its_process_died(program: Program) -> None:
    """After 24 hours a key is free again; a request nobody finished is taken up again after some minutes."""
    await program.post(CHECKS, PURPOSE, key="k1")
    await KeptAnswer.update({KeptAnswer.created_at: now() - KEPT_FOR - timedelta(minutes=1)}, force=True)
    await program.post(CHECKS, PURPOSE, key="k1")
    abandoned: dict[Column | str, object] = {KeptAnswer.status: 0, KeptAnswer.created_at: now() - timedelta(minutes=6)}
    await KeptAnswer.update(abandoned, force=True)

    answer = await program.post(CHECKS, PURPOSE, key="k1")

    assert (201, 3) == (answer.status_code, await ContractCheck.count())


@pytest.mark.parametrize("key", ["x" * 201, "\x01"])
async def test_a_key_that_is_none_is_refused(key: str, program: Program) -> None:
    """Keys are short printable text."""
    answer = await program.post(CHECKS, PURPOSE, key=key)

    assert answer.status_code in (400, 422)
    assert 0 == await ContractCheck.count()
