"""Vendors whose papers say of backups what no rule tells from encryption, and reviewers who do."""

from pathlib import Path

import yaml
from litestar import Litestar

from portal.assessments.tables import Assessment
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.review.deciding import overrule
from portal.risk.levels import VerdictState
from questionnaires.authored import from_plain
from questionnaires.model import Questionnaire
from questionnaires.values import Given
from tests.cast import Cast, VendorSide, add_vendor
from tests.portal.review import story

REF = "OUR-1"
CLAIM = "Backups of customer data are encrypted."
SENT = (
    "Backups of customer data are sent over an encrypted channel.",
    "Backups of customer data travel to the second site through an encrypted tunnel.",
    "Backups of customer data are transferred via encrypted links.",
)
NEXT = "Backups of customer data are sent to the second site via an encrypted link."
STORED = "All backups of customer data are stored encrypted."
ASKED = f"""
key: backups
title: Backups
sections:
- key: backups
  title: Backups
  area: cryptography
  questions:
  - ref: {REF}
    kind: yes_no
    text: Are backups encrypted?
    weight: normal
    expected: ["yes"]
    claim: {CLAIM}
"""


def asked() -> Questionnaire:
    """Return a questionnaire with one statement of the bank, under a reference of one's own."""
    return from_plain(yaml.safe_load(ASKED))


async def answered(app: Litestar, settings: Settings, cast: Cast, folder: Path, name: str, sentence: str) -> Assessment:
    """Let a new vendor hand in a paper with a sentence, answer yes, and have it checked."""
    side: VendorSide = await add_vendor(name, "Cleo Contact")
    await story.give(settings, side, story.note(folder / f"{side.vendor.slug}.pdf", f"Backup policy\n\n{sentence}"))
    assessment = await story.submitted(settings, cast, side, asked=asked(), answers={REF: Given("yes")})
    await story.work_off(app, settings)
    return assessment


async def state_of(assessment: Assessment) -> str:
    """Return what the machine says of the one answer."""
    one = await story.question(assessment, REF)
    assert one.verdict is not None
    return one.verdict.state.value


async def put_right(who: Principal, assessment: Assessment, state: VerdictState = VerdictState.NOT_EVIDENCED) -> None:
    """Overrule the one verdict."""
    reason = "A line is encrypted, not the backup."
    await overrule(who, assessment.id, await story.seen(assessment, REF), state, reason)
