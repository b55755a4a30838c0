"""Certificates of management systems, lying, standing and with schedules, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.kept.sheets import Wide, cards, leaders, seal
from knowledge.evaluation.reports.truth import Planted, Report, day, truth


def _lying() -> bytes:
    sheet = Wide(
        "", "Caledonian Register Limited is accredited by UKAS, number 8807. Verify at caledonian.example", size=12
    )
    sheet.centred("Certificate of Conformity", size=28)
    sheet.centred("This certifies that the information security management system operated by")
    sheet.centred("Hollybush Legal Software Ltd", size=20, style="B")
    sheet.centred("Unit 6, Kelvin Works, Glasgow G20 8LL")
    sheet.centred("conforms to ISO/IEC 27001:2022", size=14, style="B")
    sheet.centred("for the provision and support of cloud case management software for law firms")
    sheet.centred("Statement of Applicability issue 8, 14 January 2026", size=10)
    cards(
        sheet,
        ("Certificate number", "CR-26-31107"),
        ("Certified from", "2 March 2026"),
        ("Certified to", "1 March 2029"),
        ("First certified", "2 March 2020"),
        across=4,
    )
    sheet.centred("Caledonian Register Limited, 1 Broomielaw Court, Edinburgh", size=9)
    return sheet.done()


LYING = Report(
    "CR-26-31107 Hollybush.pdf",
    "iso_certificate",
    _lying,
    truth(
        issuer="Caledonian Register Limited",
        subject="Hollybush Legal Software Ltd",
        issued=day(2026, 3, 2, "2 March 2026"),
        expires=day(2029, 3, 1, "1 March 2029"),
        scope=Planted(
            "the provision and support of cloud case management software for law firms",
        ),
        standard="ISO/IEC 27001:2022",
        certificate_number="CR-26-31107",
        accreditation=Planted("UKAS", also=("UKAS, number 8807", "UKAS 8807")),
        soa_version=Planted("8", "issue 8"),
        site=Planted("Unit 6, Kelvin Works, Glasgow G20 8LL", optional=True),
    ),
)


def _pims() -> bytes:
    sheet = Sheet("PIMS CERTIFICATE", "Certificate 5540-PIMS  /  page {page} of {pages}", face="Times", size=11.5)
    seal(sheet, "BOREAL CONFORMITY INC.", "Accredited by the Standards Council of Canada (SCC)")
    sheet.banner("Privacy Information Management System", size=18)
    sheet.paras("""Boreal Conformity Inc. has assessed and registered the system of

Cedar Strand Human Capital Software Inc.

1100 Rue Wellington, Montréal, Québec, Canada

against ISO/IEC 27701:2019.""")
    leaders(
        sheet,
        ("Certificate", "5540-PIMS"),
        ("Decision taken on", "December 9, 2025"),
        ("Expires on", "December 8, 2028"),
        ("Linked ISMS certificate of another body", "QF-889"),
    )
    sheet.heading("Registered scope", size=12)
    sheet.para("""Processing of employee records as a PII processor for the subscribers of the StrandHR service, including
    hosting and help desk""")
    sheet.heading("Sites", size=12)
    sheet.items(
        "1100 Rue Wellington, Montréal, Québec, Canada",
        "44 Water Street, Halifax, Nova Scotia, Canada",
    )
    return sheet.done()


PIMS = Report(
    "cedar strand privacy cert.pdf",
    "iso_certificate",
    _pims,
    truth(
        issuer="Boreal Conformity Inc.",
        subject="Cedar Strand Human Capital Software Inc.",
        issued=day(2025, 12, 9, "December 9, 2025"),
        expires=day(2028, 12, 8, "December 8, 2028"),
        scope="""Processing of employee records as a PII processor for the subscribers of the StrandHR service, including
        hosting and help desk""",
        standard="ISO/IEC 27701:2019",
        certificate_number="5540-PIMS",
        accreditation=Planted("SCC", also=("Standards Council of Canada", "Standards Council of Canada (SCC)")),
        site=(
            Planted("1100 Rue Wellington, Montréal, Québec, Canada"),
            Planted("44 Water Street, Halifax, Nova Scotia, Canada"),
        ),
    ),
)


def _bcms() -> bytes:
    sheet = Sheet(size=10.5)
    sheet.lines("ADRIATICA CERT S.R.L.", "Via del Porto 9, Ancona", style="B")
    sheet.banner("CERTIFICATE / CERTIFICATO", size=20, align="C")
    sheet.grid(
        (
            ("Certificate No. / Certificato N.", "AC 22301/0164"),
            ("Organization / Organizzazione", "Ginestra Servizi Interbancari S.p.A."),
            ("Standard / Norma", "ISO 22301:2019"),
            (
                "Field of application / Campo di applicazione",
                "Continuity of instant payments and cash machine networks for savings banks",
            ),
            ("Current issue / Emissione corrente", "19 June 2026"),
            ("Expiry / Scadenza", "18 June 2029"),
            ("First issue / Prima emissione", "19 June 2023"),
            ("Accreditation / Accreditamento", "ACCREDIA"),
        ),
        (66, 100),
        header=False,
    )
    sheet.para("The use and the validity of this certificate are subject to the rules of Adriatica Cert S.r.l.")
    return sheet.done()


BCMS = Report(
    "Ginestra continuita operativa.pdf",
    "iso_certificate",
    _bcms,
    truth(
        issuer="Adriatica Cert S.r.l.",
        subject="Ginestra Servizi Interbancari S.p.A.",
        issued=day(2026, 6, 19, "19 June 2026"),
        expires=day(2029, 6, 18, "18 June 2029"),
        scope="Continuity of instant payments and cash machine networks for savings banks",
        standard="ISO 22301:2019",
        certificate_number="AC 22301/0164",
        accreditation="ACCREDIA",
    ),
)


def _cloud() -> bytes:
    sheet = Sheet("", "Issued electronically. A printed copy is uncontrolled.", size=11)
    sheet.banner("Certificate of Registration", size=22)
    sheet.stacked(
        ("Registrar", "Redwood Assurance Registrar LLC"),
        ("Client", "Basalt Object Storage, Inc."),
        ("Registration number", "RAR-ISMS-20458"),
        ("Standards", "ISO/IEC 27001:2022 with the controls of ISO/IEC 27017:2015 and ISO/IEC 27018:2019"),
        (
            "Scope of registration",
            "Operation of the Basalt object storage service from data centers in Oregon and Utah",
        ),
        ("Statement of Applicability", "Version 2.2"),
        ("Effective", "November 1, 2024"),
        ("Expires", "October 31, 2027"),
        ("Accreditation body", "ANAB"),
    )
    sheet.para("The prior registration RAR-ISMS-11020 under ISO/IEC 27001:2013 was withdrawn on October 31, 2024.")
    return sheet.done()


CLOUD = Report(
    "basalt-isms.pdf",
    "iso_certificate",
    _cloud,
    truth(
        issuer="Redwood Assurance Registrar LLC",
        subject="Basalt Object Storage, Inc.",
        issued=day(2024, 11, 1, "November 1, 2024"),
        expires=day(2027, 10, 31, "October 31, 2027"),
        scope="Operation of the Basalt object storage service from data centers in Oregon and Utah",
        standard=("ISO/IEC 27001:2022", "ISO/IEC 27017:2015", "ISO/IEC 27018:2019"),
        certificate_number="RAR-ISMS-20458",
        accreditation="ANAB",
        soa_version=Planted("2.2", "Version 2.2"),
    ),
)


def _told() -> bytes:
    sheet = Sheet(face="Times", size=12)
    sheet.ln(15)
    sheet.centred("TASMAN SYSTEM CERTIFICATION PTY LTD", size=13, style="B")
    sheet.centred("CERTIFICATE", size=24)
    sheet.para("""It is hereby certified that the Information Security Management System of WATTLE GROVE BENEFITS PTY LTD, Level
    3, 90 Eagle Street, Brisbane QLD 4000, meets the requirements of ISO/IEC 27001:2022 in respect of salary packaging
    administration and its member portal.""")
    sheet.para("""Certificate TSC-7719 was granted on 27 August 2025 and remains valid until 26 August 2028, subject to yearly
    surveillance. JAS-ANZ accreditation S4460625TS.""")
    sheet.lines("Signed: M. Papadakis, General Manager")
    return sheet.done()


TOLD = Report(
    "Wattle Grove 27001 (2025).pdf",
    "iso_certificate",
    _told,
    truth(
        issuer="Tasman System Certification Pty Ltd",
        subject="Wattle Grove Benefits Pty Ltd",
        issued=day(2025, 8, 27, "27 August 2025"),
        expires=day(2028, 8, 26, "26 August 2028"),
        scope="salary packaging administration and its member portal",
        standard="ISO/IEC 27001:2022",
        certificate_number="TSC-7719",
        accreditation=Planted("JAS-ANZ", also=("JAS-ANZ S4460625TS",)),
        site=Planted("Level 3, 90 Eagle Street, Brisbane QLD 4000", optional=True),
    ),
)

REPORTS = (LYING, PIMS, BCMS, CLOUD, TOLD)
