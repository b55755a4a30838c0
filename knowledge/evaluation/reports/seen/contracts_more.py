"""Further invented agreements and documents that are no evidence themselves, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _online() -> bytes:
    sheet = Sheet("", "Orchard Charts Data Processing Terms - {page}", size=10)
    sheet.banner("Data Processing Terms", size=18)
    sheet.lines("Last updated: June 15, 2026", style="I")
    sheet.paras("""These Data Processing Terms are part of the agreement between Orchard Charts, LLC ("Orchard", the data
processor)
and the customer.

3. Orchard notifies the customer of a breach of personal data promptly and at most 36 hours after it has been confirmed.

4. The following companies process personal data on behalf of Orchard:

- Cloudmoor Inc., United States (servers)

- Sentrydesk, LLC, United States (support desk)

- Ringdove Telecom AG, Switzerland (text messages)

5. Where Orchard sends personal data of persons in the Union to the United States, the standard contractual clauses apply; the
parties choose Module Three.""")
    return sheet.done()


ONLINE = Report(
    "orchard-dpt.pdf",
    "agreement",
    _online,
    truth(
        issued=day(2026, 6, 15, "June 15, 2026"),
        subject="Orchard Charts, LLC",
        party=named("Orchard Charts, LLC", role="processor"),
        subprocessor=(
            named("Cloudmoor Inc.", service="servers", location="United States"),
            named("Sentrydesk, LLC", service="support desk", location="United States"),
            named("Ringdove Telecom AG", service="text messages", location="Switzerland"),
        ),
        notification_time="36 hours",
        transfer="standard contractual clauses",
    ),
)


def _form() -> bytes:
    sheet = Sheet("Processor agreement", "Initials: ____   {page} of {pages}")
    sheet.banner("Data Processor Agreement", size=17)
    sheet.pairs(
        ("Data controller", "Municipality of Lindesvik"),
        ("Data processor", "Sommerhaus Booking AG"),
        ("Signed on", "17 April 2026"),
        ("Expires on", "16 April 2030"),
        borders=True,
    )
    sheet.grid(
        (
            ("Clause", "Agreed"),
            ("Notice of a data breach", "Within 12 hours after discovery"),
            ("Transfer outside the EEA", "Not permitted"),
            ("Audit", "Once a year"),
        ),
        (60, 106),
    )
    sheet.heading("Appendix B. Sub-data processors", size=11)
    sheet.grid(
        (
            ("No.", "Company", "Country", "Task"),
            ("1", "Elbe Rechenzentrum AG", "Germany", "Hosting"),
            ("2", "Mailbird 24 GmbH", "Austria", "Mailing of confirmations"),
        ),
        (12, 60, 40, 54),
    )
    return sheet.done()


FORM = Report(
    "databehandleravtale EN.pdf",
    "agreement",
    _form,
    truth(
        issued=day(2026, 4, 17, "17 April 2026"),
        expires=day(2030, 4, 16, "16 April 2030"),
        subject="Sommerhaus Booking AG",
        party=(
            named("Municipality of Lindesvik", role="controller"),
            named("Sommerhaus Booking AG", role="processor"),
        ),
        subprocessor=(
            named("Elbe Rechenzentrum AG", service="Hosting", location="Germany"),
            named("Mailbird 24 GmbH", service="Mailing of confirmations", location="Austria"),
        ),
        notification_time="12 hours",
        transfer=said("none", "Not permitted"),
    ),
)


def _master() -> bytes:
    sheet = Sheet("", "MSA {page}/{pages}", face="Times", size=10.5)
    sheet.banner("MASTER SERVICES AGREEMENT", size=16, align="C")
    sheet.paras("""This Master Services Agreement is made as of May 18, 2026 (the "Effective Date") between Beacon Hill Utilities
Billing Corp. ("Supplier") and the City of Marlow ("Customer").

1. Services. Supplier provides the services described in each order form.

8. Confidentiality. Each party protects the other's confidential information for five years.

12. Term. This Agreement ends on May 17, 2029 unless it is renewed. Supplier provides its SOC 1 report within 60 days after it is
issued, and carries cyber insurance of at least $5,000,000.""")
    return sheet.done()


MASTER = Report(
    "City of Marlow MSA.pdf",
    "agreement",
    _master,
    truth(
        issued=day(2026, 5, 18, "May 18, 2026"),
        expires=day(2029, 5, 17, "May 17, 2029"),
        subject=Planted("Beacon Hill Utilities Billing Corp.", optional=True),
        party=(
            Planted("Beacon Hill Utilities Billing Corp.", parts={"role": ANY}, optional=True),
            Planted("City of Marlow", parts={"role": ANY}, optional=True),
        ),
    ),
)


def _engagement() -> bytes:
    sheet = Sheet(face="Times", size=11)
    sheet.lines("Tillery Marsh LLP", style="B", size=13)
    sheet.lines("March 9, 2026")
    sheet.lines("Wrenfield & Daughters Software Co.", "Attention: Agnes Wrenfield")
    sheet.paras("""Dear Ms. Wrenfield:

This letter sets out our understanding of the SOC 2 Type 2 examination that we will perform for the period April 1, 2025 to
March 31, 2026. Our fee is $68,000. If exceptions are noted, we will discuss them with you before the report is issued.

Please sign and return a copy of this letter.""")
    return sheet.done()


def _schedule() -> bytes:
    sheet = Sheet("", "{page}")
    sheet.banner("Compliance calendar 2026", size=18)
    sheet.grid(
        (
            ("Month", "Activity", "Responsible"),
            ("February", "ISO/IEC 27001 surveillance audit", "Quality manager"),
            ("April", "Penetration test of the platform", "Head of engineering"),
            ("May", "Disaster recovery test", "Operations"),
            ("October", "PCI DSS attestation of compliance", "Finance"),
        ),
        (36, 80, 50),
    )
    sheet.para("Dates are fixed at the start of each month. Policies are reviewed in December.")
    return sheet.done()


def _answers() -> bytes:
    sheet = Sheet("Security questionnaire", "Sommerhaus Booking AG {page}")
    sheet.banner("Supplier information security questionnaire", size=16)
    for number, question, answer in (
        ("1.1", "Which certificates do you hold?", "ISO/IEC 27001:2022, valid until 3 March 2028"),
        ("1.2", "Do you have an information security policy?", "Yes, version 6"),
        ("2.1", "Name your sub-processors.", "See the data processing agreement"),
        ("2.2", "Within what time are customers told of a breach?", "48 hours"),
    ):
        sheet.labelled((f"{number} Question", question), ("Answer", answer))
    return sheet.done()


REPORTS = (
    ONLINE,
    FORM,
    MASTER,
    Report("engagement letter TM.pdf", "other", _engagement, truth()),
    Report("calendar2026.pdf", "other", _schedule, truth()),
    Report("Supplier questionnaire - reply.pdf", "questionnaire", _answers, truth()),
)
