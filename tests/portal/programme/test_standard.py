"""The standard: requirements with the questions whose answers show them, set by those who may."""

import pytest

from portal.core.tables import AuditEntry
from portal.programme.mapping import known_questions
from portal.programme.queries import question_refs
from portal.programme.tables import Requirement
from tests.cast import Cast
from tests.client import Browser

pytestmark = pytest.mark.anyio

FORM: dict[str, str | list[str]] = {
    "ref": "r-01",
    "title": "Second factor for administrators",
    "text": "Every administrator signs in with a second factor.",
    "questions": ["GV-02", "GV-01"],
}


async def test_an_empty_standard_says_how_to_begin(browser: Browser, cast: Cast) -> None:
    """Those who may write the first requirement are asked to; others are told who does."""
    await browser.become(cast.approver)
    writing = await browser.get("/standard")
    await browser.become(cast.reviewer)
    reading = await browser.get("/standard")

    assert 'href="/standard/new">Add the first requirement' in writing.text
    assert "/standard/new" not in reading.text


async def test_a_requirement_is_added_with_its_questions(browser: Browser, cast: Cast) -> None:
    """What was entered is kept, shown with the questions' words, and audited."""
    await browser.become(cast.approver)

    answer = await browser.submit("/standard/new", FORM)

    row = await Requirement.objects().first()
    assert row is not None
    assert (answer.status_code, answer.headers["location"]) == (303, "/standard#R-01")
    assert (row.ref, question_refs(row)) == ("R-01", ["GV-01", "GV-02"])
    text = (await browser.get("/standard")).text
    assert known_questions()["GV-01"].text in text
    assert "2 questions" in text
    assert await AuditEntry.exists().where(AuditEntry.action == "requirement.added")


async def test_a_requirement_is_changed_dropped_and_taken_up(browser: Browser, cast: Cast) -> None:
    """Changing keeps the row; a dropped requirement stands apart and can come back."""
    await browser.become(cast.administrator)
    await browser.submit("/standard/new", FORM)
    row = await Requirement.objects().first()
    assert row is not None
    url = f"/standard/{row.id}"

    shown = await browser.get(url)
    changed = await browser.submit(url, {**FORM, "title": "Two factors", "questions": []})
    await browser.submit(f"{url}/drop")
    dropped = (await browser.get("/standard")).text
    again = await browser.submit(f"{url}/drop")
    await browser.submit(f"{url}/take-up")

    assert "Second factor for administrators" in shown.text
    assert changed.status_code == 303
    assert "No longer required" in dropped
    assert again.status_code == 409
    row = await Requirement.objects().first()
    assert row is not None
    assert (row.title, row.active, question_refs(row)) == ("Two factors", True, [])


async def test_mistakes_are_told_and_nothing_typed_is_lost(browser: Browser, cast: Cast) -> None:
    """A taken reference, an unknown question and an empty title come back with what was typed."""
    await browser.become(cast.approver)
    await browser.submit("/standard/new", FORM)

    taken = await browser.submit("/standard/new", {**FORM, "ref": "R-01"})
    unknown = await browser.submit("/standard/new", {**FORM, "ref": "R-02", "questions": ["ZZ-99"]})
    empty = await browser.submit("/standard/new", {**FORM, "ref": "no spaces", "title": ""})

    assert [taken.status_code, unknown.status_code, empty.status_code] == [422] * 3
    assert "R-01 is taken by" in taken.text
    assert "there is no question ZZ-99" in unknown.text
    assert "2 things need your attention" in empty.text
    assert "Every administrator signs in with a second factor." in empty.text


@pytest.mark.parametrize("role", ["reviewer", "procurement", "auditor"])
async def test_only_those_who_set_the_standard_may_change_it(browser: Browser, cast: Cast, role: str) -> None:
    """Everybody of the company reads the standard; changing it is for approvers and administrators."""
    await browser.become(cast.staff[role])

    answers = [
        await browser.get("/standard"),
        await browser.get("/standard/new"),
        await browser.submit("/standard/new", FORM),
    ]

    assert [answer.status_code for answer in answers] == [200, 403, 403]


async def test_a_contact_sees_no_standard(browser: Browser, cast: Cast) -> None:
    """The page does not exist for a vendor's contact."""
    await browser.become(cast.helio.who)

    assert (await browser.get("/standard")).status_code == 404
