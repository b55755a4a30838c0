"""Mail: written to the outbox in the change's own transaction, sent by the worker where a server is configured."""

from collections.abc import Collection
from email.message import EmailMessage
from enum import StrEnum
from urllib.parse import unquote, urlsplit
from uuid import UUID

import aiosmtplib

from portal.core.clock import now
from portal.core.queue import enqueue
from portal.core.settings import Settings
from portal.core.tables import OutboxMessage


class MailState(StrEnum):
    """Where a message stands; `kept` is shown on the outbox page because no mail server is configured."""

    kept = "kept"
    waiting = "waiting"
    sent = "sent"
    failed = "failed"
    dropped = "dropped"

    @property
    def label(self) -> str:
        """The word shown to people."""
        return {"kept": "Kept here", "waiting": "To be sent", "dropped": "Not sent: withdrawn"}.get(
            self.value, self.value.capitalize()
        )


async def write_mail(
    settings: Settings, recipient: str, subject: str, body: str, about: UUID | None = None
) -> OutboxMessage:
    """Put a message into the outbox inside the open transaction; line breaks in the address or subject are removed.

    `about` is the id of what the message is for, such as a link; `drop_mail` stops it by that as long as it waits.
    """
    state = MailState.waiting if settings.smtp_url else MailState.kept
    message = OutboxMessage(
        recipient=" ".join(recipient.split()),
        subject=" ".join(subject.split())[:200],
        body=body,
        state=state.value,
        error="",
        about=about,
        created_at=now(),
    )
    await message.save()
    if state is MailState.waiting:
        await enqueue("mail.send", str(message.id))
    return message


async def drop_mail(about: Collection[UUID]) -> None:
    """Stop messages about things that were withdrawn, inside the open transaction, where they have not gone out yet."""
    if about:
        still = OutboxMessage.about.is_in(list(about)) & (OutboxMessage.state == MailState.waiting.value)
        await OutboxMessage.update({OutboxMessage.state: MailState.dropped.value, OutboxMessage.body: ""}).where(still)


async def send_mail(settings: Settings, message_id: str) -> None:
    """Send one message of the outbox; sending again what was sent does nothing."""
    message = await OutboxMessage.objects().where(OutboxMessage.id == message_id).first()
    if message is None or message.state != MailState.waiting.value:
        return
    await _deliver(settings, message)
    # Only the invitation's recipient needs the link: it does not stay behind in the database.
    await OutboxMessage.update(
        {OutboxMessage.state: MailState.sent.value, OutboxMessage.sent_at: now(), OutboxMessage.body: ""}
    ).where(OutboxMessage.id == message.id)


async def _deliver(settings: Settings, message: OutboxMessage) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = settings.mail_from, message.recipient, message.subject
    # The same each time it is tried, so that a mailbox can tell a message that went out twice around a crash.
    mail["Message-ID"] = f"<{message.id}@{_domain(settings.mail_from)}>"
    mail.set_content(message.body)
    server = urlsplit(settings.smtp_url)
    tls = server.scheme == "smtps"
    await aiosmtplib.send(
        mail,
        hostname=server.hostname or "localhost",
        port=server.port or (465 if tls else 587),
        username=unquote(server.username) if server.username else None,
        password=unquote(server.password) if server.password else None,
        use_tls=tls,
        start_tls=None if not tls else False,
        timeout=30,
    )


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip(" >") or "localhost"
