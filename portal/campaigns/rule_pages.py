"""What the pages of rules and of what is due hold, and how they are put together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from portal.assessments.choosing import questionnaire_titles
from portal.campaigns.board import PAGE
from portal.campaigns.candidates import candidates
from portal.campaigns.choice import Choice, Rule, choices
from portal.campaigns.choosing import Candidate
from portal.campaigns.forms import DEFAULTS
from portal.campaigns.proposing import Proposal, due_now
from portal.campaigns.ruling import get_rule, months, rules
from portal.core.clock import today
from portal.core.scope import Can, Principal
from portal.risk.levels import AccessKind, DataClass, Tier

Options = list[tuple[str, str]]
_LISTS = ("tiers", "data", "access", "questionnaires")


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: whom it is for, what they get, and how many vendors get something by it now."""

    rule: Rule
    whom: str
    titles: list[str]
    vendors: int


@dataclass(frozen=True, slots=True)
class Tried:
    """What one vendor gets, and why."""

    vendor: Candidate
    choices: list[tuple[str, Choice]]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The rules in order, the months of each tier, and what they come to."""

    lines: list[RuleLine]
    months: list[tuple[Tier, int]]
    counts: list[tuple[str, int, str, str]]
    nothing: int
    vendors: Options
    tried: Tried | None
    may_edit: bool
    errors: dict[str, str] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RulePage:
    """The form of a rule, new or known."""

    rule: Rule | None
    questionnaires: Options
    tiers: Options
    data: Options
    access: Options
    entered: dict[str, str]
    chosen: dict[str, tuple[str, ...]]
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class DuePage:
    """Who is due again."""

    lines: list[tuple[Proposal, str]]
    first: int
    last: int
    total: int
    previous_url: str
    next_url: str
    marked: frozenset[str] | None
    may_assess: bool
    today: date
    entered: dict[str, str]
    errors: dict[str, str]


async def rules_page(
    who: Principal, slug: str = "", errors: dict[str, str] | None = None, entered: dict[str, str] | None = None
) -> RulesPage:
    """Return the rules, with what the vendor of this slug would get."""
    order, every, vendors, titles = await rules(), await months(), await candidates(), await questionnaire_titles()
    got = {one.id: choices(order, one) for one in vendors}
    by_rule = Counter(rule for chosen in got.values() for rule in {choice.rule.id for choice in chosen})
    by_key = Counter(choice.key for chosen in got.values() for choice in chosen)
    tried = next((one for one in vendors if one.slug == slug), None)
    return RulesPage(
        [
            RuleLine(rule, whom(rule), [titles.get(key, key) for key in rule.questionnaires], by_rule[rule.id])
            for rule in order
        ],
        list(every.items()),
        [(titles.get(key, key), count, "", "info") for key, count in by_key.most_common()],
        sum(not chosen for chosen in got.values()),
        [(one.slug, one.name) for one in vendors],
        Tried(tried, [(titles.get(choice.key, choice.key), choice) for choice in got[tried.id]]) if tried else None,
        who.can(Can.edit_standard),
        errors or {},
        entered or {f"tier_{tier.value}": str(count) for tier, count in every.items()},
    )


async def rule_page(
    rule_id: UUID | None, given: Mapping[str, Sequence[str]] | None = None, errors: dict[str, str] | None = None
) -> RulePage:
    """Return a rule's form: as entered, else as kept. Raises NotFound."""
    rule = await get_rule(rule_id) if rule_id else None
    kept: dict[str, Sequence[str]] = {}
    if rule is not None and given is None:
        kept = {name: list(getattr(rule, name)) for name in _LISTS}
        kept |= {"name": [rule.name], "service": [rule.service], "last": ["yes"] if rule.last else []}
    shown = given if given is not None else kept
    return RulePage(
        rule,
        sorted((await questionnaire_titles()).items(), key=lambda one: one[1].casefold()),
        [(tier.value, tier.label) for tier in Tier],
        [(kind.value, kind.label) for kind in DataClass if kind is not DataClass.NONE],
        [(kind.value, kind.label) for kind in AccessKind],
        {name: values[-1] for name, values in shown.items() if name not in _LISTS and values},
        {name: tuple(shown.get(name, ())) for name in _LISTS},
        errors or {},
    )


async def due_page(
    who: Principal, page: int, given: Mapping[str, Sequence[str]] | None = None, errors: dict[str, str] | None = None
) -> DuePage:
    """Return one page of who is due."""
    found, titles = await due_now(), await questionnaire_titles()
    start = min((max(1, page) - 1) * PAGE, max(0, (len(found) - 1) // PAGE * PAGE))
    shown = found[start : start + PAGE]
    number = start // PAGE + 1
    typed = {name: values[-1] for name, values in (given or {}).items() if name != "marks" and values}
    return DuePage(
        [(one, titles.get(one.choice.key, one.choice.key)) for one in shown],
        start + 1,
        start + len(shown),
        len(found),
        f"/campaigns/due?page={number - 1}" if start else "",
        f"/campaigns/due?page={number + 1}" if start + PAGE < len(found) else "",
        frozenset(given.get("marks", ())) if given is not None else None,
        who.can(Can.assess),
        today(),
        typed if given is not None else dict(DEFAULTS),
        errors or {},
    )


def whom(rule: Rule) -> str:
    """Say for whom a rule is, in words."""
    parts = [
        f"tier {' or '.join(tier.value for tier in rule.tiers)}" if rule.tiers else "",
        f"touching {' or '.join(kind.label.lower() for kind in rule.data)}" if rule.data else "",
        f"with {' or '.join(kind.label.lower() for kind in rule.access)}" if rule.access else "",
        f"with a service named “{rule.service}”" if rule.service else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"Vendors of {said}" if rule.tiers else f"Vendors {said}" if said else "Every vendor"
