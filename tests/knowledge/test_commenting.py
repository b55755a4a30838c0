"""What a comment claims beside its answer, and what of that a document refutes."""

from datetime import date
from uuid import UUID

import pytest

from knowledge.commenting import additions
from knowledge.evidence import Place, candidates
from knowledge.facts import DocumentFacts, EvidenceKind, Fact
from knowledge.refuting import Refuted, refuted
from knowledge.stating import stated

TODAY = date(2026, 11, 21)
PAPER = UUID(int=1)
REVIEWS = "Privileged access rights are reviewed every month."
LEAVERS = "Access of terminated employees is removed within one business day of their departure."
SCOPE = "The scope of the independent attestations includes every component of the service."
TRAINING = "All staff complete security awareness training at least once a year."
TABLE = (
    "CC6.3.1 Owners of systems review the access of all users every quarter.\n"
    "Inspected the reviews of all four quarters.\n"
    "Exception noted. The review for the second quarter of the period was completed 19 days after its due date.\n"
    "CC6.3.2 Privileged access rights are reviewed every month.\nNo exceptions noted.\n"
)


def against(claim: str, comment: str, page: str, facts: DocumentFacts | None = None) -> list[Refuted]:
    """Hold a comment against one page."""
    taken = stated(claim)
    pages = {(PAPER, 1): page}
    found = candidates([Place(PAPER, "report.pdf", 1, "", 0, len(page))], pages)
    return list(refuted(taken, additions(comment, taken), found, pages, {PAPER: facts}, "Ledger", TODAY))


@pytest.mark.parametrize(
    ("comment", "always", "values", "names"),
    [
        ("Always within one business day, without exception.", [True], ["one business day"], []),
        ("Privileged roles every month, all others every quarter and always on time.", [False, True],
         ["every month", "every quarter"], []),
        ("Hosting and Managed Backup are certified.", [False], [], ["Managed Backup"]),
        ("See the policy.", [], [], []),
        ("Planned for next year, always.", [], [], []),
        ("Are all backups meant?", [], [], []),
        ("Not every laptop has it.", [], [], []),
    ],
)  # fmt: skip
def test_a_comment_is_taken_apart(comment: str, always: list[bool], values: list[str], names: list[str]) -> None:
    """Each piece that says always, names a number or a name claims something; plans, questions and denials do not."""
    found = additions(comment, stated(REVIEWS))

    assert always == [one.always for one in found]
    assert values == [value.text for one in found for value in one.stated.values]
    assert names == [name for one in found for name in one.names]


def test_being_always_so_is_no_idea_of_its_own() -> None:
    """Words that only say that it is always so leave the answer's claim to be found in the exception."""
    for comment in ("Always, without exception.", "In all cases and at all times.", "Every time, no exceptions."):
        assert [()] * len(additions(comment, stated(REVIEWS))) == [
            one.own for one in additions(comment, stated(REVIEWS))
        ]


def test_always_is_refuted_by_an_exception_on_the_same_matter() -> None:
    """What stands behind the auditor's bare mark is quoted, and only the piece that is wrong."""
    found = against(REVIEWS, "Privileged roles every month, all other access every quarter and always on time.", TABLE)

    assert ["all other access every quarter and always on time"] == [one.words for one in found]
    assert [True] == [one.quote.text.startswith("The review for the second quarter") for one in found]


@pytest.mark.parametrize(
    ("claim", "comment"),
    [
        (LEAVERS, "All laptops are returned, always."),
        (TRAINING, "Always, for everybody."),
        (TRAINING, "Always, without exception."),
        (REVIEWS, "Privileged roles every month."),
        ("Staff with access to customer data pass a background check before they start.", "All users and owners."),
    ],
)
def test_an_exception_on_another_matter_refutes_nothing(claim: str, comment: str) -> None:
    """The words of the piece, or of the answer, have to be in the row of the exception."""
    assert [] == against(claim, comment, TABLE)


def test_a_number_is_refuted_by_the_same_sentence_with_another_number() -> None:
    """Another number of the same thing refutes; the same number, or a number of something else, does not."""
    comment = "New staff complete security awareness training within 10 days of joining."
    said = "New staff complete security awareness training within {} days of joining."

    assert ["The document says '45 days', the comment '10 days'."] == [
        one.reason for one in against(TRAINING, comment, said.format(45))
    ]
    assert [] == against(TRAINING, comment, said.format(10))
    assert [] == against(TRAINING, comment, f"{said.format(45)} {said.format(7)}")
    assert [] == against(TRAINING, comment, "New staff return the equipment of others within 45 days of joining.")


def test_a_name_is_refuted_where_it_is_left_out_of_the_scope() -> None:
    """A product said to be certified is named under what the certificate leaves out; another one is not refuted."""
    page = "Certificate\n\nServices not in scope\n\nManaged Backup is planned for inclusion at the next surveillance audit."

    assert ["Hosting and Managed Backup are certified"] == [
        one.words for one in against(SCOPE, "Hosting and Managed Backup are certified.", page)
    ]
    assert [] == against(SCOPE, "Hosting and Managed Database are certified.", page)
    assert [] == against(LEAVERS, "Managed Backup included.", page)


def test_a_document_past_its_date_refutes_nothing() -> None:
    """What an old report noted says nothing of today."""
    old = DocumentFacts(kind=EvidenceKind.SOC_REPORT, period_end=Fact("2024-06-30", "", 1))

    assert [] == against(REVIEWS, "All access every quarter and always on time.", TABLE, old)
