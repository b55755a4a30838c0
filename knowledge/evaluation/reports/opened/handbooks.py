"""Policies, and what they say of themselves."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import Planted, Report, day, perhaps, truth


def _encryption() -> bytes:
    sheet = Sheet(
        "Teal Harbor Analytics, Inc.   Encryption Policy   v5.3", "Internal use   Page {page} of {pages}", size=10.5
    )
    sheet.banner("Encryption Policy", size=20)
    sheet.grid(
        (
            ("Policy number", "SEC-014", "Version", "5.3"),
            ("Policy owner", "VP, Infrastructure Security", "Effective date", "03/15/2026"),
            ("Approved by", "Security Governance Council", "Approval date", "03/02/2026"),
            ("Supersedes", "SEC-014 v5.2 of 03/20/2025", "Next review date", "03/15/2027"),
        ),
        (34, 56, 34, 42),
        header=False,
    )
    sheet.heading("1. Scope", size=11)
    sheet.para("This policy applies to all production data stores, backups and laptops of Teal Harbor Analytics, Inc.")
    sheet.heading("2. Requirements", size=11)
    sheet.items(
        "Data at rest is encrypted with AES-256; data in transit with TLS 1.2 or later.",
        "Keys are rotated at least every 365 days and are held in a hardware module.",
        "Algorithms disallowed by NIST SP 800-131A Rev. 2 (March 2019) are not used.",
        mark="2.{n}",
    )
    sheet.heading("3. Exceptions", size=11)
    sheet.para("Exceptions are granted by the policy owner in writing for at most six months.")
    return sheet.done()


ENCRYPTION = Report(
    "SEC-014 Encryption.pdf",
    "policy",
    _encryption,
    truth(
        issuer=perhaps("Teal Harbor Analytics, Inc."),
        subject="Teal Harbor Analytics, Inc.",
        issued=Planted("2026-03-15", "03/15/2026", also=("2026-03-02",)),
        expires=day(2027, 3, 15, "03/15/2027"),
        scope=perhaps("all production data stores, backups and laptops of Teal Harbor Analytics, Inc."),
        owner="VP, Infrastructure Security",
        version="5.3",
        approved_by="Security Governance Council",
    ),
)


def _access() -> bytes:
    sheet = Sheet("", "Hoopoe Insurance Software SE - Access control policy - {page}", face="Times", size=11)
    sheet.centred("Hoopoe Insurance Software SE", size=13)
    sheet.centred("ACCESS CONTROL POLICY", size=18, style="B")
    sheet.paras("""The Executive Board of Hoopoe Insurance Software SE approved this policy on 12 March 2026. It enters into
force on
1 April 2026 and replaces the policy of 1 April 2023. It is to be reviewed by 31 March 2028 at the latest.

The Head of Identity Services is the owner of this policy. Questions may be put to the service desk.""")
    sheet.lines("1 Principles", style="B")
    sheet.para("Rights are granted by role and on need. Nobody approves rights for themselves.")
    sheet.lines("2 Privileged accounts", style="B")
    sheet.para("Privileged accounts are personal, protected by a hardware key and reviewed every month.")
    sheet.lines("3 Suppliers", style="B")
    sheet.para("""Suppliers receive accounts that end with their contract. Suppliers show a certificate to ISO/IEC 27001 that
    is valid
    and was issued by an accredited body.""")
    sheet.lines("Document number HIS-P-07, edition 4", "Classification: public")
    return sheet.done()


ACCESS = Report(
    "HIS-P-07 Access control.pdf",
    "policy",
    _access,
    truth(
        issuer=perhaps("Hoopoe Insurance Software SE"),
        subject="Hoopoe Insurance Software SE",
        issued=Planted("2026-04-01", "1 April 2026", also=("2026-03-12",)),
        expires=day(2028, 3, 31, "31 March 2028"),
        owner="Head of Identity Services",
        version=Planted("4", "edition 4", also=("edition 4",)),
        approved_by=Planted("Executive Board", also=("Executive Board of Hoopoe Insurance Software SE",)),
    ),
)


def _incident() -> bytes:
    sheet = Sheet("Incident Response Policy", "Marten Court Reporting Ltd   {page}/{pages}", size=10.5)
    sheet.banner("Incident Response Policy")
    sheet.lines("Marten Court Reporting Ltd", size=13)
    sheet.heading("Purpose", size=11)
    sheet.para("To find, contain and learn from incidents that touch recordings and transcripts.")
    sheet.heading("Severity", size=11)
    sheet.grid(
        (
            ("Level", "Meaning", "First response"),
            ("Critical", "A recording of a closed hearing got out", "1 hour"),
            ("High", "The service is down", "4 hours"),
            ("Low", "All else", "2 working days"),
        ),
        (30, 90, 46),
    )
    sheet.heading("Notification", size=11)
    sheet.para("Courts are told within 24 hours of the confirmation of an incident, the regulator within 72 hours.")
    sheet.leaf()
    sheet.heading("Record of amendments", size=11)
    sheet.grid(
        (
            ("Issue", "Date", "Amended by", "Authorised by", "Reason"),
            ("3.0", "08 Sep 2025", "P. Nandakumar", "Board of Directors", "Closed hearings added"),
            ("2.1", "11 Sep 2024", "P. Nandakumar", "Operations Director", "Yearly review, no change"),
            ("2.0", "14 Sep 2023", "K. Ashdown", "Operations Director", "Restructured"),
        ),
        (16, 28, 36, 42, 44),
        size=8.5,
    )
    sheet.labelled(("Document owner", "Information Security Manager"), ("Review due", "08 Sep 2026"))
    return sheet.done()


INCIDENT = Report(
    "Marten IR policy.pdf",
    "policy",
    _incident,
    truth(
        issuer=perhaps("Marten Court Reporting Ltd"),
        subject="Marten Court Reporting Ltd",
        issued=day(2025, 9, 8, "08 Sep 2025"),
        expires=day(2026, 9, 8, "08 Sep 2026"),
        owner="Information Security Manager",
        version=Planted("3.0", "3.0"),
        approved_by="Board of Directors",
    ),
)


def _supplier() -> bytes:
    sheet = Sheet(size=11)
    sheet.lines("Cinnabar Eyewear Online B.V.", style="B", size=14)
    sheet.lines("Supplier Security Policy", size=18, style="B")
    sheet.stacked(
        ("Revision", "B"),
        ("Adopted", "2025-11-24"),
        ("Responsible", "Procurement Director"),
        ("Signed off by", "Marijke Oosterhof, Chief Financial Officer"),
        ("To be revisited", "2026-11-24"),
    )
    sheet.paras("""Suppliers are put into one of three tiers before a contract is signed. Suppliers of tier 1 send a SOC 2
Type 2 report
or an ISO/IEC 27001 certificate each year, and proof of cyber insurance of at least EUR 2,000,000.

A supplier that reports a breach later than 48 hours after learning of it is put on the watch list.""")
    return sheet.done()


SUPPLIER = Report(
    "supplier_security_policy_revB.pdf",
    "policy",
    _supplier,
    truth(
        issuer=perhaps("Cinnabar Eyewear Online B.V."),
        subject="Cinnabar Eyewear Online B.V.",
        issued=day(2025, 11, 24, "2025-11-24"),
        expires=day(2026, 11, 24, "2026-11-24"),
        owner="Procurement Director",
        version=Planted("B", "Revision B"),
        approved_by=Planted("Marijke Oosterhof, Chief Financial Officer", also=("Marijke Oosterhof",)),
    ),
)


def _handbook() -> bytes:
    sheet = Sheet("Quagga Games Inc. | Acceptable Use Policy", "", size=10.5)
    sheet.columns(
        """ACCEPTABLE USE POLICY

What you may do

Use your laptop for work, and a little for yourself. Install games from our own store. Ask before you install anything else.

What you may not do

Share your password, switch off the disk encryption, or send builds to private mail.""",
        """FACTS

Maintained by: People & IT team

Approved: January 20th, 2026 by the CTO

Version: 2026.1

Good until: January 31st, 2027

Questions: #it-help""",
    )
    sheet.para(
        "By signing the employment contract you agree to this policy. Contracts signed before May 1st, 2019 are amended "
        "by it."
    )
    return sheet.done()


HANDBOOK = Report(
    "Quagga AUP 2026.pdf",
    "policy",
    _handbook,
    truth(
        issuer=perhaps("Quagga Games Inc."),
        subject="Quagga Games Inc.",
        issued=day(2026, 1, 20, "January 20th, 2026"),
        expires=day(2027, 1, 31, "January 31st, 2027"),
        owner=Planted("People & IT team", also=("People & IT",)),
        version="2026.1",
        approved_by="CTO",
    ),
)

REPORTS = (ENCRYPTION, ACCESS, INCIDENT, SUPPLIER, HANDBOOK)
