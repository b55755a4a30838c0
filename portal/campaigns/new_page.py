"""What the form of a new campaign shows: the lists to choose from, and whom the filter finds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from portal.assessments.choosing import offered_questionnaires
from portal.campaigns.candidates import candidates
from portal.campaigns.choosing import Filter, Status, matching
from portal.campaigns.forms import DEFAULTS, FilterForm
from portal.campaigns.pages import Matched, NewPage
from portal.core.clock import today
from portal.core.dates import plural
from portal.core.errors import InvalidForm
from portal.core.forms import parse
from portal.risk.levels import DataClass, Tier

_SHOWN = 12
_LISTS = ("tiers", "data")
Given = Mapping[str, Sequence[str]]


async def matched(given: Given) -> Matched:
    """Return whom the filter finds, or why it cannot be read."""
    try:
        wanted = parse(FilterForm, {name: list(values) for name, values in given.items()}).filter
    except InvalidForm as error:
        return Matched(0, 0, 0, [], "", error.sentence)
    return await _matched(wanted, "".join(given.get("questionnaire", ())[-1:]))


async def new_page(given: Given, errors: dict[str, str] | None = None) -> NewPage:
    """Return the form, as entered or with its defaults."""
    offered = [(o.questionnaire.key, o.questionnaire) for o in await offered_questionnaires()]
    chosen = {**given, "questionnaire": given.get("questionnaire") or [offered[0][0]]}
    entered = {} if "title" in given else dict(DEFAULTS)
    return NewPage(
        [(key, f"{asked.title} ({plural(len(asked.questions), 'question')})") for key, asked in offered],
        [(tier.value, tier.label) for tier in Tier],
        [(kind.value, kind.label) for kind in DataClass if kind is not DataClass.NONE],
        [(status.value, status.label) for status in Status],
        await matched(chosen),
        entered | {name: values[-1] for name, values in chosen.items() if name not in _LISTS and values},
        {name: tuple(given.get(name, ())) for name in _LISTS},
        errors or {},
        today(),
    )


async def _matched(wanted: Filter, questionnaire: str) -> Matched:
    everybody = await candidates()
    found = matching(everybody, wanted, questionnaire)
    return Matched(
        len(found),
        sum(not one.reachable for one in found),
        len(matching(everybody, replace(wanted, again=True), questionnaire)) - len(found),
        [one.name for one in found[:_SHOWN]],
        wanted.words,
    )
