"""Facts with people's word over them: what is written is checked per key, and a correction outlives another reading."""

import pytest

from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey
from knowledge.facts.keys import SINGLE, Key, SharedKey, key_of, keys_of
from knowledge.facts.reviewing import Review, ReviewAction, all_facts, reviewed, to_check
from knowledge.facts.typed import FactForm, form_of, options_of, parts_of, typed_parts, typed_value

CORRECTED, CONFIRMED, REMOVED, ADDED = (
    ReviewAction.CORRECTED,
    ReviewAction.CONFIRMED,
    ReviewAction.REMOVED,
    ReviewAction.ADDED,
)


def fact(value: str, **parts: str) -> Fact:
    """Make a fact as reading would."""
    return Fact(value, f"... {value} ...", 3, 0.6, parts)


def said(value: str, **parts: str) -> Fact:
    """Make a fact as a person would."""
    return Fact(value, "", 0, 1.0, parts, "Rosa Lindqvist")


@pytest.mark.parametrize(
    ("key", "written", "value"),
    [
        (SharedKey.PERIOD_END, "2026-03-31", "2026-03-31"),
        (SharedKey.OPINION, "Qualified", "qualified"),
        (SharedKey.ISSUER, "  Holt  & Bray LLP ", "Holt & Bray LLP"),
        (FactKey.SOC_TYPE, "soc 2", "SOC 2"),
        (FactKey.NOTIFICATION_TIME, "72 Hours", "72 hours"),
        (FactKey.NOTIFICATION_TIME, "Without undue delay", "without undue delay"),
        (FactKey.RTO, "1 hours", "1 hour"),
        (FactKey.RPO, "15minutes", "15 minutes"),
        (FactKey.LIMIT, "eur 5,000,000", "EUR 5000000"),
        (FactKey.LIMIT, "5 000 000 USD", "USD 5000000"),
        (FactKey.LIMIT, "GBP 2.500.000", "GBP 2500000"),
        (SharedKey.KIND, "pci_aoc", "pci_aoc"),
    ],
)
def test_what_is_written_becomes_what_reading_would_give(key: Key, written: str, value: str) -> None:
    """Dates, words of closed lists, durations and amounts have one form each."""
    assert value == typed_value(key, written)


@pytest.mark.parametrize(
    ("key", "written", "words"),
    [
        (SharedKey.PERIOD_END, "31.03.2026", "year-month-day"),
        (SharedKey.PERIOD_END, "2026-02-30", "year-month-day"),
        (SharedKey.EXPIRES, "0206-02-01", "check the year"),
        (SharedKey.OPINION, "clean", "choose one"),
        (SharedKey.SUBJECT, "   ", "fill this in"),
        (SharedKey.SUBJECT, "x" * 301, "shorten this to 300"),
        (FactKey.RTO, "a few hours", "number and its unit"),
        (FactKey.RTO, "without undue delay", "number and its unit"),
        (FactKey.LIMIT, "5000000", "currency"),
        (FactKey.LIMIT, "EUR 5,000,000.50", "currency and the whole amount"),
        (FactKey.SEVERITY_COUNT, "severe", "choose one"),
    ],
)
def test_what_cannot_be_taken_is_told_in_a_sentence(key: Key, written: str, words: str) -> None:
    """The sentence names the field and says what to write."""
    with pytest.raises(ValueError, match=words) as problem:
        typed_value(key, written)

    assert str(problem.value).startswith(key.label)


def test_parts_are_checked_and_empty_ones_left_out() -> None:
    """A count is a number, a role one of two, and what the key does not have is not taken."""
    given = {"found": "03", "open": "", "nonsense": "x"}

    assert {"found": "3"} == typed_parts(FactKey.SEVERITY_COUNT, given)
    with pytest.raises(ValueError, match="Role: please choose"):
        typed_parts(FactKey.PARTY, {"role": "bystander"})


def test_every_key_of_every_kind_has_a_form_and_a_label() -> None:
    """Whatever can be known can be written, found again by its name, and said to a person."""
    for kind in EvidenceKind:
        for key in keys_of(kind):
            assert key is key_of(key.value)
            assert key.label
            assert bool(options_of(key)) == (form_of(key) is FactForm.CHOICE)
            assert all(part.label for part in parts_of(key))


def test_a_correction_wins_over_a_later_reading() -> None:
    """Whether the new reading gives the old value, another, or none."""
    review = Review(CORRECTED, SharedKey.PERIOD_END, fact("2026-12-31"), said("2025-12-31"))

    for read in (fact("2026-12-31"), fact("2024-12-31"), None):
        found = reviewed(DocumentFacts(period_end=read), [review])
        assert said("2025-12-31") == found.period_end


def test_a_removed_value_stays_away_and_another_one_may_come() -> None:
    """What a person called wrong is that value, not the key."""
    review = Review(REMOVED, SharedKey.OPINION, fact("qualified"), None)

    assert reviewed(DocumentFacts(opinion=fact("qualified")), [review]).opinion is None
    assert fact("adverse") == reviewed(DocumentFacts(opinion=fact("adverse")), [review]).opinion


def test_a_confirmed_fact_counts_in_full_and_stays() -> None:
    """It has confidence 1, says who confirmed it, and is there when a later reading misses it."""
    review = Review(CONFIRMED, SharedKey.ISSUER, fact("Holt LLP"), said("Holt LLP"))

    found = reviewed(DocumentFacts(), [review])

    assert found.issuer is not None
    assert (1.0, "Rosa Lindqvist", False) == (
        found.issuer.confidence,
        found.issuer.confirmed_by,
        to_check(found.issuer),
    )
    assert to_check(fact("Holt LLP"))


def test_one_of_several_is_changed_in_its_place() -> None:
    """The others stay, in their order; the same value with other parts is another fact."""
    read = DocumentFacts(
        details={FactKey.RTO: (fact("4 hours", kind="target"), fact("4 hours", kind="achieved")), FactKey.RPO: ()}
    )
    review = Review(CORRECTED, FactKey.RTO, fact("4 hours", kind="achieved"), said("9 hours", kind="achieved"))

    found = reviewed(read, [review])

    assert (fact("4 hours", kind="target"), said("9 hours", kind="achieved")) == found.details[FactKey.RTO]


def test_reviews_of_one_fact_build_on_each_other() -> None:
    """A to B, B to C, and a reading that gives B by itself ends at C once."""
    steps = [
        Review(CORRECTED, FactKey.PARTY, fact("Hello"), said("Helio")),
        Review(CORRECTED, FactKey.PARTY, said("Helio"), said("Helio Payments")),
    ]

    for name in ("Hello", "Helio"):
        found = reviewed(DocumentFacts(details={FactKey.PARTY: (fact(name), fact("Bank"))}), steps)
        assert (said("Helio Payments"), fact("Bank")) == found.details[FactKey.PARTY]


def test_added_and_removed_exceptions() -> None:
    """An exception reading missed is there; one that is none is not; a key without facts is not kept."""
    read = DocumentFacts(exceptions=(fact("Two leavers kept access."),), details={FactKey.SITE: (fact("Oslo"),)})
    steps = [
        Review(ADDED, SharedKey.EXCEPTIONS, None, said("One backup failed.", control="A1.2")),
        Review(REMOVED, SharedKey.EXCEPTIONS, fact("two leavers  kept access."), None),
        Review(REMOVED, FactKey.SITE, fact("Oslo"), None),
    ]

    found = reviewed(read, steps)

    assert (said("One backup failed.", control="A1.2"),) == found.exceptions
    assert {} == found.details


def test_the_kind_is_a_persons_to_say() -> None:
    """A kind that was set stays whatever is read later."""
    review = Review(CORRECTED, SharedKey.KIND, said("other"), said("pci_aoc"))

    assert EvidenceKind.PCI_AOC is reviewed(DocumentFacts(EvidenceKind.POLICY), [review]).kind


def test_all_facts_are_listed_once() -> None:
    """Shared facts first, then details, then exceptions; the kind is none of them."""
    read = DocumentFacts(
        issuer=fact("Holt"), exceptions=(fact("x"),), details={FactKey.SITE: (fact("Oslo"), fact("Bergen"))}
    )

    keys = [key for key, _ in all_facts(read)]

    assert [SharedKey.ISSUER, FactKey.SITE, FactKey.SITE, SharedKey.EXCEPTIONS] == keys
    assert SharedKey.KIND not in SINGLE
