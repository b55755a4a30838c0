"""What stands in an invented vendor's documents besides what is planted: openings, certificates, closing words."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from portal.planted.planning import LAST_YEAR, OTHER_SERVICE
from portal.planted.sheets import Drawing
from portal.planted.vendors import TODAY, Held, Vendor

CLOSING = {
    "policy": "Questions about this document go to the owner named above.",
    "overview": "This overview is written for customers and prospects and is not part of any contract.",
    "dpa": "Signed for the parties by their authorised representatives.",
    "pentest": "We thank the team for its cooperation during the engagement.",
    "continuity": "This document is classified as internal.",
    "suppliers": "This page is kept by the legal team.",
}


def period(vendor: Vendor, home: str) -> tuple[date, date]:
    """Return the first and last day that a report covers."""
    end = vendor.old_end if home == LAST_YEAR else vendor.period_end
    return end.replace(year=end.year - 1) + timedelta(days=1), end


def report(vendor: Vendor, home: str) -> Drawing:
    """Begin a SOC 2 report, or the review of its own controls that a vendor without a current one has."""
    service = vendor.other if home == OTHER_SERVICE else vendor.service
    first, last = (vendor.day(day) for day in period(vendor, home))
    if home == "soc" and vendor.soc is not Held.CURRENT:
        drawing = Drawing.begin(f"Internal audit of controls - {service}", vendor)
        since, until = vendor.day(TODAY - timedelta(days=150)), vendor.day(TODAY - timedelta(days=60))
        drawing.paras(f"Internal audit looked at the controls of the {service} service between {since} and {until}.")
        drawing.paras(f"This review was carried out by staff of {vendor.name}.")
        return drawing
    year = period(vendor, home)[1].year
    drawing = Drawing.begin(f"SOC 2 Type 2 Report {year} - {service}", vendor)
    drawing.sheet.centred(
        f"{vendor.name}", f"Report on the description of the {service} system", f"For the period {first} to {last}"
    )
    drawing.heading("Independent service auditor's report")
    drawing.paras(_OPINION.format(name=vendor.name, service=service, first=first, last=last, host=vendor.host))
    drawing.sheet.lines(vendor.auditor, vendor.day(period(vendor, home)[1] + timedelta(days=45)))
    drawing.sheet.leaf()
    drawing.heading("Description of the system")
    drawing.paras(f"{vendor.name} provides {service}, an application that is delivered over the internet.")
    return drawing


_OPINION = """To the management of {name}

We have examined the accompanying description of the {service} system of {name} throughout the period {first} to {last},
and the suitability of the design and the operating effectiveness of the controls stated in it.

{name} uses {host}, a subservice organization, for hosting. Our examination did not include the controls of {host}.

Management is responsible for its description and assertion. Our responsibility is to express an opinion based on our
examination, which was conducted in accordance with the attestation standards of the AICPA.

In our opinion, in all material respects, the description presents the system that was designed and implemented
throughout the period {first} to {last}, and the controls stated in it were suitably designed and operated effectively
throughout that period."""


def before_tests(drawing: Drawing) -> None:
    """Open the part of a report that tells of tests."""
    drawing.heading("Tests of controls and their results")
    drawing.paras("The tests below were chosen by the nature of each control. Inquiry alone was never relied upon.")


def after_tests(drawing: Drawing) -> None:
    """Close a report."""
    drawing.heading("Other information")
    drawing.paras("The information in this section was not part of the examination and is not covered by it.")


def _policy(vendor: Vendor) -> Drawing:
    drawing = Drawing.begin("Information Security Policy", vendor)
    drawing.sheet.pairs(("Company", vendor.name), ("Document number", "ISP-01"), ("Version", "3.1"))
    drawing.paras(f"This policy holds for {vendor.name} and for all who work for it.")
    return drawing


def _overview(vendor: Vendor) -> Drawing:
    drawing = Drawing.begin(f"{vendor.service} Security Overview", vendor)
    drawing.paras(f"How {vendor.name} looks after {vendor.service}. Last edited in September 2026.")
    drawing.paras(f"Messages are sent by {vendor.sub}, a sub-processor.")
    return drawing


def _agreement(vendor: Vendor) -> Drawing:
    drawing = Drawing.begin("Data Processing Agreement", vendor)
    drawing.paras(f"""between the customer named in the order (the "Customer") and {vendor.name} (the "Processor"), on the
        processing of personal data in {vendor.service}, effective {vendor.day(date(2026, 2, 1))}.""")
    return drawing


def _pentest(vendor: Vendor) -> Drawing:
    drawing = Drawing.begin(f"Penetration Test Summary Letter - {vendor.service}", vendor)
    first, last = vendor.day(vendor.tested_on - timedelta(days=11)), vendor.day(vendor.tested_on)
    drawing.sheet.lines(vendor.tester, vendor.day(vendor.tested_on + timedelta(days=14)))
    drawing.paras(f"""To whom it may concern

        {vendor.tester} was engaged by {vendor.name} to carry out a penetration test of {vendor.service}. The test took
        place from {first} to {last} and covered the web application and its interfaces.""")
    return drawing


def _continuity(vendor: Vendor) -> Drawing:
    drawing = Drawing.begin("Resilience Handbook", vendor)
    drawing.paras(f"This handbook is used by the operations team of {vendor.name}. Edition of March 2026.")
    return drawing


def _suppliers(vendor: Vendor) -> Drawing:
    drawing = Drawing.begin("Third Parties", vendor)
    drawing.paras(f"How {vendor.name} works with other companies. Edition of June 2026.")
    return drawing


BEGUN: Mapping[str, Callable[[Vendor], Drawing]] = {
    "policy": _policy,
    "overview": _overview,
    "dpa": _agreement,
    "pentest": _pentest,
    "continuity": _continuity,
    "suppliers": _suppliers,
}


def certificate(vendor: Vendor, held: Held) -> Drawing:
    """Draw an ISO/IEC 27001 certificate, valid or not, on the service or on another."""
    service = vendor.other if held is Held.ELSEWHERE else vendor.service
    first = date(2022, 5, 20) if held is Held.OLD else date(2025, 4, 9)
    drawing = Drawing.begin("Certificate of Registration", vendor)
    drawing.sheet.centred("This is to certify that the information security management system of", vendor.name)
    drawing.sheet.centred("conforms to the requirements of ISO/IEC 27001:2022")
    drawing.sheet.labelled(
        ("Scope", f"The development, operation and support of {service}"),
        ("Certificate number", f"IS {700_000 + len(vendor.name) * 1371}"),
        ("Date of issue", vendor.day(first)),
        ("Valid until", vendor.day(first.replace(year=first.year + 3) - timedelta(days=1))),
        ("Issued by", "Meridian Certification Body"),
    )
    return drawing


def cards(vendor: Vendor, held: Held) -> Drawing:
    """Draw a PCI DSS attestation of compliance, current or not."""
    done = date(2026, 3, 18) if held is Held.CURRENT else date(2025, 2, 11)
    drawing = Drawing.begin("PCI DSS Attestation of Compliance", vendor)
    drawing.sheet.labelled(
        ("Service provider", vendor.name),
        ("Service assessed", vendor.service),
        ("PCI DSS version", "4.0.1"),
        ("Date of assessment", vendor.day(done)),
        ("Assessor", vendor.auditor),
    )
    drawing.paras(f"""The assessor attests that {vendor.name} has demonstrated compliance. Compliant: all sections of the
        report on compliance are complete and all requirements are in place, resulting in an overall COMPLIANT rating.""")
    return drawing


def insurance(vendor: Vendor) -> Drawing:
    """Draw a certificate of insurance, which decides nothing that is asked."""
    drawing = Drawing.begin("Certificate of Insurance", vendor)
    drawing.sheet.labelled(
        ("Insured", vendor.name),
        ("Policy", "Technology errors and omissions, network security"),
        ("Policy period", f"{vendor.day(date(2026, 1, 1))} to {vendor.day(date(2026, 12, 31))}"),
        ("Limit", "EUR 5,000,000 each claim and in the aggregate"),
    )
    return drawing
