"""Whom documents name beside the vendor, and which sentences are about them."""

import pytest

from knowledge.actors import Actors, actors
from knowledge.facts import DocumentFacts, EvidenceKind, Fact, FactKey


def _known(value: str) -> Fact:
    return Fact(value, value, 1)


def _named() -> Actors:
    report = DocumentFacts(
        EvidenceKind.SOC_REPORT,
        subject=_known("Halden Software"),
        scope=_known("Halden Ledger platform"),
        details={FactKey.SUBSERVICE: (_known("Northgate Hosting"),)},
    )
    other = DocumentFacts(EvidenceKind.SOC_REPORT, subject=_known("Halden Software"), scope=_known("Quarrel Archive"))
    text = (
        "Messages are sent by Lumenpost, a sub-processor. Halden Software, a sub-processor of its customers, says so."
    )
    return actors((report, other), (text, "our subcontractor Brightwater counts"), "Ledger")


def test_those_who_work_for_the_vendor_are_known_by_facts_and_introductions() -> None:
    """Names come from reports and from the words that introduce them; the vendor is none of them."""
    named = _named()

    assert {"Northgate Hosting", "Lumenpost", "Brightwater"} == named.workers
    assert {"Quarrel Archive"} == named.services


@pytest.mark.parametrize(
    "said",
    [
        "Northgate Hosting tests restores every quarter.",
        "4.2 Northgate Hosting tests restores every quarter.",
        "Staff of Lumenpost complete security awareness training every year.",
        "At Lumenpost, restores are tested every quarter.",
        "The recovery time objective of Quarrel Archive is 8 hours.",
        "Exceptions to the security policy of Lumenpost are approved with an expiry date.",
        "In the last twelve months, 98 percent of staff at Lumenpost completed the training.",
    ],
)
def test_a_sentence_about_somebody_else_is_known(said: str) -> None:
    """The name is the subject, or what the subject belongs to."""
    assert "" != _named().other("Restores are tested.", said, of_service=True, of_workers=True)


@pytest.mark.parametrize(
    "said",
    [
        "Keys live in the key management service of Northgate Hosting.",
        "We use the services of Northgate Hosting to store backups.",
        "Messages are sent by Lumenpost, a sub-processor.",
        "Halden Software tests restores every quarter.",
    ],
)
def test_a_sentence_that_merely_names_somebody_is_about_the_vendor(said: str) -> None:
    """What the vendor does with another's service stays the vendor's doing."""
    assert "" == _named().other("Restores are tested.", said, of_service=True, of_workers=True)


@pytest.mark.parametrize(
    "said",
    [
        "Halden Software runs on Lumenpost services and reviews its suppliers every year.",
        "Halden Software uses Lumenpost servers in Dublin, and its suppliers are reviewed every year.",
        "As Lumenpost processes personal data, Halden Software reviews its suppliers every year.",
        "Lumenpost is reviewed every year, as Halden Software does with each of its suppliers.",
    ],
)
def test_what_the_vendor_does_with_its_suppliers_is_the_vendors(said: str) -> None:
    """Another name in the sentence is not whose suppliers they are."""
    claim = "The security of suppliers is reviewed every year."

    assert "" == _named().other(claim, said, of_service=True, of_workers=False)


def test_a_claim_about_suppliers_may_be_filled_by_one() -> None:
    """A claim that speaks of suppliers, or names one, is not hindered."""
    said = "Northgate Hosting holds a certificate."

    assert "" == _named().other("Sub-processors hold certificates.", said, of_service=True, of_workers=True)
    assert "" == _named().other("Northgate Hosting holds it.", said, of_service=True, of_workers=True)


@pytest.mark.parametrize("of_workers", [True, False])
def test_of_suppliers_only_what_one_does_with_its_own_is_about_it(of_workers: bool) -> None:
    """A claim about the vendor's suppliers is shown by what is said of them, not by how they treat theirs."""
    claim = "The security of suppliers is reviewed every year."

    own, of_it = (
        _named().other(claim, said, of_service=True, of_workers=of_workers)
        for said in ("Lumenpost reviews the security of its suppliers every year.", "Lumenpost is reviewed every year.")
    )

    assert ("Lumenpost", "") == (own, of_it)
