"""Tests of the ways in which an auditor's report states one thing, each in a few lines."""

import pytest

from tests.knowledge.facts.reading import read, said

HEAD = "SOC 2 Type 2 Report\nIndependent Service Auditor's Report\nTo the Management of Acme Data, Inc.:\n"
TABLE = "Control Test Result\nAC-1 Access is reviewed. Inspected 4 reviews. No exceptions noted.\n"


def _of(text: str, key: str) -> str | list[str]:
    return said(read(HEAD + text)).get(key, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme uses Amazon Web Services, Inc. (AWS) for hosting. The description excludes the controls of AWS.",
            ["Amazon Web Services, Inc. (method carve-out, service hosting)"],
        ),
        (
            "Acme uses Stratus Hosting for hosting, Okta for single sign-on and Mailwren Inc. to send mail. Both are carved out.",
            [
                "Stratus Hosting (method carve-out, service hosting)",
                "Okta (method carve-out, service single sign-on)",
                "Mailwren Inc. (method carve-out, service send mail)",
            ],
        ),
        (
            "Acme uses its affiliate Acme Print Limited to print letters. The report includes its controls (inclusive method).",
            ["Acme Print Limited (method inclusive, service print letters)"],
        ),
        (
            "Acme is hosted in Google Cloud Platform (GCP), a subservice organization that provides infrastructure.",
            ["Google Cloud Platform (service infrastructure)"],
        ),
        (
            "The subservice organization Equinix provides data center services.",
            ["Equinix (service data center services)"],
        ),
        (
            "Acme outsources hosting to Equinix Inc. under the inclusive method.",
            ["Equinix Inc (method inclusive, service hosting)"],
        ),
        (
            "Acme uses the following subservice organizations:\n• Amazon Web Services (AWS) - Hosting\n• Datadog - Monitoring",
            ["Amazon Web Services (service Hosting)", "Datadog (service Monitoring)"],
        ),
        (
            "Subservice organizations (carve-out method)\nOrganization Service provided Controls expected\n"
            "Vanadium Compute Ltd Virtual machines Physical access is limited\nPeregrine Ident Single sign-on Access is granted",
            [
                "Vanadium Compute Ltd (method carve-out, service Virtual machines)",
                "Peregrine Ident (method carve-out, service Single sign-on)",
            ],
        ),
        ("Acme does not use any subservice organizations. Acme uses Terraform for configuration.", []),
        (
            "Acme uses Slack for internal communication.\nAcme has no subservice organizations relevant to this report.",
            [],
        ),
        ("The Company relies on Management to review reports. The carve-out method is used.", []),
    ],
)
def test_organisations_that_a_service_rests_on_are_found(text: str, expected: list[str]) -> None:
    """Organisations named beside words on how a report treats them are read off; tools are none."""
    assert expected == _of(text, "subservice")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Complementary User Entity Controls\nThe list is not complete:\n"
            "1. User entities are responsible for managing access.\nIt ends here.\n2. Other text follows here now.",
            ["User entities are responsible for managing access. (number 1)"],
        ),
        (
            "# Complementary User Entity Control Related Criteria\n1 User entities are responsible for configuring strong\n"
            "passwords.\nCC6.1\n2 User entities are responsible for telling Acme.\nCC2.3",
            [
                "User entities are responsible for configuring strong passwords. (number 1)",
                "User entities are responsible for telling Acme. (number 2)",
            ],
        ),
        (
            "User Entity Responsibilities\nCC6.2, CC6.3 User entities remove access of leavers.\nA1.3 User entities keep plans.",
            ["User entities remove access of leavers.", "User entities keep plans."],
        ),
        (
            "Complementary User Entity Controls (CUECs)\nCUEC-01 Reviewing user access on a periodic basis CC6.2",
            ["Reviewing user access on a periodic basis (number CUEC-01)"],
        ),
        (
            "Customers are responsible for: (1) keeping their credentials confidential; and (2) choosing who may issue refunds.",
            ["keeping their credentials confidential (number 1)", "choosing who may issue refunds (number 2)"],
        ),
        (
            "User entities should consider whether CUECs exist. User entities should check reports against their records.",
            ["User entities should check reports against their records."],
        ),
        ("User entities must evaluate the controls described in this report.", []),
        ("Our examination did not include complementary user entity controls.", []),
    ],
)
def test_duties_of_customers_are_found(text: str, expected: list[str]) -> None:
    """What customers have to do is read off lists, tables and sentences; what is said about such duties is none."""
    assert expected == _of(text, "cuec")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            TABLE
            + "AC-3 Leavers are removed. Inspected 25 leavers. 2 of 25 were removed late.\nManagement Response: Mended.",
            ["2 of 25 were removed late. (control AC-3, response Mended.)"],
        ),
        (
            TABLE + "AC-3 Media are encrypted. Inspection of 12 media One of 12 media was not encrypted.",
            ["One of 12 media was not encrypted. (control AC-3)"],
        ),
        (
            "AC-9 Restores are tested. Result: Exception. The test was not carried out. Acme response: It was done later.",
            ["Exception. The test was not carried out. (control AC-9, response It was done later.)"],
        ),
        (
            "AC-3 Leavers are removed. Exception noted. For 3 of 20 leavers, access stayed.\n"
            "AC-4 Scans run.\nAC-3 Management's response: It is automated now.",
            ["Exception noted. For 3 of 20 leavers, access stayed. (control AC-3, response It is automated now.)"],
        ),
        (TABLE + "AC-2 Passwords are not shared. Inspected settings. Not applicable.", []),
        (TABLE + "AC-2 Passwords are not shared. Inspected settings of 20 systems.", []),
        ("Exceptions. The auditor reports an exception where a control did not work.", []),
        ("Control Test Result\nAC-2 Keys are never shared. Inspected settings. Operated effectively.", []),
    ],
)
def test_results_that_are_not_clean_are_found(text: str, expected: list[str]) -> None:
    """A result that says what went wrong is read off with or without a word for it; a clean one is none."""
    assert expected == _of(text, "exceptions")
