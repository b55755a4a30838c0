"""What the pages of recorded checks show."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

import msgspec
from piccolo.query.methods.select import Select

from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.core.settings import Settings
from portal.procurement.gate_answer import answer
from portal.procurement.looks import Look, look, owner_words
from portal.procurement.plain import CheckOut
from portal.procurement.signing import is_signed, signing_key
from portal.procurement.tables import ContractCheck
from portal.risk.gate import Decision
from portal.risk.levels import GateDecision, Owner

PAGE = 50
_HIGHEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One recorded check in a list."""

    number: int
    vendor: str
    purpose: str
    headline: str
    look: Look
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """Recorded checks, newest first."""

    mine: bool
    lines: list[CheckLine]
    newest_url: str
    older_url: str


class Asked(msgspec.Struct, frozen=True):
    """Who asked, as the statement keeps it."""

    name: str
    email: str


class Statement(CheckOut, frozen=True):
    """What a check's signed statement says."""

    number: int
    purpose: str
    company: str
    asked_by: Asked
    key: str


@dataclass(frozen=True, slots=True)
class CheckPage:
    """One recorded check: the certificate for the contract's file, and whether the answer is still the same."""

    said: Statement
    look: Look
    owners: dict[Owner, str]
    signature: str
    genuine: bool
    changed: Decision | None
    url: str


async def checks_page(who: Principal, mine: bool, before: int | None = None) -> ChecksPage:
    """Return recorded checks, one's own or everybody's; `before` pages back from a number."""
    who.require(Can.check)
    query = _lines_query().limit(PAGE + 1)
    if mine:
        query = query.where(ContractCheck.checked_by == who.id)
    if before:
        query = query.where(ContractCheck.number < min(max(before, 0), _HIGHEST))
    rows = await query
    older = _list_url(mine, rows[PAGE - 1]["number"]) if len(rows) > PAGE else ""
    return ChecksPage(mine, [_line(row) for row in rows[:PAGE]], _list_url(mine) if before else "", older)


async def last_check(vendor: UUID, service: UUID | None) -> CheckLine | None:
    """Return the newest recorded check of a vendor's service."""
    of_service = ContractCheck.service == service if service else ContractCheck.service.is_null()
    row = await _lines_query().where((ContractCheck.vendor == vendor) & of_service).first()
    return _line(row) if row else None


async def get_check(number: int) -> ContractCheck:
    """Return the recorded check with this number; raises NotFound."""
    check = await ContractCheck.objects().where(ContractCheck.number == min(max(number, 0), _HIGHEST)).first()
    if check is None:
        raise NotFound()
    return check


async def check_page(who: Principal, number: int, settings: Settings) -> CheckPage:
    """Return one recorded check, read from its signed statement, beside today's answer; raises NotFound."""
    who.require(Can.check)
    check = await get_check(number)
    said = msgspec.json.decode(check.statement, type=Statement)
    return CheckPage(
        said=said,
        look=look(GateDecision(said.decision)),
        owners=owner_words(said.vendor.name),
        signature=check.signature,
        genuine=is_signed(check.statement, check.signature, signing_key(settings).private.public_key()),
        changed=await _changed(who, said),
        url=f"/partners/{said.vendor.slug}" + (f"?{urlencode({'service': said.service.id})}" if said.service else ""),
    )


async def _changed(who: Principal, said: Statement) -> Decision | None:
    """Return today's answer where it is another one; a partner or service that is gone has none."""
    try:
        today = await answer(who, said.vendor.slug, str(said.service.id) if said.service else None)
    except NotFound:
        return None
    same = today.decision.decision == said.decision and today.decision.headline == said.headline
    return None if same else today.decision


def _lines_query() -> Select[ContractCheck]:
    return ContractCheck.select(
        ContractCheck.number, ContractCheck.vendor.name.as_alias("vendor_name"), ContractCheck.purpose,
        ContractCheck.headline, ContractCheck.decision, ContractCheck.checked_by_name, ContractCheck.checked_at,
    ).order_by(ContractCheck.number, ascending=False)  # fmt: skip


def _line(row: dict[str, object]) -> CheckLine:
    return CheckLine(
        number=int(str(row["number"])),
        vendor=str(row["vendor_name"]),
        purpose=str(row["purpose"]),
        headline=str(row["headline"]),
        look=look(GateDecision(str(row["decision"]))),
        by=str(row["checked_by_name"]),
        at=msgspec.convert(row["checked_at"], datetime),
    )


def _list_url(mine: bool, before: int | None = None) -> str:
    asked = ({"mine": "yes"} if mine else {}) | ({"before": str(before)} if before else {})
    return f"/checks?{urlencode(asked)}" if asked else "/checks"
