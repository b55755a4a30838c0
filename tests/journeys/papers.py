"""The documents a vendor of ours hands in: a report that bears two answers out and contradicts one, and a policy."""

from datetime import date, timedelta
from pathlib import Path

from portal.core.dates import date_long
from tests.knowledge.pdfs import make_pdf

MFA = "Multi-factor authentication is required for all administrative access to the production environment"
LEAVERS = "Access of terminated employees is removed within ten business days of their departure"
REPORT, POLICY = "Helio SOC 2 report.pdf", "Helio security policy.pdf"


def report(folder: Path, today: date) -> Path:
    """Write a SOC 2 report whose period ended two months ago."""
    end = today - timedelta(days=60)
    period = f"{date_long(end - timedelta(days=364))} to {date_long(end)}"
    return make_pdf(
        folder / REPORT,
        [
            "SOC 2 Type 2 Report\n\nHelio Payments\nReport on the Payment gateway relevant to security.\n\n"
            f"For the period {period}\n\nIndependent service auditor: Marlow & Finch LLP",
            "Independent service auditor's report\n\nTo the management of Helio Payments. We have examined the controls"
            f" over the Payment gateway throughout the period {period} against the trust services criteria. In our"
            " opinion, in all material respects, the controls operated effectively.",
            f"Section 4. Tests of controls\n\nCC6.1.1 {MFA}. Inspected the configuration of the identity provider."
            " No exceptions noted.\n\nCC6.1.7 Customer data is encrypted at rest with AES-256 in all data stores."
            " Inspected the configuration of the databases. No exceptions noted.",
        ],
    )


def policy(folder: Path) -> Path:
    """Write a policy that says something else about leavers than the vendor will answer."""
    return make_pdf(
        folder / POLICY,
        [
            "Information security policy\n\nHelio Payments\n\nVersion 4. Approved by the board of directors.\n\n"
            "This policy applies to all staff and contractors who work on the Payment gateway.",
            f"5. Leavers\n\n{LEAVERS}. The line manager opens the ticket, and the service desk closes it.\n\n"
            "6. Training\n\nAll staff complete security awareness training at least once a year.",
        ],
    )
