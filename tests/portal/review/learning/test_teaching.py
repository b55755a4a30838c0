"""A decision teaches what it says of the words shown, and nothing where it says nothing of them."""

from dataclasses import replace
from uuid import UUID

import pytest

from knowledge.heads.calibrating import Outcome
from knowledge.stances.holding import Shown
from knowledge.stances.material import BESIDE, NOT, SO
from knowledge.stances.relearning import Lesson
from knowledge.verdicts import VerdictState
from portal.review.learning.gating import Figures, Replay, figures, refused, unready, usable
from portal.review.learning.teaching import Nothing, Ruling, lessons_of, outcomes_of

SUPPORTED, CONTRADICTED, SILENT = VerdictState.SUPPORTED, VerdictState.CONTRADICTED, VerdictState.NOT_EVIDENCED
CLAIM = "Backups of customer data are encrypted."
WORDS = "Backups are copied\nover an encrypted line."
RULING = Ruling(UUID(int=1), UUID(int=2), "Q-7", CLAIM, SUPPORTED, SUPPORTED, (WORDS,), "rosa", sure=0.9)
KNOWN = Shown(found=40, wrong=1, of=50)


def ruled(said: VerdictState, holds: VerdictState, *quotes: str, claim: str = CLAIM) -> Ruling:
    """Return a decision on a verdict with these quotes."""
    return replace(RULING, said=said, holds=holds, quotes=quotes or (WORDS,), claim=claim)


def taught(ruling: Ruling) -> list[tuple[str, str]]:
    """Return the lessons of a decision, each with its words."""
    lessons = lessons_of(ruling)
    assert not isinstance(lessons, Nothing)
    return [(each.stance, each.text) for each in lessons]


@pytest.mark.parametrize(
    ("said", "holds", "stance"),
    [
        (SUPPORTED, SUPPORTED, SO),
        (CONTRADICTED, CONTRADICTED, NOT),
        (SUPPORTED, SILENT, BESIDE),
        (CONTRADICTED, SILENT, BESIDE),
        (SUPPORTED, CONTRADICTED, NOT),
        (CONTRADICTED, SUPPORTED, SO),
        (SILENT, SUPPORTED, SO),
        (SILENT, CONTRADICTED, NOT),
    ],
)
def test_a_decision_says_what_the_words_do(said: VerdictState, holds: VerdictState, stance: str) -> None:
    """The words stand for what holds, on one line, as the bank's question names it and not the questionnaire's."""
    (lesson,) = lessons_of(ruled(said, holds))

    assert (
        Lesson("CR-03", stance, (), "Backups are copied over an encrypted line.", str(UUID(int=2)), said != holds)
        == lesson
    )


@pytest.mark.parametrize(
    ("ruling", "why"),
    [
        (replace(RULING, at_once=True), Nothing.at_once),
        (replace(RULING, claim="Tea is served at four."), Nothing.other_claim),
        (replace(RULING, quotes=()), Nothing.no_words),
        (replace(RULING, holds=VerdictState.SUPPORTED_WITH_EXCEPTION), Nothing.unclear),
        (replace(RULING, holds=VerdictState.STALE), Nothing.unclear),
        (replace(RULING, holds=VerdictState.OUT_OF_SCOPE), Nothing.unclear),
        (replace(RULING, said=VerdictState.STALE), Nothing.unclear),
        (ruled(SILENT, SILENT), Nothing.unclear),
        (ruled(SILENT, SUPPORTED, "One thing.", "Another."), Nothing.unclear),
        (ruled(SUPPORTED, CONTRADICTED, claim="Privileged access rights are reviewed every quarter."), Nothing.unclear),
    ],
)
def test_what_says_nothing_of_the_words_teaches_nothing(ruling: Ruling, why: Nothing) -> None:
    """Dates, scopes, exceptions, other choices, many words at once: none of them tells what one sentence does."""
    assert why is lessons_of(ruling)


def test_none_of_the_words_decides_where_a_reviewer_finds_nothing_evidenced() -> None:
    """Of a verdict agreed with, the words it leads with are meant; of one that fell, all of them."""
    assert [(SO, "One.")] == taught(ruled(SUPPORTED, SUPPORTED, "One.", "Two."))
    assert [(BESIDE, "One."), (BESIDE, "Two.")] == taught(ruled(SUPPORTED, SILENT, "One.", "Two."))


def test_a_choice_is_learnt_by_its_key() -> None:
    """Words that bear a choice out name it."""
    (lesson,) = lessons_of(ruled(SUPPORTED, SUPPORTED, claim="Privileged access rights are reviewed every quarter."))

    assert isinstance(lesson, Lesson)
    assert ("AC-08", SO, ("quarterly",)) == (lesson.ref, lesson.stance, lesson.chosen)


def test_outcomes_are_of_verdicts_that_somebody_looked_at() -> None:
    """Right or wrong as decided; a date or a scope is no fault of the reading, and what is agreed with at once is not counted."""
    known = outcomes_of(
        [
            RULING,
            replace(RULING, holds=SILENT, sure=0.8),
            replace(RULING, holds=VerdictState.STALE),
            replace(RULING, at_once=True),
            replace(RULING, sure=None),
        ]
    )

    assert {SUPPORTED: (Outcome(0.9, True), Outcome(0.8, False))} == known


def of_person(name: str, vendor: int, ruling: Ruling) -> tuple[Ruling, Lesson]:
    """Return the one lesson of a decision that somebody made on a vendor."""
    made = replace(ruling, person=name, vendor=UUID(int=vendor))
    (lesson,) = lessons_of(made)
    assert isinstance(lesson, Lesson)
    return made, lesson


def test_evidence_found_where_the_machine_found_none_needs_two_people() -> None:
    """What lets the machine say more is no one person's to teach; what makes it say less is."""
    alone = [of_person("rosa", at, ruled(SILENT, SUPPORTED)) for at in range(3)]
    both = [*alone[:2], of_person("miriam", 2, ruled(SILENT, SUPPORTED))]
    lowered = [of_person("rosa", at, ruled(SUPPORTED, SILENT)) for at in range(3)]

    assert [0, 3, 3] == [len(usable(each)) for each in (alone, both, lowered)]
    assert "person" in unready(usable(alone), 3)
    assert ["", ""] == [unready(usable(each), 0) for each in (both, lowered)]


def test_who_only_agrees_teaches_nothing() -> None:
    """However often somebody agrees: without a correction there is nothing to learn, and below three vendors nothing to test."""
    agreed = [of_person("rosa", at, RULING) for at in range(40)]
    two = [of_person("rosa", at, ruled(SUPPORTED, SILENT)) for at in range(2)]

    assert "nothing to correct" in unready(usable(agreed), 0)
    assert "2 of at least 3 vendors" in unready(usable(two), 0)


def replay(before: VerdictState, after: VerdictState, holds: VerdictState) -> Replay:
    """Return a decision tried again."""
    return Replay("CR-03", holds, before, after)


def test_what_is_learnt_is_taken_only_where_it_does_better() -> None:
    """More wrong supports, fewer decisions reproduced, examples forgotten, or nothing won: each refuses it."""
    better = [replay(SUPPORTED, SILENT, SILENT), replay(SUPPORTED, SUPPORTED, SUPPORTED)]
    raised = [*better, *better, replay(SILENT, SUPPORTED, SILENT)]
    fewer = [*better, replay(SUPPORTED, SILENT, SUPPORTED), replay(SUPPORTED, SILENT, SUPPORTED)]
    same = [replay(SUPPORTED, SUPPORTED, SILENT)]

    assert "" == refused(better, KNOWN, KNOWN)
    assert Figures(1, 1) == figures(better, after=False)
    assert Figures(2, 0) == figures(better, after=True)
    assert "supported" in refused([replay(SILENT, SUPPORTED, SILENT), *better[1:]], KNOWN, KNOWN)
    assert "" == refused(raised, KNOWN, KNOWN)
    assert "Fewer" in refused(fewer, KNOWN, KNOWN)
    assert "examples" in refused(better, KNOWN, Shown(30, 1, 50))
    assert "no better" in refused(same, KNOWN, KNOWN)
