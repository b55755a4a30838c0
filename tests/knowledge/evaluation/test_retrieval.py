"""The retrieval figures are counted by characters of gold text, each character once."""

import json
from pathlib import Path

import pytest

from knowledge.embedding import ShippedEmbedder
from knowledge.evaluation.retrieval import FOLDER, Figures, run
from knowledge.exact import ExactIndex
from knowledge.retrieval import Tools

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("knowledge_database")]

SHARING = "We share your location with advertising partners unless you object in the settings of your telephone."
STORAGE = "Your photographs are stored in Norway and deleted ninety days after the account was closed by its owner."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Write a benchmark of two policies of one sentence and one question on each."""
    corpus, questions = tmp_path / FOLDER / "corpus" / "privacy_qa", tmp_path / FOLDER / "benchmarks"
    corpus.mkdir(parents=True)
    questions.mkdir()
    tests = []
    for name, text, question in (
        ("Alpha", SHARING, "is my location shared with others?"),
        ("Beta", STORAGE, "where are photographs stored?"),
    ):
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
        snippets = [{"file_path": f"privacy_qa/{name}.txt", "span": [0, len(text)], "answer": text}]
        tests.append({"query": f'Consider "{name}"\'s privacy policy; {question}', "snippets": snippets})
    (questions / "privacy_qa.json").write_text(json.dumps({"tests": tests}), encoding="utf-8")
    return tmp_path


async def test_a_perfect_ranking_scores_one(data: Path) -> None:
    """When the first passage is exactly the gold text, every figure is 1, with the document known and without."""
    figures = await run(data, Tools(ShippedEmbedder(), ExactIndex()))

    perfect = Figures(questions=2, precision_at_1=1.0, precision_at_1_windows=1.0, recall_at_8=1.0, recall_at_64=1.0)
    assert {"scoped": perfect, "joint": perfect} == {name: report.all for name, report in figures.items()}


async def test_half_of_the_gold_text_is_half(data: Path) -> None:
    """Gold text that no passage covers counts as missed."""
    file = data / FOLDER / "benchmarks" / "privacy_qa.json"
    written = json.loads(file.read_text(encoding="utf-8"))
    for test in written["tests"]:
        start, end = test["snippets"][0]["span"]
        test["snippets"].append({**test["snippets"][0], "span": [end, 2 * end - start]})
    file.write_text(json.dumps(written), encoding="utf-8")

    assert 0.5 == (await run(data, Tools(ShippedEmbedder(), ExactIndex())))["scoped"].all.recall_at_64
