"""The rules that choose questionnaires and the months between two assessments: read, changed and put in order, on record.

Until somebody changes one, the rules are those that come with the program; the first change keeps all of them as rows.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID, uuid4

import msgspec
from piccolo.columns import Column

from portal.assessments.choosing import questionnaire_titles
from portal.campaigns.choice import DEFAULT_MONTHS, DEFAULT_RULES, Rule
from portal.campaigns.tables import Cadence, QuestionnaireRule
from portal.core import audit
from portal.core.clock import now
from portal.core.database import is_postgres, run_sql, transaction
from portal.core.dates import plural
from portal.core.errors import Conflict, InvalidForm, NotFound
from portal.core.scope import Can, Principal
from portal.risk.levels import AccessKind, DataClass, Tier

_RULES_LOCK = 7_301_966


async def rules() -> list[Rule]:
    """Return the rules in the order they are gone through."""
    rows = await QuestionnaireRule.objects().order_by(QuestionnaireRule.position)
    return [_read(row) for row in rows] or list(DEFAULT_RULES)


async def months() -> dict[Tier, int]:
    """Return after how many months each tier is assessed again; 0 is never by itself."""
    kept = {Tier(row.tier): row.months for row in await Cadence.objects()}
    return {tier: kept.get(tier, DEFAULT_MONTHS[tier]) for tier in Tier}


async def get_rule(rule_id: UUID) -> Rule:
    """Return one rule; raises NotFound."""
    found = next((rule for rule in await rules() if rule.id == rule_id), None)
    if found is None:
        raise NotFound()
    return found


async def add_rule(who: Principal, rule: Rule) -> Rule:
    """Add a rule behind the others; its id is made here. Raises InvalidForm."""
    who.require(Can.edit_standard)
    await _check(rule)
    rule = replace(rule, id=uuid4())
    async with transaction():
        await _write([*await _held(), rule])
        await audit.record(who, "questionnaire_rule.added", f"questionnaire_rule:{rule.id}", _detail(rule))
    return rule


async def change_rule(who: Principal, rule: Rule) -> None:
    """Change a rule where it stands. Raises InvalidForm, NotFound."""
    who.require(Can.edit_standard)
    await _check(rule)
    async with transaction():
        held = await _held()
        before = held[_place(held, rule.id)]
        await _write([rule if one.id == rule.id else one for one in held])
        detail: dict[str, object] = {**_detail(rule), "before": _detail(before)}
        await audit.record(who, "questionnaire_rule.changed", f"questionnaire_rule:{rule.id}", detail)


async def drop_rule(who: Principal, rule_id: UUID) -> None:
    """Take a rule away; the last one stays, since without any the ones that come with the program would be back."""
    who.require(Can.edit_standard)
    async with transaction():
        held = await _held()
        gone = held[_place(held, rule_id)]
        if len(held) == 1:
            raise Conflict("This is the only rule. Add another one first, or change this one.")
        await _write([one for one in held if one.id != rule_id])
        await audit.record(who, "questionnaire_rule.dropped", f"questionnaire_rule:{rule_id}", _detail(gone))


async def move_rule(who: Principal, rule_id: UUID, up: bool) -> None:
    """Let a rule change places with the one before it or after it; at the end nothing changes but the record."""
    who.require(Can.edit_standard)
    async with transaction():
        held = await _held()
        at = _place(held, rule_id)
        to = min(max(at + (-1 if up else 1), 0), len(held) - 1)
        held[at], held[to] = held[to], held[at]
        await _write(held)
        detail: dict[str, object] = {"name": held[to].name, "place": to + 1}
        await audit.record(who, "questionnaire_rule.moved", f"questionnaire_rule:{rule_id}", detail)


async def set_months(who: Principal, wanted: dict[Tier, int]) -> None:
    """Say after how many months each tier is assessed again."""
    who.require(Can.edit_standard)
    async with transaction():
        before = await months()
        for tier, count in wanted.items():
            row = Cadence(tier=tier.value, months=count)
            await Cadence.insert(row).on_conflict(target=(Cadence.tier,), action="DO UPDATE", values=[Cadence.months])
        detail: dict[str, object] = {
            f"tier {tier.value}": f"{before[tier]} to {plural(count, 'month')}"
            for tier, count in wanted.items()
            if count != before[tier]
        }
        await audit.record(who, "cadence.changed", "cadence:all", detail)


async def _held() -> list[Rule]:
    """Return the rules, and let nobody else change them until the transaction ends."""
    if is_postgres():
        await run_sql("SELECT pg_advisory_xact_lock({})", _RULES_LOCK)
    return await rules()


async def _write(wanted: Sequence[Rule]) -> None:
    """Keep the rules in this order."""
    kept = {row["id"] for row in await QuestionnaireRule.select(QuestionnaireRule.id)}
    for position, rule in enumerate(wanted):
        values: Any = _columns(rule, position)
        if rule.id in kept:
            await QuestionnaireRule.update(values).where(QuestionnaireRule.id == rule.id)
        else:
            await QuestionnaireRule.insert(
                QuestionnaireRule(values | {QuestionnaireRule.id: rule.id, QuestionnaireRule.created_at: now()})
            )
    gone = kept - {rule.id for rule in wanted}
    if gone:
        await QuestionnaireRule.delete().where(QuestionnaireRule.id.is_in(list(gone)))


async def _check(rule: Rule) -> None:
    known = await questionnaire_titles()
    unknown = [key for key in rule.questionnaires if key not in known]
    if unknown or not rule.questionnaires:
        raise InvalidForm({"questionnaires": "Questionnaires: please choose one or more of the list."})


def _place(held: Sequence[Rule], rule_id: UUID) -> int:
    for place, rule in enumerate(held):
        if rule.id == rule_id:
            return place
    raise NotFound()


def _columns(rule: Rule, position: int) -> dict[Column, Any]:
    def texts(values: Sequence[str]) -> str:
        return msgspec.json.encode([str(value) for value in values]).decode()

    return {
        QuestionnaireRule.position: position,
        QuestionnaireRule.name: rule.name,
        QuestionnaireRule.tiers: texts(rule.tiers),
        QuestionnaireRule.data: texts(rule.data),
        QuestionnaireRule.access: texts(rule.access),
        QuestionnaireRule.service: rule.service,
        QuestionnaireRule.questionnaires: texts(rule.questionnaires),
        QuestionnaireRule.last: rule.last,
    }


def _read(row: QuestionnaireRule) -> Rule:
    return Rule(
        row.id,
        row.name,
        msgspec.json.decode(row.tiers, type=tuple[Tier, ...]),
        msgspec.json.decode(row.data, type=tuple[DataClass, ...]),
        msgspec.json.decode(row.access, type=tuple[AccessKind, ...]),
        row.service,
        msgspec.json.decode(row.questionnaires, type=tuple[str, ...]),
        row.last,
    )


def _detail(rule: Rule) -> dict[str, object]:
    plain = asdict(rule)
    del plain["id"]
    return {name: value for name, value in plain.items() if value}
