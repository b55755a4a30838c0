"""Ratings through their pages: drafted, edited, proposed, sent back, approved, replayed and downloaded."""

import hashlib
import json
from pathlib import Path
from uuid import uuid4

import pytest
from litestar import Litestar

from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.ratings.tables import Condition, RatingRecord
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review import story

pytestmark = pytest.mark.anyio


@pytest.fixture
async def rating(app: Litestar, browser: Browser, settings: Settings, cast: Cast, tmp_path: Path) -> str:
    """The address of a draft."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)
    await browser.become(cast.reviewer)
    answer = await browser.submit("/ratings", {"assessment": str(assessment.id)})
    assert 303 == answer.status_code
    return str(answer.headers["location"])


async def revision(url: str) -> dict[str, str | list[str]]:
    """Return what a form sends of the rating as it stands."""
    row = await RatingRecord.objects().get(RatingRecord.id == url.rpartition("/")[2])
    assert row is not None
    return {"revision": str(row.revision)}


async def publish(browser: Browser, cast: Cast, url: str) -> None:
    """Propose as the reviewer and approve as the approver."""
    await browser.become(cast.reviewer)
    await browser.submit(f"{url}/propose", await revision(url))
    await browser.become(cast.approver)
    assert 303 == (await browser.submit(f"{url}/approve", await revision(url))).status_code


async def test_a_draft_shows_every_reason(browser: Browser, rating: str) -> None:
    """The grade, the reasons, what agreeing would change, and the conditions."""
    page = (await browser.get(rating)).text

    assert "Every point and its reason" in page
    assert "The evidence contradicts this answer" in page
    assert "If the remaining 4 verdicts are agreed" in page
    assert "Explain or correct: Access control" in page
    assert "Propose for approval" in page
    assert "Approve and publish" not in page


async def test_the_text_links_to_the_pages_it_cites(browser: Browser, rating: str) -> None:
    """Each mark becomes a link that opens the document at the quote."""
    page = (await browser.get(rating)).text

    link = page.partition('class="cite" href="')[2].partition('"')[0].replace("&amp;", "&")
    shown = await browser.get(link)

    assert 200 == shown.status_code
    assert "<mark" in shown.text


async def test_editing_keeps_what_was_typed(browser: Browser, rating: str) -> None:
    """An empty text and a condition without an owner come back; a good one is saved."""
    condition = await Condition.objects().first()
    assert condition is not None
    key = str(condition.id)

    empty = await browser.submit(f"{rating}/narrative", {**await revision(rating), "narrative": ""})
    wrong = await browser.submit(
        f"{rating}/conditions",
        {
            **await revision(rating),
            "condition": [key],
            f"title-{key}": "Mine",
            f"owner-{key}": "vendor",
            f"due-{key}": "soon",
        },
    )
    saved = await browser.submit(
        f"{rating}/conditions",
        {
            **await revision(rating),
            "condition": [key, "new"],
            f"title-{key}": "Mine",
            f"owner-{key}": "reviewer",
            f"due-{key}": "2030-01-31",
            "title-new": "",
        },
    )

    assert (422, 422, 303) == (empty.status_code, wrong.status_code, saved.status_code)
    assert 'value="Mine"' in wrong.text
    page = (await browser.get(rating)).text
    assert "31 January 2030" in page


async def test_an_approver_sends_back_then_publishes(browser: Browser, cast: Cast, rating: str) -> None:
    """The note reaches the drafter; approved, the rating is in force."""
    await browser.submit(f"{rating}/propose", await revision(rating))
    await browser.become(cast.approver)
    refused = await browser.submit(f"{rating}/refuse", {**await revision(rating), "note": "Name the owner."})
    await browser.become(cast.reviewer)
    back = (await browser.get(rating)).text

    await publish(browser, cast, rating)

    assert 303 == refused.status_code
    assert "Name the owner." in back
    page = (await browser.get(rating)).text
    assert "Published" in page
    assert "Record SHA-256" in page
    assert "Published · 1" in (await browser.get("/ratings")).text


async def test_a_replay_and_the_record_are_for_everybody_who_reads(browser: Browser, cast: Cast, rating: str) -> None:
    """An auditor replays the rating and holds the record's hash against the page."""
    await publish(browser, cast, rating)
    await browser.become(cast.auditor)

    replayed = await browser.get(f"{rating}/replay")
    record = await browser.get(f"{rating}/record")

    assert "The same to the last byte." in replayed.text
    assert hashlib.sha256(record.content).hexdigest() in replayed.text
    assert "surety-rating/1" == json.loads(record.content)["format"]


async def test_a_condition_is_met_once(browser: Browser, cast: Cast, rating: str) -> None:
    """Only of a rating in force, and never of another rating."""
    condition = await Condition.objects().first()
    assert condition is not None
    early = await browser.submit(f"{rating}/conditions/{condition.id}/met")
    await publish(browser, cast, rating)

    met = await browser.submit(f"{rating}/conditions/{condition.id}/met")
    again = await browser.submit(f"{rating}/conditions/{condition.id}/met")
    foreign = await browser.submit(f"{rating}/conditions/{uuid4()}/met")

    assert (409, 303, 409, 404) == (early.status_code, met.status_code, again.status_code, foreign.status_code)
    assert "Miriam Okafor" in (await browser.get(rating)).text
    assert "same to the last byte" in (await browser.get(f"{rating}/replay")).text


async def test_a_draft_has_nothing_to_replay(browser: Browser, rating: str) -> None:
    """Neither a replay nor a record."""
    assert 404 == (await browser.get(f"{rating}/replay")).status_code
    assert 404 == (await browser.get(f"{rating}/record")).status_code


@pytest.mark.parametrize(
    ("role", "read", "draft", "approve"),
    [
        ("administrator", 200, 303, 403),
        ("reviewer", 200, 303, 403),
        ("auditor", 200, 403, 403),
        ("procurement", 403, 403, 403),
    ],
)
async def test_who_may_read_draft_and_approve(
    browser: Browser, cast: Cast, rating: str, role: str, read: int, draft: int, approve: int
) -> None:
    """Every role on every step."""
    row = await RatingRecord.objects().first()
    assert row is not None
    await browser.become(cast.staff[role])

    assert read == (await browser.get(rating)).status_code
    assert draft == (await browser.submit("/ratings", {"assessment": str(row.assessment)})).status_code
    assert approve == (await browser.submit(f"{rating}/approve", await revision(rating))).status_code


async def test_the_drafter_is_told_to_find_somebody_else(browser: Browser, cast: Cast, rating: str) -> None:
    """An approver who drafted sees no button, and a forged form gets a sentence."""
    row = await RatingRecord.objects().first()
    assert row is not None
    await browser.become(cast.approver)
    await browser.submit("/ratings", {"assessment": str(row.assessment)})
    await browser.submit(f"{rating}/propose", await revision(rating))

    page = (await browser.get(rating)).text
    forged = await browser.submit(f"{rating}/approve", await revision(rating))

    assert "another person has to approve it" in page
    assert "Approve and publish" not in page
    assert 403 == forged.status_code


async def test_contacts_and_strange_ids_get_nothing(browser: Browser, cast: Cast, rating: str) -> None:
    """A vendor's contact learns nothing of its rating here."""
    assert 404 == (await browser.get(f"/ratings/{uuid4()}")).status_code
    assert 404 == (await browser.get("/ratings?vendor=nobody")).status_code
    who: Principal = cast.helio.who
    await browser.become(who)

    assert 404 == (await browser.get(rating)).status_code
    assert 404 == (await browser.get("/ratings")).status_code
