"""On the sample programme's documents no claim passes that a reader would not let pass, and most that should do."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from piccolo.engine.sqlite import SQLiteEngine

from knowledge.embedding import ShippedEmbedder
from knowledge.errors import KnowledgeError
from knowledge.exact import ExactIndex
from knowledge.ingesting import digest
from knowledge.retrieval import Tools
from knowledge.scope import Scope
from knowledge.storing import register_document, store_digest
from knowledge.verification import Claim, verify
from portal.sample.programme import load_programme
from portal.sample.rendering import render
from questionnaires.bank import questionnaire
from questionnaires.parsing import parse_given
from questionnaires.wording import claim_made, own_words
from tests.knowledge.evaluation.sample_labels import HELIO, NORTHPINE

DECIDED = ("supported", "supported_with_exception", "contradicted")
TODAY = datetime.now(UTC).date()


async def _reached(slug: str, folder: Path) -> dict[str, str]:
    """Read a sample vendor's documents and return each claim's verdict by its question."""
    vendor = next(vendor for vendor in load_programme().vendors if vendor.slug == slug)
    tools = Tools(ShippedEmbedder(), ExactIndex())
    for document in vendor.documents:
        path = render(document, TODAY, folder / document.name)
        try:
            read = digest(path, document.name, tools.embedder)
        except KnowledgeError:
            continue
        row = await register_document(slug, document.name, document.name, path.stat().st_size)
        await store_digest(row.id, read)
    assert vendor.assessment is not None
    questions = {question.ref: question for question in questionnaire(vendor.assessment.questionnaire).questions}
    reached: dict[str, str] = {}
    for given in vendor.assessment.given(TODAY):
        question, said = questions[given.ref], parse_given(questions[given.ref], given.raw)
        text, (words, lead) = claim_made(question, said), own_words(question, said)
        if text:
            claim = Claim(text, service=vendor.assessment.service, words=words, lead=lead)
            reached[given.ref] = (await verify(claim, Scope((slug,)), tools, TODAY)).state.value
    return reached


def _allowed(labels: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    return {ref: states.split() for states, refs in labels for ref in refs.split()}


@pytest.mark.anyio
@pytest.mark.parametrize(("slug", "labels"), [("helio-payments", HELIO), ("northpine-cloud", NORTHPINE)])
async def test_verdicts_agree_with_a_reader(
    knowledge_database: SQLiteEngine, tmp_path: Path, slug: str, labels: tuple[tuple[str, str], ...]
) -> None:
    """No verdict that decides is one that a reader would not come to, and at most one claim in twenty is missed."""
    allowed = _allowed(labels)

    reached = await _reached(slug, tmp_path)

    other = {ref: state for ref, state in reached.items() if state not in allowed.get(ref, ["not_evidenced"])}
    assert {} == {ref: state for ref, state in other.items() if state in DECIDED}
    assert len(other) <= len(reached) / 20
