"""`surety ask`: one line of JSON with the answer, its quotes and what was searched."""

import json
from pathlib import Path

import pytest

from tests.journeys.server import PATIENCE, environment
from tests.journeys.started import Ended, ran
from tests.portal.assistant.shelf import LEAVERS, SOC2, pdf


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one vendor and one document, made by the command itself."""
    folder = tmp_path_factory.mktemp("ask")
    file = folder / "helio-soc2.pdf"
    file.write_bytes(pdf(SOC2))
    assert "helio-payments" == _surety(folder, "vendor", "add", "Helio Payments").out.strip()
    taken = _surety(folder, "evidence", "add", "--vendor", "helio-payments", str(file))
    assert "ready" == json.loads(taken.out)["state"]
    return folder


def test_ask_prints_the_answer_with_document_and_page(data: Path) -> None:
    """An answered question has citations by file name, page from 1 and verbatim quote, and says what was searched."""
    said = json.loads(_surety(data, "ask", "--vendor", "helio-payments", "How soon is access of leavers removed?").out)

    assert said["answered"]
    assert "extractive" == said["written_by"]
    assert {"document": "helio-soc2.pdf", "page": 2} == {key: said["citations"][0][key] for key in ("document", "page")}
    assert LEAVERS == " ".join(said["citations"][0]["quote"].split())
    assert LEAVERS in said["answer"]
    assert {"documents": 1, "pages": 3, "unread": [], "unread_documents": []} == said["searched"]


def test_ask_says_that_it_cannot_answer(data: Path) -> None:
    """What the documents do not say is not answered, with the reason and no citation."""
    said = json.loads(_surety(data, "ask", "--vendor", "helio-payments", "Which colour are the carpets?").out)

    assert not said["answered"]
    assert [] == said["citations"]
    assert said["reason"]


def test_ask_answers_from_rows_with_their_links(data: Path) -> None:
    """A question over rows gives each row's cells, where it stands, and the names that every answer has."""
    said = json.loads(_surety(data, "ask", "--vendor", "helio-payments", "Which documents did Helio send?").out)

    assert ("records", True, []) == (said["written_by"], said["answered"], said["citations"])
    assert "Documents received, at Helio Payments: 1" == said["answer"].splitlines()[0]
    assert 1 == len(said["records"])
    assert "helio-soc2.pdf" == said["records"][0]["row"]["document"]
    assert said["records"][0]["link"].startswith("/documents/")


def test_ask_says_by_rows_that_the_vendor_is_meant(data: Path) -> None:
    """Of a vendor that is meant the rows come first, then what its documents say; of another nothing is searched."""
    asked = "How soon do vendors {} remove the access of leavers?"
    meant = json.loads(_surety(data, "ask", "--vendor", "helio-payments", asked.format("not rated yet")).out)
    other = json.loads(_surety(data, "ask", "--vendor", "helio-payments", asked.format("rated D")).out)

    assert meant["answer"].startswith("“vendors not rated yet” means 1 vendor: Helio Payments. Read as: Vendors")
    assert LEAVERS in " ".join(meant["answer"].split())
    assert ("extractive", "/vendors/helio-payments") == (meant["written_by"], meant["records"][0]["link"])
    assert {"documents": 1, "pages": 3, "unread": [], "unread_documents": []} == meant["searched"]
    assert other["answer"].startswith("“vendors rated D” means no vendor at Helio Payments, so nothing was searched.")
    assert ([], 0, "records") == (other["citations"], other["searched"]["documents"], other["written_by"])


def test_ask_about_an_unknown_vendor_is_one_sentence_and_exit_1(data: Path) -> None:
    """Errors go to standard error as one sentence; standard output stays empty."""
    failed = _surety(data, "ask", "--vendor", "nobody", "Anything?", code=1)

    assert "" == failed.out
    assert 1 == len(failed.err.strip().splitlines())


def test_a_draft_is_printed_and_kept_nowhere(data: Path) -> None:
    """The command writes for no person: the draft is the answer, without a link that would take it."""
    said = json.loads(_surety(data, "ask", "--vendor", "helio-payments", "Write an executive summary").out)

    assert said["answered"]
    assert "Helio Payments is not rated yet" in said["answer"]
    assert "records" == said["written_by"]


def test_feedback_is_exported_and_checked_again(data: Path, tmp_path: Path) -> None:
    """Nothing was said yet, so the set is empty; a set made by hand is asked again and its figures are printed."""
    assert "" == _surety(data, "feedback", "export").out
    assert "" == _surety(data, "feedback", "export", "--verdicts").out

    one = {
        "question": "How soon is access of leavers removed?",
        "scope": {"about": "vendor", "vendors": ["helio-payments"]},
        "judgement": "right",
        "citations": [{"document": "helio-soc2.pdf", "page": 2, "quote": LEAVERS}],
    }
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps(one) + "\n")
    figures = json.loads(_surety(data, "feedback", "check", str(file)).out)

    assert {"examples": 1, "right": 1, "right_same": 1, "right_differs": 0}.items() <= figures.items()


def _surety(folder: Path, *arguments: str, code: int = 0) -> Ended:
    ended = ran((*arguments, "--data", str(folder / "data")), environment(), PATIENCE)
    assert code == ended.code, ended.err
    return ended
