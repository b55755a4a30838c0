"""Who is due again: for each vendor what the rules choose, when it last answered that, and the months of its tier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from portal.assessments.choosing import questionnaire_titles
from portal.campaigns.candidates import candidates
from portal.campaigns.choice import Choice, Rule, choices, next_due
from portal.campaigns.choosing import Candidate
from portal.campaigns.ruling import months, rules
from portal.campaigns.starting import Plan, draft_for
from portal.campaigns.tables import Campaign
from portal.core.clock import today
from portal.core.database import transaction
from portal.core.errors import InvalidForm
from portal.core.scope import Can, Principal
from portal.risk.levels import Tier
from portal.vendors.tables import Vendor

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A vendor with one questionnaire that it should get, since when, and why this one."""

    vendor: Candidate
    choice: Choice
    last: date | None
    due: date

    @property
    def mark(self) -> str:
        """How a form names it."""
        return f"{self.vendor.id} {self.choice.key}"


@dataclass(frozen=True, slots=True)
class Wish:
    """A questionnaire that a vendor is to get by the rules, why, and when again; `busy` while it is in hand."""

    key: str
    title: str
    because: str
    due: date | None
    busy: bool


async def due_now() -> list[Proposal]:
    """Return what is due within a month or was due before, the longest overdue first; never asked counts as today."""
    return proposals(await candidates(), await rules(), await months(), today())


def proposals(
    vendors: Sequence[Candidate], order: Sequence[Rule], every: Mapping[Tier, int], on: date
) -> list[Proposal]:
    """Work the proposals out; who has the questionnaire in hand already, or a tier without months, is not proposed."""
    found = []
    for vendor in vendors:
        gap = every.get(vendor.tier, 0) if vendor.tier else 0
        for choice in choices(order, vendor) if gap else ():
            last = vendor.answered.get(choice.key)
            due = next_due(last, gap, on)
            if choice.key not in vendor.busy_keys and due <= on + AHEAD:
                found.append(Proposal(vendor, choice, last, due))
    return sorted(found, key=lambda one: (one.due, one.vendor.tier or "9", one.vendor.name.casefold()))


async def wishes_for(vendor: Vendor) -> list[Wish]:
    """Return what the rules choose for one vendor, and when it is due; without the months of a tier no date is said."""
    [found] = await candidates(vendor.id)
    gap, titles = (await months()).get(found.tier, 0) if found.tier else 0, await questionnaire_titles()
    return [
        Wish(
            choice.key,
            titles.get(choice.key, choice.key),
            choice.because,
            next_due(found.answered.get(choice.key), gap, today()) if gap else None,
            choice.key in found.busy_keys,
        )
        for choice in choices(await rules(), found)
    ]


async def draft_proposed(who: Principal, plan: Plan, marks: Sequence[str] | None) -> list[Campaign]:
    """Make a campaign for each questionnaire of the proposals that are marked, or of all with None; nothing is sent yet."""
    who.require(Can.assess)
    wanted = [one for one in await due_now() if marks is None or one.mark in set(marks)]
    if not wanted:
        raise InvalidForm({"": "Please tick the vendors that are to be asked."})
    vendors: dict[str, list[UUID]] = {}
    for one in wanted:
        vendors.setdefault(one.choice.key, []).append(one.vendor.id)
    titles = await questionnaire_titles()
    async with transaction():
        return [
            await draft_for(
                who,
                _of(plan, key, titles.get(key, key)),
                ids,
                "Due again by the months of their tier, with the questionnaire the rules choose",
            )
            for key, ids in vendors.items()
        ]


def _of(plan: Plan, key: str, title: str) -> Plan:
    name = plan.title or f"Due {today():%B %Y}"
    return Plan(
        f"{name}: {title}"[:200],
        key,
        plan.due,
        plan.message,
        plan.remind_before,
        plan.remind_after,
        plan.escalate_after,
    )
