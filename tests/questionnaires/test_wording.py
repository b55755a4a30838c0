"""Answers read as people write them, and claims as sentences."""

from dataclasses import replace
from datetime import date

import pytest

from questionnaires.bank import questionnaire as from_bank
from questionnaires.model import Question
from questionnaires.values import Chosen, Given, Value
from questionnaires.wording import claim_made, display
from tests.questionnaires.samples import FACTOR, HOSTED, HOURS, LOGGED, MFA, NOTES, REPORT, TESTED


@pytest.mark.parametrize(
    ("question", "value", "words"),
    [
        (MFA, "in_part", "In part"),
        (FACTOR, "sms", "Text message"),
        (LOGGED, ("a", "b"), "Sign-ins, Changes"),
        (HOURS, 72.0, "72 hours"),
        (HOURS, 1.0, "1 hour"),
        (TESTED, date(2026, 3, 5), "5 March 2026"),
        (NOTES, "Just so.", "Just so."),
        (HOSTED, Chosen(("eu", "else"), "Japan"), "The European Union, Elsewhere: Japan"),
        (REPORT, ("one",), "1 document"),
        (REPORT, ("one", "two"), "2 documents"),
    ],
)
def test_display(question: Question, value: Value, words: str) -> None:
    """Labels, units and the names of months are what people see."""
    assert words == display(question, Given(value))


@pytest.mark.parametrize(
    ("question", "value", "claim"),
    [
        (MFA, "yes", "Multi-factor authentication is required."),
        (HOSTED, Chosen(("us", "else"), "Japan"), "Data is kept in the United States, Japan."),
        (HOSTED, ("none",), None),
        (MFA, "no", None),
        (MFA, "in_part", None),
        (replace(MFA, expected=("no",)), "no", "Multi-factor authentication is required."),
        (replace(MFA, expected=()), "yes", "Multi-factor authentication is required."),
        (replace(MFA, claim=""), "yes", None),
        (FACTOR, "key", "The second factor is security key."),
        (LOGGED, ("a", "b"), "These events are logged: sign-ins, changes."),
        (LOGGED, ("none",), None),
        (NOTES, "Just so.", "In short: Just so."),
        (HOURS, 24.0, "Notice is given within 24 hours."),
        (TESTED, date(2026, 3, 5), "The last test was on 5 March 2026."),
        (REPORT, ("one",), "A report exists."),
    ],
)
def test_claim(question: Question, value: Value, claim: str | None) -> None:
    """The expected answer asserts the claim; an answer that admits a gap asserts nothing."""
    assert claim == claim_made(question, Given(value))


@pytest.mark.parametrize(
    ("ref", "value", "claim"),
    [
        ("DP-02", "aes256", "Customer data at rest is encrypted with AES-256."),
        ("AC-08", "quarterly", "Privileged access rights are reviewed every quarter."),
        ("AC-08", "never", None),
        ("DP-02", "other", "Customer data at rest is encrypted with another algorithm."),
        ("GV-05", ("none",), None),
        ("IN-06", "soc@vendor.example.", "The security team can be reached at any hour at soc@vendor.example."),
        ("IN-03", 72.0, "Customers are notified of a breach that affects their data within 72 hours."),
        (
            "DP-04",
            ("eea", "us"),
            "Customer data is stored and processed in these regions only: European Economic Area, United States.",
        ),
    ],
)
def test_claims_of_the_core_set_read_well(ref: str, value: Value, claim: str | None) -> None:
    """Names keep their capitals inside a claim, other labels lose theirs."""
    question = from_bank("core").find_question(ref)

    assert question is not None
    assert claim == claim_made(question, Given(value))
