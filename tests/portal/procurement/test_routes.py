"""Procurement's pages: the register, who may open what, and the partner standard."""

from datetime import timedelta

import msgspec
import pytest
from bs4 import BeautifulSoup

from portal.core.clock import now, today
from portal.core.database import PooledSQLite
from portal.programme.tables import Requirement
from portal.vendors.adding import add_vendor
from tests.cast import Cast
from tests.client import Browser
from tests.portal.procurement.cases import CASES, OTHER
from tests.portal.procurement.rating import completed_assessment, demand, publish

pytestmark = pytest.mark.anyio


async def test_the_register_shows_the_answer_for_each_service(browser: Browser, cast: Cast) -> None:
    """Each service has its own line with decision, grade and last day."""
    await next(case for case in CASES if case.service == OTHER).arrange(cast)
    await browser.become(cast.procurement)

    page = BeautifulSoup((await browser.get("/partners")).text, "html.parser")

    rows = [" ".join(row.get_text(" ").split()) for row in page.select("tbody tr")]
    assert 3 == len(rows)
    assert "Corvid Analytics" in rows[0] and "This partner has not been rated" in rows[0]
    assert "Main service" in rows[1] and "✓ Yes" in rows[1] and "Grade B" in rows[1]
    assert OTHER in rows[2] and f"The rating does not cover {OTHER}" in rows[2]


@pytest.mark.parametrize(
    ("search", "found"),
    [("HELIO", ["Helio Payments"]), ("main serv", ["Corvid Analytics", "Helio Payments"]), ("%", []), ("nobody", [])],
)
async def test_the_register_is_searched_by_partner_or_service(
    search: str, found: list[str], browser: Browser, cast: Cast
) -> None:
    """Part of a name is enough, whatever its case; wildcards are no more than characters."""
    await browser.become(cast.procurement)

    page = BeautifulSoup((await browser.get(f"/partners?q={search.replace('%', '%25')}")).text, "html.parser")

    assert found == [link.get_text() for link in page.select("tbody tr a b")]


async def test_a_long_register_comes_in_pages(browser: Browser, cast: Cast) -> None:
    """Twenty-five partners are on a page, and the next page has the rest."""
    for number in range(30):
        await add_vendor(cast.reviewer, f"Partner {number:02}")
    await browser.become(cast.procurement)

    first, second = await browser.get("/partners"), await browser.get("/partners?page=2")

    assert "1 to 25 of 32" in first.text and "26 to 32 of 32" in second.text
    assert "Partner 29" in second.text and "Partner 29" not in first.text


async def test_conditions_name_owner_and_day(browser: Browser, cast: Cast) -> None:
    """The page says who has to do what by when, and that no due day means before signing."""
    rating = await publish(cast.helio)
    await demand(rating, "Retest of leaver access", today() + timedelta(days=30))
    await demand(rating, "Breach notice in the contract", None)
    await browser.become(cast.procurement)

    page = BeautifulSoup((await browser.get("/partners/helio-payments")).text, "html.parser")

    rows = [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in page.select(".answer tbody tr")]
    assert ["Helio Payments", "before signing"] == rows[0][1:]
    assert rows[1][0].startswith("Retest of leaver access") and "2" in rows[1][2]
    assert page.select_one(".matrix") is not None


async def test_the_standard_is_held_against_the_published_rating(browser: Browser, cast: Cast) -> None:
    """Shown by agreed evidence is met, contradicted is not, mixed is partly, unknown was not asked."""
    for position, (title, refs) in enumerate(
        [
            ("Access reviews", ["AC-01"]),
            ("Leavers", ["AC-02"]),
            ("Both", ["AC-01", "AC-03"]),
            ("Elsewhere", ["XX-99"]),
            ("Does not apply", ["AC-04"]),
        ]
    ):
        await Requirement.insert(
            Requirement(
                ref=f"S-{position}", title=title, text="", question_refs=msgspec.json.encode(refs).decode(),
                position=position, active=True, created_at=now(),
            )
        )  # fmt: skip
    await publish(cast.helio)
    await browser.become(cast.procurement)

    page = BeautifulSoup((await browser.get("/partners/helio-payments")).text, "html.parser")

    rows = [row.select("td") for row in page.select("aside .plain-table tbody tr")]
    shown = {str(name.contents[0]).strip(): kept.get_text(" ", strip=True) for name, kept in rows}
    assert {"Leavers": "✕ Not met", "Both": "! Partly", "Elsewhere": "○ Not asked", "Access reviews": "✓ Met"} == shown
    assert "1 of 4 met" in page.get_text()


async def test_procurement_opens_no_evidence_answers_or_reviews(browser: Browser, cast: Cast) -> None:
    """What the answer stands on is not procurement's to read."""
    assessment = await completed_assessment(cast.helio)
    await browser.become(cast.procurement)

    for url in (
        "/vendors/helio-payments/documents",
        f"/assessments/{assessment.id}",
        f"/reviews/{assessment.id}",
        "/reviews",
        "/assistant",
    ):
        assert (await browser.get(url)).status_code in (403, 404), url


@pytest.mark.parametrize(
    "url", ["/partners", "/partners/helio-payments", "/checks", "/checks/1", "/checks/1/statement.json"]
)
async def test_contacts_and_strangers_see_nothing_of_it(url: str, browser: Browser, cast: Cast) -> None:
    """A vendor's contact learns nothing, not even that the page exists; a stranger is sent to sign in."""
    assert "/sign-in" in (await browser.get(url)).headers["location"]

    await browser.become(cast.helio.who)

    assert 404 == (await browser.get(url)).status_code


async def test_the_page_takes_few_queries(browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds for a person begin with a page that asks the database little (counted on SQLite)."""
    await demand(await publish(cast.helio), "Retest", today() + timedelta(days=30))
    await browser.become(cast.procurement)
    await browser.get("/partners/helio-payments")
    counted: list[str] = []
    plain = PooledSQLite._run_in_new_connection

    async def counting(self: PooledSQLite, query: str, *rest: object, **more: object) -> object:
        counted.append(query)
        return await plain(self, query, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(PooledSQLite, "_run_in_new_connection", counting)

    await browser.get("/partners/helio-payments")

    assert len(counted) < 15, counted


async def test_the_register_takes_as_few_queries_for_many_as_for_one(
    browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many partners a page shows, the number of queries stays (counted on SQLite)."""
    await publish(cast.helio)
    for number in range(20):
        await add_vendor(cast.reviewer, f"Partner {number:02}")
    await browser.become(cast.procurement)
    await browser.get("/partners")
    counted: list[str] = []
    plain = PooledSQLite._run_in_new_connection

    async def counting(self: PooledSQLite, query: str, *rest: object, **more: object) -> object:
        counted.append(query)
        return await plain(self, query, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(PooledSQLite, "_run_in_new_connection", counting)

    await browser.get("/partners")

    assert len(counted) < 13, counted
