"""Tests of reading certificates of management systems, in layouts of several makers."""

import pytest

from tests.knowledge.facts.reading import read, said

CENTRED = (
    """bsi.
Certificate of Registration
INFORMATION SECURITY MANAGEMENT SYSTEM - ISO/IEC 27001:2022
This is to certify that: Quantia Payments Ltd
                         10 Old Street
                         London
                         EC1V 9BD
                         United Kingdom
Holds Certificate No: IS 712345
and operates an Information Security Management System which complies with the requirements of ISO/IEC 27001:2022 for the
following scope:
The provision of payment processing services and supporting infrastructure from London and Dublin. This is in
accordance with the Statement of Applicability V4.2 dated 12/03/2025.
For and on behalf of BSI:
Matt Page, Managing Director Assurance - UK & Ireland
Original Registration Date: 2019-05-14    Effective Date: 2025-05-14
Latest Revision Date: 2025-05-02    Expiry Date: 2028-05-13
Page: 1 of 2
...making excellence a habit.
""",
)

TWO_LANGUAGES = (
    """ZERTIFIKAT / CERTIFICATE
The Certification Body
of TÜV SÜD Management Service GmbH
certifies that
Nordlicht Software AG
Musterstraße 5
80331 München
Germany
has established and applies
an Information Security Management System
for the following scope:
Development, operation and support of SaaS solutions for HR management
according to Statement of Applicability version 2.1
An audit was performed, Report No. 70812345
Proof has been furnished that the requirements
according to
ISO/IEC 27001:2022
are fulfilled.
The certificate is valid from 2025-02-01 until 2028-01-31.
Certificate Registration No.: 12 310 55512 TMS
Version of the statement of applicability: 2.1
Product Compliance Management
Munich, 2025-01-20
DAkkS
Deutsche Akkreditierungsstelle
D-ZM-14143-01-00
""",
)

OF_A_REGISTRAR = (
    """Schellwood Compliance, LLC
CERTIFICATE OF REGISTRATION
Information Security Management System - ISO/IEC 27001:2022
The Certification Body of Schellwood Compliance, LLC hereby certifies that the following organization operates
an Information
Security Management System that conforms to the requirements of ISO/IEC 27001:2022
Gridwave Inc.
for the following scope of registration
The scope of the ISO/IEC 27001:2022 certification is limited to the information security management system
(ISMS) supporting the Gridwave
analytics platform and in accordance with the statement of applicability, version 3.0, dated March 3, 2025.
which includes the following in-scope location(s) on page 2 of 2
Certificate Number: 1823456-2
Authorized by:
Jane Roe, Principal, Schellwood Compliance, LLC
50 North Laura Street, Suite 2500
Issue Date        Original Registration Date    Expiration Date    Certificate Version
April 12, 2025    April 12, 2022                April 11, 2028     Version 1
ANAB ACCREDITED MANAGEMENT SYSTEMS CERTIFICATION BODY
CONDITIONS & LIMITATIONS:
Page 1 of 2
""",
    """In-scope Location(s)
Location  Function / Role
Gridwave Inc.
123 Main Street, Suite 400
Austin, Texas 78701
United States
Main Location of the ISMS
Certificate Number: 1823456-2
""",
)

WITH_LABELS_ABOVE = (
    """MANAGEMENT SYSTEM
CERTIFICATE
Certificate no.:
C512345
Initial certification date:
15 June 2021
Valid:
15 June 2024 – 14 June 2027
This is to certify that the management system of
Fjordtech AS
Storgata 12, 0155 Oslo, Norway
and the sites as mentioned in the appendix accompanying this certificate
has been found to conform to the Information Security Management System standard:
ISO/IEC 27001:2022
This certificate is valid for the following scope:
Design, development, hosting and support of logistics software.
Statement of Applicability, Version 7
Place and date:
Oslo, 10 June 2024
For the issuing office:
DNV - Business Assurance
Veritasveien 1, 1363 Høvik, Norway
Norsk Akkreditering MSYS 001
""",
)

SHORT = (
    """CERTIFICATE OF COMPLIANCE
Prescott Assurance hereby certifies that
Loomspace Technologies Pvt. Ltd.
Certificate Number: PA-2025-0192
ISO/IEC 27001:2022
Scope of Certification: The ISMS covers people, processes and technology that support the Loomspace
collaboration suite.
Date of Certification: 04/03/2025
Date of Expiry: 03/03/2028
SoA Version: 1.4, 01/02/2025
""",
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            CENTRED,
            {
                "issuer": "BSI",
                "subject": "Quantia Payments Ltd",
                "issued": "2025-05-14",
                "expires": "2028-05-13",
                "scope": "The provision of payment processing services and supporting infrastructure from London and Dublin",
                "standard": ["ISO/IEC 27001:2022"],
                "certificate_number": ["IS 712345"],
                "soa_version": ["4.2"],
            },
        ),
        (
            TWO_LANGUAGES,
            {
                "issuer": "TÜV SÜD Management Service GmbH",
                "subject": "Nordlicht Software AG",
                "issued": "2025-02-01",
                "expires": "2028-01-31",
                "scope": "Development, operation and support of SaaS solutions for HR management",
                "standard": ["ISO/IEC 27001:2022"],
                "certificate_number": ["12 310 55512 TMS"],
                "accreditation": ["DAkkS"],
                "soa_version": ["2.1"],
            },
        ),
        (
            OF_A_REGISTRAR,
            {
                "issuer": "Schellwood Compliance, LLC",
                "subject": "Gridwave Inc.",
                "issued": "2025-04-12",
                "expires": "2028-04-11",
                "scope": (
                    "The scope of the ISO/IEC 27001:2022 certification is limited to the information security "
                    "management system (ISMS) supporting the Gridwave analytics platform"
                ),
                "standard": ["ISO/IEC 27001:2022"],
                "certificate_number": ["1823456-2"],
                "accreditation": ["ANAB"],
                "soa_version": ["3.0"],
            },
        ),
        (
            WITH_LABELS_ABOVE,
            {
                "issuer": "DNV",
                "subject": "Fjordtech AS",
                "issued": "2024-06-15",
                "expires": "2027-06-14",
                "scope": "Design, development, hosting and support of logistics software",
                "standard": ["ISO/IEC 27001:2022"],
                "certificate_number": ["C512345"],
                "soa_version": ["7"],
            },
        ),
        (
            SHORT,
            {
                "issuer": "Prescott Assurance",
                "subject": "Loomspace Technologies Pvt. Ltd.",
                "expires": "2028-03-03",
                "scope": "The ISMS covers people, processes and technology that support the Loomspace collaboration suite",
                "standard": ["ISO/IEC 27001:2022"],
                "certificate_number": ["PA-2025-0192"],
                "soa_version": ["1.4"],
            },
        ),
    ],
    ids=["centred", "two_languages", "of_a_registrar", "with_labels_above", "short"],
)
def test_each_layout_gives_its_facts(texts: tuple[str, ...], expected: dict[str, str | list[str]]) -> None:
    """What a careful reader would take from the document is read off it, and nothing else."""
    assert expected == said(read(*texts))
