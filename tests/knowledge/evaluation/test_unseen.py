"""On papers and claims written before the rules were tuned nothing wrong passes, and most of what is there is found."""

from datetime import date
from uuid import NAMESPACE_OID, uuid5

from knowledge.attesting import decision_for
from knowledge.evidence import Place, candidates
from knowledge.facts.reading_off import facts
from knowledge.pages import PageState, PageText
from knowledge.papers import Paper
from knowledge.verdicts import VerdictState
from knowledge.weighing import weigh
from tests.knowledge.evaluation.unseen import SHELVES, Shelf

TODAY = date(2026, 11, 21)
PASSING = (VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION)


def outcomes(shelf: Shelf) -> list[tuple[str, VerdictState, VerdictState]]:
    """Return each claim of a shelf with its truth and its verdict; every sentence is weighed."""
    papers = [_paper(name, pages) for name, pages in shelf.papers]
    texts = {(paper.document_id, number): text for paper in papers for number, text in paper.pages}
    names = {paper.document_id: paper.name for paper in papers}
    places = [Place(document, names[document], number, "", 0, len(text)) for (document, number), text in texts.items()]
    found = candidates(places, texts)
    sources = {paper.document_id: paper.facts for paper in papers}
    reached = []
    for truth, claim in shelf.claims:
        decide = decision_for(claim)
        weighed = decide(claim, shelf.service, papers, TODAY) if decide is not None else None
        reached.append((claim, truth, (weighed or weigh(claim, shelf.service, found, texts, sources, TODAY)).state))
    return reached


def _paper(name: str, pages: tuple[str, ...]) -> Paper:
    numbered = tuple(enumerate(pages, 1))
    read = [PageText(number, "", PageState.TEXT, text) for number, text in numbered]
    return Paper(uuid5(NAMESPACE_OID, name), name, facts(read, name), numbered)


def test_nothing_wrong_passes() -> None:
    """No claim passes that the papers do not bear out, and none is faulted that they do."""
    reached = [item for shelf in SHELVES for item in outcomes(shelf)]

    passed = [claim for claim, truth, state in reached if state in PASSING and state is not truth]
    faulted = [claim for claim, truth, state in reached if state is VerdictState.CONTRADICTED is not truth]
    assert ([], []) == (passed, faulted)
