"""Tests of reading agreements on processing, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

NUMBERED_PARTIES = (
    """DATA PROCESSING AGREEMENT
This Data Processing Agreement (the "DPA") is made on 12 January 2026 between:
(1) Northwind Retail GmbH, a company incorporated in Germany with its registered office at Hauptstr. 1, Berlin
(the "Controller"); and
(2) Gridwave Inc., a Delaware corporation with offices at 123 Main Street, Austin (the "Processor").
1. Definitions. "Standard Contractual Clauses" means the clauses annexed to Decision 2021/914.
5. The Processor shall notify the Controller without undue delay, and no later than seventy-two (72) hours after
becoming aware of a Personal Data Breach.
6. The Processor shall not transfer Personal Data outside the EEA unless the Standard Contractual Clauses
(Module Two) apply; the parties hereby enter into the Standard Contractual Clauses for such transfers.
9. This DPA shall remain in force until 31 December 2028.
Annex III - List of Sub-processors
Sub-processor Purpose Location
Cumulus Web Services EMEA SARL Cloud hosting Luxembourg
Tellio Ireland Limited SMS notifications Ireland
Zenhelp Customer support ticketing USA
""",
)

ACTING_PARTIES = (
    """Data Processing Addendum
Effective Date: March 1, 2026
This Addendum forms part of the Services Agreement between Customer and Loomspace B.V. ("Loomspace").
Customer acts as controller and Loomspace acts as processor.
Loomspace will notify Customer of a Security Incident within 24 hours of discovery.
Transfers to third countries are subject to an adequacy decision or the SCCs.
Sub-processors
The following sub-processors are engaged:
• Nimbus Cloud EMEA Ltd. (Ireland): hosting
• MailGrid, Inc. (United States): email delivery
• Metricdog, Inc. - monitoring - United States
""",
)

STACKED = (
    """DATA PROCESSING AGREEMENT
Controller
Brisa Retail S.L.
Processor
Fjordtech AS
Date of agreement
5 May 2026
The data processor shall report any personal data breach to the data controller at the latest 36 hours after
having become aware of it.
Approved sub-processors
Name Location Service
Heidner Online GmbH Germany Servers
Tallymark Oy Finland Invoicing
Binding corporate rules of the group apply to transfers outside the EEA.
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            NUMBERED_PARTIES,
            {
                "subject": "Gridwave Inc.",
                "issued": "2026-01-12",
                "expires": "2028-12-31",
                "party": ["Gridwave Inc. (role processor)", "Northwind Retail GmbH (role controller)"],
                "subprocessor": [
                    "Cumulus Web Services EMEA SARL (location Luxembourg, service Cloud hosting)",
                    "Tellio Ireland Limited (location Ireland, service SMS notifications)",
                    "Zenhelp (location USA, service Customer support ticketing)",
                ],
                "notification_time": ["72 hours"],
                "transfer": ["standard contractual clauses"],
            },
        ),
        (
            ACTING_PARTIES,
            {
                "subject": "Loomspace B.V.",
                "issued": "2026-03-01",
                "party": ["Loomspace B.V. (role processor)"],
                "subprocessor": [
                    "Nimbus Cloud EMEA Ltd. (location Ireland, service hosting)",
                    "MailGrid, Inc. (location United States, service email delivery)",
                    "Metricdog, Inc. (location United States, service monitoring)",
                ],
                "notification_time": ["24 hours"],
                "transfer": ["standard contractual clauses", "adequacy decision"],
            },
        ),
        (
            STACKED,
            {
                "subject": "Fjordtech AS",
                "issued": "2026-05-05",
                "party": ["Fjordtech AS (role processor)", "Brisa Retail S.L. (role controller)"],
                "subprocessor": [
                    "Heidner Online GmbH (location Germany, service Servers)",
                    "Tallymark Oy (location Finland, service Invoicing)",
                ],
                "notification_time": ["36 hours"],
                "transfer": ["binding corporate rules"],
            },
        ),
    ],
    ids=["numbered_parties", "acting_parties", "stacked"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
