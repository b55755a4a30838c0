"""Tests of reading off what a document is."""

from datetime import date

import pytest

from knowledge.facts import (
    DocumentFacts,
    EvidenceKind,
    Fact,
    facts_from_json,
    facts_to_json,
    is_stale,
    valid_until,
)
from knowledge.facts.reading_off import facts
from knowledge.pages import PageState, PageText

SOC = [
    "Harrow & Pell LLP\nSOC 2 Type 2 Report\nIndependent service auditor's report\n"
    "Service organisation\nAcme Inc., Oslo\n"
    "Examination period\nJanuary 1, 2025 to December 31, 2025\nDate of the report: 14 February 2026",
    "Independent Service Auditor's Report\nTo the Management of Acme Inc.\nWe have examined the description of its "
    "Ledger API throughout the period January 1, 2025 to December 31, 2025, under the trust services criteria. "
    "Our procedures address the risk that controls did not operate effectively.\n"
    "In our opinion, in all material respects, the controls operated effectively.",
    "CC6.1 Passwords have 12 characters. Inspected settings. No exceptions noted.\n"
    "CC6.2 Access of leavers is removed in a day. Inspected 25 leavers.\n"
    "Exception noted. For 2 of 25 leavers access was removed late.\n"
    "CC6.3 Access is reviewed. Inspected reviews. No deviations were noted.",
]
CERTIFICATE = [
    "Certificate\nThis is to certify that the information security management system of\nAcme Inc.\n"
    "meets ISO/IEC 27001:2022\nScope: Development and operation of the Ledger API\nfrom the Oslo office.\n"
    "Certification body: Norvale Certification\nDate of issue: 1 March 2025\nValid until: 28 February 2028\n"
]
TEST = [
    "Penetration Test\nLedger API\nPrepared for: Acme Inc.\nTest period: 3 May 2026 to 14 May 2026",
    "Redfern Security tested the API. The findings are listed below by severity.",
]
POLICY = ["Access Policy\nLast reviewed: 2026-03-02\nNext review due 2027-03-02\nThis policy holds for everyone."]


def paged(texts: list[str]) -> list[PageText]:
    """Make pages of texts."""
    return [PageText(number, "", PageState.TEXT, text) for number, text in enumerate(texts, start=1)]


def value(found: Fact | None) -> str:
    """Give a fact's value, or nothing."""
    return found.value if found else ""


def test_a_soc_report_says_who_what_when_and_how() -> None:
    """Auditor, subject, system, period and opinion come off a report."""
    found = facts(paged(SOC), "report.pdf")

    assert EvidenceKind.SOC_REPORT is found.kind
    assert "Harrow & Pell LLP" == value(found.issuer)
    assert "Acme Inc." == value(found.subject)
    assert ("2025-01-01", "2025-12-31") == (value(found.period_start), value(found.period_end))
    assert "2026-02-14" == value(found.issued)
    assert "unqualified" == value(found.opinion)
    assert "Ledger API" == value(found.scope)


def test_only_results_that_were_not_clean_are_exceptions() -> None:
    """Neither "no exceptions noted" nor an auditor's general words about risk is an exception."""
    found = facts(paged(SOC), "report.pdf")

    assert ["Exception noted. For 2 of 25 leavers access was removed late."] == [one.value for one in found.exceptions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Exceptions noted: none.",
        "No relevant exceptions were noted.",
        "Exceptions noted by us are described in Section V.",
        '"Exception noted" means that a test failed.',
        "We draw attention to the two deviations noted in Section IV.",
        "If deviations were identified, we would say so.",
    ],
)
def test_a_sentence_about_exceptions_is_none(sentence: str) -> None:
    """A sentence that denies, explains or points to exceptions is none itself."""
    found = facts(paged([SOC[0], f"Independent Service Auditor's Report\n{sentence}"]), "")

    assert () == found.exceptions


def test_a_tests_month_counts_from_its_first_day() -> None:
    """A cover with nothing but a month still dates its test, on the safe side."""
    found = facts(paged(["Pentest-Report Acme VPN 05-06.2020\nThe testers and their findings."]), "pentest.pdf")

    assert date(2021, 6, 1) == valid_until(found)


@pytest.mark.parametrize(
    ("sentence", "opinion"),
    [
        (
            "Basis for Qualified Opinion\nIn our opinion, except for the matter above, in all material respects",
            "qualified",
        ),
        ("In our opinion, in all material respects, controls worked. The opinion is unqualified.", "unqualified"),
        ("Basis for adverse opinion\nIn our opinion the description is not fair.", "adverse"),
        ("We plan our work so as to form an opinion.", ""),
    ],
)
def test_the_opinion_is_the_auditors_own_and_the_worst_one_counts(sentence: str, opinion: str) -> None:
    """A qualified opinion is never taken for an unqualified one, and none is made up."""
    found = facts(paged([SOC[0], f"Independent Service Auditor's Report\n{sentence}"]), "")

    assert opinion == value(found.opinion)


def test_a_type_1_report_has_a_day_and_no_period() -> None:
    """A report as of one day counts from that day."""
    found = facts(
        paged(["SOC 2 Type 1\nIndependent service auditor's report\nThe controls as of 30 June 2026 are"]), ""
    )

    assert (None, "2026-06-30") == (found.period_start, value(found.period_end))


def test_a_certificate_says_for_whom_for_what_and_until_when() -> None:
    """Body, holder, scope and dates come off a certificate."""
    found = facts(paged(CERTIFICATE), "iso.pdf")

    assert EvidenceKind.ISO_CERTIFICATE is found.kind
    assert "Norvale Certification" == value(found.issuer)
    assert "Acme Inc." == value(found.subject)
    assert "Development and operation of the Ledger API from the Oslo office" == value(found.scope)
    assert ("2025-03-01", "2028-02-28") == (value(found.issued), value(found.expires))


def test_a_penetration_test_says_who_tested_what_and_when() -> None:
    """Tester, customer and test period come off a report."""
    found = facts(paged(TEST), "pentest.pdf")

    assert EvidenceKind.PENETRATION_TEST is found.kind
    assert ("Redfern Security", "Acme Inc.") == (value(found.issuer), value(found.subject))
    assert ("2026-05-03", "2026-05-14") == (value(found.period_start), value(found.period_end))


def test_a_policy_says_when_it_is_due_for_review() -> None:
    """The next review is a policy's expiry."""
    found = facts(paged(POLICY), "policy.pdf")

    assert (EvidenceKind.POLICY, "2026-03-02", "2027-03-02") == (found.kind, value(found.issued), value(found.expires))


@pytest.mark.parametrize("texts", [SOC, CERTIFICATE, TEST, POLICY])
def test_every_quote_stands_on_its_page(texts: list[str]) -> None:
    """A fact's quote is found verbatim in the text of the page it names."""
    found = facts(paged(texts), "")

    named = (found.issuer, found.subject, found.period_start, found.period_end, found.issued, found.expires)
    stated = [fact for fact in (*named, found.opinion, found.scope, *found.exceptions) if fact]
    assert len(stated) >= 2
    assert all(fact.quote in texts[fact.page - 1] for fact in stated)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Data Processing Agreement\nThis agreement is between the parties named below.", EvidenceKind.AGREEMENT),
        ("Consensus Assessments Initiative Questionnaire\nCAIQ\nQuestion Yes / No", EvidenceKind.QUESTIONNAIRE),
        ("Annual report\nOur SOC 2 report and our penetration test are on file.", EvidenceKind.OTHER),
        ("Letter\nOur ISO 27001 certificate is attached.", EvidenceKind.OTHER),
        ("", EvidenceKind.OTHER),
    ],
)
def test_the_kind_is_what_the_document_is_not_what_it_mentions(text: str, kind: EvidenceKind) -> None:
    """A mention of a report does not make a letter that report."""
    assert kind is facts(paged([text]), "file.pdf").kind


def test_dates_that_disagree_are_left_out() -> None:
    """Two expiry dates on one certificate are no expiry date."""
    found = facts(paged([CERTIFICATE[0] + "\nExpiry date: 1 March 2029"]), "")

    assert found.expires is None


@pytest.mark.parametrize(
    ("found", "until"),
    [
        (DocumentFacts(EvidenceKind.SOC_REPORT, period_end=Fact("2025-12-31", "", 1)), date(2026, 12, 31)),
        (DocumentFacts(EvidenceKind.ISO_CERTIFICATE, expires=Fact("2028-02-28", "", 1)), date(2028, 2, 28)),
        (DocumentFacts(EvidenceKind.PENETRATION_TEST, issued=Fact("2026-01-10", "", 1)), date(2027, 1, 10)),
        (DocumentFacts(EvidenceKind.POLICY, expires=Fact("2027-03-02", "", 1)), date(2027, 3, 2)),
        (DocumentFacts(EvidenceKind.POLICY), None),
        (DocumentFacts(EvidenceKind.AGREEMENT, issued=Fact("2019-01-01", "", 1)), None),
    ],
)
def test_the_clock_of_each_kind(found: DocumentFacts, until: date | None) -> None:
    """Each kind of evidence ends in its own way; without a stated date it has no known end."""
    assert until == valid_until(found)


def test_a_document_is_good_through_its_last_day() -> None:
    """A document is stale from the day after its last one, and never for lack of a date."""
    found = DocumentFacts(EvidenceKind.ISO_CERTIFICATE, expires=Fact("2028-02-28", "", 1))

    assert not is_stale(found, date(2028, 2, 28))
    assert is_stale(found, date(2028, 2, 29))
    assert not is_stale(DocumentFacts(), date(2999, 1, 1))


def test_facts_survive_their_json() -> None:
    """What is stored is what was read off."""
    found = facts(paged(SOC), "")

    assert found == facts_from_json(facts_to_json(found))
    assert DocumentFacts() == facts_from_json("")
