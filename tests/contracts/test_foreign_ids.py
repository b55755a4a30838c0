"""Ids of others, in addresses, queries and forms: answered as if there were no such thing, and nothing is changed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import httpx
import pytest

from portal.core.database import run_sql, tables
from tests.client import Browser
from tests.contracts.objects import World, changes, fingerprint
from tests.contracts.permissions import FIXED, FORMS, PRINCIPALS, rows
from tests.contracts.snapshots import Snapshot
from tests.contracts.visiting import Visitor, address, filled, named, visitors

pytestmark = pytest.mark.anyio
ROWS = rows()
REFUSED = (404, 409, 422)
DONE_ALREADY = "/detach"  # taking away what is not there is done already, whatever the id
# What belongs to one vendor, or to one person, so that another's is nothing in the same place.
WITHIN = ("version_id", "service_id", "contact_id", "invitation_id", "condition_id", "place_id", "receipt_id")
PERSONAL = ("conversation_id", "turn_id", "draft_id", "token_id", "session_id")
# Fields of forms and queries that name something, beside the route they are sent to.
FIELDS = (
    ("POST /assessments/new", "contact", "contact"),
    ("POST /assessments/new", "service", "service"),
    ("POST /documents/{evidence_id:uuid}/versions", "older", "older"),
    ("POST /findings", "service", "service"),
    ("POST /ratings/{rating_id:uuid}/conditions", "condition", "draft_condition"),
    ("POST /reviews/{assessment_id:uuid}/agree", "verdict", "verdict"),
    ("POST /reviews/{assessment_id:uuid}/overrule", "verdict", "verdict"),
    ("POST /reviews/{assessment_id:uuid}/ask", "verdict", "verdict"),
    ("POST /partners/{slug:str}/check", "service", "service"),
    ("POST /assistant/ask", "conversation", "conversation"),
    ("POST /answer/{assessment_id:uuid}/questions/{ref:str}/documents/chosen", "evidence", "evidence"),
)
QUERIES = (
    ("/partners/{slug}", "service", "service"),
    ("/api/v1/vendors/{slug}/check", "service", "service"),
)


@dataclass(frozen=True, slots=True)
class Probe:
    """One request with somebody else's id in it, to be compared with the same one with an id of nothing."""

    person: Visitor
    method: str
    url: str
    form: dict[str, str]
    foreign: str

    async def told(self, thing: str) -> tuple[int, str]:
        """Return status and body, the id itself taken out."""
        form = {name.replace(self.foreign, thing): v.replace(self.foreign, thing) for name, v in self.form.items()}
        answer = await self.person.call(self.method, self.url.replace(self.foreign, thing), form)
        return answer.status_code, _plain(answer, thing)


def _plain(answer: httpx.Response, thing: str) -> str:
    return re.sub(r"\d+:\d\d(:\d\d)?", "", answer.text.replace(thing, "THING"))


def in_addresses(people: dict[str, Visitor], world: World) -> Iterator[Probe]:
    """Yield each route with each of its ids replaced by the other vendor's, for whoever that must stop."""
    for route, row in ROWS.items():
        method = route.split()[0]
        who = next((n for n, s in reversed(list(zip(PRINCIPALS, row, strict=True))) if s[0] in "23"), "")
        for part, thing in named(route).items():
            contact = who == "contact"
            if (
                not who
                or part in FIXED
                or not (contact or part in WITHIN or part in PERSONAL or "slug" in named(route))
            ):
                continue
            if part == "slug":
                continue  # staff may name either vendor; what stands below it is swapped instead
            mixed = {**world.own, thing: world.foreign[thing]}
            yield Probe(
                people[who],
                method,
                address(route, mixed),
                filled(FORMS.get(route, {}), world.own),
                world.foreign[thing],
            )


def in_fields(people: dict[str, Visitor], world: World) -> Iterator[Probe]:
    """Yield each form with one of its ids replaced by the other vendor's or person's."""
    for route, field, thing in FIELDS:
        who = people["contact" if "/answer/" in route else "reviewer"]
        form = {**filled(FORMS[route], world.own), field: world.foreign[thing]}
        if thing == "draft_condition":
            form = {name.replace(world.own[thing], world.foreign[thing]): value for name, value in form.items()}
        yield Probe(who, "POST", address(route, world.own), form, world.foreign[thing])
    for url, field, thing in QUERIES:
        foreign = world.foreign[thing]
        yield Probe(people["procurement"], "GET", f"{url.format(**world.own)}?{field}={foreign}", {}, foreign)
    body = f'{{"purpose": "Framework", "service": "{world.foreign["service"]}"}}'
    checks = f"/api/v1/vendors/{world.own['slug']}/checks"
    yield Probe(people["procurement"], "POST", checks, {"json": body}, world.foreign["service"])


async def test_anothers_id_is_answered_like_no_id(world: World, browser: Browser) -> None:
    """Status and body are those of an id that nothing has, and not a row is changed."""
    people = await visitors(world, browser)
    before, wrong, count = await fingerprint(), list[str](), 0
    for probe in [*in_addresses(people, world), *in_fields(people, world)]:
        count += 1
        foreign, absent = await probe.told(probe.foreign), await probe.told(str(uuid4()))
        where = f"{probe.method} {probe.url} {probe.form} as {probe.person.name}"
        if foreign[0] not in REFUSED and not probe.url.endswith(DONE_ALREADY):
            wrong.append(f"{where}: {foreign[0]}")
        elif foreign != absent:
            wrong.append(f"{where}: {foreign[0]} and {absent[0]} for nothing, or another body")
        wrong += [f"{where}: {table} changed" for table in await changes(before)]
    assert not wrong, "\n" + "\n".join(wrong)
    assert 40 <= count


async def test_a_contact_learns_nothing_of_what_exists(world: World, browser: Browser) -> None:
    """On every route there is, a contact gets for another vendor's things what there is for things that are not."""
    people = await visitors(world, browser)
    person, before, wrong = people["contact"], await fingerprint(), list[str]()
    nothing = {name: str(uuid4()) for name in world.own} | {
        "slug": "no-such-vendor",
        "number": "987654",
        "fact_review": "987654",
    }
    for route in ROWS:
        if not named(route) or "/api/" in route or ROWS[route][0] in ("200", "303", "422"):
            continue
        method, form = route.split()[0], filled(FORMS.get(route, {}), world.own)
        foreign = await person.call(method, address(route, world.foreign), form)
        absent = await person.call(method, address(route, nothing), form)
        if (404, foreign.text) != (absent.status_code, absent.text):
            wrong.append(f"{route}: {foreign.status_code} and {absent.status_code}")
        if "Corvid" in foreign.text or "corvid" in foreign.text:
            wrong.append(f"{route}: names the other vendor")
    assert not wrong, "\n" + "\n".join(wrong)
    assert [] == await changes(before)


async def test_ids_a_form_does_not_have_are_nothing(world: World, browser: Browser) -> None:
    """Vendor, role, state, score and author in a form are not taken: they come from the session and the rows."""
    people = await visitors(world, browser)
    if world.settings.postgres:
        return  # the same code; only SQLite has a cheap way back
    snapshot = await Snapshot.taken(world.settings)
    extra = {
        "vendor": world.foreign["slug"], "vendor_id": world.foreign["service"], "role": "administrator",
        "state": "completed", "answered_by": "Somebody Else", "by": "Somebody Else", "score": "100", "who": "SYSTEM",
        "submitted_by": "Somebody Else", "id": world.foreign["open"], "assessment": world.foreign["open"],
    }  # fmt: skip
    foreign = await _rows_of(world, world.cast.corvid.vendor.id)
    for route, row in ROWS.items():
        if route.startswith("POST /answer/") and row[2] == "303":
            form = {**extra, **filled(FORMS.get(route, {}), world.own)}
            answer = await people["contact"].call("POST", address(route, world.own), form)
            assert 303 == answer.status_code, route
            assert foreign == await _rows_of(world, world.cast.corvid.vendor.id), route
            assert "Somebody Else" not in str(await _everything()), route
            await snapshot.restore()


async def test_odd_ids_and_numbers_are_refused_in_words(world: World, browser: Browser) -> None:
    """Numbers no row can have, NUL and broken text in addresses and forms are an answer, never our own fault."""
    people = await visitors(world, browser)
    staff, wrong = people["administrator"], list[str]()
    huge = "9" * 30
    urls = [
        f"/checks/{huge}", "/checks/4294967296", "/checks/-1", f"/checks?before={huge}", f"/audit?before={huge}",
        f"/partners?page={huge}", "/partners?page=-5", "/partners?page=0", f"/vendors?page={huge}", "/vendors?page=-1",
        f"/documents/{world.own['evidence']}?page={huge}", f"/documents/{world.own['evidence']}?page=-1",
        f"/documents/{world.own['evidence']}?quote=%00", "/vendors/a%00b", "/vendors?q=%00", "/partners?q=%00",
        "/vendors?q=%ff%fe", "/partners/x?service=%00", "/help/%00", "/help/..%2f..%2fapp", "/questionnaires/%00",
        "/vendors?sort=name;drop", "/vendors?sort=%00&desc=%00&show=%00", "/findings?vendor=%00&state=%00",
        "/ratings?vendor=%00&state=%00", "/reviews?state=%00", f"/reviews/{world.own['in_review']}?ref=%00&hit=%00",
        "/findings/new?vendor=%00", "/assessments/new?vendor=%00", "/assistant?q=%00",
        f"/findings/about?assessment={world.own['in_review']}&ref=%00", "/sign-in?next=%00", "/sign-in?next=%0d%0aX:y",
        f"/api/v1/checks/{huge}", f"/api/v1/vendors?limit={huge}", "/api/v1/vendors?cursor=%00",
        "/api/v1/vendors?cursor=AAAA", "/api/v1/vendors/%00", f"/api/v1/vendors/{world.own['slug']}/check?service=%00",
        f"/api/v1/vendors/{world.own['slug']}/ratings?cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5",
    ]  # fmt: skip
    for url in urls:
        answer = await staff.call("GET", url)
        wrong += [f"GET {url}: {answer.status_code}"] if answer.status_code >= 500 else []
    for route, form in FORMS.items():
        if set(form) & {"body", "files"} or ROWS[route][PRINCIPALS.index("administrator")] == "403":
            continue
        for odd in ("\x00", "9" * 12, "x" * 9000, "2026-13-45", "=1+1"):
            answer = await staff.call("POST", address(route, world.own), _odd(form, odd, world))
            wrong += [f"POST {route} with {odd[:12]!r}: {answer.status_code}"] if answer.status_code >= 500 else []
    assert not wrong, "\n" + "\n".join(wrong)


def _odd(form: dict[str, str], odd: str, world: World) -> dict[str, str]:
    if "json" in form:
        given = json.loads(form["json"])
        return {"json": json.dumps({name: f"{value}{odd}" for name, value in given.items()})}
    return {name: odd if odd.isdigit() else f"{value}{odd}" for name, value in form.items()}


async def _rows_of(world: World, vendor: object) -> list[str]:
    return [line for line in await _everything() if str(vendor) in line]


async def _everything() -> list[str]:
    lines = []
    for table in tables():
        name = table._meta.tablename
        if name not in ("sign_in", "api_token", "attempt"):
            lines += sorted(f"{name} {row}" for row in await run_sql(f'SELECT * FROM "{name}"'))
    return lines
