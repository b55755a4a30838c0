"""Invented data processing agreements with sub-processors in tables, lists and prose, with what each says."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.truth import ANY, Planted, Report, day, named, said, truth


def _tabled() -> bytes:
    sheet = Sheet("Data Processing Agreement", "Page {page} of {pages}")
    sheet.banner("Data Processing Agreement", size=18)
    sheet.para("(pursuant to Article 28 of Regulation (EU) 2016/679 of 27 April 2016)")
    sheet.paras("""between Skylark Commerce Limited, 8 Harbour View, Dublin ("Processor")

and Brisa Retail S.L., Calle Mayor 2, Madrid ("Controller").

This agreement enters into force on 1 March 2026.

4. Security incidents. The Processor shall notify the Controller of a personal data breach without undue delay and in any
case within 48 hours after becoming aware of it. The Controller notifies the authority within 72 hours where required.

5. Sub-processors. The Controller agrees to the sub-processors in Annex 2. The Processor announces changes 30 days ahead.

6. Transfers. Personal data is transferred to countries outside the EEA only under the Standard Contractual Clauses as
adopted by Decision (EU) 2021/914 of 4 June 2021.

7. Term. This agreement ends on 28 February 2029.""")
    sheet.leaf()
    sheet.heading("Annex 2: Sub-processors")
    sheet.grid(
        (
            ("Name", "Service", "Location"),
            ("Cloudmoor Inc.", "Hosting", "Ireland"),
            ("Paperkite Mail Ltd", "Transactional e-mail", "United Kingdom"),
            ("Sentrydesk, LLC", "Customer support tool", "United States"),
        ),
        (60, 60, 40),
    )
    return sheet.done()


TABLED = Report(
    "DPA Skylark-Brisa signed.pdf",
    "agreement",
    _tabled,
    truth(
        issued=day(2026, 3, 1, "1 March 2026"),
        expires=day(2029, 2, 28, "28 February 2029"),
        subject="Skylark Commerce Limited",
        party=(
            named("Skylark Commerce Limited", role="processor"),
            named("Brisa Retail S.L.", role="controller"),
        ),
        subprocessor=(
            named("Cloudmoor Inc.", service="Hosting", location="Ireland"),
            named("Paperkite Mail Ltd", service="Transactional e-mail", location="United Kingdom"),
            named("Sentrydesk, LLC", service="Customer support tool", location="United States"),
        ),
        notification_time="48 hours",
        transfer="Standard Contractual Clauses",
    ),
)


def _addendum() -> bytes:
    sheet = Sheet("", "{page}", face="Times", size=10.5)
    sheet.centred("DATA PROCESSING ADDENDUM", size=15, style="B")
    sheet.paras("""This Data Processing Addendum ("DPA") is entered into as of April 15, 2026 by and between 3fold, Inc., a
Delaware corporation (the "Processor"), and Humboldt Cloud GmbH (the "Controller"), and forms part of the Master Services
Agreement dated January 9, 2024.

1. Definitions. "Sub-processor" means any third party engaged by the Processor.

6. Personal Data Breach. Processor will inform Controller without undue delay after it has become aware of a breach.

9. International transfers. To the extent that Personal Data is transferred to the United States, the parties rely on the
EU-U.S. Data Privacy Framework.""")
    sheet.leaf()
    sheet.heading("Schedule 3 - List of Sub-processors")
    sheet.items(
        "Bluegrain Hosting, Inc. (United States) - cloud infrastructure",
        "Tallymark Oy (Finland) - billing",
        mark="{n}.",
    )
    sheet.columns(
        """For 3fold, Inc.

Name: Erin Castellan

Date: April 15, 2026""",
        """For Humboldt Cloud GmbH

Name: Dr. Jonas Feld

Date: April 14, 2026""",
    )
    return sheet.done()


ADDENDUM = Report(
    "3fold_dpa_2026.pdf",
    "agreement",
    _addendum,
    truth(
        issued=day(2026, 4, 15, "April 15, 2026"),
        subject="3fold, Inc.",
        party=(named("3fold, Inc.", role="processor"), named("Humboldt Cloud GmbH", role="controller")),
        subprocessor=(
            named("Bluegrain Hosting, Inc.", service="cloud infrastructure", location="United States"),
            named("Tallymark Oy", service="billing", location="Finland"),
        ),
        notification_time="without undue delay",
        transfer="Data Privacy Framework",
    ),
)


def _inside_only() -> bytes:
    sheet = Sheet("Qvist Analytics AB", "Personuppgiftsbiträdesavtal / DPA {page}({pages})")
    sheet.banner("DPA - Agreement on the processing of personal data", size=15)
    sheet.pairs(
        ("Processor", "Qvist Analytics AB"),
        ("Controller", "The customer named in the order"),
        ("Version", "2.3"),
        ("Date", "2025-09-01"),
    )
    sheet.paras("""§ 4 The Processor reports personal data breaches to the Controller no later than twenty-four (24) hours
after they became known.

§ 6 Personal data is processed in Sweden and Finland only. Personal data is not transferred to third countries.

§ 7 The Processor uses one further processor: Fjordkraft Hosting AS, Norway, which runs the data center.""")
    return sheet.done()


INSIDE = Report(
    "pub-avtal.pdf",
    "agreement",
    _inside_only,
    truth(
        issued=day(2025, 9, 1, "2025-09-01"),
        subject="Qvist Analytics AB",
        party=(
            named("Qvist Analytics AB", role="processor"),
            Planted("The customer named in the order", parts={"role": ANY}, optional=True),
        ),
        subprocessor=named("Fjordkraft Hosting AS", service="runs the data center", location="Norway"),
        notification_time=said("24 hours", "twenty-four (24) hours"),
        transfer=said("none", "not transferred to third countries"),
    ),
)

REPORTS = (TABLED, ADDENDUM, INSIDE)
