"""Agreements on the processing of personal data."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, named, said, truth


def _heron() -> bytes:
    sheet = Sheet(
        "Data Processing Agreement",
        "Heron Ledger Ltd / Bracken Building Society   {page} of {pages}",
        face="Times",
        size=11,
    )
    sheet.banner("DATA PROCESSING AGREEMENT", size=17, align="C")
    sheet.para("This agreement is dated 12 March 2026 and is made between:")
    sheet.items(
        "BRACKEN BUILDING SOCIETY, of 1 Tithe Barn Street, Kendal (the Controller); and",
        "HERON LEDGER LTD, company number 08812345, of 19 Quay Lane, Whitby (the Processor).",
        mark="({n})",
    )
    sheet.lines("1. Term", style="B")
    sheet.para("1.1 This agreement starts on its date and ends on 11 March 2029 unless it is extended in writing.")
    sheet.lines("2. Duties of the Processor", style="B")
    sheet.para("2.1 The Processor acts on written instructions only and keeps a record of processing.")
    sheet.para(
        "2.2 The Processor tells the Controller of a personal data breach without undue delay and in any event within 36 hours "
        "of becoming aware of it. The Controller has 72 hours to tell the supervisory authority."
    )
    sheet.lines("3. Sub-processors", style="B")
    sheet.para(
        "3.1 The sub-processors at the date of this agreement are listed in Schedule 2. "
        "Thirty days’ notice is given of a new one."
    )
    sheet.lines("4. International transfers", style="B")
    sheet.para("""4.1 Transfers to Pennywhistle Mail, Inc. rest on the Standard Contractual Clauses of 4 June 2021 together
    with the UK
    Addendum in force since 21 March 2022.""")
    sheet.leaf()
    sheet.heading("Schedule 2", size=11)
    sheet.grid(
        (
            ("Sub-processor", "Service", "Place of processing"),
            ("Moorcroft Hosting Ltd", "Hosting", "United Kingdom"),
            ("Pennywhistle Mail, Inc.", "Sending of e-mail", "United States"),
        ),
        (62, 54, 50),
    )
    return sheet.done()


HERON = Report(
    "Heron-Bracken DPA signed.pdf",
    "agreement",
    _heron,
    truth(
        issued=day(2026, 3, 12, "12 March 2026"),
        expires=day(2029, 3, 11, "11 March 2029"),
        subject=Planted("HERON LEDGER LTD"),
        party=(named("BRACKEN BUILDING SOCIETY", role="controller"), named("HERON LEDGER LTD", role="processor")),
        subprocessor=(
            named("Moorcroft Hosting Ltd", service="Hosting", location="United Kingdom"),
            named("Pennywhistle Mail, Inc.", service="Sending of e-mail", location="United States"),
        ),
        notification_time="36 hours",
        transfer="standard contractual clauses",
    ),
)


def _addendum() -> bytes:
    sheet = Sheet("", "Ptarmigan CRM, Inc. DPA (rev. January 2026)   {page}", size=10)
    sheet.lines("Data Processing Addendum", style="B", size=18)
    sheet.para("""This Data Processing Addendum ("DPA") forms part of the Master Subscription Agreement between Ptarmigan
    CRM, Inc.
    ("Ptarmigan") and the entity that signs below ("Customer"). It takes effect on the date of the last signature.""")
    sheet.para(
        """Roles. Customer is the controller, Ptarmigan is the processor. Subprocessors are engaged as set out in Annex III."""
    )
    sheet.para("""Security incidents. Ptarmigan shall notify Customer within two (2) business days after it has determined
    that a
    security incident affected Customer Data.""")
    sheet.para("""Transfers. Ptarmigan is certified under the EU-U.S. Data Privacy Framework and relies on it for transfers
    from the
    European Economic Area.""")
    sheet.grid(
        (
            ("PTARMIGAN CRM, INC.", "CUSTOMER: Fennec Outdoor ApS"),
            ("By: Leopold Strand, General Counsel", "By: Freja Holm, Head of IT"),
            ("Date: January 29, 2026", "Date: February 3, 2026"),
        ),
        (83, 83),
        header=False,
    )
    sheet.leaf()
    sheet.heading("Annex III - Subprocessors", size=11)
    sheet.items(
        "Lodestar Web Services LLC (United States) - cloud infrastructure",
        "Murmuration Speech, Inc. (United States) - transcription of calls",
        "Tinderbox Søgning ApS (Denmark) - search index",
    )
    return sheet.done()


ADDENDUM = Report(
    "Ptarmigan DPA - Fennec countersigned.pdf",
    "agreement",
    _addendum,
    truth(
        issued=day(2026, 2, 3, "February 3, 2026"),
        subject="Ptarmigan CRM, Inc.",
        party=(named("Ptarmigan CRM, Inc.", role="processor"), named("Fennec Outdoor ApS", role="controller")),
        subprocessor=(
            named("Lodestar Web Services LLC", service="cloud infrastructure", location="United States"),
            named("Murmuration Speech, Inc.", service="transcription of calls", location="United States"),
            named("Tinderbox Søgning ApS", service="search index", location="Denmark"),
        ),
        notification_time=said("2 business days", "two (2) business days"),
        transfer="data privacy framework",
    ),
)


def _avv() -> bytes:
    sheet = Sheet("Contract on processing under Article 28 GDPR", "{page}", size=10.5)
    sheet.banner("Contract on commissioned processing", size=16)
    sheet.pairs(
        ("Controller", "Stadtwerke Holzminden-Nord GmbH, Am Gaswerk 2, 37603 Holzminden"),
        ("Processor", "Ziegenhainer Abrechnungsdienste KG, Brückenweg 9, 34613 Schwalmstadt"),
        ("In force from", "01.05.2026"),
        ("Ends", "30.04.2028"),
        ("Place of processing", "Germany only; there is no transfer to a third country"),
        ("Notice of breaches", "within 24 hours, to datenschutz@stadtwerke.example"),
        borders=True,
    )
    sheet.para("Other processors (Article 28(2)) approved on signing:")
    sheet.grid(
        (
            ("Firm", "Task", "Country"),
            ("Fuldatal Druck GmbH", "Printing of invoices", "Germany"),
            ("Werra Rechenzentrum eG", "Operation of servers", "Germany"),
            ("Knüll IT-Service GmbH", "Remote maintenance", "Germany"),
        ),
        (66, 60, 40),
    )
    sheet.para("The controller may audit once a year with fourteen days’ notice. Signed in Holzminden on 22.04.2026.")
    return sheet.done()


AVV = Report(
    "AVV Ziegenhainer (EN).pdf",
    "agreement",
    _avv,
    truth(
        issued=Planted("2026-05-01", "01.05.2026", also=("2026-04-22",)),
        expires=day(2028, 4, 30, "30.04.2028"),
        subject="Ziegenhainer Abrechnungsdienste KG",
        party=(
            named("Stadtwerke Holzminden-Nord GmbH", role="controller"),
            named("Ziegenhainer Abrechnungsdienste KG", role="processor"),
        ),
        subprocessor=(
            named("Fuldatal Druck GmbH", service="Printing of invoices", location="Germany"),
            named("Werra Rechenzentrum eG", service="Operation of servers", location="Germany"),
            named("Knüll IT-Service GmbH", service="Remote maintenance", location="Germany"),
        ),
        notification_time="24 hours",
        transfer=said("none", "there is no transfer to a third country"),
    ),
)


def _group() -> bytes:
    sheet = Sheet("", "Sepia Translation Group - Data Protection Terms", face="Times", size=10.5)
    sheet.lines("SEPIA TRANSLATION GROUP", style="B", size=14)
    sheet.lines("Data Protection Terms for customers, version of 2026-04-20")
    sheet.columns(
        """1. These terms apply where Sepia Translation SA, Lausanne, ("Sepia") processes personal data in texts on behalf of
    a customer.
Sepia is the processor.

2. Sepia tells the customer of a personal data breach without undue delay after becoming aware of it.

3. Sepia keeps texts for 90 days after delivery.""",
        """4. Within the group, personal data are transferred on the basis of Binding Corporate Rules that were approved on
    2022-09-15.

5. The group company Sepia Translation (Manila), Inc. in the Philippines acts as sub-processor for proofreading. There are no
other
sub-processors.

6. The law of Switzerland applies.""",
    )
    return sheet.done()


GROUP = Report(
    "sepia-dp-terms.pdf",
    "agreement",
    _group,
    truth(
        issued=day(2026, 4, 20, "2026-04-20"),
        subject=Planted("Sepia Translation SA", also=("Sepia Translation Group",)),
        party=named("Sepia Translation SA", role="processor"),
        subprocessor=named("Sepia Translation (Manila), Inc.", service="proofreading", location="Philippines"),
        notification_time="without undue delay",
        transfer="binding corporate rules",
    ),
)


def _services() -> bytes:
    sheet = Sheet("Services Agreement", "{page}", size=10.5)
    sheet.lines("MASTER SERVICES AGREEMENT", style="B", size=16)
    sheet.para("""This Master Services Agreement is entered into as of June 8th, 2026 (the "Effective Date") by and between
    Osage County
    Libraries ("Client") and Wicket Lending Software, Inc. ("Provider"). It continues until June 7th, 2029.""")
    sheet.para("1. Services. Provider hosts the catalog and the lending records of Client.")
    sheet.para("2. Fees. Client pays $41,500 a year within 45 days of an invoice.")
    sheet.para("""3. Personal data. As regards records of patrons, Client is the controller and Provider is the processor.
    Provider
    notifies Client of a breach within 5 calendar days of its discovery. Provider does not use sub-processors.""")
    sheet.para("4. Insurance. Provider carries cyber insurance of at least $1,000,000 per claim.")
    sheet.grid(
        (("Client", "Provider"), ("Signed June 1st, 2026", "Signed May 28th, 2026")),
        (83, 83),
    )
    return sheet.done()


SERVICES = Report(
    "MSA Wicket + Osage Libraries.pdf",
    "agreement",
    _services,
    truth(
        issued=Planted("2026-06-08", "June 8th, 2026", also=("2026-06-01",)),
        expires=day(2029, 6, 7, "June 7th, 2029"),
        subject="Wicket Lending Software, Inc.",
        party=(
            named("Osage County Libraries", role="controller"),
            named("Wicket Lending Software, Inc.", role="processor"),
        ),
        notification_time="5 calendar days",
    ),
)

REPORTS = (HERON, ADDENDUM, AVV, GROUP, SERVICES)
