"""A visitor to every route: builds the address and the form a row of the table means, and sends them."""

import json
import re
from dataclasses import dataclass
from datetime import timedelta

import httpx

from portal.assessments.colleagues.arriving import principal_of_colleague
from portal.assessments.colleagues.tables import Colleague
from portal.core.clock import today
from portal.core.scope import Principal
from portal.people.adding import create_token, get_person_by_email
from portal.people.sessions import end_session, open_session
from tests.client import Browser
from tests.contracts.objects import World
from tests.contracts.permissions import FIXED, FORMS, MEANT, NAMES, PRINCIPALS, QUERY, REVIEWED

_TOKEN = re.compile(r'name="csrf-token" content="([0-9a-f]+)"')
_PART = re.compile(r"\{(\w+):\w+\}")
PDF = b"%PDF-1.4 a document that nobody reads"


@dataclass(frozen=True, slots=True)
class Visitor:
    """One principal's browser and program."""

    name: str
    client: httpx.AsyncClient
    cookie: str
    form_token: str
    bearer: str

    async def visit(self, route: str, ids: dict[str, str], **headers: str) -> httpx.Response:
        """Call a route of the table as this principal, with the valid form if it is an unsafe one."""
        method = route.split()[0]
        form = filled(FORMS.get(route, {}), ids)
        return await self.call(method, address(route, ids), form, **headers)

    async def call(self, method: str, url: str, form: dict[str, str] | None = None, **headers: str) -> httpx.Response:
        """Call any address; `files` with their `content`, `json` and `body` in the form mean those."""
        self.client.cookies.clear()
        sent = {"sec-fetch-site": "same-origin", "x-csrftoken": self.form_token, **headers}
        if url.startswith("/api/") and self.bearer:
            sent["authorization"] = f"Bearer {self.bearer}"
        if self.cookie:
            sent["cookie"] = f"surety={self.cookie}"
        given = dict(form or {})
        kwargs: dict[str, object] = {}
        if "json" in given:
            kwargs["json"] = json.loads(given["json"])
        elif "body" in given:
            kwargs["content"] = PDF
            sent["content-type"] = given["body"]
        elif "files" in given:
            content = given.pop("content", "").encode() or PDF
            kwargs["files"] = [("files", (given.pop("files"), content, "application/pdf"))]
            kwargs["data"] = given
        elif method == "POST":
            kwargs["data"] = given
        return await self.client.request(method, url, headers=sent, follow_redirects=False, **kwargs)  # type: ignore[arg-type]


def named(route: str) -> dict[str, str]:
    """Return the ids in a row's path, each with the thing of the world that is meant."""
    path = route.split()[1]
    meant = MEANT.get(route, {"assessment_id": "in_review"} if path.startswith(REVIEWED) else {})
    return {name: meant.get(name, NAMES[name]) for name in _PART.findall(path) if name not in FIXED}


def address(route: str, ids: dict[str, str]) -> str:
    """Return the address a row means, with the ids of these things."""
    values = {**FIXED, **{name: ids[thing] for name, thing in named(route).items()}}
    path = _PART.sub(lambda found: values[found.group(1)], route.split()[1])
    query = QUERY.get(route, "")
    return path + (f"?{query.format(**ids)}" if query else "")


def filled(form: dict[str, str], ids: dict[str, str]) -> dict[str, str]:
    """Put the ids into a form."""
    known = {**ids, "soon": (today() + timedelta(days=30)).isoformat()}
    return {name.format(**known): value if name == "json" else value.format(**known) for name, value in form.items()}


async def visitors(world: World, browser: Browser) -> dict[str, Visitor]:
    """Sign everybody in, as the table's columns name them."""
    cast = world.cast
    people: dict[str, Principal | None] = {
        "nobody": None,
        "ended": cast.helio.who,
        "contact": cast.helio.who,
        "foreign": cast.corvid.who,
        "colleague": await _colleague(world),
        **cast.staff,
    }
    return {name: await _visitor(browser, name, people[name]) for name in PRINCIPALS}


async def _colleague(world: World) -> Principal:
    row = await Colleague.objects().where(Colleague.id == world.own["helper"]).first()
    assert row is not None
    return principal_of_colleague(row, world.cast.helio.vendor.id)


async def _visitor(browser: Browser, name: str, who: Principal | None) -> Visitor:
    client = browser.client
    if who is None:
        return Visitor(name, client, "", "", "")
    cookie = await open_session(who, name)
    client.cookies.clear()
    page = await client.get("/help", headers={"cookie": f"surety={cookie}"})
    found = _TOKEN.search(page.text)
    assert found is not None
    bearer = ""
    if who.kind == "person":
        bearer = await create_token(who, await get_person_by_email(who.email), name)
    if name == "ended":
        await end_session(cookie)
    return Visitor(name, client, cookie, found.group(1), bearer)
