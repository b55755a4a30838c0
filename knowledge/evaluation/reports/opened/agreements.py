"""Opened: kept apart until rules had been measured on it once. Data processing agreements."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _american() -> bytes:
    sheet = Sheet("", "Finsight DPA (rev. September 2025) – Page {page}", size=10)
    sheet.banner("DATA PROCESSING ADDENDUM", size=16, align="C")
    sheet.paras("""This Data Processing Addendum (including its Schedules, the “DPA”) forms part of the Subscription Agreement
between finsight.ai, inc. (“Finsight”) and the entity identified as “Customer” in the signature block below, and is effective as
of the date of the last signature.

2. Roles. The parties acknowledge that Customer is the Controller and Finsight is the Processor of Customer Personal Data.

5. Security Incident Response. Finsight shall notify Customer without undue delay, and in any event within seventy-two (72) hours,
after becoming aware of a Security Incident.

7. Sub-processors. Customer authorizes the Sub-processors listed in Schedule 2. Customer may object within fifteen (15) days.

8. Restricted Transfers. The parties enter into the SCCs (Module Two), which are incorporated by reference.""")
    sheet.leaf()
    sheet.heading("SCHEDULE 2 – APPROVED SUB-PROCESSORS")
    sheet.grid(
        (
            ("Sub-processor", "Purpose of processing", "Country"),
            ("Vireo Cloud Services", "Hosting", "USA"),
            ("Hopscotch Identity Corp.", "Authentication", "USA"),
            ("Ledgerleaf ApS", "Invoicing", "Denmark"),
        ),
        (60, 60, 46),
    )
    sheet.grid(
        (
            ("CUSTOMER", "FINSIGHT.AI, INC."),
            ("By: Tomasz Wilk", "By: Prisha Raman"),
            ("Entity: Zonneveld Energie Data B.V.", "Title: CTO"),
            ("Date: November 6, 2025", "Date: November 4, 2025"),
        ),
        (83, 83),
        header=False,
    )
    return sheet.done()


AMERICAN = Report(
    "DPA executed ZED_Finsight.pdf",
    "agreement",
    _american,
    truth(
        issued=Planted("2025-11-06", "November 6, 2025", also=("2025-11-04",)),
        subject="finsight.ai, inc.",
        party=(
            named("finsight.ai, inc.", role="processor"),
            named("Zonneveld Energie Data B.V.", role="controller"),
        ),
        subprocessor=(
            named("Vireo Cloud Services", service="Hosting", location="USA"),
            named("Hopscotch Identity Corp.", service="Authentication", location="USA"),
            named("Ledgerleaf ApS", service="Invoicing", location="Denmark"),
        ),
        notification_time=said("72 hours", "seventy-two (72) hours"),
        transfer=said("standard contractual clauses", "SCCs"),
    ),
)


def _german() -> bytes:
    sheet = Sheet("Agreement on Commissioned Processing", "{page}", face="Times", size=11)
    sheet.banner("Agreement on Commissioned Processing according to Art. 28 GDPR", size=14)
    sheet.stacked(
        ("Controller (Client)", "Stadtwerke Ostufer GmbH"),
        ("Processor (Contractor)", "Möwenstein Solutions SE"),
        ("Date of agreement", "01.07.2026"),
        ("Term ends", "30.06.2028"),
    )
    sheet.paras("""(1) The Contractor informs the Client of any personal data breach immediately, at the latest 24 hours after it
was discovered.

(2) Subcontractors at the time of signing are:

a) Hafenrechner GmbH, Hamburg, Germany: operation of servers

b) Postwolke Ltd, Dublin, Ireland: dispatch of e-mails

(3) Processing in a third country takes place only where an adequacy decision of the European Commission exists.""")
    return sheet.done()


GERMAN = Report(
    "AVV_Ostufer_Moewenstein.pdf",
    "agreement",
    _german,
    truth(
        issued=day(2026, 7, 1, "01.07.2026"),
        expires=day(2028, 6, 30, "30.06.2028"),
        subject="Möwenstein Solutions SE",
        party=(
            named("Stadtwerke Ostufer GmbH", role="controller"),
            named("Möwenstein Solutions SE", role="processor"),
        ),
        subprocessor=(
            Planted("Hafenrechner GmbH", parts={"service": "operation of servers", "location": ANY}),
            Planted("Postwolke Ltd", parts={"service": "dispatch of e-mails", "location": ANY}),
        ),
        notification_time="24 hours",
        transfer="adequacy decision",
    ),
)


def _short() -> bytes:
    sheet = Sheet(size=10)
    sheet.lines("DATA PROCESSING AGREEMENT", style="B", size=13)
    sheet.paras("""THIS AGREEMENT is dated 22nd of September, 2025

BETWEEN (1) BLUEBIRD DONATIONS CIC of 3 Castle Lane, Cardiff (the “Controller”) and (2) GARRICK & SON DOCUMENT STORAGE LTD of
Unit 7, Canal Wharf, Birmingham (the “Processor”).

3. The Processor shall notify the Controller of a Personal Data Breach within 2 business days of becoming aware of it.

4. The Processor does not engage any sub-processors.

5. Transfers within the Processor’s group are covered by its Binding Corporate Rules approved on 14 May 2021.""")
    return sheet.done()


SHORT = Report(
    "data processing agreement - bluebird.pdf",
    "agreement",
    _short,
    truth(
        issued=day(2025, 9, 22, "22nd of September, 2025"),
        subject="Garrick & Son Document Storage Ltd",
        party=(
            named("BLUEBIRD DONATIONS CIC", role="controller"),
            named("GARRICK & SON DOCUMENT STORAGE LTD", role="processor"),
        ),
        notification_time=said("2 business days", "within 2 business days"),
        transfer="binding corporate rules",
    ),
)

REPORTS = (AMERICAN, GERMAN, SHORT)
