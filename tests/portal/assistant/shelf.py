"""Documents for the assistant's tests: written, uploaded, read, embedded and indexed as in real life."""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from fpdf import FPDF
from litestar import Litestar
from PIL import Image

from knowledge.tables import Page
from portal.assistant.tables import Turn
from portal.core.settings import Settings
from portal.evidence.receiving import receive
from portal.evidence.tables import Evidence
from portal.worker import Worker
from tests.cast import VendorSide
from tests.client import Browser

LEAVERS = "The access of leavers is removed within one business day of their last day of work."
BREACH = "Helio notifies affected customers of a personal data breach within 36 hours of becoming aware of it."
SOC2 = (
    "Helio Payments Ltd. System and Organization Controls report, Type 2. This report covers the period from "
    "1 January 2026 to 30 September 2026.",
    f"Access control. {LEAVERS} Access rights of all employees are reviewed every quarter by the owner of the system.",
    f"Incident response. {BREACH} Incidents are classified by severity and recorded in the incident register.",
)
CANARY = "The master recovery phrase of Corvid is kept in the vault PELICAN-7731 in Tromsoe."
CORVID = (
    "Corvid Analytics. Information security policy. Approved by the board.",
    f"Key management. {CANARY} The access of leavers at Corvid is removed within nine business days.",
)


@dataclass
class Message:
    """One server-sent event, as a browser would hand it on."""

    event: str
    data: str


@dataclass
class Stream:
    """A parsed stream."""

    messages: list[Message] = field(default_factory=list)

    def data(self, event: str) -> list[str]:
        """Return the data of every event of this name."""
        return [message.data for message in self.messages if message.event == event]

    @property
    def names(self) -> list[str]:
        """The names of the events, in order."""
        return [message.event for message in self.messages]


def pdf(pages: Sequence[str], scanned: int = 0) -> bytes:
    """Write a PDF with one page a text, and `scanned` pages that are a picture alone."""
    document = FPDF()
    document.set_font("Helvetica", size=11)
    for text in pages:
        document.add_page()
        document.multi_cell(0, 6, text)
    for _ in range(scanned):
        document.add_page()
        document.image(Image.effect_noise((300, 400), 40), 10, 10, 190)
    return bytes(document.output())


async def hand_in(
    app: Litestar, settings: Settings, side: VendorSide, name: str, pages: Sequence[str], scanned: int = 0
) -> Evidence:
    """Upload a document as the vendor's contact and work it off."""
    row = await receive(side.who, side.vendor.id, name, _stream(pdf(pages, scanned)), settings)
    await Worker(settings, app.state.engines).work_off()
    return row


async def ask(browser: Browser, question: str, **given: str) -> Turn:
    """Ask with scripts off, which answers at once, and return the turn."""
    response = await browser.submit("/assistant/ask", {"question": question, **given})
    assert response.status_code == 303, response.text
    turn = await Turn.objects().where(Turn.id == response.headers["location"].rpartition("#turn-")[2]).first()
    assert turn is not None
    return turn


async def waiting_turn(browser: Browser, question: str, **given: str) -> Turn:
    """Ask as a page with scripts does, which leaves the turn waiting for its stream."""
    token = await browser.token()
    response = await browser.client.post(
        "/assistant/ask",
        data={"question": question, **given},
        headers={"x-csrftoken": token, "sec-fetch-site": "same-origin", "hx-request": "true"},
    )
    assert response.status_code == 200, response.text
    turn = await Turn.objects().where(Turn.question == question).order_by(Turn.asked_at, ascending=False).first()
    assert turn is not None
    return turn


async def follow(browser: Browser, turn: Turn) -> Stream:
    """Read a turn's stream to its end."""
    response = await browser.get(f"/assistant/turns/{turn.id}/stream")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    return parsed(response.text)


def parsed(raw: str) -> Stream:
    """Parse a stream by the rules of the standard; comments are dropped."""
    stream = Stream()
    for block in re.split(r"\r\n\r\n", raw):
        lines = [line for line in block.split("\r\n") if line and not line.startswith(":")]
        name = next((line[7:] for line in lines if line.startswith("event: ")), "message")
        data = [line[6:] for line in lines if line.startswith("data: ")]
        if data:
            stream.messages.append(Message(name, "\n".join(data)))
    return stream


def words(html: str) -> str:
    """Return the text a person reads in a page or fragment."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def links(html: str) -> list[str]:
    """Return where the citations of a page or fragment lead."""
    return [str(link["href"]) for link in BeautifulSoup(html, "html.parser").select("a.cite")]


async def page_text(document_id: object, number: int) -> str:
    """Return the text of a page as it was read."""
    page = await Page.objects().where((Page.document == document_id) & (Page.number == number)).first()
    assert page is not None
    return str(page.text)


async def _stream(raw: bytes) -> AsyncIterator[bytes]:
    yield raw
