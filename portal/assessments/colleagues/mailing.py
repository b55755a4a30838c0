"""A fresh link by mail for a colleague: each takes the place of the one before, of which only a hash was kept."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from portal.assessments.colleagues.letters import Letter
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.link_life import link_end
from portal.assessments.tables import Assessment
from portal.core.clock import now
from portal.core.mail import write_mail
from portal.core.settings import Settings
from portal.people.sessions import new_secret, secret_hash


async def mail_link(settings: Settings, row: Colleague, letter: Callable[[str], Letter]) -> None:
    """Give the colleague a new code and mail it, inside the open transaction; `letter` writes around the link."""
    code = new_secret()
    about = await Assessment.select(Assessment.due).where(Assessment.id == row.assessment).first()
    assert about is not None, "a colleague is asked for an assessment"
    await Colleague.update(
        {
            Colleague.code_hash: secret_hash(code),
            Colleague.code_expires_at: link_end(about["due"], now()),
            Colleague.code_used_at: None,
            Colleague.mailed_at: now(),
            Colleague.mails: Colleague.mails + 1,
        }
    ).where(Colleague.id == row.id)
    subject, body = letter(f"{settings.public_url}/invitation#{code}")
    await write_mail(settings, row.email, subject, body, row.id)


async def follow_due(assessment_id: UUID, due: date | None) -> None:
    """Let colleagues' links that still work live as long as a new due date asks, inside the open transaction."""
    until = link_end(due, now())
    unused = (
        (Colleague.assessment == assessment_id) & Colleague.code_used_at.is_null() & Colleague.withdrawn_at.is_null()
    )
    living = unused & (Colleague.code_expires_at > now()) & (Colleague.code_expires_at < until)
    await Colleague.update({Colleague.code_expires_at: until}).where(living)
