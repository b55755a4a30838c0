"""What the board and the list of campaigns read: a handful of queries however many vendors there are."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from portal.assessments.choosing import questionnaire_titles
from portal.assessments.progress import Questioned, progress
from portal.campaigns.access import campaign_for, place_for
from portal.campaigns.board import OVERDUE, PAGE, Asked, Sort, asked
from portal.campaigns.pages import (
    BoardLine,
    BoardPage,
    CampaignLine,
    CampaignsPage,
    Chip,
    Counts,
    PlacePage,
    StepLine,
    chip_label,
)
from portal.campaigns.states import WITH_VENDOR, CampaignState, Standing, StepKind
from portal.campaigns.tables import Campaign, CampaignReminder
from portal.core.clock import today
from portal.core.database import run_sql
from portal.core.scope import Can, Principal
from portal.people.tables import Person
from portal.vendors.profiles import tier_of

_FROM = """
FROM campaign_vendor cv
JOIN vendor v ON v.id = cv.vendor
LEFT JOIN assessment a ON a.id = cv.assessment
"""
_STANDING = """
CASE WHEN cv.wanted = 'chosen' THEN 'chosen'
     WHEN cv.wanted = 'send' THEN 'waiting'
     WHEN a.id IS NULL AND cv.problem <> '' THEN 'stuck'
     WHEN a.id IS NULL THEN 'never_sent'
     WHEN a.state = 'sent' AND a.opened_at IS NULL THEN 'not_opened'
     WHEN a.state = 'sent' THEN 'opened'
     ELSE a.state END
"""
_LATE = "CASE WHEN a.due < {{}} AND a.state IN ({}) THEN 1 ELSE 0 END".format(
    ", ".join(f"'{state.value}'" for state in WITH_VENDOR)
)
_PENDING = "CASE WHEN cv.wanted IN ('', 'chosen') THEN 0 ELSE 1 END"
_RANK = "CASE " + " ".join(f"WHEN s.standing = '{one.value}' THEN {rank}" for rank, one in enumerate(Standing)) + " END"
_ORDER = {
    Sort.standing: f"late DESC, {_RANK}",
    Sort.vendor: "LOWER(s.vendor)",
    Sort.tier: "CASE WHEN s.tier = '' THEN 9 ELSE 0 END, s.tier",
    Sort.due: "CASE WHEN s.due IS NULL THEN 1 ELSE 0 END, s.due",
    Sort.changed: "CASE WHEN s.changed IS NULL THEN 1 ELSE 0 END, s.changed",
}
_FALLING = {
    Sort.standing: f"late, {_RANK} DESC",
    Sort.vendor: "LOWER(s.vendor) DESC",
    Sort.tier: "CASE WHEN s.tier = '' THEN 9 ELSE 0 END, s.tier DESC",
    Sort.due: "CASE WHEN s.due IS NULL THEN 1 ELSE 0 END, s.due DESC",
    Sort.changed: "CASE WHEN s.changed IS NULL THEN 1 ELSE 0 END, s.changed DESC",
}
_ROWS = f"""
SELECT cv.id AS id, v.name AS vendor, v.slug AS slug, v.tier AS tier, v.owner AS owner, c.name AS contact, c.email AS email,
       a.id AS assessment, a.response AS response, a.questionnaire AS questionnaire, a.due AS due,
       r.changed_at AS changed, cv.problem AS problem, cv.reason AS reason,
       {_STANDING} AS standing, {_LATE} AS late, {_PENDING} AS pending
{_FROM}
LEFT JOIN contact c ON c.id = a.contact
LEFT JOIN response r ON r.id = a.response
"""


async def campaigns_page(who: Principal) -> CampaignsPage:
    """Return every campaign but those thrown away unsent, the newest first."""
    kept = (Campaign.state != CampaignState.cancelled.value) | Campaign.sent_at.is_not_null()
    rows = await Campaign.objects().where(kept).order_by(Campaign.created_at, ascending=False).limit(100)
    counts, titles = await count([row.id for row in rows]), await questionnaire_titles()
    lines = [
        CampaignLine(
            row.id,
            row.title,
            titles.get(row.questionnaire, row.questionnaire),
            CampaignState(row.state),
            row.due,
            row.owner_name,
            counts.get(row.id, Counts()),
        )
        for row in rows
    ]
    return CampaignsPage(lines, who.can(Can.assess))


async def count(campaigns: Sequence[UUID]) -> dict[UUID, Counts]:
    """Return how many vendors stand where, for each of these campaigns."""
    if not campaigns:
        return {}
    marks = ", ".join("{}" for _ in campaigns)
    sql = f"""
        SELECT cv.campaign AS campaign, {_STANDING} AS standing, {_LATE} AS late, {_PENDING} AS pending, COUNT(*) AS many
        {_FROM} WHERE cv.campaign IN ({marks}) GROUP BY 1, 2, 3, 4
    """
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in await run_sql(sql, today(), *campaigns):
        found.setdefault(_uuid(row["campaign"]), []).append(row)
    return {campaign: _counts(rows) for campaign, rows in found.items()}


async def board_page(
    who: Principal, campaign_id: UUID, wanted: Asked, errors: dict[str, str] | None = None
) -> BoardPage:
    """Return one page of a campaign's board; raises NotFound."""
    campaign = await campaign_for(who, campaign_id)
    counts = (await count([campaign.id])).get(campaign.id, Counts())
    found = await _found(campaign.id, wanted, counts)
    start = min((wanted.page - 1) * PAGE, max(0, (found - 1) // PAGE * PAGE))
    lines = await _lines(await _rows(campaign.id, wanted, start))
    number = start // PAGE + 1
    return BoardPage(
        campaign,
        CampaignState(campaign.state),
        (await questionnaire_titles()).get(campaign.questionnaire, campaign.questionnaire),
        counts,
        wanted,
        _chips(counts, wanted),
        _columns(wanted, campaign.state == CampaignState.draft.value),
        lines,
        start + 1,
        start + len(lines),
        found,
        wanted.url(page=number - 1) if start else "",
        wanted.url(page=number + 1) if start + PAGE < found else "",
        who.can(Can.assess),
        today(),
        errors or {},
    )


async def place_page(
    who: Principal,
    campaign_id: UUID,
    place_id: UUID,
    mail_is_sent: bool,
    errors: dict[str, str] | None = None,
    entered: dict[str, str] | None = None,
) -> PlacePage:
    """Return one vendor of a campaign; raises NotFound."""
    campaign, place = await place_for(who, campaign_id, place_id)
    rows = await run_sql(f"{_ROWS} WHERE cv.id = {{}}", today(), place.id)
    row = rows[0]
    steps = (
        await CampaignReminder.objects()
        .where(CampaignReminder.place == place.id)
        .order_by(CampaignReminder.sent_at, ascending=False)
    )
    owner = await Person.select(Person.name).where(Person.id == row["owner"]).first() if row["owner"] else None
    return PlacePage(
        campaign,
        CampaignState(campaign.state),
        (await _lines(rows))[0],
        row["slug"],
        place.assessment,
        row["email"] or "",
        owner["name"] if owner else "",
        row["reason"],
        [StepLine(StepKind(one.kind), one.due, one.told, one.sent_at) for one in steps],
        who.can(Can.assess),
        mail_is_sent,
        today(),
        errors or {},
        entered or {},
    )


def board_asked(campaign_id: UUID, q: str, show: str, sort: str, desc: str, page: int, looks: int = 0) -> Asked:
    """Read what a board's address asks for."""
    return asked(f"/campaigns/{campaign_id}", q, show, sort, desc, page, looks)


async def _found(campaign_id: UUID, wanted: Asked, counts: Counts) -> int:
    """Return how many vendors a filter shows; what the chips count already is not counted again."""
    if wanted.search:
        where, args = _where(wanted)
        sql = f"SELECT COUNT(*) AS many FROM ({_ROWS} WHERE cv.campaign = {{}}) s {where}"  # noqa: S608
        rows = await run_sql(sql, today(), campaign_id, *args)
        return int(rows[0]["many"])
    if wanted.show == OVERDUE:
        return counts.late
    return counts.of(Standing(wanted.show)) if wanted.show else counts.total


async def _rows(campaign_id: UUID, wanted: Asked, start: int) -> list[dict[str, Any]]:
    where, args = _where(wanted)
    order = (_FALLING if wanted.reverse else _ORDER)[wanted.sort]
    sql = (
        f"SELECT * FROM ({_ROWS} WHERE cv.campaign = {{}}) s {where} "  # noqa: S608  # only our own words; values are arguments
        f"ORDER BY {order}, LOWER(s.vendor), s.id LIMIT {PAGE} OFFSET {start:d}"
    )
    return await run_sql(sql, today(), campaign_id, *args)


def _where(wanted: Asked) -> tuple[str, list[object]]:
    parts: list[str] = []
    args: list[object] = []
    if wanted.show == OVERDUE:
        parts.append("s.late = 1")
    elif wanted.show:
        parts.append("s.standing = {}")
        args.append(wanted.show)
    for word in wanted.search.lower().split():
        parts.append("LOWER(s.vendor) LIKE {} ESCAPE '!'")
        args.append("%" + "".join(f"!{c}" if c in "!%_" else c for c in word) + "%")
    return ("WHERE " + " AND ".join(parts) if parts else ""), args


async def _lines(rows: Sequence[dict[str, Any]]) -> list[BoardLine]:
    going = [
        Questioned(_uuid(row["id"]), _uuid(row["response"]), _uuid(row["questionnaire"]))
        for row in rows
        if row["standing"] in (Standing.in_progress.value, Standing.returned.value)
    ]
    far = await progress(going)
    return [
        BoardLine(
            _uuid(row["id"]),
            row["vendor"],
            tier_of(row["tier"]),
            row["contact"] or "",
            Standing(row["standing"]),
            bool(row["late"]),
            _day(row["due"]),
            _moment(row["changed"]),
            far.get(_uuid(row["id"])),
            row["problem"],
            bool(row["pending"]) and row["standing"] != Standing.waiting.value,
        )
        for row in rows
    ]


def _counts(rows: Sequence[dict[str, Any]]) -> Counts:
    by_standing: dict[Standing, int] = {}
    for row in rows:
        standing = Standing(row["standing"])
        by_standing[standing] = by_standing.get(standing, 0) + row["many"]
    late = sum(row["many"] for row in rows if row["late"])
    return Counts(by_standing, late, sum(row["many"] for row in rows if row["pending"]))


def _chips(counts: Counts, wanted: Asked) -> list[Chip]:
    chips = [Chip("All", wanted.url(show="", page=1), counts.total, not wanted.show, "mute")]
    shown: list[tuple[str, int, str]] = [(OVERDUE, counts.late, "bad")]
    shown += [(one.value, counts.of(one), one.tone) for one in Standing]
    chips += [
        Chip(chip_label(show), wanted.url(show=show, page=1), many, wanted.show == show, tone)
        for show, many, tone in shown
        if many or wanted.show == show
    ]
    return chips


def _columns(wanted: Asked, draft: bool) -> list[tuple[str, str, str]]:
    heads = []
    for sort in (Sort.vendor, Sort.tier) if draft else (Sort.vendor, Sort.tier, Sort.standing, Sort.due, Sort.changed):
        active = sort is wanted.sort
        direction = ("descending" if wanted.reverse else "ascending") if active else ""
        url = wanted.url(sort=sort.value, desc="1" if active and not wanted.reverse else "", page=1)
        heads.append((sort.label, url, direction))
    return [*heads, ("", "", "") if draft else ("Contact", "", "")]


def _uuid(value: object) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value  # type: ignore[return-value]


def _moment(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) else value  # type: ignore[return-value]
