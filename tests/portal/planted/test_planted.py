"""The invented vendors are planned from valid phrases, drawn the same every time, and judged no worse than before."""

import pytest

from knowledge.verdicts import VerdictState
from portal.evaluating import with_tools
from portal.planted.figures import figures
from portal.planted.measuring import outcomes
from portal.planted.papers import documents
from portal.planted.phrases import KEPT, SEEN, answer_fits, bank, value_of
from portal.planted.planning import core_question, plan
from portal.planted.vendors import vendors
from questionnaires.bank import questionnaire
from questionnaires.values import Given
from questionnaires.wording import claim_made

GROUPS = (SEEN, KEPT)
SMALL = 2


@pytest.mark.parametrize("group", GROUPS)
def test_every_phrase_answers_its_question(group: str) -> None:
    """An answer of a bank is one that the question takes, and it claims something."""
    asked = [one for area in bank(group) for one in area.asked]
    answers = [(one.ref, answer) for one in asked for answer in (one.answer, *(p.answer for p in one.phrases))]

    wrong = [
        (ref, answer)
        for ref, answer in answers
        if answer is not None
        and (not answer_fits(core_question(ref), answer) or claim_made(core_question(ref), Given(answer)) is None)
    ]

    assert [] == wrong


@pytest.mark.parametrize("group", GROUPS)
def test_phrases_touch_questions_that_are_asked(group: str) -> None:
    """A bank asks no question twice and names none that the core set does not ask."""
    refs = [one.ref for area in bank(group) for one in area.asked]
    touched = {ref for area in bank(group) for one in area.asked for phrase in one.phrases for ref in phrase.touches}
    known = {question.ref for section in questionnaire("core").sections for question in section.questions}

    assert len(set(refs)) == len(refs)
    assert set() == (set(refs) | touched) - known


def test_a_vendor_is_the_same_every_time() -> None:
    """Planning and drawing depend on nothing but the bank."""
    vendor = vendors(SEEN)[0]

    drawn = [documents(SEEN, vendor, plan(SEEN, vendor)) for _ in range(2)]

    assert drawn[0] == drawn[1]
    assert len({document.name for document in drawn[0]}) == len(drawn[0]) >= 9


def test_every_truth_is_planted() -> None:
    """Over the vendors each verdict is the truth somewhere."""
    truths = {claimed.truth for vendor in vendors(SEEN) for claimed in plan(SEEN, vendor)}

    assert set(VerdictState) == truths


def test_an_answer_is_read_as_a_person_gives_it() -> None:
    """Dates, numbers and choices of a bank become values."""
    assert ("yes", 24.0, ("eea",)) == (value_of("yes"), value_of(24), value_of(["eea"]))
    assert "2026-05-19" == str(value_of("2026-05-19"))


def test_verdicts_on_the_first_vendors_hold() -> None:
    """Real documents, read and searched as any are, are judged no worse than when this was written."""
    results = with_tools(lambda tools: outcomes(SEEN, tools, SMALL))

    found = figures(results, reveal=True)

    assert SMALL == found.vendors
    assert found.false_pass <= 0.01, found.passed_wrongly
    assert found.false_finding_of_right <= 0.02, found.faulted_wrongly
    assert found.contradicted_recall >= 0.7, found.contradictions_missed
    assert found.silence_kept >= 0.97, found.decided_in_silence
    assert found.supported_recall >= 0.62, found.support_missed
    assert found.quotes_in_place >= 0.93
