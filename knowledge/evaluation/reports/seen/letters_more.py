"""Further invented bridge letters, HIPAA statements and PCI attestations, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, said, truth


def _memo() -> bytes:
    sheet = Sheet("", "Beacon Hill Utilities Billing | Finance & Compliance")
    sheet.banner("MEMORANDUM", size=15)
    sheet.pairs(
        ("TO:", "All customers"),
        ("FROM:", "Garrett Nwosu, Compliance Manager"),
        ("DATE:", "December 31, 2025"),
        ("RE:", "SOC 1 Type 2 bridge letter"),
        width=25,
    )
    sheet.paras("""Beacon Hill Utilities Billing Corp. undergoes a SOC 1 Type 2 examination each year. The latest one covered the
twelve months ended September 30, 2025 (report dated November 18, 2025).

Bridge period: October 1, 2025 – December 31, 2025

We are not aware of any significant changes in the bridge period to the processes, systems or key personnel described in the
report. We are also not aware of any control failures.""")
    return sheet.done()


MEMO = Report(
    "memo 12-31.pdf",
    "bridge_letter",
    _memo,
    truth(
        issuer="Beacon Hill Utilities Billing Corp.",
        subject="Beacon Hill Utilities Billing Corp.",
        period_start=day(2025, 10, 1, "October 1, 2025"),
        period_end=day(2025, 12, 31, "December 31, 2025"),
        issued=day(2025, 12, 31, "December 31, 2025"),
    ),
)


def _until_now() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Wrenfield & Daughters Software Co.", style="B", size=13)
    sheet.lines("Date: 15 September 2026")
    sheet.paras("""Customer assurance letter: continued operation of controls

The SOC 2 report of Tillery Marsh LLP on the Wrenfield Business Platform is for the period that ended on 31 March 2026. Many of
you have a year end that lies after that day.

Management asserts that between 1 April 2026 and the date of this letter, the controls continued to be in place as described, and
that no event has come to its notice that would lead to a different opinion.

For and on behalf of Wrenfield & Daughters Software Co., Agnes Wrenfield, Chief Operating Officer""")
    return sheet.done()


UNTIL_NOW = Report(
    "continued operation letter.pdf",
    "bridge_letter",
    _until_now,
    truth(
        issuer="Wrenfield & Daughters Software Co.",
        subject="Wrenfield & Daughters Software Co.",
        period_start=day(2026, 4, 1, "1 April 2026"),
        period_end=day(2026, 9, 15, "15 September 2026"),
        issued=day(2026, 9, 15, "15 September 2026"),
    ),
)


def _signed() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.banner("Bridge Letter", size=22)
    sheet.lines("lumen7 Video Platform", "Covering 2026-03-01 to 2026-05-31", style="I")
    sheet.paras("""lumen7 obtained a SOC 2 report as of February 28, 2026 from Ostrander CPAs P.C. This document bridges the time
until our Type 2 report becomes available in the last quarter of 2026.

lumen7 confirms that its controls have not changed in a material way. One change is mentioned for completeness: the office moved
to a new address on April 20, 2026.

lumen7 makes no statement about the time after May 31, 2026.""")
    sheet.columns(
        """Signature: Ola Brandvold

Title: Head of Security""",
        """Company: lumen7, Inc.

Date: 2026-06-02""",
    )
    return sheet.done()


SIGNED = Report(
    "lumen7_bridge.pdf",
    "bridge_letter",
    _signed,
    truth(
        issuer=Planted("lumen7, Inc.", also=("lumen7",)),
        subject=Planted("lumen7, Inc.", also=("lumen7",)),
        period_start=day(2026, 3, 1, "2026-03-01"),
        period_end=day(2026, 5, 31, "2026-05-31"),
        issued=day(2026, 6, 2, "2026-06-02"),
    ),
)


def _form() -> bytes:
    sheet = Sheet("HIPAA SECURITY RULE ASSESSMENT", "Page {page} of {pages}")
    sheet.banner("HIPAA Compliance Attestation", size=18)
    sheet.grid(
        (
            ("Organization assessed", "Brackwater Health Exchange LLC"),
            ("Assessed by", "Stillwater HIPAA Group, Inc."),
            ("Assessment period ended", "10/31/2025"),
            ("Report issued", "11/24/2025"),
            ("Business associate agreements", "Executed with all customers"),
        ),
        (60, 106),
        header=False,
    )
    sheet.paras("""The assessment followed the audit protocol of the Office for Civil Rights of July 2018. All 78 required
specifications were met, and 19 of 21 addressable ones; for the other two an equivalent measure is in place.""")
    return sheet.done()


FORM = Report(
    "hipaa-2025-bhx.pdf",
    "hipaa_statement",
    _form,
    truth(
        issuer="Stillwater HIPAA Group, Inc.",
        subject="Brackwater Health Exchange LLC",
        issued=day(2025, 11, 24, "11/24/2025"),
        period_end=day(2025, 10, 31, "10/31/2025"),
        assessor=perhaps("Stillwater HIPAA Group, Inc."),
        baa=said("signed", "Executed with all customers"),
    ),
)


def _web_page() -> bytes:
    sheet = Sheet("", "Version of February 9, 2026", size=11)
    sheet.banner("Orchard Charts and HIPAA")
    sheet.lines("A statement for practices and clinics by Orchard Charts, LLC")
    sheet.paras("""Is Orchard Charts compliant with HIPAA? Yes. Orchard Charts, LLC maintains administrative, technical and
physical
safeguards for protected health information in line with the Security Rule.

Will you enter into a BAA with us? A business associate agreement is available to every customer and can be requested from your
account. We have such agreements with our own hosting provider as well.

When were you last assessed? Our risk analysis was completed in-house on January 23, 2026.""")
    return sheet.done()


WEB_PAGE = Report(
    "orchard-hipaa.pdf",
    "hipaa_statement",
    _web_page,
    truth(
        issuer="Orchard Charts, LLC",
        subject="Orchard Charts, LLC",
        issued=day(2026, 2, 9, "February 9, 2026"),
        period_end=perhaps("2026-01-23", "January 23, 2026"),
        baa=said("offered", "A business associate agreement is available to every customer"),
    ),
)


def _older_form() -> bytes:
    sheet = Sheet("PCI Security Standards", "PCI DSS v4.0 Attestation of Compliance – {page}", size=9.5)
    sheet.banner("AOC for Report on Compliance: Service Providers", size=15)
    sheet.lines("PCI DSS Version 4.0, Revision 2")
    sheet.heading("1. Service provider and assessor", size=11)
    sheet.grid(
        (
            ("Service Provider Company Name", "Beacon Hill Utilities Billing Corp.", "Contact", "G. Nwosu"),
            ("QSA Company Name", "Ferrous Gate Security, LLC", "Lead QSA", "Amara Diallo"),
        ),
        (45, 62, 22, 37),
        header=False,
    )
    sheet.heading("2. Services covered by the assessment", size=11)
    sheet.items("Payment of utility bills by card (web, telephone and kiosk)", mark="-")
    sheet.heading("3. Attestation", size=11)
    sheet.paras("""The assessment was completed on December 3, 2025. Based on the Report on Compliance dated December 12, 2025,
Beacon Hill Utilities Billing Corp. is Compliant: all requirements are in place. It is a Level 1 service provider.""")
    sheet.labelled(
        ("Signed for the service provider", "December 15, 2025"), ("Signed for the QSA", "December 12, 2025")
    )
    return sheet.done()


OLDER_FORM = Report(
    "BHUB_AOC_signed.pdf",
    "pci_aoc",
    _older_form,
    truth(
        issuer="Ferrous Gate Security, LLC",
        subject="Beacon Hill Utilities Billing Corp.",
        issued=Planted("2025-12-12", "December 12, 2025", also=("2025-12-15",)),
        scope="Payment of utility bills by card (web, telephone and kiosk)",
        pci_version=Planted("4.0", "Version 4.0"),
        compliance=said("compliant", "is Compliant"),
        service_provider_level=said("1", "Level 1"),
    ),
)


def _prose_aoc() -> bytes:
    sheet = Sheet(face="Times", size=11.5)
    sheet.lines("Kordell Payments Assurance GmbH, Qualified Security Assessor", style="B")
    sheet.lines("Vienna, 6 November 2025")
    sheet.lines("Confirmation of PCI DSS compliance (AOC summary)", style="B", size=13)
    sheet.paras("""Kordell Payments Assurance GmbH has validated Sommerhaus Booking AG against the Payment Card Industry Data
Security
Standard, version 4.0.1, for its services Hosted payment page and Reservation desk.

Three requirements could not be met because national law forbids the checks on staff that they ask for. The result of the
assessment is therefore: compliant with legal exception.

The earlier confirmation of 8 November 2024 loses its effect.""")
    return sheet.done()


PROSE_AOC = Report(
    "PCI Bestaetigung Sommerhaus.pdf",
    "pci_aoc",
    _prose_aoc,
    truth(
        issuer="Kordell Payments Assurance GmbH",
        subject="Sommerhaus Booking AG",
        issued=day(2025, 11, 6, "6 November 2025"),
        scope=Planted("Hosted payment page and Reservation desk"),
        pci_version=Planted("4.0.1", "version 4.0.1"),
        compliance="compliant with legal exception",
    ),
)

REPORTS = (MEMO, UNTIL_NOW, SIGNED, FORM, WEB_PAGE, OLDER_FORM, PROSE_AOC)
