"""The board: who stands where, in the same few queries for ten vendors and for hundreds."""

import re
from datetime import timedelta

import pytest

from portal.assessments.answering import save_answer
from portal.assessments.inviting import accept_invitation
from portal.assessments.states import AssessmentState
from portal.assessments.tables import Assessment
from portal.campaigns.queries import board_asked, board_page, campaigns_page, place_page
from portal.campaigns.states import Standing
from portal.core.clock import today
from portal.core.errors import NotFound
from portal.core.settings import Settings
from portal.loads.counting import counted
from tests.cast import Cast
from tests.client import Browser
from tests.portal.assessments.sending import mailed_code
from tests.portal.campaigns.many import add_vendors, assessment_of, contact_of, place_of, sent_campaign

pytestmark = pytest.mark.anyio


def rows(text: str) -> list[str]:
    """Return the vendors a board shows, in order."""
    return re.findall(r'<a id="v-[^"]+" href="[^"]+"><b>([^<]+)</b>', text)


async def test_every_step_of_a_vendor_is_seen(database: Settings, cast: Cast) -> None:
    """Not opened, opened, started with how far, submitted: each step stands on the board and is counted."""
    vendors = await add_vendors(4)
    campaign = await sent_campaign(database, cast, vendors[:3])
    last = await sent_campaign(database, cast, vendors[3:])
    await accept_invitation(await mailed_code(), "phone")
    started = await assessment_of(campaign, vendors[1])
    await save_answer(await contact_of(vendors[1]), started.id, "GV-01", {"answer": ["yes"]}, 0)
    done = await assessment_of(campaign, vendors[2])
    await Assessment.update({Assessment.state: AssessmentState.submitted.value}).where(Assessment.id == done.id)

    page = await board_page(cast.reviewer, campaign.id, board_asked(campaign.id, "", "", "vendor", "", 1))
    other = await board_page(cast.reviewer, last.id, board_asked(last.id, "", "", "vendor", "", 1))

    assert [Standing.not_opened, Standing.in_progress, Standing.submitted] == [one.standing for one in page.lines]
    assert "Started: 1 of " in page.lines[1].words
    assert [Standing.opened] == [one.standing for one in other.lines]
    assert (3, 1, 0) == (page.counts.total, page.counts.returned, page.counts.late)


async def test_the_board_is_filtered_sorted_searched_and_paged(
    browser: Browser, database: Settings, cast: Cast
) -> None:
    """Sixty vendors stand on two pages; a chip, a search and a column's head change what is shown and say so."""
    vendors = await add_vendors(60)
    campaign = await sent_campaign(database, cast, vendors)
    late = await assessment_of(campaign, vendors[58])
    await Assessment.update({Assessment.due: today() - timedelta(days=3)}).where(Assessment.id == late.id)
    await browser.become(cast.auditor)
    base = f"/campaigns/{campaign.id}"

    first, second = (await browser.get(base)).text, (await browser.get(f"{base}?page=2")).text
    overdue = (await browser.get(f"{base}?show=overdue")).text
    found = (await browser.get(f"{base}?q=0042")).text
    falling = (await browser.get(f"{base}?sort=vendor&desc=1")).text

    assert (50, 10) == (len(rows(first)), len(rows(second)))
    assert "Vendor 0059" == rows(first)[0]
    assert ["Vendor 0059"] == rows(overdue)
    assert "3 days overdue" in overdue
    assert ["Vendor 0042"] == rows(found)
    assert "Vendor 0060" == rows(falling)[0]
    assert [] == rows((await browser.get(f"{base}?q=100%25")).text)
    assert 200 == (await browser.get(f"{base}?show=nonsense&sort=nonsense&page=-4")).status_code


async def test_the_board_asks_the_same_queries_however_many_vendors(database: Settings, cast: Cast) -> None:
    """Board, list and one vendor's page cost the same for five vendors, all of whom have begun, and for a hundred."""
    vendors = await add_vendors(105)
    small = await sent_campaign(database, cast, vendors[:5])
    large = await sent_campaign(database, cast, vendors[5:])
    begun = {Assessment.state: AssessmentState.in_progress.value}
    await Assessment.update(begun).where(Assessment.campaign.is_in([small.id, large.id]))  # type: ignore[arg-type]
    places = [await place_of(small, vendors[0]), await place_of(large, vendors[5])]
    counts: list[list[int]] = []
    for campaign, place in zip((small, large), places, strict=True):
        found = board_asked(campaign.id, "00", "in_progress", "due", "1", 1)
        counts.append([])
        for asked in (board_asked(campaign.id, "", "", "", "", 1), found):
            with counted() as cost:
                await board_page(cast.reviewer, campaign.id, asked)
            counts[-1].append(cost.count)
        with counted() as cost:
            await place_page(cast.reviewer, campaign.id, place.id, False)
        counts[-1].append(cost.count)
    with counted() as listed:
        await campaigns_page(cast.reviewer)

    assert counts[0] == counts[1]
    assert 8 >= max(counts[0])
    assert 4 >= listed.count


async def test_a_place_of_another_campaign_is_not_found(database: Settings, cast: Cast) -> None:
    """An id of one campaign under the address of another is nothing."""
    one = await sent_campaign(database, cast, [cast.helio.vendor.id])
    other = await sent_campaign(database, cast, [cast.corvid.vendor.id])
    place = await place_of(other, cast.corvid.vendor.id)

    with pytest.raises(NotFound):
        await place_page(cast.reviewer, one.id, place.id, False)


async def test_an_open_board_looks_again_but_not_for_ever(browser: Browser, database: Settings, cast: Cast) -> None:
    """The part that changes comes alone, asks for itself again, and stops after a while so that nobody stays signed in by it."""
    campaign = await sent_campaign(database, cast, [cast.helio.vendor.id])
    await browser.become(cast.reviewer)
    url = f"/campaigns/{campaign.id}?show=not_opened"

    first = await browser.get(url, **{"hx-request": "true"})
    last = await browser.get(f"{url}&looks=120", **{"hx-request": "true"})

    assert "<html" not in first.text
    assert 'looks=1" hx-trigger="every 15s"' in first.text
    assert "hx-trigger" not in last.text
    assert "Look again" in last.text
