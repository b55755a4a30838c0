"""The overview: what needs each role today, and what happened lately."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import portal
from knowledge.facts import EvidenceKind
from portal.assessments.states import AssessmentState
from portal.core.clock import today
from portal.overview.activity import SENTENCES, sentence
from portal.vendors.tables import Contact, Service, Vendor
from tests.cast import Cast
from tests.client import Browser
from tests.portal.overview import rows

pytestmark = pytest.mark.anyio


async def test_a_fresh_installation_begins_with_a_vendor(browser: Browser, cast: Cast) -> None:
    """With nothing there the first step is to add a vendor, for those who may."""
    for table in (Contact, Service, Vendor):
        await table.delete(force=True)

    await browser.become(cast.administrator)
    editing = await browser.get("/")
    await browser.become(cast.auditor)
    reading = await browser.get("/")

    assert 'href="/vendors/new">Add the first vendor' in editing.text
    assert "/vendors/new" not in reading.text
    assert "Nothing here yet" in reading.text


async def test_a_reviewer_sees_what_waits_and_what_is_late(browser: Browser, cast: Cast) -> None:
    """Submitted answers, late vendors, late findings and documents that run out stand there with their links."""
    work = await rows.assessment(cast.helio, AssessmentState.submitted, days_ago=6)
    late = await rows.assessment(cast.corvid, AssessmentState.sent, due=today() - timedelta(days=2))
    await rows.verdict(work, "A-1", "contradicted")
    await rows.finding(cast.corvid, today() - timedelta(days=1))
    await rows.document(cast.corvid, EvidenceKind.ISO_CERTIFICATE, today() + timedelta(days=5), "iso-27001.pdf")
    await browser.become(cast.reviewer)

    text = (await browser.get("/")).text

    assert f'href="/reviews/{work.id}"' in text
    assert "submitted 6 days ago, 1 contradicted" in text
    assert f'href="/assessments/{late.id}"' in text
    assert "2 days overdue" in text
    assert "1 finding overdue, 1 open" in text
    assert "ISO certificate expires in 5 days: iso-27001.pdf" in text


async def test_an_approver_sees_ratings_of_others(browser: Browser, cast: Cast) -> None:
    """A rating waits for an approver who did not draft it; a reviewer is not asked."""
    work = await rows.assessment(cast.helio, AssessmentState.completed)
    await rows.rating(cast.helio, work, "proposed", drafted_by=cast.reviewer.id)

    await browser.become(cast.approver)
    other = (await browser.get("/")).text
    await browser.become(cast.reviewer)
    own = (await browser.get("/")).text

    assert "Ratings waiting for your approval" in other
    assert "drafted by Rosa Lindqvist" in other
    assert "Ratings waiting for your approval" not in own


async def test_an_approver_is_not_asked_to_approve_the_own_draft(browser: Browser, cast: Cast) -> None:
    """Whoever drafted a rating is not told that it waits for them."""
    work = await rows.assessment(cast.helio, AssessmentState.completed)
    await rows.rating(cast.helio, work, "proposed", drafted_by=cast.approver.id)
    await browser.become(cast.approver)

    assert "Ratings waiting for your approval" not in (await browser.get("/")).text


async def test_an_auditor_is_asked_for_nothing(browser: Browser, cast: Cast) -> None:
    """Numbers and the trail are there, and no task."""
    await rows.assessment(cast.helio, AssessmentState.submitted)
    await browser.become(cast.auditor)

    text = (await browser.get("/")).text

    assert "Nothing waits for you" in text
    assert 'href="/audit"' in text


async def test_procurement_starts_at_the_partners(browser: Browser, cast: Cast) -> None:
    """Procurement has no overview: it is led to its own register, and cannot read this one."""
    await browser.become(cast.procurement)

    home, register, vendor = [await browser.get(url) for url in ("/", "/vendors", "/vendors/helio-payments")]

    assert (home.status_code, home.headers["location"]) == (303, "/partners")
    assert (register.status_code, vendor.status_code) == (403, 403)


async def test_a_contact_and_a_stranger_see_nothing(browser: Browser, cast: Cast) -> None:
    """Contacts find no staff page and start on their own; nobody is sent to sign in."""
    stranger = await browser.get("/vendors")
    await browser.become(cast.helio.who)
    answers = [await browser.get(url) for url in ("/", "/vendors", "/vendors/helio-payments")]

    assert stranger.status_code in (302, 303)
    assert [answer.status_code for answer in answers] == [303, 404, 404]
    assert answers[0].headers["location"] == "/answer"


async def test_what_happened_is_told_in_sentences(browser: Browser, cast: Cast) -> None:
    """Changes show on the overview and on the vendor's page, with who made them."""
    await browser.become(cast.reviewer)
    form = {"name": "Li Wei", "email": "li@helio.example"}
    await browser.submit("/vendors/helio-payments/contacts/new", form)

    overview, vendor = (await browser.get("/")).text, (await browser.get("/vendors/helio-payments")).text

    assert "Rosa Lindqvist added Li Wei as a contact." in overview
    assert "Rosa Lindqvist added Li Wei as a contact" in vendor


def test_an_action_without_a_sentence_is_still_readable() -> None:
    """An unknown action is said in its own words, and a fact that is missing leaves a gap instead of failing."""
    assert sentence("moon_base.opened_wide", "{}") == "opened wide (moon base)"
    assert sentence("service.added", '{"name":"API"}') == "added the service API, tier …"
    assert sentence("assessment.sent", '{"questionnaire":"core"}') == "sent the questionnaire “core”"
    assert sentence("assessment.sent", '{"questionnaire":"core","title":"Core"}') == "sent the questionnaire “Core”"


def test_everything_that_happens_to_a_vendor_has_a_sentence() -> None:
    """Each action that is written into the audit log about a vendor has its own words."""
    root = Path(portal.__file__).parent
    written = {
        action for path in root.rglob("*.py") for action in _actions(ast.parse(path.read_text(encoding="utf-8")))
    }

    assert written - SENTENCES.keys() == set()


def _actions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "record":
            continue
        if any(word.arg == "vendor" for word in node.keywords) and len(node.args) > 1:
            action = node.args[1]
            if isinstance(action, ast.Constant) and isinstance(action.value, str):
                yield action.value
