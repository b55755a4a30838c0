"""How much documents save is counted rightly, and no worse on the first invented vendor than when this was written."""

from dataclasses import replace
from uuid import uuid4

import pytest

from knowledge.citations import Quote
from knowledge.verdicts import VerdictState
from portal.assessments.suggestions.finding import Proposed
from portal.assessments.suggestions.states import SuggestionKind
from portal.evaluating import with_tools
from portal.planted.asking import Asked, Judged, asked_all, held, judged
from portal.planted.gap import figures
from portal.planted.phrases import SEEN
from portal.planted.planning import Claimed, core_question
from portal.planted.vendors import vendors
from questionnaires.values import Given, Value
from questionnaires.wording import claim_made

VENDOR = vendors(SEEN)[0]
QUOTE = Quote(uuid4(), "policy.pdf", 1, "1", 0, 5, "Words")


def proposed(value: Value | None, kind: SuggestionKind = SuggestionKind.answer) -> Proposed:
    """Propose an answer."""
    return Proposed(kind, value, (QUOTE,), "rules")


def claimed(ref: str, answer: Value, truth: VerdictState) -> Claimed:
    """Return what a vendor claims by an answer, and the truth about it."""
    question = core_question(ref)
    return Claimed(question, claim_made(question, Given(answer)) or "", truth, (), None, ())


@pytest.mark.parametrize(
    ("ref", "suggested", "answer", "truth", "in_place", "expected"),
    [
        ("AC-05", "yes", "yes", VerdictState.SUPPORTED, True, Judged.RIGHT),
        ("AC-05", "yes", "yes", VerdictState.SUPPORTED_WITH_EXCEPTION, False, Judged.RIGHT),
        ("AC-05", "yes", "yes", VerdictState.NOT_EVIDENCED, True, Judged.WRONG),
        ("AC-05", "yes", "yes", VerdictState.CONTRADICTED, True, Judged.WRONG),
        ("AC-05", "yes", "yes", VerdictState.STALE, True, Judged.WRONG),
        ("IN-03", 24.0, 24.0, VerdictState.SUPPORTED, True, Judged.RIGHT),
        ("IN-03", 48.0, 24.0, VerdictState.SUPPORTED, True, Judged.WRONG),
        ("IN-03", 72.0, 24.0, VerdictState.CONTRADICTED, True, Judged.RIGHT),
        ("IN-03", 72.0, 24.0, VerdictState.CONTRADICTED, False, Judged.WRONG),
        ("AC-10", ("saml", "oidc"), ("saml", "oidc"), VerdictState.SUPPORTED, True, Judged.RIGHT),
        ("AC-10", ("saml",), ("saml", "oidc"), VerdictState.SUPPORTED, True, Judged.INCOMPLETE),
        ("AC-10", ("saml", "scim"), ("saml", "oidc"), VerdictState.SUPPORTED, True, Judged.WRONG),
    ],
)
def test_a_suggestion_is_held_against_what_is_planted(
    ref: str, suggested: Value, answer: Value, truth: VerdictState, in_place: bool, expected: Judged
) -> None:
    """The vendor's answer where it is so; another one only where it is read off the words that contradict it."""
    worth = judged(core_question(ref), proposed(suggested), claimed(ref, answer, truth), in_place, VENDOR)

    assert expected == worth


def test_attestations_are_held_against_what_the_vendor_has() -> None:
    """Of the reports and certificates those count that are current and of the service."""
    question, held_now = core_question("GV-05"), tuple(sorted(held(VENDOR), reverse=True))

    assert Judged.RIGHT is judged(question, proposed(held_now), None, False, VENDOR)
    assert Judged.INCOMPLETE is judged(question, proposed(held_now[:1]), None, False, VENDOR)
    assert Judged.WRONG is judged(question, proposed((*held_now, "soc2_type1")), None, False, VENDOR)


def test_what_nobody_planted_is_neither_right_nor_wrong() -> None:
    """A question without a known truth is counted by itself."""
    assert Judged.UNTOLD is judged(core_question("AC-05"), proposed("yes"), None, False, VENDOR)


def test_shares_are_counted_over_what_they_speak_of() -> None:
    """Ten questions: three right, one wrong, one untold, two looks of which one is right, three silent."""
    question = core_question("AC-05")
    so = claimed("AC-05", "yes", VerdictState.SUPPORTED)
    limited = replace(so, truth=VerdictState.SUPPORTED_WITH_EXCEPTION)
    silent, against = replace(so, truth=VerdictState.NOT_EVIDENCED), replace(so, truth=VerdictState.CONTRADICTED)
    yes, look = proposed("yes"), proposed(None, SuggestionKind.look)
    asked = [
        Asked("a", question, so, yes, Judged.RIGHT, True),
        Asked("a", question, limited, yes, Judged.RIGHT, False),
        Asked("a", question, limited, proposed("yes", SuggestionKind.limited), Judged.RIGHT, True),
        Asked("a", question, silent, yes, Judged.WRONG, False),
        Asked("a", question, None, yes, Judged.UNTOLD, False),
        Asked("a", question, against, look, None, True),
        Asked("b", question, silent, look, None, False),
        Asked("b", question, so, None, None, False),
        Asked("b", question, silent, None, None, False),
        Asked("b", question, None, None, None, False),
    ]

    found = figures(asked, reveal=False)

    assert (2, 10, 0.5, 0.2) == (found.vendors, found.questions, found.suggested, found.to_look_at)
    assert (0.75, 0.25, 0.0, 1) == (found.right, found.wrong, found.incomplete, found.untold)
    assert (0.75, 0.5, 0.5) == (found.found, found.looks_right, found.limits_missed)
    assert 0.6667 == found.quotes_in_place
    assert {"yes_no": {"right": 3, "wrong": 1, "untold": 1}} == found.by_kind
    assert () == found.slips
    assert ["a"] == [slip["vendor"] for slip in figures(asked, reveal=True).slips]


def test_the_first_vendors_documents_save_what_they_did() -> None:
    """Real documents, read and searched as any are."""
    found = figures(with_tools(lambda tools: asked_all(SEEN, tools, 1)), reveal=True)

    assert found.suggested >= 0.3
    assert found.wrong <= 0.03, found.slips
    assert found.looks_right >= 0.9
