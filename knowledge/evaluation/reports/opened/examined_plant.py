"""Reports on controls of systems that run machines and storage."""

from knowledge.evaluation.reports.drawing import Sheet
from knowledge.evaluation.reports.opened.standing import duties, environment, limits
from knowledge.evaluation.reports.truth import Planted, Report, day, named, said, truth


def _fathomline() -> bytes:
    sheet = Sheet("FATHOMLINE TELEMETRY", "SOC 2 Type 2 - restricted use - {page} of {pages}", size=10)
    sheet.banner("Report at a glance")
    sheet.grid(
        (
            ("Service organization", "Fathomline Telemetry Pty Ltd"),
            ("Service", "Fleet sensor gateway and dashboard"),
            ("Report", "SOC 2 Type 2"),
            ("Criteria", "Security | Availability"),
            ("Period", "1 Jan 2026 - 30 Jun 2026 (six months)"),
            ("Previous report", "SOC 2 Type 2, 1 Jul 2025 - 31 Dec 2025, qualified"),
            ("Auditor", "Coolabah Assurance Partners"),
            ("Opinion", "Unqualified"),
            ("Deviations", "4, relating to 3 controls"),
        ),
        (46, 120),
        header=False,
    )
    sheet.heading("Independent service auditor’s report")
    sheet.para("""We have undertaken a reasonable assurance engagement on the description of the Fleet sensor gateway and
    dashboard
    by Fathomline Telemetry Pty Ltd and on its controls, throughout the period 1 January 2026 to 30 June 2026.""")
    sheet.para("""Subservice organisations (carve-out method): Billabong Compute Pty Ltd - hosting in Sydney; Skein Mobile
    Networks NV - SIM cards and data traffic; Wombat On-Call Pty Ltd - paging of engineers.""")
    duties(sheet, "Fathomline’s")
    limits(sheet)
    sheet.para(
        "In our opinion, in all material respects, the description is fair and the controls were suitably designed and "
        "operated effectively throughout the period."
    )
    sheet.lines("Coolabah Assurance Partners", "Brisbane, 21 August 2026")
    sheet.leaf()
    environment(sheet, "Description")
    sheet.heading("Tests of controls and their results")
    sheet.para("FT-05 Vulnerabilities are remediated in time.", "B")
    sheet.items(
        "5 of 30 critical vulnerabilities were open for longer than the seven days that the standard allows.",
        "Two gateways were missing from the inventory and were therefore not scanned.",
        mark="Deviation {n}:",
    )
    sheet.para("Response: The inventory is now built from the network itself. Late patches are reported weekly.")
    sheet.para("FT-09 Visitors to the depot are accompanied.", "B")
    sheet.para("No deviations noted.")
    sheet.para("FT-12 Alerts are acknowledged within 15 minutes.", "B")
    sheet.items("11 of 60 alerts were acknowledged after more than 15 minutes.", mark="Deviation {n}:", start=3)
    sheet.para("Response: A second person is on call at night since May 2026.")
    sheet.para("FT-18 The recovery plan is tested yearly.", "B")
    sheet.items("The plan was not tested in the period.", mark="Deviation {n}:", start=4)
    sheet.para("Response: The test took place on 15 July 2026, after the period.")
    return sheet.done()


FATHOMLINE = Report(
    "FTPL_SOC2_H1-2026_final_signed.pdf",
    "soc_report",
    _fathomline,
    truth(
        issuer="Coolabah Assurance Partners",
        subject="Fathomline Telemetry Pty Ltd",
        period_start=day(2026, 1, 1, "1 Jan 2026"),
        period_end=day(2026, 6, 30, "30 Jun 2026"),
        issued=day(2026, 8, 21, "21 August 2026"),
        opinion="unqualified",
        scope="Fleet sensor gateway and dashboard",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability"),
        exceptions=(
            named(
                "5 of 30 critical vulnerabilities were open for longer than the seven days that the standard allows.",
                control="FT-05",
                response=(
                    "The inventory is now built from the network itself. Late patches are reported weekly."
                    " | Late patches are reported weekly."
                ),
            ),
            named(
                "Two gateways were missing from the inventory and were therefore not scanned.",
                control="FT-05",
                response=(
                    "The inventory is now built from the network itself. Late patches are reported weekly."
                    " | The inventory is now built from the network itself."
                ),
            ),
            named(
                "11 of 60 alerts were acknowledged after more than 15 minutes.",
                control="FT-12",
                response="A second person is on call at night since May 2026.",
            ),
            named(
                "The plan was not tested in the period.",
                control="FT-18",
                response="The test took place on 15 July 2026, after the period.",
            ),
        ),
        subservice=(
            named("Billabong Compute Pty Ltd", method="carve-out", service="hosting in Sydney | hosting"),
            named("Skein Mobile Networks NV", method="carve-out", service="SIM cards and data traffic"),
            named("Wombat On-Call Pty Ltd", method="carve-out", service="paging of engineers"),
        ),
    ),
)


def _dunlin() -> bytes:
    sheet = Sheet("", "Dunlin Archive AB - SOC 2 type 2 - {page}", face="Times", size=11)
    sheet.centred("Dunlin Archive AB", size=20, style="B")
    sheet.centred("SOC 2 type 2", "Dunlin Cold Store", "2025-03-01 - 2026-02-28", size=14)
    sheet.heading("1. The auditor’s report")
    sheet.paras("""To the board of Dunlin Archive AB, corporate identity number 559012-3344.

We have examined the description of Dunlin Cold Store and the controls in it during the period 2025-03-01 - 2026-02-28. The
controls were held against all five categories of the trust services criteria: security, availability, processing integrity,
confidentiality and privacy.

No part of Dunlin Cold Store is run by another organisation. Dunlin Archive AB owns both of its vaults.""")
    duties(sheet, "The board’s", "The auditor’s responsibilities")
    limits(sheet)
    sheet.paras("""Opinion. In our opinion, in all material respects, the description presents Dunlin Cold Store, the
controls were
suitably designed, and they operated effectively throughout the period.

Signed electronically in Umeå on 2026-04-10

Björkegren Revision AB""")
    sheet.leaf()
    environment(sheet, "2. The description of the board")
    sheet.heading("3. Tests")
    sheet.grid(
        (
            ("No.", "Control", "Test", "Outcome"),
            ("3.1", "Keys are held by two people.", "Observed the opening of a vault.", "No exceptions were noted."),
            ("3.2", "Checksums are compared weekly.", "Inspected 25 weeks.", "No exceptions were noted."),
            (
                "3.3",
                "Customers’ data are destroyed on request.",
                "Inquired. There were no requests in the period.",
                "Not tested, as the control did not operate.",
            ),
        ),
        (12, 54, 54, 46),
        size=9,
    )
    sheet.heading("4. Duties of customers", size=11)
    sheet.para("There are no complementary user entity controls that the criteria depend on.")
    return sheet.done()


DUNLIN = Report(
    "dunlin_soc2_2025-26.pdf",
    "soc_report",
    _dunlin,
    truth(
        issuer="Björkegren Revision AB",
        subject="Dunlin Archive AB",
        period_start=day(2025, 3, 1, "2025-03-01"),
        period_end=day(2026, 2, 28, "2026-02-28"),
        issued=day(2026, 4, 10, "2026-04-10"),
        opinion=said("unqualified", "In our opinion, in all material respects"),
        scope="Dunlin Cold Store",
        soc_type="SOC 2",
        report_type="type 2",
        trust_criteria=("security", "availability", "processing integrity", "confidentiality", "privacy"),
    ),
)


def _gannet() -> bytes:
    sheet = Sheet("Gannet Metering, Inc. SOC 2", "{page}", size=9.5)
    sheet.lines("Gannet Metering, Inc.", style="B", size=18)
    sheet.lines("SOC 2 Type II examination of GridSight", "For the period April 1, 2025 - March 31, 2026", size=12)
    sheet.heading("Section I: Report of the independent service auditor")
    sheet.para("""To management of Gannet Metering, Inc.: We were engaged to examine the description of GridSight and its
    controls
    relevant to security and availability for the period April 1, 2025 - March 31, 2026.""")
    sheet.para(
        """Gannet Metering, Inc. uses Hollow Oak Cloud, Inc. for infrastructure as a service. We applied the carve-out
    method."""
    )
    sheet.lines("Basis for disclaimer", style="B")
    sheet.para("""After a ransomware attack on December 2, 2025, logs and tickets from before that day could not be produced.
    We were
    unable to obtain evidence by other means.""")
    sheet.lines("Disclaimer of opinion", style="B")
    sheet.para(
        "Because of the matter described above, we do not express an opinion on the description or on the controls."
    )
    sheet.lines("Marchbanks Liu LLP", "Tulsa, Oklahoma", "July 17, 2026")
    environment(sheet, "Section III: GridSight")
    sheet.heading("User entity responsibilities", size=11)
    sheet.para("The following complementary user entity controls are necessary:")
    sheet.items(
        "CUEC-A: Utilities rotate the keys of their collectors at least once a year.",
        "CUEC-B: Utilities limit the portal to addresses of their own networks.",
    )
    return sheet.done()


GANNET = Report(
    "Gannet GridSight SOC2.pdf",
    "soc_report",
    _gannet,
    truth(
        issuer="Marchbanks Liu LLP",
        subject="Gannet Metering, Inc.",
        period_start=day(2025, 4, 1, "April 1, 2025"),
        period_end=day(2026, 3, 31, "March 31, 2026"),
        issued=day(2026, 7, 17, "July 17, 2026"),
        opinion=said("disclaimer", "we do not express an opinion on the description"),
        scope="GridSight",
        soc_type="SOC 2",
        report_type=said("type 2", "Type II"),
        trust_criteria=("security", "availability"),
        exceptions=Planted(
            "logs and tickets from before that day could not be produced.",
            also=(
                """After a ransomware attack on December 2, 2025, logs and tickets from before that day could not be
                produced.""",
            ),
            optional=True,
        ),
        cuec=(
            named("Utilities rotate the keys of their collectors at least once a year.", number="CUEC-A"),
            named("Utilities limit the portal to addresses of their own networks.", number="CUEC-B"),
        ),
        subservice=named("Hollow Oak Cloud, Inc.", method="carve-out", service="infrastructure as a service"),
    ),
)

REPORTS = (FATHOMLINE, DUNLIN, GANNET)
