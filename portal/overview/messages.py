"""What vendors wrote that nobody has answered yet, on the overview."""

from portal.assessments.talk.gathering import Waiting, unanswered
from portal.core.dates import plural
from portal.core.scope import Can, Principal
from portal.overview.needs import AT_MOST, Group, Need


async def written(who: Principal) -> list[Group]:
    """Return the questionnaires with messages that wait for a reply, the longest waiting first, for whoever may reply."""
    if not who.can(Can.review):
        return []
    found: dict[object, list[Waiting]] = {}
    for one in await unanswered(ours=False):
        found.setdefault(one.assessment, []).append(one)
    needs = [_need(mine) for mine in found.values()]
    return [Group("Vendors wrote to you", "/reviews", tuple(needs[:AT_MOST]), len(needs))] if needs else []


def _need(mine: list[Waiting]) -> Need:
    first = mine[0]
    detail = f"{plural(len(mine), 'message')} about {first.title}"
    return Need(first.vendor_name, detail, f"/assessments/{first.assessment}/talk", "warn")
