"""The invented vendors are planned from valid phrases, drawn the same every time, and judged no worse than before."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from knowledge.verdicts import VerdictState
from portal.evaluating import with_tools
from portal.planted.figures import figures
from portal.planted.measuring import put_both_ways
from portal.planted.papers import documents, home_of
from portal.planted.phrases import FRESH, GROUPS, KEPT, SEALED, SEEN, Phrase, answer_fits, bank, value_of
from portal.planted.planning import FRONTED, core_question, plan
from portal.planted.vendors import Vendor, vendors
from questionnaires.bank import questionnaire
from questionnaires.values import Given
from questionnaires.wording import claim_made

SMALL = 2
SHORTEST = 7  # so few words two authors may find by themselves


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


def test_the_banks_ask_the_same_in_other_words() -> None:
    """What is kept apart measures the same questions, and repeats no sentence of what rules are built on but the shortest."""
    refs = [{one.ref for area in bank(group) for one in area.asked} for group in GROUPS]
    kept = {_words(phrase) for group in (KEPT, FRESH, SEALED) for phrase in _phrases(group)}

    assert all(each == refs[0] for each in refs)
    repeated = [phrase for phrase in _phrases(SEEN) if _words(phrase) in kept]
    assert [] == [phrase.key for phrase in repeated if len(_words(phrase).split()) > SHORTEST]


def _phrases(group: str) -> list[Phrase]:
    return [phrase for area in bank(group) for one in area.asked for phrase in one.phrases]


def _words(phrase: Phrase) -> str:
    return phrase.form.words.casefold().rstrip(".")


@pytest.mark.parametrize("group", GROUPS)
def test_planted_words_stand_on_their_pages(group: str) -> None:
    """What is to be quoted stands in one piece on the page that was noted for it; only the keys of slips are told."""
    assert [] == [key for vendor in vendors(group) for key in _unsaid(group, vendor)]


def _unsaid(group: str, vendor: Vendor) -> Iterator[str]:
    claims = plan(group, vendor)
    drawn = documents(group, vendor, claims)
    pages = {
        each.name: [_flat(page.extract_text()) for page in PdfReader(BytesIO(each.content)).pages] for each in drawn
    }
    spots = {key: spot for document in drawn for key, spot in document.spots.items()}
    for placed in (each for claim in claims for each in (claim.decided_by, *claim.beside) if each):
        spot = spots[(placed.phrase.key, home_of(placed, vendor))]
        said = "".join(pages[spot.document][spot.first - 1 : spot.last])
        wanted = [placed.quote] if spot.first == spot.last else placed.quote.split()
        if not all(_flat(words) in said for words in wanted):
            yield f"{vendor.key} {placed.phrase.key}"


def _flat(text: str) -> str:
    return "".join(text.split()).casefold()


@pytest.mark.parametrize("group", GROUPS)
def test_a_vendor_is_the_same_every_time(group: str) -> None:
    """Planning and drawing depend on nothing but the bank."""
    vendor = vendors(group)[0]

    drawn = [documents(group, vendor, plan(group, vendor)) for _ in range(2)]

    assert all(first == second for first, second in zip(*drawn, strict=True))
    assert len({document.name for document in drawn[0]}) == len(drawn[0]) >= 9


@pytest.mark.parametrize("group", GROUPS)
def test_every_truth_is_planted(group: str) -> None:
    """Over the vendors each verdict is the truth somewhere."""
    truths = {claimed.truth for vendor in vendors(group) for claimed in plan(group, vendor)}

    assert set(VerdictState) == truths


@pytest.mark.parametrize("group", GROUPS)
def test_what_every_vendors_papers_say_is_not_planted_as_silence(group: str) -> None:
    """Nor as said by last year's report or about another service only."""
    truths = {one.truth for vendor in vendors(group) for one in plan(group, vendor) if one.question.ref in FRONTED}

    assert truths <= {VerdictState.SUPPORTED, VerdictState.SUPPORTED_WITH_EXCEPTION, VerdictState.CONTRADICTED}


def test_an_answer_is_read_as_a_person_gives_it() -> None:
    """Dates, numbers and choices of a bank become values."""
    assert ("yes", 24.0, ("eea",)) == (value_of("yes"), value_of(24), value_of(["eea"]))
    assert "2026-05-19" == str(value_of("2026-05-19"))


def test_verdicts_on_the_first_vendors_hold() -> None:
    """Real documents, read and searched as any are, are judged no worse than when this was written."""
    ours, theirs = with_tools(lambda tools: put_both_ways(SEEN, tools, SMALL))

    found, strange = figures(ours, reveal=True), figures(theirs, reveal=True)

    assert SMALL == found.vendors
    assert found.false_pass <= 0.01, found.passed_wrongly
    assert found.false_finding_of_right <= 0.02, found.faulted_wrongly
    assert found.contradicted_recall >= 0.7, found.contradictions_missed
    assert found.silence_kept >= 0.97, found.decided_in_silence
    assert found.supported_recall >= 0.62, found.support_missed
    assert found.quotes_in_place >= 0.93
    assert strange.claims >= 30
    assert strange.false_pass <= 0.01, strange.passed_wrongly
    assert strange.false_finding_of_right <= 0.02, strange.faulted_wrongly
    assert strange.silence_kept >= 0.97, strange.decided_in_silence
    assert strange.supports_shown >= 0.35, strange.support_missed
    assert strange.certain == 0
