"""The API: tokens and roles, problems, pages of lists, and a description that names every route."""

import pytest
from litestar import Litestar

from portal.assessments.answering import save_answer
from portal.core.settings import Settings
from portal.people.adding import revoke_own_token
from portal.people.tables import ApiToken, Person
from portal.vendors.adding import add_vendor
from questionnaires.model import QuestionKind
from tests.cast import Cast
from tests.client import Browser
from tests.portal.api.client import Program, program_of
from tests.portal.assessments.sending import question_of, sent
from tests.portal.assistant.records.rows import finding
from tests.portal.procurement.rating import publish

pytestmark = pytest.mark.anyio
HELIO = "/vendors/helio-payments"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic abc", "Bearer surety_unknown"])
async def test_without_a_good_token_the_answer_is_401(header: str, browser: Browser, cast: Cast) -> None:
    """No token, an unknown one and another scheme are refused with a problem document."""
    answer = await browser.get("/api/v1/vendors", **({"authorization": header} if header else {}))

    assert 401 == answer.status_code
    assert "application/problem+json" == answer.headers["content-type"]
    assert "Bearer" == answer.headers["www-authenticate"]
    assert 401 == answer.json()["status"]


async def test_a_cookie_is_no_token(browser: Browser, cast: Cast) -> None:
    """A signed-in browser cannot be made to call the API."""
    await browser.become(cast.reviewer)

    assert 401 == (await browser.get("/api/v1/vendors")).status_code


async def test_a_revoked_token_and_a_switched_off_person_stop_at_once(program: Program, cast: Cast) -> None:
    """What a token may do ends with the token, and with its person."""
    second = await program_of(program.browser, cast.auditor)
    row = await ApiToken.objects().where(ApiToken.person == cast.reviewer.id).first()
    assert row is not None
    assert 200 == (await program.get("/vendors")).status_code == (await second.get("/vendors")).status_code

    await revoke_own_token(cast.reviewer, row.id)
    await Person.update({Person.active: False}).where(Person.id == cast.auditor.id)

    assert 401 == (await program.get("/vendors")).status_code == (await second.get("/vendors")).status_code


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/vendors", 200),
        (HELIO, 200),
        (f"{HELIO}/check", 200),
        (f"{HELIO}/ratings", 200),
        (f"{HELIO}/evidence", 403),
        (f"{HELIO}/evidence/00000000-0000-4000-8000-000000000000", 403),
        ("/assessments/00000000-0000-4000-8000-000000000000", 403),
        ("/vendors/nobody", 404),
        ("/vendors/nobody/check", 404),
        ("/checks/1", 404),
    ],
)
async def test_what_procurement_may_read(path: str, status: int, buyer: Program) -> None:
    """The register and the gate, but no evidence, no answers."""
    answer = await buyer.get(path)

    assert status == answer.status_code
    assert status == 200 or "application/problem+json" == answer.headers["content-type"]


async def test_procurement_changes_nothing_but_its_checks(buyer: Program) -> None:
    """Adding vendors, sending evidence and asking the assistant are for others."""
    assert 403 == (await buyer.post("/vendors", {"name": "Northpine"})).status_code
    assert 403 == (await buyer.post(f"{HELIO}/ask", {"question": "Is data encrypted?"})).status_code
    assert 403 == (await buyer.post(f"{HELIO}/evidence", content=b"%PDF-1.4", name="a.pdf")).status_code
    recorded = await buyer.post(f"{HELIO}/checks", {"purpose": "Framework 2027"})
    assert (201, 1) == (recorded.status_code, recorded.json()["statement"]["number"])
    assert recorded.json() == (await buyer.get("/checks/1")).json()


async def test_a_question_over_rows_is_answered_with_them(program: Program, cast: Cast) -> None:
    """Each row comes with its cells by their column and the page it stands on."""
    raised = await finding(cast.helio, "Keys are old", "low")
    await finding(cast.corvid, "Another's", "low")

    said = (await program.post(f"{HELIO}/ask", {"question": "Which findings are open?"})).json()

    assert ("records", True, []) == (said["written_by"], said["answered"], said["citations"])
    assert [f"/findings/{raised.id}"] == [one["link"] for one in said["records"]]
    assert "Keys are old" == said["records"][0]["row"]["finding"]


async def test_an_auditor_reads_but_does_not_write(browser: Browser, cast: Cast) -> None:
    """Evidence is open to an auditor, taking in and adding are not."""
    auditor = await program_of(browser, cast.auditor)

    assert 200 == (await auditor.get(f"{HELIO}/evidence")).status_code
    assert 403 == (await auditor.post(f"{HELIO}/evidence", content=b"%PDF-1.4", name="a.pdf")).status_code
    assert 403 == (await auditor.post("/vendors", {"name": "Northpine"})).status_code


async def test_a_vendor_is_added_and_found(program: Program) -> None:
    """What was added is shown under its slug."""
    added = await program.post("/vendors", {"name": "Northpine Cloud", "website": "northpine.example"})

    assert (201, "northpine-cloud") == (added.status_code, added.json()["slug"])
    assert added.json() == (await program.get("/vendors/northpine-cloud")).json()


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"name": "Northpine", "tier": "1"}, 400, "tier"),
        ({}, 400, "name"),
        ({"name": 7}, 400, "name"),
        ({"name": "North\x00pine"}, 400, "name"),
        ({"name": "  "}, 422, "name"),
        ({"name": "helio payments"}, 422, "name"),
        ([], 400, ""),
    ],
)
async def test_bodies_that_do_not_fit_are_refused(body: object, status: int, field: str, program: Program) -> None:
    """Unknown, missing and ill-typed fields are named; the rules of the form hold here too."""
    answer = await program.post("/vendors", body)

    assert status == answer.status_code
    assert "application/problem+json" == answer.headers["content-type"]
    assert field in answer.text and answer.json()["detail"]


async def test_broken_json_is_a_problem(program: Program) -> None:
    """What is no JSON is refused in the same form."""
    answer = await program.browser.client.post(
        "/api/v1/vendors",
        content=b'{"name": ',
        headers={"authorization": f"Bearer {program.token}", "content-type": "application/json"},
    )

    assert (400, "application/problem+json") == (answer.status_code, answer.headers["content-type"])


async def test_lists_come_in_pages_that_skip_and_repeat_nothing(program: Program, cast: Cast) -> None:
    """A vendor added between two pages moves no other."""
    for number in range(5):
        await add_vendor(cast.reviewer, f"Partner {number}")
    first = (await program.get("/vendors", limit=3)).json()
    await add_vendor(cast.reviewer, "Aardvark")

    second = (await program.get("/vendors", limit=3, cursor=first["next_cursor"])).json()
    third = (await program.get("/vendors", limit=3, cursor=second["next_cursor"])).json()

    slugs = [one["slug"] for page in (first, second, third) for one in page["items"]]
    assert ["corvid-analytics", "helio-payments", *(f"partner-{n}" for n in range(5))] == slugs
    assert third["next_cursor"] is None


@pytest.mark.parametrize(
    "params",
    [
        {"cursor": "@@"},
        {"cursor": "bm9wZQ"},
        {"cursor": "IlwwXHUwMDAwIg"},
        {"cursor": "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "x"},
    ],
)
async def test_cursors_and_limits_that_are_none_are_refused(params: dict[str, str], program: Program) -> None:
    """A cursor of another list, or a limit outside its range, is a problem."""
    for path in ("/vendors", f"{HELIO}/evidence", f"{HELIO}/ratings"):
        answer = await program.get(path, **params)

        assert (400, "application/problem+json") == (answer.status_code, answer.headers["content-type"]), path


async def test_ratings_come_newest_first_and_drafts_are_not_procurements(
    program: Program, buyer: Program, cast: Cast
) -> None:
    """Who reads evidence sees drafts; procurement sees what was published."""
    await publish(cast.helio)
    await publish(cast.helio, number=2, state="draft")

    everything, published = await program.get(f"{HELIO}/ratings"), await buyer.get(f"{HELIO}/ratings")
    first = (await program.get(f"{HELIO}/ratings", limit=1)).json()
    rest = (await program.get(f"{HELIO}/ratings", limit=1, cursor=first["next_cursor"])).json()

    assert [2, 1] == [one["number"] for one in everything.json()["items"]]
    assert [1] == [one["number"] for one in published.json()["items"]]
    assert ([2], [1], None) == (
        [one["number"] for one in first["items"]],
        [one["number"] for one in rest["items"]],
        rest["next_cursor"],
    )


async def test_the_description_names_every_route(app: Litestar, browser: Browser) -> None:
    """OpenAPI at its fixed address lists every route of the API with its security, and no page loads a script."""
    description = (await browser.get("/api/v1/openapi.json")).json()

    served = {
        (route.path_format, method.lower())
        for route in app.routes
        if route.path.startswith("/api/v1/") and "openapi" not in route.path
        for method in getattr(route, "methods", [])
        if method in ("GET", "POST") and "{path}" not in route.path_format
    }
    described = {(path, method) for path, item in description["paths"].items() for method in item}
    assert served == described and len(served) >= 12
    assert {"bearer": []} in description["paths"]["/api/v1/vendors"]["get"]["security"]
    assert "bearer" in description["components"]["securitySchemes"]
    assert (
        "application/pdf" in description["paths"]["/api/v1/vendors/{slug}/evidence"]["post"]["requestBody"]["content"]
    )


@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/swagger", "/api/v1/vendors/a/b/c"])
async def test_no_page_is_served_where_the_api_is(path: str, browser: Browser) -> None:
    """What is not a route is a problem document or the description, never a page with scripts."""
    answer = await browser.get(path)

    assert "html" not in answer.headers["content-type"]
    assert "<script" not in answer.text


async def test_an_assessment_is_shown_with_its_answers(program: Program, cast: Cast, settings: Settings) -> None:
    """Whoever reads evidence gets the questions that apply with the words of their answers."""
    assessment = await sent(settings, cast)
    question = await question_of(assessment, QuestionKind.YES_NO)
    await save_answer(cast.helio.who, assessment.id, question.ref, {"answer": ["yes"]}, 0)

    shown = (await program.get(f"/assessments/{assessment.id}")).json()

    answers = {one["ref"]: one["answer"] for section in shown["sections"] for one in section["questions"]}
    assert ("helio-payments", "Main service", "in_progress") == (shown["vendor"], shown["service"], shown["state"])
    assert "Yes" == answers[question.ref] and "" in answers.values()


async def test_an_unknown_assessment_is_not_found(program: Program) -> None:
    """An id of nothing is 404."""
    assert 404 == (await program.get("/assessments/00000000-0000-4000-8000-000000000000")).status_code
