"""Tests of reading auditors' reports, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

TYPE_2 = (
    """Gridwave Inc.
SOC 2 Type II Report on Controls Placed in Operation
Relevant to Security, Availability, and Confidentiality
For the period April 1, 2025 to March 31, 2026
TOGETHER WITH THE REPORT OF INDEPENDENT ACCOUNTANTS
""",
    """SECTION 1 INDEPENDENT SERVICE AUDITOR'S REPORT
To: Gridwave Inc.
Scope
We have examined Gridwave Inc.'s accompanying description of its Gridwave Analytics Platform found in Section 3
titled "Gridwave's Description" (description) throughout the period April 1, 2025 to March 31, 2026, based on
the criteria for a description of a service organization's system in DC 200.
Gridwave Inc. uses Cumulus Web Services, Inc. (CWS), a subservice organization, to provide cloud hosting
services. The description presents the controls using the carve-out method.
Opinion
In our opinion, in all material respects,
a. the description presents the Gridwave Analytics Platform that was designed
b. the controls operated effectively
/s/ Hollow Oak CPAs, LLC
Tampa, Florida
May 12, 2026
""",
    """Complementary User Entity Controls (CUECs)
Gridwave's controls were designed with the assumption that certain controls would be implemented by user entities.
• User entities are responsible for understanding and complying with their contractual obligations.
• User entities are responsible for notifying Gridwave of changes made to technical or administrative
contact information.
• User entities are responsible for ensuring the supervision of the use of services by their personnel.
Subservice Organizations
""",
    """Section 4 Trust Services Category, Criteria, Related Controls, and Tests of Controls
Ctrl # Control Activity Test of Controls Results
CC1.1.1 Employees acknowledge the code of conduct. Inspected the acknowledgement for a sample of new hires. No
exceptions noted.
CC6.2.4 Access for terminated users is removed within 24 hours. Inspected tickets for a sample of terminated
users. Exceptions noted.
For 2 of 12 terminated employees sampled, access was not removed within 24 hours.
CC6.3.1 Reviews are performed quarterly. Inspected reviews. No exceptions noted.
Management's Response to Exceptions
CC6.2.4: Gridwave has automated the removal of access through its HR system.
""",
)

TYPE_1 = (
    """SOC 1 Type 1 Report
Description of Loomspace B.V.'s Payroll Processing System
as of 30 June 2026
and Independent Service Auditor's Report
Prepared by: Van Dam Accountants B.V.
""",
    """Independent service auditor's assurance report
To the Board of Directors of Loomspace B.V.
We have examined Loomspace B.V.'s description of its Payroll Processing System as of 30 June 2026 and the
suitability of the design of controls.
We performed no procedures regarding the operating effectiveness.
In our opinion, in all material respects, the description fairly presents the system as of 30 June 2026.
Amsterdam, 20 July 2026
Van Dam Accountants B.V.
Subservice organizations
Loomspace B.V. uses the subservice organization Heidner Online GmbH for data center hosting. The inclusive
method was used.
""",
)

SOC_3 = (
    """System and Organization Controls 3 (SOC 3) Report
Management's Report of Its Assertions on the Effectiveness of Its Controls over the Quantia Cloud Platform
Based on the Trust Services Criteria for Security and Availability
For the Period 1 January 2025 to 31 December 2025
Quantia Payments Ltd
""",
    """Report of Independent Accountants
To the Management of Quantia Payments Ltd
We have examined management's assertion that Quantia Payments Ltd maintained effective controls over the Quantia
Cloud Platform throughout the period 1 January 2025 to 31 December 2025.
In our opinion, management's assertion is fairly stated, in all material respects.
Birch & Lowe LLP
London
14 March 2026
""",
)

LABELLED = (
    """Fjordtech AS
Report on Fjordtech's Logistics Cloud
SOC 2® Type 2
1 October 2024 - 30 September 2025
Trust Services Categories: Security, Availability
Service Auditor: Nordrevisjon AS
Report Date: 12 November 2025
""",
    """Independent Service Auditor's Report
Qualified Opinion
In our opinion, except for the matter described in the Basis for Qualified Opinion paragraph, in all material
respects, the controls operated effectively.
Basis for Qualified Opinion
Controls related to change approval did not operate effectively during the period.
""",
    """Test results
Control ID: CHG-02
Control: Changes are approved.
Result: Deviation identified. 7 of 40 changes had no approval.
Management response: A gate has been added to the pipeline.
Control ID: CHG-03
Result: No deviations identified.
User Entity Responsibilities
1. Users of the service must protect their credentials.
2. Users of the service must report incidents without delay.
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            TYPE_2,
            {
                "issuer": "Hollow Oak CPAs, LLC",
                "subject": "Gridwave Inc.",
                "period_start": "2025-04-01",
                "period_end": "2026-03-31",
                "issued": "2026-05-12",
                "opinion": "unqualified",
                "scope": "Gridwave Analytics Platform",
                "exceptions": [
                    (
                        "Exceptions noted. For 2 of 12 terminated employees sampled, access was not removed within 24 "
                        "hours. (control CC6.2.4, response Gridwave has automated the removal of access through its HR "
                        "system.)"
                    )
                ],
                "soc_type": ["SOC 2"],
                "report_type": ["type 2"],
                "trust_criteria": ["security", "availability", "confidentiality"],
                "cuec": [
                    "User entities are responsible for understanding and complying with their contractual obligations.",
                    (
                        "User entities are responsible for notifying Gridwave of changes made to technical or "
                        "administrative contact information."
                    ),
                    "User entities are responsible for ensuring the supervision of the use of services by their personnel.",
                ],
                "subservice": ["Cumulus Web Services, Inc. (method carve-out, service cloud hosting services)"],
            },
        ),
        (
            TYPE_1,
            {
                "issuer": "Van Dam Accountants B.V.",
                "subject": "Loomspace B.V.",
                "period_end": "2026-06-30",
                "issued": "2026-07-20",
                "opinion": "unqualified",
                "scope": "Payroll Processing System",
                "soc_type": ["SOC 1"],
                "report_type": ["type 1"],
                "subservice": ["Heidner Online GmbH (method inclusive, service data center hosting)"],
            },
        ),
        (
            SOC_3,
            {
                "issuer": "Birch & Lowe LLP",
                "subject": "Quantia Payments Ltd",
                "period_start": "2025-01-01",
                "period_end": "2025-12-31",
                "issued": "2026-03-14",
                "opinion": "unqualified",
                "scope": "Quantia Cloud Platform",
                "soc_type": ["SOC 3"],
                "trust_criteria": ["security", "availability"],
            },
        ),
        (
            LABELLED,
            {
                "issuer": "Nordrevisjon AS",
                "subject": "Fjordtech AS",
                "period_start": "2024-10-01",
                "period_end": "2025-09-30",
                "issued": "2025-11-12",
                "opinion": "qualified",
                "scope": "Logistics Cloud",
                "exceptions": [
                    (
                        "Deviation identified. 7 of 40 changes had no approval. (control CHG-02, response A gate has "
                        "been added to the pipeline.)"
                    )
                ],
                "soc_type": ["SOC 2"],
                "report_type": ["type 2"],
                "trust_criteria": ["security", "availability"],
                "cuec": [
                    "Users of the service must protect their credentials. (number 1)",
                    "Users of the service must report incidents without delay. (number 2)",
                ],
            },
        ),
    ],
    ids=["type_2", "type_1", "soc_3", "labelled"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
