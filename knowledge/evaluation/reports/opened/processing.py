"""Agreements on the processing of personal data."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _modular() -> bytes:
    sheet = Sheet("", "Data Processing Agreement  Harbinger / Quenby  Page {page} of {pages}", size=10)
    sheet.banner("DATA PROCESSING AGREEMENT", size=17, align="C")
    sheet.para("This Data Processing Agreement (this “Agreement”) is made on 3 March 2026 between:")
    sheet.items(
        "Quenby Department Stores plc, a company registered in England with number 00477120 (the “Controller”); and",
        "Harbinger Loyalty Software Limited, a company registered in England with number 08831992 (the “Processor”).",
        mark="({n})",
    )
    sheet.heading("1. Definitions")
    sheet.para("""“Data Protection Law” means the UK GDPR and the Data Protection Act 2018. “Personal Data Breach”, “Data Subject”
    and “Processing” have the meanings given there.""")
    sheet.heading("2. Processing on instructions")
    sheet.para("""The Processor shall process the Personal Data only on documented instructions of the Controller, as set out in
    Annex A.""")
    sheet.heading("3. Personal Data Breaches")
    sheet.para("""The Processor shall notify the Controller of any Personal Data Breach without undue delay and in any case no
    later than 36 hours after becoming aware of it. The Controller may have 72 hours to inform the Information Commissioner; the
    Processor shall assist with this.""")
    sheet.heading("4. Sub-processors")
    sheet.para(
        """The Controller consents to the sub-processors in Annex B. The Processor gives 30 days' notice of any change."""
    )
    sheet.heading("5. International transfers")
    sheet.para("""Transfers to the sub-processor in the United States are made under the standard contractual clauses with the
    International Data Transfer Addendum.""")
    sheet.heading("6. Term")
    sheet.para("This Agreement lasts until the Services end, and for as long as the Processor holds Personal Data.")
    sheet.leaf()
    sheet.heading("ANNEX A - DETAILS OF PROCESSING")
    sheet.pairs(
        ("Subject matter", "Operation of the loyalty scheme"),
        ("Data subjects", "Members of the loyalty scheme"),
        ("Categories of data", "Name, e-mail, purchases"),
        borders=True,
    )
    sheet.heading("ANNEX B - SUB-PROCESSORS")
    sheet.grid(
        (
            ("Name", "Location", "Purpose"),
            ("Isobar Hosting Limited", "United Kingdom", "Servers and backups"),
            ("Tamarack Mail, Inc.", "United States", "E-mail campaigns"),
        ),
        (62, 44, 60),
    )
    sheet.lines("SIGNED for Quenby Department Stores plc: Constance Adeyemi, General Counsel")
    sheet.lines("SIGNED for Harbinger Loyalty Software Limited: Felix Orde, Director")
    return sheet.done()


MODULAR = Report(
    "Quenby-Harbinger DPA (exec).pdf",
    "agreement",
    _modular,
    truth(
        issued=day(2026, 3, 3, "3 March 2026"),
        subject="Harbinger Loyalty Software Limited",
        party=(
            named("Quenby Department Stores plc", role="controller"),
            named("Harbinger Loyalty Software Limited", role="processor"),
        ),
        subprocessor=(
            named("Isobar Hosting Limited", service="Servers and backups", location="United Kingdom"),
            named("Tamarack Mail, Inc.", service="E-mail campaigns", location="United States"),
        ),
        notification_time="36 hours",
        transfer="standard contractual clauses",
    ),
)


def _online() -> bytes:
    sheet = Sheet("", "Kittiwake Forms, Inc. - DPA - {page}", face="Times", size=11)
    sheet.banner("Data Processing Addendum", size=18)
    sheet.lines("Effective: January 1, 2026")
    sheet.paras("""This Data Processing Addendum is part of the Terms of Service of Kittiwake Forms, Inc. (“Kittiwake”, “we”). It
applies where we process personal data on behalf of our customers (“you”).

Roles. You are the controller of the personal data in your forms. We are your processor.

Security incidents. If we learn of a breach of security that leads to loss or disclosure of your personal data, we will tell you
without undue delay and give you the information you need.

Transfers. Kittiwake takes part in the EU-U.S. Data Privacy Framework and relies on it to receive personal data from the European
Economic Area.

Subprocessors. These companies process personal data for us:""")
    sheet.items(
        "Greyling Cloud LLC (hosting, United States)",
        "Sextant Support Tools ApS (help desk, Denmark)",
        "Grunion Spam Guard Inc. (spam filtering, Canada)",
    )
    sheet.para("""We tell you at least 14 days before we add a subprocessor. Deletion. We delete personal data 60 days after your
    account is closed.""")
    return sheet.done()


ONLINE = Report(
    "kittiwake-dpa.pdf",
    "agreement",
    _online,
    truth(
        issued=day(2026, 1, 1, "January 1, 2026"),
        subject="Kittiwake Forms, Inc.",
        party=named("Kittiwake Forms, Inc.", role="processor"),
        subprocessor=(
            named("Greyling Cloud LLC", service="hosting", location="United States"),
            named("Sextant Support Tools ApS", service="help desk", location="Denmark"),
            named("Grunion Spam Guard Inc.", service="spam filtering", location="Canada"),
        ),
        notification_time="without undue delay",
        transfer=said("data privacy framework", "Data Privacy Framework"),
    ),
)


def _services() -> bytes:
    sheet = Sheet("Master Services Agreement", "{page}", size=10)
    sheet.banner("MASTER SERVICES AGREEMENT", size=16, align="C")
    sheet.paras("""This Master Services Agreement is entered into as of May 15, 2025 (the "Effective Date") by and between Larkin
County Credit Union ("Client") and Ironbark Statement Printing, Inc. ("Provider").

1. Services. Provider prints and mails account statements as described in each statement of work.

2. Term. The initial term begins on the Effective Date and ends on May 14, 2028, unless terminated earlier under section 9.

3. Confidentiality. Each party protects the other's confidential information with reasonable care, for five years after the end.

4. Security incidents. Provider shall notify Client within twenty-four (24) hours after it confirms unauthorized access to
Client's information.

5. Subcontractors. Provider may not use subcontractors without the written consent of Client.

6. Insurance. Provider maintains cyber liability insurance of at least $2,000,000.

9. Termination. Either party may terminate for material breach that is not cured within thirty (30) days of notice.""")
    sheet.grid(
        (
            ("LARKIN COUNTY CREDIT UNION", "IRONBARK STATEMENT PRINTING, INC."),
            ("By: /s/ Wendell Pruitt", "By: /s/ Yolanda Esparza"),
            ("Title: Chief Operations Officer", "Title: President"),
            ("Date: May 12, 2025", "Date: May 13, 2025"),
        ),
        (83, 83),
        header=False,
        borders=False,
    )
    return sheet.done()


SERVICES = Report(
    "MSA - Ironbark.pdf",
    "agreement",
    _services,
    truth(
        issued=Planted("2025-05-15", "May 15, 2025", also=("2025-05-13",)),
        expires=day(2028, 5, 14, "May 14, 2028"),
        subject="Ironbark Statement Printing, Inc.",
        party=(
            named("Larkin County Credit Union", role=ANY),
            named("Ironbark Statement Printing, Inc.", role=ANY),
        ),
        notification_time=said("24 hours", "twenty-four (24) hours"),
    ),
)


def _spanish() -> bytes:
    sheet = Sheet("", "Contract 2026/118 - {page}", size=10.5)
    sheet.lines("CONTRACT FOR THE PROCESSING OF PERSONAL DATA (ART. 28 GDPR)", style="B", size=13)
    sheet.pairs(
        ("Controller", "Cooperativa Olivarera Sierra Alta, Jaén"),
        ("Processor", "Gestoría Digital Almendro S.L., Granada"),
        ("Signed", "19/01/2026"),
        ("Ends", "18/01/2028"),
        ("Purpose", "Payroll for the employees of the controller"),
        width=40,
        borders=True,
    )
    sheet.items(
        "The processor follows the written instructions of the controller.",
        "The processor reports a personal data breach to the controller within 24 hours.",
        "Data stay in the European Union; no transfers to third countries take place.",
        "The processor uses one other processor: Nubalia Alojamiento S.A. (servers in Madrid, Spain).",
        "At the end of the contract the data are returned and deleted.",
        mark="{n}.-",
    )
    sheet.lines("The controller: Remedios Cuesta", "The processor: Álvaro Almendro")
    return sheet.done()


SPANISH = Report(
    "contrato encargado 118 (EN).pdf",
    "agreement",
    _spanish,
    truth(
        issued=day(2026, 1, 19, "19/01/2026"),
        expires=day(2028, 1, 18, "18/01/2028"),
        subject="Gestoría Digital Almendro S.L.",
        party=(
            named("Cooperativa Olivarera Sierra Alta", role="controller"),
            named("Gestoría Digital Almendro S.L.", role="processor"),
        ),
        subprocessor=named("Nubalia Alojamiento S.A.", service="servers", location="Madrid, Spain | Spain | Madrid"),
        notification_time="24 hours",
        transfer=said("none", "no transfers to third countries"),
    ),
)

REPORTS = (MODULAR, ONLINE, SERVICES, SPANISH)
