"""Evidence and questions by API, on a real PDF that is read for real."""

import asyncio
from uuid import uuid4

import pytest
from fpdf import FPDF
from litestar import Litestar

from portal.core.settings import Settings
from portal.evidence.tables import Evidence
from portal.worker import Worker
from tests.cast import Cast
from tests.portal.api.client import Program

pytestmark = pytest.mark.anyio
HELIO = "/vendors/helio-payments"
SENTENCE = "All customer data at rest is encrypted with AES-256 and keys are rotated every 90 days."


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """A policy of one page."""
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=12)
    document.multi_cell(0, 8, f"Cryptography policy\n\n{SENTENCE}\n\nThe policy is reviewed each year.")
    return bytes(document.output())


async def test_a_document_is_taken_in_and_asked(
    program: Program, app: Litestar, settings: Settings, pdf: bytes
) -> None:
    """Sent as the body, read in the background, then the assistant quotes it with its page."""
    taken = await program.post(f"{HELIO}/evidence", content=pdf, name="policy.pdf")
    await Worker(settings, app.state.engines).work_off()
    shown = await program.get(f"{HELIO}/evidence/{taken.json()['id']}")
    asked = await program.post(f"{HELIO}/ask", {"question": "How is customer data at rest encrypted?"}, key="q1")
    again = await program.post(f"{HELIO}/ask", {"question": "How is customer data at rest encrypted?"}, key="q1")

    assert (201, "received", "policy.pdf") == (taken.status_code, taken.json()["state"], taken.json()["name"])
    assert ("ready", 1) == (shown.json()["state"], shown.json()["pages"])
    assert (200, True) == (asked.status_code, asked.json()["answered"])
    quote = asked.json()["citations"][0]
    assert ("policy.pdf", 1) == (quote["document"], quote["page"])
    assert "AES-256" in quote["quote"]
    assert asked.json() == again.json()


async def test_racing_uploads_under_one_key_are_one_document(program: Program, pdf: bytes) -> None:
    """A stream is hashed as it passes, so a repeated upload is known, and another file under the key refused."""
    answers = await asyncio.gather(
        *(program.post(f"{HELIO}/evidence", content=pdf, name="a.pdf", key="up") for _ in range(4))
    )
    other = await program.post(f"{HELIO}/evidence", content=pdf + b"\n", name="a.pdf", key="up")

    assert {201} == {answer.status_code for answer in answers}
    assert 1 == len({answer.json()["id"] for answer in answers})
    assert 422 == other.status_code
    assert 1 == await Evidence.count()


async def test_what_is_no_pdf_is_refused(program: Program, pdf: bytes) -> None:
    """The name is needed, the type is checked, and so is what the bytes say."""
    headers = {"authorization": f"Bearer {program.token}", "content-type": "text/html"}
    typed = await program.browser.client.post(f"/api/v1{HELIO}/evidence?name=a", content=pdf, headers=headers)

    assert 415 == typed.status_code
    assert 400 == (await program.post(f"{HELIO}/evidence", content=pdf)).status_code
    assert 422 == (await program.post(f"{HELIO}/evidence", content=b"hello", name="a.pdf")).status_code
    assert 404 == (await program.post("/vendors/nobody/evidence", content=pdf, name="a.pdf")).status_code
    assert 0 == await Evidence.count()


async def test_another_vendors_document_is_not_found(program: Program, pdf: bytes, cast: Cast) -> None:
    """A document is found under its own vendor only, in lists and alone."""
    taken = (await program.post(f"{HELIO}/evidence", content=pdf, name="policy.pdf")).json()

    assert 404 == (await program.get(f"/vendors/corvid-analytics/evidence/{taken['id']}")).status_code
    assert 404 == (await program.get(f"{HELIO}/evidence/{uuid4()}")).status_code
    assert [] == (await program.get("/vendors/corvid-analytics/evidence")).json()["items"]


async def test_documents_come_in_pages(program: Program, pdf: bytes) -> None:
    """Newest first, nothing twice and nothing left out."""
    for number in range(3):
        await program.post(f"{HELIO}/evidence", content=pdf + b"\n" * number, name=f"{number}.pdf")

    first = (await program.get(f"{HELIO}/evidence", limit=2)).json()
    second = (await program.get(f"{HELIO}/evidence", limit=2, cursor=first["next_cursor"])).json()

    assert ["2.pdf", "1.pdf"] == [one["name"] for one in first["items"]]
    assert (["0.pdf"], None) == ([one["name"] for one in second["items"]], second["next_cursor"])


@pytest.mark.parametrize("body", [{"question": " "}, {"question": "x" * 4001}, {"question": "Hi?", "vendor": "corvid"}])
async def test_questions_that_are_none_are_refused(body: dict[str, str], program: Program) -> None:
    """An empty or endless question, or a field of the asker's own, is a problem."""
    assert (await program.post(f"{HELIO}/ask", body)).status_code in (400, 422)
