"""A vendor's page: everything that stands about it, and the next step."""

from datetime import timedelta

import pytest

from knowledge.facts import EvidenceKind
from portal.assessments.states import AssessmentState
from portal.core.clock import today
from tests.cast import Cast
from tests.client import Browser
from tests.portal.overview import rows

pytestmark = pytest.mark.anyio


async def test_a_new_vendor_says_the_next_step(browser: Browser, cast: Cast) -> None:
    """First a service, then a contact, then a questionnaire can be sent."""
    await browser.become(cast.reviewer)
    await browser.submit("/vendors/new", {"name": "Northpine"})
    service = {
        "name": "Hosting", "data": "none", "records": "none", "access": "none", "criticality": "months",
        "replaceability": "easy",
    }  # fmt: skip

    fresh = (await browser.get("/vendors/northpine")).text
    await browser.submit("/vendors/northpine/services/new", service)
    served = (await browser.get("/vendors/northpine")).text
    await browser.submit("/vendors/northpine/contacts/new", {"name": "Li", "email": "li@np.example"})
    ready = (await browser.get("/vendors/northpine")).text

    assert "Next: say what it does for us" in fresh
    assert "not worked out yet" in fresh
    assert "Next: say who answers there" in served
    assert 'href="/assessments/new?vendor=northpine"' in ready
    assert "/assessments/new" not in served


async def test_the_tier_stands_there_with_its_reasons(browser: Browser, cast: Cast) -> None:
    """Each point of likelihood and impact is shown with what gave it."""
    await browser.become(cast.auditor)

    text = (await browser.get("/vendors/helio-payments")).text

    assert "Likelihood 4 of 5: likely" in text
    assert "Impact 3 of 4: serious" in text
    assert "Reachable from the internet" in text
    assert "Data: Personal data" in text


async def test_everything_about_a_vendor_is_on_its_page(browser: Browser, cast: Cast) -> None:
    """Assessments, findings, documents and ratings stand there; those of another vendor do not."""
    work = await rows.assessment(cast.helio, AssessmentState.submitted)
    await rows.verdict(work, "A-1", "contradicted")
    await rows.finding(cast.helio, today() - timedelta(days=3))
    await rows.document(cast.helio, EvidenceKind.SOC_REPORT, today() - timedelta(days=3), "soc2-2025.pdf")
    await rows.rating(cast.helio, work, "published")
    other = await rows.assessment(cast.corvid, AssessmentState.submitted)
    await rows.document(cast.corvid, EvidenceKind.POLICY, today(), "secret-of-corvid.pdf")
    await browser.become(cast.reviewer)

    text = (await browser.get("/vendors/helio-payments")).text

    assert "1 contradicted" in text
    assert f'href="/reviews/{work.id}"' in text
    assert "Leavers keep access" in text
    assert "3 days overdue" in text
    assert "soc2-2025.pdf" in text
    assert "expired" in text
    assert "Rating 1" in text
    assert "secret-of-corvid.pdf" not in text
    assert str(other.id) not in text


async def test_an_auditor_reads_and_changes_nothing(browser: Browser, cast: Cast) -> None:
    """Without the right to edit there is no button that edits."""
    await browser.become(cast.auditor)

    text = (await browser.get("/vendors/helio-payments")).text

    assert "/edit" not in text
    assert "/archive" not in text
    assert "contacts/new" not in text


async def test_an_archived_vendor_says_so(browser: Browser, cast: Cast) -> None:
    """The page stays readable, says that it is archived, and offers the way back; the register leaves it out."""
    await browser.become(cast.reviewer)
    await browser.submit("/vendors/helio-payments/archive")

    page, register = (await browser.get("/vendors/helio-payments")).text, (await browser.get("/vendors")).text

    assert "This vendor is archived." in page
    assert "/vendors/helio-payments/restore" in page
    assert "/vendors/helio-payments" not in register
    assert "Archived · 1" in register


async def test_an_unknown_vendor_is_not_found(browser: Browser, cast: Cast) -> None:
    """A slug nobody has is 404."""
    await browser.become(cast.reviewer)

    assert (await browser.get("/vendors/nobody")).status_code == 404
