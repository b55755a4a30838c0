"""What the tests of suggestions share: a questionnaire, documents that answer some of it, and a contact's pages."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import anyio
import yaml
from litestar import Litestar

from portal.assessments.choosing import add_questionnaire
from portal.assessments.sending import Sending, send_assessment
from portal.assessments.tables import Assessment, Suggestion
from portal.core.clock import today
from portal.core.dates import date_long
from portal.core.settings import Settings
from portal.evidence.receiving import receive
from portal.evidence.tables import Evidence
from questionnaires.authored import from_plain
from tests.cast import Cast, VendorSide
from tests.portal.review.story import note, work_off

QUESTIONS = """
key: gap
title: Gap
sections:
- key: access
  title: Access control
  area: access
  questions:
  - ref: AC-01
    kind: yes_no
    text: Is multi-factor authentication required for all administrative access?
    expected: ["yes"]
    claim: Multi-factor authentication is required for all administrative access.
  - ref: AC-02
    kind: yes_no
    text: Is access of leavers removed within one business day?
    weight: critical
    expected: ["yes"]
    claim: Access of leavers is removed within one business day.
  - ref: AC-03
    kind: number
    text: How many days are security logs kept?
    unit: days
    expected: [">= 365"]
    claim: Security logs are kept for {answer}.
  - ref: AC-04
    kind: text
    text: Who looks after the logs?
    applies_when: {question: AC-01, in: ["yes"]}
- key: continuity
  title: Continuity
  area: continuity
  questions:
  - ref: BC-01
    kind: date
    text: When was the disaster recovery plan last tested?
    expected: [within 365 days]
    claim: The disaster recovery plan was last tested on {answer}.
  - ref: BC-02
    kind: single
    text: How often are restores from backup tested?
    choices:
    - {value: quarterly, label: At least every quarter, score: 100}
    - {value: yearly, label: Once a year, score: 70}
    - {value: never, label: Not at all, score: 0}
    claim: Restores from backup are tested {answer}.
  - ref: BC-03
    kind: yes_no
    text: Are backups kept offline?
    required: false
    expected: ["yes"]
    claim: Backups are kept offline.
"""
SUGGESTED = {"AC-01": '"yes"', "AC-03": "400", "BC-02": '"yearly"'}


def tested() -> str:
    """Return the day of the recovery test, in words."""
    return date_long(today() - timedelta(days=40))


def words() -> str:
    """Return what the policy says: four answers, and one thing that is not as it should be."""
    return (
        "Information Security Policy\n\nHelio Payments. This policy holds for the Main service.\n\n"
        "Multi-factor authentication is required for all administrative access to production systems.\n\n"
        "Access of leavers is not removed within one business day; it is removed at the end of the month.\n\n"
        "Security logs are kept for 400 days.\n\n"
        f"The disaster recovery plan was last tested on {tested()}.\n\n"
        "Restores from backup are tested once a year.\n"
    )


def policy(folder: Path, name: str = "Helio policy.pdf") -> Path:
    """Write the policy."""
    return note(folder / name, words())


async def give(settings: Settings, side: VendorSide, path: Path) -> Evidence:
    """Upload a document as the vendor's contact."""
    return await receive(side.who, side.vendor.id, path.name, _pieces(path), settings)


async def asked(settings: Settings, cast: Cast, side: VendorSide | None = None) -> Assessment:
    """Send the questionnaire."""
    side = side or cast.helio
    await add_questionnaire(cast.reviewer, from_plain(yaml.safe_load(QUESTIONS)))
    wanted = Sending(side.vendor.id, "gap", side.service.id, contact=side.contact.id)
    return await send_assessment(settings, "Aldgate Bank", cast.reviewer, wanted)


async def suggested(app: Litestar, settings: Settings, cast: Cast, folder: Path) -> Assessment:
    """Send the questionnaire, upload the policy as the contact, and work everything off."""
    assessment = await asked(settings, cast)
    await give(settings, cast.helio, policy(folder))
    await work_off(app, settings)
    return assessment


async def rows_of(assessment: Assessment) -> dict[str, Suggestion]:
    """Return the suggestions by their questions."""
    rows = await Suggestion.objects().where(Suggestion.assessment == assessment.id).order_by(Suggestion.found_at)
    return {row.ref: row for row in rows}


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    yield await anyio.Path(path).read_bytes()
