"""The register: what it says of each vendor, what it finds, and that it stays quick."""

import re
from datetime import timedelta

import pytest

from knowledge.facts import EvidenceKind
from portal.assessments.states import AssessmentState
from portal.core.clock import now, today
from portal.overview.evidence_counts import evidence_counts
from portal.overview.register import Show, Sort, wanted
from portal.vendors.tables import Service, Vendor
from tests.cast import Cast
from tests.client import Browser
from tests.portal.overview import rows

pytestmark = pytest.mark.anyio


def order(text: str) -> list[str]:
    """Return the slugs of the vendors a register shows, in order."""
    return re.findall(r'<a href="/vendors/([a-z0-9-]+)"><b>', text)


async def test_an_empty_register_says_how_to_begin(browser: Browser, cast: Cast) -> None:
    """Without vendors a person who may add one is asked to, and one who may not is told who does."""
    await _remove_all()

    await browser.become(cast.reviewer)
    editing = await browser.get("/vendors")
    await browser.become(cast.auditor)
    reading = await browser.get("/vendors")

    assert 'href="/vendors/new">Add the first vendor' in editing.text
    assert "/vendors/new" not in reading.text
    assert "A reviewer or administrator adds the first one." in reading.text


async def test_a_vendor_shows_tier_services_and_what_happens(browser: Browser, cast: Cast) -> None:
    """A fresh vendor stands there with its tier, its services and that nothing was sent."""
    await browser.become(cast.reviewer)

    text = (await browser.get("/vendors")).text

    assert "2 vendors, 2 services" in text
    assert "2 · High" in text
    assert "Main service" in text
    assert "nothing sent yet" in text


async def test_a_vendor_without_services_has_no_tier_yet(browser: Browser, cast: Cast) -> None:
    """Before its first service a vendor's tier reads "not worked out yet"."""
    await browser.become(cast.reviewer)
    await browser.submit("/vendors/new", {"name": "Northpine Cloud"})

    text = (await browser.get("/vendors?q=northpine")).text

    assert "not worked out yet" in text
    assert "no services yet" in text


async def test_the_bar_counts_the_newest_verdict_or_a_reviewers_overruling(cast: Cast) -> None:
    """An older verdict, an older answer's verdict and an overruling of what no longer stands do not count."""
    work = await rows.assessment(cast.helio, AssessmentState.submitted)
    before = now() - timedelta(days=1)
    await rows.verdict(work, "A-1", "contradicted", at=before)
    await rows.verdict(work, "A-1", "supported")
    await rows.verdict(work, "A-2", "contradicted", revision=2, at=before)
    await rows.verdict(work, "A-2", "supported", revision=1)
    await rows.overruling(await rows.verdict(work, "A-3", "contradicted"), "supported")
    overruled = await rows.verdict(work, "A-4", "not_evidenced", at=before)
    await rows.overruling(overruled, "supported")
    await rows.verdict(work, "A-4", "contradicted")

    counts = await evidence_counts([work.id], frozenset())

    assert counts == {work.id: {"supported": 2, "contradicted": 2}}


@pytest.mark.invented_quotes
async def test_a_verdict_on_an_expired_document_is_stale(cast: Cast) -> None:
    """A favourable verdict that leads with a document past its date counts as stale."""
    work = await rows.assessment(cast.helio, AssessmentState.submitted)
    old = await rows.document(cast.helio, EvidenceKind.SOC_REPORT, today() - timedelta(days=3), "soc2.pdf")
    quote = f'[{{"document_id":"{old}","document":"soc2.pdf","page":1,"label":"","start":0,"end":4,"text":"Text"}}]'
    await rows.verdict(work, "A-1", "supported", quotes=quote)
    await rows.verdict(work, "A-2", "supported")

    counts = await evidence_counts([work.id], frozenset({old}))

    assert counts == {work.id: {"stale": 1, "supported": 1}}


async def test_filters_show_what_they_count(browser: Browser, cast: Cast) -> None:
    """Each chip's count is the number of vendors behind it."""
    work = await rows.assessment(cast.helio, AssessmentState.submitted, days_ago=6)
    await rows.verdict(work, "A-1", "contradicted")
    await rows.assessment(cast.corvid, AssessmentState.sent, due=today() - timedelta(days=4))
    await rows.document(cast.corvid, EvidenceKind.ISO_CERTIFICATE, today() + timedelta(days=20), "iso.pdf")
    await browser.become(cast.reviewer)

    text = (await browser.get("/vendors")).text
    shown = {show: order((await browser.get(f"/vendors?show={show}")).text) for show in Show}

    assert shown[Show.contradicted] == shown[Show.review] == ["helio-payments"]
    assert shown[Show.overdue] == shown[Show.expiring] == ["corvid-analytics"]
    assert sorted(shown[Show.tier_2]) == sorted(shown[Show.personal]) == ["corvid-analytics", "helio-payments"]
    assert shown[Show.payment] == shown[Show.rated] == shown[Show.archived] == []
    assert "Contradicted · 1" in text
    assert "oldest 6 days" in text
    assert "answers 4 days overdue" in text


async def test_search_finds_by_name_service_and_every_word(browser: Browser, cast: Cast) -> None:
    """All words must be found in the vendor's name, services, summary or website; the rest is said to fit nothing."""
    await browser.become(cast.reviewer)

    by_name = await browser.get("/vendors?q=HELIO%20main")
    nothing = await browser.get("/vendors?q=helio%20corvid")

    assert order(by_name.text) == ["helio-payments"]
    assert "No vendor fits" in nothing.text


async def test_search_words_are_escaped(browser: Browser, cast: Cast) -> None:
    """What was searched for stands in the field as text, and in no link as markup."""
    await browser.become(cast.reviewer)

    text = (await browser.get('/vendors?q="><script>')).text

    assert "<script>" not in text.replace("<script src", "")


async def test_columns_sort_both_ways_and_say_so(browser: Browser, cast: Cast) -> None:
    """A sorted column carries aria-sort and a link that turns the order round."""
    await browser.become(cast.reviewer)

    up = (await browser.get("/vendors?sort=vendor")).text
    down = (await browser.get("/vendors?sort=vendor&desc=1")).text

    assert order(up) == ["corvid-analytics", "helio-payments"]
    assert order(down) == ["helio-payments", "corvid-analytics"]
    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in down


async def test_most_residual_risk_stands_first_and_the_unrated_last(browser: Browser, cast: Cast) -> None:
    """A rated vendor stands before one that is not rated, with grade, residual risk and end."""
    work = await rows.assessment(cast.helio, AssessmentState.completed)
    await rows.rating(cast.helio, work, "published", days=29)
    await browser.become(cast.reviewer)

    text = (await browser.get("/vendors")).text

    assert order(text) == ["helio-payments", "corvid-analytics"]
    assert "rating expires in 29 days" in text
    assert "50 % of the register" in text


async def test_nonsense_in_the_address_is_left_at_its_default() -> None:
    """An unknown filter, order or page never fails."""
    asked = wanted("  x  ", "nothing", "moon", "maybe", -4)

    assert (asked.search, asked.show, asked.sort, asked.reverse, asked.page) == ("x", Show.all, Sort.residual, False, 1)


async def test_last_years_report_is_no_news(browser: Browser, cast: Cast) -> None:
    """An expired report does not count when a newer one of the kind holds; an expired policy does, whatever others hold."""
    await rows.document(cast.helio, EvidenceKind.SOC_REPORT, today() - timedelta(days=100), "2025.pdf")
    await rows.document(cast.helio, EvidenceKind.SOC_REPORT, today() + timedelta(days=200), "2026.pdf")
    await rows.document(cast.corvid, EvidenceKind.POLICY, today() - timedelta(days=5), "access.pdf")
    await rows.document(cast.corvid, EvidenceKind.POLICY, today() + timedelta(days=300), "crypto.pdf")
    await browser.become(cast.reviewer)

    text = (await browser.get("/vendors?show=expiring")).text

    assert order(text) == ["corvid-analytics"]
    assert "Policy expired 5 days ago" in text


async def test_how_far_the_answers_are_is_counted_on_what_applies(browser: Browser, cast: Cast) -> None:
    """Before anything is checked the bar says how many of the questions that apply are answered."""
    await rows.assessment(cast.helio, AssessmentState.sent, due=today() + timedelta(days=9))
    await browser.become(cast.reviewer)

    text = (await browser.get("/vendors?q=helio")).text

    assert re.search(r"0 of \d+ answered", text)
    assert "due in 9 days" in text


async def test_a_thousand_vendors_come_in_pages(browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register shows fifty at a time and asks the database no more often for a thousand than for two."""
    await browser.become(cast.reviewer)
    few = await _queries(browser, monkeypatch)
    vendors = [Vendor(slug=f"v-{i}", name=f"Vendor {i:04}", created_at=now()) for i in range(1000)]
    for start in range(0, 1000, 100):
        await Vendor.insert(*vendors[start : start + 100])
    services = [
        Service(vendor=vendor.id, name="S", profile=cast.helio.service.profile, tier="3", created_at=now())
        for vendor in vendors
    ]
    for start in range(0, 1000, 50):
        await Service.insert(*services[start : start + 50])

    many = await _queries(browser, monkeypatch)
    last = await browser.get("/vendors?sort=vendor&page=99")

    assert many == few
    assert len(order((await browser.get("/vendors")).text)) == 50
    assert "1001 to 1002 of 1002" in last.text


async def _queries(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> int:
    from piccolo.query.base import Query

    asked = 0
    run = Query.run

    async def counted(self, *arguments, **named):  # type: ignore[no-untyped-def]
        nonlocal asked
        asked += 1
        return await run(self, *arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Query, "run", counted)
        await browser.get("/vendors")
    return asked


async def _remove_all() -> None:
    from portal.vendors.tables import Contact

    for table in (Contact, Service, Vendor):
        await table.delete(force=True)
