"""Headers, cookies and cross-site requests: the same promises on every response, whatever became of the request."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import httpx
import pytest
from litestar import Litestar

from portal.app import create_app
from portal.core.database import run_sql
from portal.core.pages import STATIC
from portal.people.adding import new_link
from portal.people.sessions import open_session
from tests.client import Browser
from tests.contracts.objects import World, changes, fingerprint
from tests.contracts.permissions import FORMS, PRINCIPALS, rows
from tests.contracts.visiting import Visitor, address, filled, visitors

pytestmark = pytest.mark.anyio
ROWS = rows()
PUBLIC = {route for route, row in ROWS.items() if row[0] in ("200", "303", "422")}
FORMS_OF_PAGES = [route for route in ROWS if route.startswith("POST") and "/api/" not in route]
DIRECTIVES = ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")


def allowed(route: str) -> str:
    """Return a principal who may, someone signed in where anybody may."""
    return next(name for name, wanted in reversed(list(zip(PRINCIPALS, ROWS[route], strict=True))) if wanted[0] in "23")


def faults(headers: Mapping[str, str], *, static: bool = False) -> list[str]:
    """Return what a response's headers lack."""
    policy = headers.get("content-security-policy", "")
    found = [name for name in ("server", "x-powered-by") if name in headers]
    found += [word for word in ("unsafe-inline", "unsafe-eval", "http:", "*") if word in policy]
    if policy != "sandbox; default-src 'none'":  # an original is only ever a download, and sandboxed on top
        found += [f"csp without {directive}" for directive in DIRECTIVES if directive not in policy]
    wanted = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY"}
    drawn = (
        headers.get("content-type") == "image/png"
    )  # a page drawn anew, kept for minutes by the reader's own browser
    wanted |= {} if static else {"cache-control": "private, max-age=600" if drawn else "no-store"}
    return found + [f"{name}: {headers.get(name)}" for name, value in wanted.items() if headers.get(name) != value]


async def test_every_route_has_the_headers(world: World, browser: Browser) -> None:
    """Pages, redirects, downloads, streams and API answers, for somebody who may and for nobody."""
    people = await visitors(world, browser)
    wrong: list[str] = []
    for route in ROWS:
        if route.startswith("GET"):
            for name in ("nobody", allowed(route) if set(ROWS[route]) != {"404"} else "reviewer"):
                answer = await people[name].visit(route, world.own)
                wrong += [f"{route} as {name} ({answer.status_code}): {fault}" for fault in faults(answer.headers)]
    assert not wrong, "\n" + "\n".join(wrong)


async def test_every_error_has_the_headers_and_tells_nothing(world: World, browser: Browser) -> None:
    """Not found, not possible, too large, not understood, refused and our own fault: one page each, no word of the inside."""
    people = await visitors(world, browser)
    reviewer, limit = people["reviewer"], world.settings.upload_limit
    answers = {
        "404 page": await reviewer.call("GET", "/nothing/here"),
        "404 static": await reviewer.call("GET", "/static/nothing.css"),
        "404 api": await reviewer.call("GET", "/api/v1/vendors/nobody"),
        "404 id": await reviewer.call("GET", "/findings/not-an-id"),
        "405 page": await reviewer.call("PUT", "/vendors"),
        "405 trace": await reviewer.call("TRACE", "/vendors"),
        "405 api": await reviewer.call("DELETE", "/api/v1/vendors"),
        "400 query": await reviewer.call("GET", "/partners?page=many"),
        "413 form": await reviewer.call(
            "POST", "/vendors/new", {"name": "x"}, **{"content-length": str(limit + 2 * 1024 * 1024)}
        ),
        "422 form": await reviewer.call("POST", "/vendors/new", {}),
        "403 form": await people["auditor"].call("POST", "/vendors/new", {"name": "x"}),
        "401 api": await people["nobody"].call("GET", "/api/v1/vendors"),
    }
    await run_sql('ALTER TABLE "finding" RENAME TO "finding_away"')
    answers["500 page"] = await reviewer.call("GET", "/findings")
    await run_sql('ALTER TABLE "finding_away" RENAME TO "finding"')

    wrong = [
        f"{what}: {fault}"
        for what, answer in answers.items()
        for fault in faults(answer.headers, static="static" in what)
    ]
    wrong += [f"{what}: {a.status_code}" for what, a in answers.items() if str(a.status_code) != what[:3]]
    told = ("Traceback", "finding_away", "no such table", "does not exist", "litestar", "piccolo", ".py")
    wrong += [f"{what} tells {word}" for what, a in answers.items() for word in told if word in a.text]
    assert not wrong, "\n" + "\n".join(wrong)


async def test_static_files_have_the_headers(browser: Browser) -> None:
    """Scripts and styles are never sniffed; nothing outside the folder is given."""
    wrong = []
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            answer = await browser.get(f"/static/{path.relative_to(STATIC)}")
            wrong += [f"{path.name}: {fault}" for fault in faults(answer.headers, static=True)]
    outside = [
        await browser.get(f"/static/{way}app.py") for way in ("../", "%2e%2e/", "..%2f", "vendor/../../", "/../")
    ]

    assert not wrong, "\n" + "\n".join(wrong)
    assert {404} == {answer.status_code for answer in outside}


async def test_over_https_every_cookie_belongs_to_this_host_alone(world: World) -> None:
    """Session and message: prefixed, Secure, HttpOnly, SameSite, from signing in over a change to signing out."""
    secure = replace(world.settings, public_url="https://surety.example")
    app: Litestar = create_app(secure, worker=False, database_open=True)
    cast = world.cast
    async with Browser(app) as browser:
        door = await browser.submit("/door", {"code": await new_link(cast.administrator, UUID(cast.reviewer.id))})
        invited = await browser.submit("/invitation", {"code": world.own["code"]})
        cookie = {"cookie": f"__Host-surety={await open_session(cast.reviewer, 'test')}"}
        page = await browser.client.get("/vendors/new", headers=cookie)
        form = {
            "x-csrftoken": page.text.partition('name="csrf-token" content="')[2][:64],
            "sec-fetch-site": "same-origin",
        }
        changed = await browser.client.post("/vendors/new", data={"name": "Northpine"}, headers={**cookie, **form})
        said = changed.headers["set-cookie"].partition(";")[0]
        shown = await browser.client.get(changed.headers["location"], headers={"cookie": f"{cookie['cookie']}; {said}"})
        planted = await browser.client.get("/vendors", headers={"cookie": f"{cookie['cookie']}; said={b'Hi'.hex()}"})
        out = await browser.client.post("/sign-out", headers={**cookie, **form})

    answers = (door, invited, changed, shown, out)
    assert [303, 303, 303, 200, 303] == [answer.status_code for answer in answers]
    wrong = [
        f"{line} lacks {part}"
        for answer in answers
        for line in _cookies(answer)
        for part in ("__Host-", "; path=/", "; secure", "; httponly", "; samesite=")
        if part not in (line if part == "__Host-" else line.lower())
    ]
    assert all(_cookies(answer) for answer in answers)
    assert not wrong, "\n" + "\n".join(wrong)
    assert not [line for answer in answers for line in _cookies(answer) if "domain=" in line.lower()]
    assert "Northpine is in the register" in shown.text
    assert ">Hi<" not in planted.text
    assert "max-age=63072000" in shown.headers["strict-transport-security"]
    assert '"cache"' in out.headers["clear-site-data"]


async def test_a_change_needs_this_site_and_the_sessions_own_token(world: World, browser: Browser) -> None:
    """Each form refuses other sites, other sessions' tokens and none at all; a forged request changes nothing."""
    people = await visitors(world, browser)
    before = await fingerprint()
    wrong: list[str] = []
    for route in FORMS_OF_PAGES:
        person = people["nobody" if route in PUBLIC else allowed(route)]
        other = people["auditor" if person.name != "auditor" else "reviewer"]
        forged = [
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"sec-fetch-site": "", "origin": "https://evil.example"},
        ]
        if route not in PUBLIC:
            forged += [{"x-csrftoken": ""}, {"x-csrftoken": "0" * 64}, {"x-csrftoken": other.form_token}]
        for headers in forged:
            status = await _forged(person, route, world, headers)
            if status != 403:
                wrong.append(f"{route} with {headers}: {status}")
    assert not wrong, "\n" + "\n".join(wrong)
    assert [] == await changes(before)


async def test_a_json_or_text_body_is_no_way_around_the_token(world: World, browser: Browser) -> None:
    """A form another site can send without asking first, as text or JSON, carries no token and is refused."""
    person = (await visitors(world, browser))["administrator"]
    for kind in ("text/plain", "application/json", ""):
        answer = await person.client.post(
            "/people",
            content=b'{"_csrf_token": "x", "email": "x@y.example", "role": "administrator"}',
            headers={"cookie": f"surety={person.cookie}", "content-type": kind},
        )
        assert 403 == answer.status_code, kind


async def _forged(person: Visitor, route: str, world: World, headers: dict[str, str]) -> int:
    sent = {"x-csrftoken": person.form_token, "sec-fetch-site": "same-origin", **headers}
    sent |= {"cookie": f"surety={person.cookie}"} if person.cookie else {}
    sent = {name: value for name, value in sent.items() if value}
    person.client.cookies.clear()
    form = filled({k: v for k, v in FORMS.get(route, {}).items() if k != "files"}, world.own)
    return (await person.client.post(address(route, world.own), data=form, headers=sent)).status_code


def _cookies(answer: httpx.Response) -> list[str]:
    return answer.headers.get_list("set-cookie")
