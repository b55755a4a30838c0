"""Recording a check: its number, the signed statement and the audit entry, for good."""

from portal.core import audit
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.errors import InvalidForm
from portal.core.scope import Principal
from portal.core.settings import Settings
from portal.procurement.facts import GateAnswer
from portal.procurement.gate_answer import answer
from portal.procurement.signing import SigningKey, signing_key
from portal.procurement.statements import statement_text
from portal.procurement.tables import ContractCheck

PURPOSE_LIMIT = 300
_NUMBER_LOCK = 7_301_966


async def record_check(
    who: Principal, slug: str, service: str | None, purpose: str, settings: Settings, company: str
) -> ContractCheck:
    """Ask the gate now and keep its answer, whatever it is; raises InvalidForm, NotFound, NotAllowed."""
    purpose = " ".join(purpose.split())
    if not purpose or len(purpose) > PURPOSE_LIMIT:
        raise InvalidForm({"purpose": f"Purpose: please say in up to {PURPOSE_LIMIT} characters what is to be signed."})
    given = await answer(who, slug, service)
    key = signing_key(settings)
    async with transaction():
        number = await _next_number()
        check = _row(given, number, purpose, who, company, key)
        await check.save()
        detail: dict[str, object] = {"number": number, "decision": check.decision, "purpose": purpose}
        await audit.record(who, "check.recorded", check, detail, vendor=given.partner.id)
    return check


def _row(given: GateAnswer, number: int, purpose: str, who: Principal, company: str, key: SigningKey) -> ContractCheck:
    text = statement_text(given, number=number, purpose=purpose, who=who, company=company, key=key.id)
    return ContractCheck(
        number=number,
        vendor=given.partner.id,
        service=given.service.id if given.service else None,
        decision=given.decision.decision.value,
        headline=given.decision.headline[:300],
        purpose=purpose,
        statement=text,
        signature=key.sign(text),
        checked_by=who.id,
        checked_by_name=who.name,
        checked_at=given.at,
    )


async def _next_number() -> int:
    """Return the next number; on PostgreSQL others wait until the open transaction ends, SQLite has one writer anyway."""
    if is_postgres():
        await run_sql("SELECT pg_advisory_xact_lock({})", _NUMBER_LOCK)
    newest = await ContractCheck.select(ContractCheck.number).order_by(ContractCheck.number, ascending=False).first()
    return newest["number"] + 1 if newest else 1
