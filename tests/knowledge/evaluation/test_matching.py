"""Facts are held against the planted ones value by value and part by part, and each slip is counted once."""

from knowledge.evaluation.facts import Outcome, group_of, rates
from knowledge.evaluation.matching import Score, Slip, overlap, same, score
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, found, named, perhaps, truth
from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.facts.values import FactKey


def test_names_are_the_same_without_their_legal_form() -> None:
    """Case, commas and the legal form do not make another company; another word does."""
    assert same("issuer", "Pell & Harrow LLP", "PELL and Harrow, L.L.P.")
    assert same("subject", "3fold, Inc.", "3fold Inc")
    assert not same("subject", "Pell & Harrow LLP", "Pell & Harlow LLP")


def test_plain_values_differ_only_in_case_spacing_and_punctuation_at_the_end() -> None:
    """A certificate number or a date has to be right in every character that counts."""
    assert same("certificate_number", "IS 738211", "is  738211.")
    assert same("version", "4.2", "Version 4.2")
    assert not same("issued", "2026-05-03", "2026-05-04")


def test_long_texts_are_the_same_when_most_words_are() -> None:
    """The share of common words is counted both ways, articles left out."""
    assert 0.8 == overlap("Payroll Cloud", "the Payroll Cloud system")
    assert same("scope", "Payroll Cloud", "the Payroll Cloud system")
    assert not same("scope", "Payroll Cloud", "the Payroll Cloud system and its data centers")


def test_each_fact_is_right_missed_or_wrong() -> None:
    """One right, one wrong in place of another, one missed and one invented."""
    planted = truth(
        issuer="Pell & Harrow LLP", issued=day(2026, 5, 3, "3 May 2026"), expires=day(2027, 5, 3, "3 May 2027")
    )
    facts = DocumentFacts(
        kind=EvidenceKind.POLICY,
        issuer=Fact("Pell & Harrow", "", 1),
        issued=Fact("2026-05-04", "", 1),
        scope=Fact("Payroll", "", 1),
    )

    result = score("a.pdf", "policy", planted, facts)

    assert {"kind": 1, "issuer": 1} == result.right
    assert [Slip("a.pdf", "issued", "2026-05-03"), Slip("a.pdf", "expires", "2027-05-03")] == result.missed
    assert [Slip("a.pdf", "issued", "2026-05-04"), Slip("a.pdf", "scope", "Payroll")] == result.wrong


def test_a_wrong_kind_is_missed_and_wrong() -> None:
    """Kinds count like facts."""
    result = score("a.pdf", "policy", truth(), DocumentFacts())

    assert ([Slip("a.pdf", "kind", "policy")], [Slip("a.pdf", "kind", "other")]) == (result.missed, result.wrong)


def test_parts_count_once_their_fact_was_found() -> None:
    """A control that is right, a response that is missing, and nothing asked of a fact that was not found."""
    planted = truth(
        exceptions=(
            named("Access of three leavers was removed late.", control="CC6.2", response="The process was mended."),
            named("No restore was tested.", control="A1.3"),
        )
    )
    facts = DocumentFacts(
        exceptions=(Fact("Access of three leavers was removed late.", "", 1, parts={"control": "CC6.2"}),)
    )

    result = score("a.pdf", "other", planted, facts)

    assert {"kind": 1, "exceptions": 1, "exceptions.control": 1} == result.right
    assert ["exceptions.response", "exceptions"] == [slip.key for slip in result.missed]
    assert [] == result.wrong


def test_a_count_of_findings_must_have_its_number() -> None:
    """A severity with another number of findings is another fact."""
    planted = truth(severity_count=(found("high", "2", open="1"), found("low", "4", open=ANY)))
    several = (
        Fact("high", "", 1, parts={"found": "2", "open": "0"}),
        Fact("low", "", 1, parts={"found": "3", "open": "3"}),
    )

    result = score("a.pdf", "other", planted, DocumentFacts(details={FactKey.SEVERITY_COUNT: several}))

    assert {"kind": 1, "severity_count": 1} == result.right
    assert [("severity_count.open", "1"), ("severity_count", "low 4")] == [
        (slip.key, slip.value) for slip in result.missed
    ]
    assert [("severity_count.open", "0"), ("severity_count", "low 3")] == [
        (slip.key, slip.value) for slip in result.wrong
    ]


def test_values_are_paired_by_what_belongs_to_them() -> None:
    """Of two facts with one value each goes with the part it was planted with; a repeated one is wrong."""
    planted = truth(rto=(named("4 hours", kind="target"), named("4 hours", kind="achieved")))
    several = tuple(Fact("4 hours", "", 1, parts={"kind": kind}) for kind in ("achieved", "target", "target"))

    result = score("a.pdf", "other", planted, DocumentFacts(details={FactKey.RTO: several}))

    assert {"kind": 1, "rto": 2, "rto.kind": 2} == result.right
    assert ([], 1) == (result.missed, len(result.wrong))


def test_what_may_be_taken_or_left_counts_neither_way() -> None:
    """An optional fact is no miss when left out, and neither right nor wrong when taken."""
    planted = truth(assessor=perhaps("Wrenfield"), issued=Planted("2026-05-03", also=("2026-05-01",)))
    facts = DocumentFacts(issued=Fact("2026-05-01", "", 1), details={FactKey.ASSESSOR: (Fact("Wrenfield", "", 1),)})

    taken, left = score("a.pdf", "other", planted, facts), score("a.pdf", "other", planted, DocumentFacts())

    assert ({"kind": 1, "issued": 1}, [], []) == (taken.right, taken.missed, taken.wrong)
    assert ["issued"] == [slip.key for slip in left.missed]


def test_rates_are_shares_over_all_documents() -> None:
    """Three right, one missed, two wrong: three of five and three of four."""
    outcomes = [
        _outcome(Score(missed=[Slip("a.pdf", "issuer", "Pell")], wrong=[Slip("a.pdf", "issuer", "Harrow")]), issuer=2),
        _outcome(Score(wrong=[Slip("a.pdf", "scope", "Payroll")]), issued=1),
    ]

    both, issuer = rates(outcomes), rates(outcomes, "issuer")

    assert (0.6, 0.75, 3, 1, 2) == (both.precision, both.recall, both.right, both.missed, both.wrong)
    assert (0.667, 0.667) == (issuer.precision, issuer.recall)


def test_the_slips_of_a_half_kept_apart_are_not_told() -> None:
    """Its figures stand, its words do not, unless somebody asks for them."""
    outcomes = [_outcome(Score(missed=[Slip("a.pdf", "issuer", "Pell")]), issued=1)]

    told, untold = group_of(outcomes, reveal=True), group_of(outcomes, reveal=False)

    assert (told.all, told.by_key) == (untold.all, untold.by_key)
    assert ((Slip("a.pdf", "issuer", "Pell"),), ()) == (told.missed, untold.missed)


def _outcome(result: Score, **right: int) -> Outcome:
    result.right.update(right)
    return Outcome(Report("a.pdf", "policy", bytes, {}), result)
