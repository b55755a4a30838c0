"""Signing in: by password, by link, with limits, and without letting anyone plant a session."""

import pytest

from portal.core.scope import SYSTEM, Role
from portal.people.adding import add_person
from portal.people.passwords import hash_password
from portal.people.tables import Person, SignIn
from tests.cast import Cast
from tests.client import Browser

pytestmark = pytest.mark.anyio


async def test_a_person_signs_in_with_the_password_they_chose(browser: Browser, cast: Cast) -> None:
    """After choosing a password a person signs in with it and lands on the page they wanted."""
    await Person.update({Person.password_hash: await hash_password("correct horse battery")}).where(
        Person.email == cast.reviewer.email
    )

    answer = await browser.submit(
        "/sign-in", {"email": cast.reviewer.email, "password": "correct horse battery", "next": "/account"}
    )

    assert (303, "/account") == (answer.status_code, answer.headers["location"])
    assert (await browser.get("/account")).status_code == 200


async def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(browser: Browser, cast: Cast) -> None:
    """Nobody learns from the answer whether an address has an account."""
    known = await browser.submit("/sign-in", {"email": cast.reviewer.email, "password": "wrong wrong wrong"})
    unknown = await browser.submit("/sign-in", {"email": "nobody@aldgate.example", "password": "wrong wrong wrong"})

    assert 422 == known.status_code == unknown.status_code
    assert "E-mail or password is wrong." in known.text
    assert known.text.replace(cast.reviewer.email, "") == unknown.text.replace("nobody@aldgate.example", "")


async def test_guessing_is_slowed_down(browser: Browser, cast: Cast) -> None:
    """The eleventh try on one account from one address is refused for a while."""
    answers = [
        await browser.submit("/sign-in", {"email": cast.reviewer.email, "password": f"guess number {n}"})
        for n in range(11)
    ]

    assert [422] * 10 + [429] == [a.status_code for a in answers]
    assert "retry-after" in answers[-1].headers


async def test_a_sign_in_link_works_once(browser: Browser, cast: Cast) -> None:
    """A link's code opens one session; looking at the page first burns nothing."""
    _, code = await add_person(SYSTEM, "new@aldgate.example", Role.reviewer)
    await browser.get("/door")

    first = await browser.submit("/door", {"code": code})
    await browser.leave()
    second = await browser.submit("/door", {"code": code})

    assert 303 == first.status_code
    assert 422 == second.status_code
    assert "used already" in second.text


async def test_a_planted_cookie_never_becomes_a_session(browser: Browser, cast: Cast) -> None:
    """Signing in always mints a new token, whatever cookie the browser brought."""
    _, code = await add_person(SYSTEM, "new@aldgate.example", Role.reviewer)
    browser.client.cookies.set("surety", "attacker-chosen")

    answer = await browser.submit("/door", {"code": code})

    assert "attacker-chosen" not in answer.headers["set-cookie"]
    assert await SignIn.count() == 1


async def test_signing_out_ends_the_session_at_once(browser: Browser, cast: Cast) -> None:
    """After signing out the old cookie opens nothing."""
    await browser.become(cast.reviewer)
    cookie = browser.client.cookies["surety"]

    await browser.submit("/sign-out")
    browser.client.cookies.set("surety", cookie)

    assert "/sign-in" in (await browser.get("/account")).headers["location"]


async def test_a_person_switched_off_is_out_on_the_next_request(browser: Browser, cast: Cast) -> None:
    """Switching an account off counts at once."""
    await browser.become(cast.reviewer)

    await Person.update({Person.active: False}).where(Person.email == cast.reviewer.email)

    assert 302 == (await browser.get("/account")).status_code


async def test_a_form_without_the_sessions_token_is_refused(browser: Browser, cast: Cast) -> None:
    """A change needs the token of this session and must come from this site."""
    await browser.become(cast.administrator)
    token = await browser.token()

    none = await browser.client.post("/people", data={"email": "x@y.example", "role": "reviewer"})
    foreign = await browser.client.post(
        "/people", data={"_csrf_token": token}, headers={"sec-fetch-site": "cross-site"}
    )

    assert [403, 403] == [none.status_code, foreign.status_code]


async def test_redirects_stay_on_this_host(browser: Browser, cast: Cast) -> None:
    """The page to go to after signing in never leads elsewhere."""
    for url in (
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/../\\evil.example",
        "javascript:alert(1)",
    ):
        shown = await browser.get(f"/sign-in?next={url}")
        assert 'name="next" value="/"' in shown.text
