"""How the check of a review's answers stands: under way, waiting, interrupted, or given up, in words and with a way on."""

from datetime import timedelta

import pytest
from litestar import Litestar
from piccolo.columns import Column

from portal.core import queue
from portal.core.clock import now
from portal.core.settings import Settings
from portal.core.tables import Job
from portal.core.workers import own_mark
from portal.review.checking import Check, check_of
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review.story import submitted, work_off

pytestmark = pytest.mark.anyio
DEAD = "~".join([*own_mark().split("~")[:2], "1", "0"])  # a process of this host that was another one when it began


@pytest.mark.parametrize(
    ("state", "worker", "attempts", "expected"),
    [
        ("waiting", None, 0, Check(True, "to be checked again")),
        ("running", own_mark(), 1, Check(True, "being checked now")),
        ("running", DEAD, 1, Check(True, "the check was interrupted and goes on by itself")),
        ("waiting", DEAD, 2, Check(True, "the check was interrupted and goes on by itself")),
        ("done", own_mark(), 1, Check()),
        ("failed", DEAD, 6, Check(given_up=True)),
    ],
    ids=["waiting", "at work", "worker died", "died and waits", "done", "given up"],
)
async def test_the_words_say_how_it_stands(
    settings: Settings, cast: Cast, state: str, worker: str | None, attempts: int, expected: Check
) -> None:
    """A worker that died is not said to be at work, and what was given up is not hidden."""
    assessment = await submitted(settings, cast)
    held: dict[Column | str, object] = {
        Job.state: state,
        Job.worker: worker,
        Job.attempts: attempts,
        Job.heartbeat: now(),
    }
    await Job.update(held).where(Job.kind == "review.verdicts")

    assert expected == await check_of(assessment)


async def test_a_check_that_was_given_up_is_said_and_can_be_asked_for_again(
    app: Litestar, settings: Settings, cast: Cast, browser: Browser
) -> None:
    """A job that took its worker down every time is given up; the workbench says so, and one press begins it again."""
    assessment = await submitted(settings, cast)
    lost: dict[Column | str, object] = {
        Job.worker: DEAD,
        Job.attempts: queue.ATTEMPTS,
        Job.heartbeat: now() - timedelta(minutes=1),
    }
    await Job.update(lost).where(Job.kind == "review.verdicts")
    await work_off(app, settings)
    await browser.become(cast.reviewer)

    shown = await browser.get(f"/reviews/{assessment.id}")
    await browser.submit(f"/reviews/{assessment.id}/check", {})
    after = await browser.get(f"/reviews/{assessment.id}")

    assert "The last check of the answers did not come to its end" in shown.text
    assert "did not come to its end" not in after.text
    assert "to be checked again" in after.text
