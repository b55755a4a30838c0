"""The pages about versions: what changed, side by side, and the question which document replaces which."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from litestar import Litestar

from portal.assistant.keeping import searched_from_json
from portal.assistant.tables import Turn
from portal.core.clock import today
from portal.core.settings import Settings
from portal.evidence.tables import Evidence, Succession
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review import story

pytestmark = pytest.mark.anyio
OVERVIEW = "Security overview\n\nAll laptops are encrypted.\n\nVisitors are escorted by staff at all times."


async def noted(app: Litestar, settings: Settings, cast: Cast, path: Path, text: str) -> Evidence:
    """Take a document of one page in."""
    row = await story.give(settings, cast.helio, story.note(path, text))
    await story.work_off(app, settings)
    return row


async def test_what_changed_is_shown_side_by_side(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """The summary in words, the facts that changed, and each changed passage with its words marked and its pages."""
    old = story.report(tmp_path / "Old.pdf", today() - timedelta(days=395))
    new = story.report(tmp_path / "New.pdf", today() - timedelta(days=30))
    await story.give(settings, cast.helio, old)
    row = await story.give(settings, cast.helio, new)
    await story.work_off(app, settings)
    await browser.become(cast.auditor)

    page = (await browser.get(f"/documents/{row.id}/changes")).text
    alike = (await browser.get(f"/documents/{row.id}/changes?kind=unchanged")).text

    assert re.search(r"\d+ passages compared: \d+ changed", page)
    assert "Facts that changed" in page and "Period to" in page
    assert "<del>" in page and "<ins>" in page
    assert "Multi-factor authentication is required" not in page
    assert "Multi-factor authentication is required" in alike


async def test_a_question_is_asked_in_the_list_and_answered_on_the_page(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """Yes puts the newer in the older's place; saying that it was wrong needs a reason."""
    first = await noted(app, settings, cast, tmp_path / "Overview.pdf", OVERVIEW)
    second = await noted(app, settings, cast, tmp_path / "Overview v2.pdf", OVERVIEW.replace("all times", "day"))
    await browser.become(cast.reviewer)
    asked = (await browser.get("/vendors/helio-payments/documents")).text
    pair = await Succession.objects().first()
    assert pair is not None
    decide = f"/documents/{second.id}/versions/{pair.id}"

    await browser.submit(decide, {"same": "yes"})
    listed = (await browser.get("/vendors/helio-payments/documents")).text
    older = (await browser.get(f"/documents/{first.id}")).text
    await browser.submit(decide, {"same": "", "reason": ""})
    still = await Succession.objects().first()
    await browser.submit(decide, {"same": "", "reason": "Another building."})
    undone = await Succession.objects().first()

    assert "1 document looks like a newer version." in asked
    assert "a newer version is here" in listed and "looks like a newer version" not in listed
    assert "has taken its place" in older
    assert still is not None and undone is not None
    assert ("standing", "declined", "Another building.") == (still.state, undone.state, undone.reason)


async def test_any_two_documents_of_a_vendor_can_be_compared(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """Without a known older version the page asks for one; another vendor's is nothing, and so is the same one."""
    first = await noted(app, settings, cast, tmp_path / "Overview.pdf", OVERVIEW)
    second = await noted(app, settings, cast, tmp_path / "Garden.pdf", "The garden is watered twice a week in summer.")
    other = await story.give(settings, cast.corvid, story.note(tmp_path / "C.pdf", OVERVIEW))
    await story.work_off(app, settings)
    await browser.become(cast.reviewer)

    asks = await browser.get(f"/documents/{second.id}/changes")
    compared = await browser.get(f"/documents/{second.id}/changes?since={first.id}")
    refused = [
        (await browser.get(f"/documents/{second.id}/changes?since={one.id}")).status_code for one in (other, second)
    ]

    assert "Compare with" in asks.text
    assert "0 the same" in compared.text
    assert [404, 404] == refused


async def test_a_question_looks_in_older_versions_when_asked_to(
    browser: Browser, cast: Cast, app: Litestar, settings: Settings, tmp_path: Path
) -> None:
    """By itself the answer comes from the newer version alone; with the box ticked, from both."""
    row = await story.give(settings, cast.helio, story.report(tmp_path / "New.pdf", today() - timedelta(days=30)))
    await story.give(settings, cast.helio, story.report(tmp_path / "Old.pdf", today() - timedelta(days=395)))
    await story.work_off(app, settings)
    await browser.become(cast.reviewer)
    question = {"question": "Is customer data encrypted at rest?", "vendor": "helio-payments"}

    await browser.submit("/assistant/ask", question)
    await browser.submit("/assistant/ask", {**question, "older": "yes"})

    by_itself, ticked = await Turn.objects().order_by(Turn.asked_at)
    assert row.name in by_itself.citations
    assert (1, 2) == tuple(searched_from_json(turn.searched).documents for turn in (by_itself, ticked))
