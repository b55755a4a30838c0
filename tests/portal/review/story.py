"""What the tests of review, findings and ratings share: a vendor with real evidence and a submitted questionnaire."""

from collections.abc import AsyncIterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import anyio
import yaml
from fpdf import FPDF
from litestar import Litestar
from piccolo.columns import Column

from portal.assessments.choosing import add_questionnaire
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.states import AssessmentState, try_move
from portal.assessments.tables import Assessment
from portal.core.clock import now, today
from portal.core.database import transaction
from portal.core.dates import date_long
from portal.core.queue import enqueue
from portal.core.settings import Settings
from portal.engines import Engines
from portal.evidence.receiving import receive
from portal.evidence.tables import Evidence
from portal.review.deciding import Seen, seen_of
from portal.review.standing import Reviewed, review_of
from portal.worker import Worker
from questionnaires.answering import record_answer, submit
from questionnaires.authored import from_plain
from questionnaires.model import Questionnaire
from questionnaires.storing import questionnaire_of
from questionnaires.values import Given
from tests.cast import Cast, VendorSide

QUESTIONS = """
key: story
title: Core due diligence
sections:
- key: access
  title: Access control
  area: access
  questions:
  - ref: AC-01
    kind: yes_no
    text: Is multi-factor authentication required for all administrative access?
    weight: normal
    expected: ["yes"]
    claim: Multi-factor authentication is required for all administrative access.
  - ref: AC-02
    kind: yes_no
    text: Is access of leavers removed within one business day?
    weight: critical
    expected: ["yes"]
    claim: Access of leavers is removed within one business day.
- key: cryptography
  title: Cryptography
  area: cryptography
  questions:
  - ref: CR-01
    kind: yes_no
    text: Is customer data encrypted at rest?
    weight: high
    expected: ["yes"]
    claim: Customer data is encrypted at rest with AES-256.
  - ref: CR-02
    kind: yes_no
    text: Can customers hold their own encryption keys?
    weight: normal
    expected: ["yes"]
    claim: Customers can hold their own encryption keys.
- key: physical
  title: Physical security
  area: physical
  questions:
  - ref: PH-01
    kind: yes_no
    text: Are visitors escorted in secure areas?
    weight: normal
    expected: ["yes"]
    claim: Visitors are escorted in secure areas at all times.
  - ref: PH-02
    kind: yes_no
    text: Are removable media destroyed under witness?
    weight: normal
    expected: ["yes"]
    claim: Removable media are destroyed under witness.
  - ref: PH-03
    kind: text
    text: Describe your sites.
    required: false
"""
ANSWERS = {
    "AC-01": Given("yes"),
    "AC-02": Given("yes", "Always."),
    "CR-01": Given("yes"),
    "CR-02": Given("no"),
    "PH-01": Given("yes"),
    "PH-02": Given("not_applicable", reason="We use no removable media."),
    "PH-03": Given("Two data centres."),
}


@cache
def questionnaire() -> Questionnaire:
    """Return the questionnaire of these tests."""
    return from_plain(yaml.safe_load(QUESTIONS))


def report(path: Path, period_end: date) -> Path:
    """Write a SOC 2 report that supports two answers and contradicts one."""
    path.write_bytes(_report(period_end))
    return path


@cache
def _report(period_end: date) -> bytes:
    start = period_end - timedelta(days=364)
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for text in (
        "SOC 2 Type 2 Report\n\nHelio Payments\nReport on the Main service relevant to security.\n\n"
        f"For the period {date_long(start)} to {date_long(period_end)}\n\nIndependent service auditor: Marlow & Finch LLP",
        "Independent service auditor's report\n\nTo the management of Helio Payments. We have examined the service "
        f"organization's controls over the Main service throughout the period {date_long(start)} to "
        f"{date_long(period_end)} against the trust services criteria. In our opinion, in all material respects, "
        "the controls operated effectively.",
        "Section 4. Tests of controls\n\n"
        "CC6.1.1 Multi-factor authentication is required for all administrative access to production systems. "
        "Inspected the configuration of the identity provider. No exceptions noted.\n\n"
        "CC6.1.7 Customer data is encrypted at rest with AES-256 in all databases and backups. "
        "Inspected the configuration of the databases. No exceptions noted.",
        "CC6.2.1 The entity removes logical access of terminated employees within one business day of termination.\n\n"
        "Result. Exception noted. For 2 of 25 terminated employees selected, access was removed four and nine "
        "business days after termination.\n\n"
        "Management's response. Removal is now triggered by the human-resources system.",
    ):
        pdf.add_page()
        pdf.multi_cell(0, 6, text)
    return bytes(pdf.output())


def note(path: Path, text: str) -> Path:
    """Write a document of one page."""
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.multi_cell(0, 6, text)
    pdf.output(str(path))
    return path


async def pieces(path: Path) -> AsyncIterator[bytes]:
    """Give a file as an upload does."""
    yield await anyio.Path(path).read_bytes()


async def give(settings: Settings, side: VendorSide, path: Path) -> Evidence:
    """Upload a document as the vendor's contact."""
    return await receive(side.who, side.vendor.id, path.name, pieces(path), settings)


async def work_off(app: Litestar, settings: Settings) -> int:
    """Work every job off."""
    engines: Engines = app.state.engines
    return await Worker(settings, engines).work_off()


async def submitted(
    settings: Settings,
    cast: Cast,
    side: VendorSide | None = None,
    *,
    whole_vendor: bool = False,
    asked: Questionnaire | None = None,
    answers: Mapping[str, Given] = ANSWERS,
) -> Assessment:
    """Send a questionnaire, about a service or the whole vendor, answer all of it and submit it."""
    side, asked = side or cast.helio, asked or questionnaire()
    await add_questionnaire(cast.reviewer, asked)
    service = None if whole_vendor else side.service.id
    wanted = Sending(side.vendor.id, asked.key, service, contact=side.contact.id)
    assessment = await send_assessment(settings, "Aldgate Bank", cast.reviewer, wanted)
    questions = await questionnaire_of(assessment.response)
    async with transaction():
        for ref, given in answers.items():
            question = questions.find_question(ref)
            assert question is not None
            await record_answer(assessment.response, question, given, revision=0, by=side.contact.name, at=now())
        await submit(assessment.response, now())
        await try_move(assessment.id, AssessmentState.in_progress, [AssessmentState.sent])
        moved: dict[Column | str, object] = {
            Assessment.submitted_at: now(),
            Assessment.attested_name: side.contact.name,
        }
        await try_move(assessment.id, AssessmentState.submitted, [AssessmentState.in_progress], moved)
        await enqueue("review.verdicts", str(assessment.id))
    assessment.state = AssessmentState.submitted.value
    return assessment


async def reviewed(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> Assessment:
    """Submit the questionnaire with a current report behind it, and work everything off."""
    await give(settings, cast.helio, report(folder / "Helio SOC 2.pdf", today() - timedelta(days=60)))
    assessment = await submitted(settings, cast)
    await work_off(app, settings)
    return assessment


async def question(assessment: Assessment, ref: str) -> Reviewed:
    """Return one question of the review."""
    one = (await review_of(assessment)).find(ref)
    assert one is not None
    return one


async def seen(assessment: Assessment, ref: str) -> Seen:
    """Return what a page shows of a question now."""
    return seen_of(await question(assessment, ref))
