"""A data folder made through the portal's own use-cases, before a server is started on it."""

import re
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import anyio

from portal.assessments.sending import Sending, send_assessment
from portal.core.clock import now
from portal.core.database import open_database, transaction
from portal.core.migrating import migrate
from portal.core.settings import Settings, load_settings, with_secret_key
from portal.core.tables import OutboxMessage
from portal.vendors.tables import Contact
from questionnaires.model import Questionnaire
from questionnaires.storing import store_questionnaire
from tests.cast import VendorSide, make_cast

_CODE = re.compile(r"/invitation#(\S+)")


@dataclass(frozen=True, slots=True)
class Sent:
    """A questionnaire on its way: its id and the code in the contact's mail."""

    assessment: UUID
    code: str


def folder_with_sent(
    data: Path, questionnaire: str | Questionnaire = "lite", contact_name: str = "", **env: str
) -> Sent:
    """Make a data folder in which Helio's contact has been sent a questionnaire: one of ours by its key, or any other."""
    settings = with_secret_key(load_settings(env, data))
    return anyio.run(_send, settings, questionnaire, contact_name)


async def _send(settings: Settings, questionnaire: str | Questionnaire, contact_name: str) -> Sent:
    async with open_database(settings):
        await migrate()
        cast = await make_cast()
        contact = await _contact(cast.helio, contact_name) if contact_name else cast.helio.contact
        key = await _kept(questionnaire)
        wanted = Sending(cast.helio.vendor.id, key, cast.helio.service.id, contact=contact.id)
        row = await send_assessment(settings, "Aldgate Bank", cast.reviewer, wanted)
        message = await OutboxMessage.objects().order_by(OutboxMessage.created_at, ascending=False).first()
        assert message is not None
        found = _CODE.search(message.body)
        assert found, message.body
        return Sent(row.id, found.group(1))


async def _kept(questionnaire: str | Questionnaire) -> str:
    if isinstance(questionnaire, str):
        return questionnaire
    async with transaction():
        await store_questionnaire(questionnaire, now())
    return questionnaire.key


async def _contact(side: VendorSide, name: str) -> Contact:
    contact = Contact(vendor=side.vendor.id, name=name, email="named@helio.example", title="", created_at=now())
    await contact.save()
    return contact
