"""Findings are raised with their quotes, settled in the open, and accepted only by a second person."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from litestar import Litestar

from portal.core.clock import freeze, now, today
from portal.core.errors import Conflict, InvalidForm, NotAllowed, NotFound
from portal.core.settings import Settings
from portal.core.tables import AuditEntry
from portal.findings.queries import Asked, findings_page
from portal.findings.raising import Shortcoming, raise_finding, raise_free_finding
from portal.findings.settling import accept_risk, remediate_finding, reopen_finding
from portal.findings.standing import rated_findings
from portal.findings.tables import Finding
from portal.review.quotes import quotes_from_json
from portal.risk.levels import FindingState, Severity
from tests.cast import Cast
from tests.client import Browser
from tests.portal.review import story

pytestmark = pytest.mark.anyio

LATE = Shortcoming("Access of leavers is removed late", Severity.HIGH, today() + timedelta(days=30))


async def test_a_finding_on_a_question_keeps_the_verdicts_quotes(
    app: Litestar, settings: Settings, cast: Cast, tmp_path: Path
) -> None:
    """The auditor's words stay with the finding, whatever becomes of the document."""
    assessment = await story.reviewed(app, settings, cast, tmp_path)

    finding = await raise_finding(cast.reviewer, assessment.id, "AC-02", LATE)

    assert 1 == finding.number
    assert "2 of 25" in quotes_from_json(finding.quotes)[0].text
    assert await AuditEntry.exists().where(AuditEntry.action == "finding.raised")


async def test_findings_are_numbered_one_after_the_other(cast: Cast) -> None:
    """Every finding has the next number."""
    numbers = [(await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, LATE)).number for _ in range(3)]

    assert [1, 2, 3] == numbers


async def test_a_service_of_another_vendor_is_not_found(cast: Cast) -> None:
    """A foreign service in the form is refused."""
    with pytest.raises(NotFound):
        await raise_free_finding(cast.reviewer, cast.helio.vendor.id, cast.corvid.service.id, LATE)


async def test_whoever_raised_it_cannot_accept_its_risk(cast: Cast) -> None:
    """Living with a risk takes a second person."""
    finding = await raise_free_finding(cast.approver, cast.helio.vendor.id, None, LATE)

    with pytest.raises(NotAllowed, match="raised this finding"):
        await accept_risk(cast.approver, finding.id, "It is small.", today())


async def test_a_reviewer_cannot_accept_a_risk(cast: Cast) -> None:
    """Accepting is for approvers."""
    finding = await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, LATE)

    with pytest.raises(NotAllowed):
        await accept_risk(cast.reviewer, finding.id, "It is small.", today())


async def test_an_acceptance_needs_a_reason_and_a_day_to_come(cast: Cast) -> None:
    """Both mistakes are told at once."""
    finding = await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, LATE)

    with pytest.raises(InvalidForm) as caught:
        await accept_risk(cast.approver, finding.id, " ", today() - timedelta(days=1))

    assert {"reason", "until"} == caught.value.errors.keys()


async def test_an_acceptance_that_ran_out_counts_as_open(cast: Cast) -> None:
    """The rating sees the newest acceptance, and the list says when it has run out."""
    finding = await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, LATE)
    await accept_risk(cast.approver, finding.id, "A fix is planned.", today() + timedelta(days=90))
    await accept_risk(cast.approver, finding.id, "Shorter.", today() + timedelta(days=10))

    inputs, acceptances = await rated_findings(cast.helio.vendor.id, cast.helio.service.id)
    freeze(now() + timedelta(days=11))
    try:
        page = await findings_page(cast.reviewer, Asked())
    finally:
        freeze(None)

    assert [FindingState.ACCEPTED] == [one.state for one in inputs]
    assert [today() + timedelta(days=10)] == [one.until for one in acceptances]
    assert page.lines[0].lapsed


async def test_remediation_and_reopening_need_words(cast: Cast) -> None:
    """A note goes with every change of state, and each leaves an audit entry."""
    finding = await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, LATE)
    with pytest.raises(InvalidForm):
        await remediate_finding(cast.reviewer, finding.id, "  ")

    await remediate_finding(cast.reviewer, finding.id, "Retested in March.")
    await reopen_finding(cast.reviewer, finding.id, "It came back.")

    row = await Finding.objects().first()
    assert row is not None
    assert "open" == row.state
    actions = await AuditEntry.select(AuditEntry.action).order_by(AuditEntry.id).output(as_list=True)
    assert ["finding.raised", "finding.remediated", "finding.reopened"] == actions


async def test_an_open_finding_cannot_be_reopened(cast: Cast) -> None:
    """A step that was taken already is told as a conflict."""
    finding = await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, LATE)

    with pytest.raises(Conflict):
        await reopen_finding(cast.reviewer, finding.id, "Again.")


async def test_the_pages_show_and_settle_findings(browser: Browser, cast: Cast) -> None:
    """Raise, list, filter, open and close through the pages."""
    await browser.become(cast.reviewer)
    empty = await browser.get("/findings")
    form = {
        "vendor": "helio-payments",
        "title": "No test of the plan",
        "severity": "medium",
        "description": "Since 2024.",
    }
    raised = await browser.submit("/findings", form)
    listed = await browser.get("/findings?state=open&severity=medium")
    shown = await browser.get(raised.headers["location"])
    closed = await browser.submit(f"{raised.headers['location']}/remediate", {"note": "Tested in May."})

    assert "No finding yet" in empty.text
    assert 303 == raised.status_code
    assert "No test of the plan" in listed.text
    assert "Since 2024." in shown.text
    assert 303 == closed.status_code
    assert "No finding like this" in (await browser.get("/findings?state=open")).text


async def test_a_form_that_cannot_be_taken_loses_nothing(browser: Browser, cast: Cast) -> None:
    """A mistake comes back with what was typed."""
    await browser.become(cast.reviewer)

    answer = await browser.submit(
        "/findings", {"vendor": "helio-payments", "title": "Late", "severity": "medium", "due": "2020-01-01"}
    )

    assert 422 == answer.status_code
    assert "choose today or a later day" in answer.text
    assert 'value="Late"' in answer.text


@pytest.mark.parametrize(
    ("role", "expected"), [("auditor", 200), ("procurement", 403), ("approver", 200), ("administrator", 200)]
)
async def test_who_may_read_findings(browser: Browser, cast: Cast, role: str, expected: int) -> None:
    """Whoever reads evidence reads findings."""
    await browser.become(cast.staff[role])

    assert expected == (await browser.get("/findings")).status_code


async def test_contacts_and_strange_ids_get_nothing(browser: Browser, cast: Cast) -> None:
    """A contact learns nothing of findings, and an unknown finding is not found."""
    finding = await raise_free_finding(cast.reviewer, cast.helio.vendor.id, None, LATE)
    await browser.become(cast.helio.who)
    as_contact = await browser.get(f"/findings/{finding.id}")
    await browser.become(cast.reviewer)

    assert 404 == as_contact.status_code
    assert 404 == (await browser.get(f"/findings/{uuid4()}")).status_code
    assert 404 == (await browser.get(f"/findings/about?assessment={uuid4()}&ref=X")).status_code
