"""Words are compared by their stems, their other names in the field, and without what carries no meaning."""

import pytest

from knowledge.words import counter_terms, query_terms, stem, synonyms, words


@pytest.mark.parametrize(
    "family",
    [
        "encrypt encrypts encrypted encrypting encryption",
        "terminate terminates terminated terminating termination",
        "policy policies",
        "organisation organization organisations organizations",
        "test tests tested testing",
        "process processes processed processing",
        "notify notifies notified",
    ],
)
def test_forms_of_a_word_share_a_stem(family: str) -> None:
    """Whoever asks with one form finds the others."""
    assert 1 == len({stem(word) for word in family.split()})


@pytest.mark.parametrize(("one", "other"), [("policy", "police"), ("status", "state"), ("access", "accent")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    """Light stemming does not make one word of two."""
    assert stem(one) != stem(other)


def test_figures_and_versions_stay_whole() -> None:
    """Numbers are words to look for, with their dots; hyphens part words except after a prefix."""
    text = "TLS 1.2, AES-256, ISO 27001:2022, sub-processor"

    assert ["tls", "1.2", "aes", "256", "iso", "27001", "2022", "subprocessor"] == words(text)


def test_negations_are_kept() -> None:
    """A denial is content, not a function word."""
    assert ["data", "not", "encrypt"] == words("The data is not encrypted")


@pytest.mark.parametrize(
    ("question", "other_name"),
    [
        ("Is MFA enforced?", "multi-factor authentication"),
        ("Describe your DR plan", "disaster recovery"),
        ("Who are your sub-processors?", "subcontractor"),
        ("How is access of terminated users handled?", "leaver"),
        ("When was the last pen test?", "penetration test"),
        ("Do you offer BYOK?", "customer-managed key"),
        ("Are customer-managed keys supported?", "cmk"),
        ("How is segregation of duties enforced?", "separation of duties"),
        ("Is there DDoS protection?", "denial of service"),
    ],
)
def test_the_fields_names_are_known(question: str, other_name: str) -> None:
    """An abbreviation or a common name brings its other names along."""
    assert other_name in synonyms(question)


def test_synonyms_weigh_less_than_the_questions_own_words() -> None:
    """The words that were asked come first."""
    terms = query_terms("Is MFA enforced?")

    assert 1.0 == terms["mfa"] == terms["enforc"]
    assert 0 < terms["multifactor"] < 1


def test_a_question_of_function_words_only_is_searched_as_it_is() -> None:
    """Nothing is left when all words are dropped, so none is."""
    assert {"who", "are", "you"} == set(query_terms("Who are you?"))


def test_no_words_no_terms() -> None:
    """Punctuation alone asks for nothing."""
    assert {} == query_terms("?! --")


def test_counter_terms_hold_denials_and_limits() -> None:
    """What marks a deviation in an auditor's report is looked for."""
    assert {"not", "except", "deviat", "without"} <= counter_terms()
