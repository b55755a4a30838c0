"""Agreements on the processing of data, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import beside, boxed, leaders
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _addendum() -> bytes:
    sheet = Sheet("", "Quartzite DPA – {page}", face="Times", size=10.5)
    sheet.centred("DATA PROCESSING ADDENDUM", size=15, style="B")
    sheet.paras("""This Data Processing Addendum, effective as of June 1, 2026 (the "Effective Date"), supplements the
Subscription Agreement dated May 12, 2023 between Quartzite Identity, Inc. ("Processor") and
Wattle Grove Benefits Pty Ltd ("Controller").

1. Roles. Controller determines the purposes; Processor acts on its documented instructions.

2. Sub-processing. Controller authorizes the sub-processors in Exhibit B. Processor gives notice of a new one 30 days ahead.

3. Personal Data Breach. Processor shall notify Controller without undue delay, and no later than seventy-two (72) hours after
becoming aware of a Personal Data Breach.

4. Restricted transfers. The Standard Contractual Clauses (Module Two) are incorporated by reference.""")
    sheet.heading("Exhibit B – Authorized sub-processors", size=12)
    sheet.grid(
        (
            ("Sub-processor", "Country", "Purpose"),
            ("Nimbostrat Compute, Inc.", "United States", "Hosting of the service"),
            ("Ringfence Mail LLC", "United States", "Delivery of one-time codes"),
            ("Gumtree Support Pty Ltd", "Australia", "Help desk outside US hours"),
        ),
        (60, 40, 66),
    )
    return sheet.done()


ADDENDUM = Report(
    "Quartzite-WattleGrove DPA.pdf",
    "agreement",
    _addendum,
    truth(
        issued=day(2026, 6, 1, "June 1, 2026"),
        subject="Quartzite Identity, Inc.",
        party=(
            named("Quartzite Identity, Inc.", role="processor"),
            named("Wattle Grove Benefits Pty Ltd", role="controller"),
        ),
        subprocessor=(
            named("Nimbostrat Compute, Inc.", service="Hosting of the service", location="United States"),
            named("Ringfence Mail LLC", service="Delivery of one-time codes", location="United States"),
            named("Gumtree Support Pty Ltd", service="Help desk outside US hours", location="Australia"),
        ),
        notification_time=said("72 hours", "seventy-two (72) hours"),
        transfer=said("standard contractual clauses", "Standard Contractual Clauses"),
    ),
)


def _form() -> bytes:
    sheet = Sheet("Data processing agreement (Art. 28 GDPR)", "Lindenhof AVV 2026 EN, {page}", size=10)
    sheet.banner("Data processing agreement", size=17)
    leaders(
        sheet,
        ("Processor", "Lindenhof Personalsoftware GmbH, Tübingen"),
        ("Controller", "Stadtwerke Finkenau AöR, Finkenau"),
        ("Signed on", "22.01.2026"),
        ("In force until", "31.12.2027"),
    )
    beside(
        sheet,
        ("§ 1 Subject", "Operation of Lindenhof Zeit & Lohn for the staff of the controller."),
        (
            "§ 5 Breaches",
            "The processor informs the controller of a personal data breach within 24 hours after it has become known.",
        ),
        ("§ 6 Place", "All processing takes place within the EU. Personal data is not transferred to third countries."),
        ("§ 8 Others", "The processor engages the further processors named in the annex."),
    )
    sheet.heading("Annex: further processors", size=11)
    sheet.items(
        "Neckar Colocation AG, Germany: data centres",
        "Druckhaus Albstadt GmbH, Germany: printing of payslips",
        mark="({n})",
    )
    return sheet.done()


FORM = Report(
    "AVV Finkenau signed EN.pdf",
    "agreement",
    _form,
    truth(
        issued=day(2026, 1, 22, "22.01.2026"),
        expires=day(2027, 12, 31, "31.12.2027"),
        subject="Lindenhof Personalsoftware GmbH",
        party=(
            named("Lindenhof Personalsoftware GmbH", role="processor"),
            named("Stadtwerke Finkenau AöR", role="controller"),
        ),
        subprocessor=(
            named("Neckar Colocation AG", service="data centres", location="Germany"),
            named("Druckhaus Albstadt GmbH", service="printing of payslips", location="Germany"),
        ),
        notification_time="24 hours",
        transfer=said("none", "not transferred to third countries"),
    ),
)


def _public() -> bytes:
    sheet = Sheet("", "Basalt Object Storage DPA (last updated 9 April 2026)  {page}", size=10.5)
    sheet.banner("Basalt Data Processing Addendum", size=18)
    sheet.lines("Last updated: 9 April 2026")
    boxed(
        sheet,
        """Basalt Object Storage, Inc. ("Basalt", the processor) enters into this DPA with the customer named in the order
    form (the controller).""",
    )
    sheet.paras("""Incidents. Basalt will tell the customer of a security incident within 36 hours of confirming it.

Transfers. Basalt is certified under the EU-U.S. Data Privacy Framework and relies on it for transfers of personal data from the
European Economic Area to the United States.

Subprocessors. Basalt uses Redcedar Ticketing Corp. in Canada for customer support. It has no other subprocessors.""")
    return sheet.done()


PUBLIC = Report(
    "basalt-dpa-public.pdf",
    "agreement",
    _public,
    truth(
        issued=day(2026, 4, 9, "9 April 2026"),
        subject="Basalt Object Storage, Inc.",
        party=(
            named("Basalt Object Storage, Inc.", role="processor"),
            Planted("the customer named in the order form", parts={"role": ANY}, optional=True),
        ),
        subprocessor=named("Redcedar Ticketing Corp.", service="customer support", location="Canada"),
        notification_time="36 hours",
        transfer=said("data privacy framework", "Data Privacy Framework"),
    ),
)


def _services() -> bytes:
    sheet = Sheet("MASTER SERVICES AGREEMENT", "Execution version  {page}", face="Times", size=11)
    sheet.banner("Master Services Agreement", size=17, align="C")
    sheet.paras("""THIS AGREEMENT is made on 3 August 2026

BETWEEN

(1) HOLLYBUSH LEGAL SOFTWARE LTD, a company registered in Scotland (the "Supplier"); and

(2) PENTLAND FERRIES TRUST, a body corporate (the "Customer").

Term. It begins on the date above and, unless ended earlier, expires on 2 August 2029.

Security incidents. The Supplier shall report any security incident that affects the Customer’s data within 2 business days of
discovering it.

Governing law. This Agreement is governed by the law of Scotland.""")
    sheet.columns(
        """For the Supplier

Moira Kinnaird, Director""",
        """For the Customer

Alasdair Thorne, Secretary""",
    )
    return sheet.done()


SERVICES = Report(
    "MSA Hollybush-Pentland.pdf",
    "agreement",
    _services,
    truth(
        issued=day(2026, 8, 3, "3 August 2026"),
        expires=day(2029, 8, 2, "2 August 2029"),
        subject="Hollybush Legal Software Ltd",
        party=(
            named("Hollybush Legal Software Ltd", role=ANY),
            named("Pentland Ferries Trust", role=ANY),
        ),
        notification_time="2 business days",
    ),
)

REPORTS = (ADDENDUM, FORM, PUBLIC, SERVICES)
