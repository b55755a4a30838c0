"""The command line on documents that other people wrote: every quote it prints stands on the page it names."""

import json
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from tests.journeys.server import PATIENCE, environment
from tests.journeys.started import ran

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "pdfs"
FILES = (
    "basecamp__37signals_Security_Overview.pdf",
    "basecamp__Data_Processing_Addendum_current.pdf",
    "mullvad__pentest-report_mullvad_2020_v2.pdf",
    "cure53__summary-report_realvnc-connect.pdf",
    "ronininstitute__information-technology-policy-manual.pdf",
    "ocrmypdf__linn.pdf",
)
QUESTIONS = (
    "Are backups encrypted?",
    "How soon is the customer told of a personal data breach?",
    "Who are the sub-processors?",
    "How many vulnerabilities were found in the penetration test?",
    "Is data encrypted at rest?",
    "Which passwords are allowed?",
    "What is the recovery time objective?",
    "Who won the football world championship?",
)
CLAIMS = (
    "Backups are encrypted.",
    "Application databases are encrypted at rest.",
    "An independent party carried out a penetration test.",
    "Customers are told of a breach within 24 hours.",
    "All employees carry hardware security keys.",
    "Personnel are bound to confidentiality.",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not on this machine"),
]


def surety(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command and return its exit code and standard output."""
    ended = ran(arguments, environment(SURETY_DATA=str(folder)), 2 * PATIENCE)
    assert ended.code in (0, 3, 4), ended.err
    return ended.code, ended.out


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which a vendor has given these documents."""
    folder = tmp_path_factory.mktemp("library")
    assert "acme-cloud\n" == surety(folder, "vendor", "add", "Acme Cloud")[1]
    lines = surety(folder, "evidence", "add", "--vendor", "acme-cloud", *(str(SHARED / name) for name in FILES))[1]
    states = {line["file"]: line for line in map(json.loads, lines.splitlines())}
    assert set(FILES) == set(states)
    assert all(states[name]["state"] == "ready" and states[name]["passages"] for name in FILES)
    return folder


def bare(text: str) -> str:
    """Return the letters and digits of a text alone, so that two readers' spaces and hyphens do not matter."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def assert_on_page(document: str, page: int, quote: str) -> None:
    """Another reader than the product's finds the quote on that page."""
    with_text = pypdfium2.PdfDocument(SHARED / document)
    text = with_text[page - 1].get_textpage().get_text_range()

    assert bare(quote) in bare(text), f"{document} p. {page}: {quote}"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_citation_of_an_answer_stands_on_its_page(library: Path, question: str) -> None:
    """An answer has citations, each found again by another reader; without an answer there is none."""
    found = json.loads(surety(library, "ask", "--vendor", "acme-cloud", question)[1])

    for citation in found["citations"]:
        assert_on_page(citation["document"], citation["page"], citation["quote"])
    assert found["answered"] == bool(found["citations"])
    assert len(FILES) == found["searched"]["documents"]


def test_what_the_documents_do_not_say_is_not_answered(library: Path) -> None:
    """A question about something else gets no answer, and says what was searched."""
    found = json.loads(surety(library, "ask", "--vendor", "acme-cloud", QUESTIONS[-1])[1])

    assert not found["answered"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_quote_of_a_verdict_stands_on_its_page(library: Path, claim: str) -> None:
    """A verdict other than "not evidenced" has quotes, each found again by another reader."""
    found = json.loads(surety(library, "verify", "--vendor", "acme-cloud", claim)[1])

    for quote in found["quotes"]:
        assert_on_page(quote["document"], quote["page"], quote["quote"])
    assert found["quotes"] or found["verdict"] == "not_evidenced"
    assert found["reason"]


def test_contradictions_and_support_are_told_apart(library: Path) -> None:
    """The overview says that backups are encrypted and that databases are not."""
    backups = json.loads(surety(library, "verify", "--vendor", "acme-cloud", "Backups are encrypted.")[1])
    databases = json.loads(
        surety(library, "verify", "--vendor", "acme-cloud", "Application databases are encrypted at rest.")[1]
    )

    assert ["supported", "contradicted"] == [backups["verdict"], databases["verdict"]]


def test_evidence_alone_gives_a_preliminary_rating_and_no_permission_to_sign(library: Path) -> None:
    """The draft names what the documents say; the gate stays closed without a signed rating."""
    draft = json.loads(surety(library, "rating", "draft", "--vendor", "acme-cloud")[1])
    code, check = surety(library, "check", "--vendor", "acme-cloud")

    assert "preliminary" == draft["state"]
    for claim in draft["claims"]:
        for quote in claim["quotes"]:
            assert_on_page(quote["document"], quote["page"], quote["quote"])
    assert (4, "blocked") == (code, json.loads(check)["decision"])
