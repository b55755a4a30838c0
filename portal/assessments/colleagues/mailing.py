"""A fresh link by mail for a colleague: each takes the place of the one before, of which only a hash was kept."""

from collections.abc import Callable

from portal.assessments.colleagues.letters import Letter
from portal.assessments.colleagues.tables import Colleague
from portal.assessments.inviting import LIFE
from portal.core.clock import now
from portal.core.mail import write_mail
from portal.core.settings import Settings
from portal.people.sessions import new_secret, secret_hash


async def mail_link(settings: Settings, row: Colleague, letter: Callable[[str], Letter]) -> None:
    """Give the colleague a new code and mail it, inside the open transaction; `letter` writes around the link."""
    code = new_secret()
    await Colleague.update(
        {
            Colleague.code_hash: secret_hash(code),
            Colleague.code_expires_at: now() + LIFE,
            Colleague.code_used_at: None,
            Colleague.mailed_at: now(),
            Colleague.mails: Colleague.mails + 1,
        }
    ).where(Colleague.id == row.id)
    subject, body = letter(f"{settings.public_url}/invitation#{code}")
    await write_mail(settings, row.email, subject, body, row.id)
