"""The golden claims about the invented shelf, with their truth; the second half was written before any tuning and kept apart."""

from dataclasses import dataclass

from knowledge.weighing import VerdictState

SUPPORTED, EXCEPTED, CONTRADICTED = (
    VerdictState.SUPPORTED,
    VerdictState.SUPPORTED_WITH_EXCEPTION,
    VerdictState.CONTRADICTED,
)
STALE, ELSEWHERE, SILENT = VerdictState.STALE, VerdictState.OUT_OF_SCOPE, VerdictState.NOT_EVIDENCED


@dataclass(frozen=True, slots=True)
class Golden:
    """A claim and the verdict a careful reader of the shelf comes to."""

    truth: VerdictState
    text: str
    service: str = ""


BUILDING = (
    Golden(SUPPORTED, "Multi-factor authentication is required for access to the production environment."),
    Golden(EXCEPTED, "Access of leavers is removed within one business day."),
    Golden(EXCEPTED, "Access rights of employees are reviewed quarterly."),
    Golden(SUPPORTED, "External vulnerability scans are performed weekly."),
    Golden(CONTRADICTED, "External vulnerability scans are performed daily."),
    Golden(SUPPORTED, "Changes to production are approved before deployment."),
    Golden(SUPPORTED, "Customer data is encrypted at rest with AES-256."),
    Golden(CONTRADICTED, "Customer data is encrypted at rest with AES-512."),
    Golden(SUPPORTED, "Data in transit is encrypted with TLS 1.2 or higher."),
    Golden(CONTRADICTED, "Data in transit over public networks is encrypted with TLS 1.3 or higher."),
    Golden(SUPPORTED, "Backups of the production database are taken daily."),
    Golden(CONTRADICTED, "Backups of the production database are taken hourly."),
    Golden(SUPPORTED, "Restoration from backups is tested twice a year."),
    Golden(CONTRADICTED, "Backup restoration is tested every month."),
    Golden(SUPPORTED, "Passwords are at least 12 characters long."),
    Golden(CONTRADICTED, "Passwords are at least 16 characters long."),
    Golden(SUPPORTED, "Employees complete security awareness training annually."),
    Golden(SUPPORTED, "Critical vulnerabilities are fixed within 7 days."),
    Golden(CONTRADICTED, "Critical vulnerabilities are patched within 24 hours."),
    Golden(CONTRADICTED, "High vulnerabilities are remediated within 7 days."),
    Golden(SUPPORTED, "Medium vulnerabilities are remediated within 90 days."),
    Golden(SUPPORTED, "Penetration tests are performed annually."),
    Golden(CONTRADICTED, "Penetration tests are performed quarterly."),
    Golden(SUPPORTED, "Security logs are kept for at least one year."),
    Golden(CONTRADICTED, "Security logs are retained for at least three years."),
    Golden(SUPPORTED, "Customers are notified of a personal data breach within 72 hours."),
    Golden(CONTRADICTED, "Customers are notified of personal data breaches within 24 hours."),
    Golden(SILENT, "Hardware security keys are used by all staff."),
    Golden(ELSEWHERE, "The company is certified to ISO 27001.", "Halden Ledger"),
    Golden(SILENT, "Laptops are encrypted."),
    Golden(SILENT, "Personal data on mobile devices is encrypted."),
    Golden(SILENT, "The vendor carries cyber insurance."),
    Golden(SILENT, "The vendor has appointed a data protection officer."),
    Golden(SILENT, "Personal data is pseudonymised before analysis."),
    Golden(CONTRADICTED, "Background checks are performed on contractors."),
    Golden(SUPPORTED, "Background checks are performed on all employees."),
    Golden(CONTRADICTED, "All code is reviewed by a second developer before it is merged."),
    Golden(EXCEPTED, "Code is reviewed by a second developer before merging."),
    Golden(CONTRADICTED, "Multi-factor authentication is enforced for customer accounts."),
    Golden(STALE, "Malware protection is installed on all servers."),
    Golden(ELSEWHERE, "The information security management system conforms to ISO/IEC 27001.", "Halden Ledger"),
    Golden(SUPPORTED, "Personal data is not sold."),
    Golden(CONTRADICTED, "Personal data is used for advertising."),
    Golden(SILENT, "The mobile application was penetration tested."),
    Golden(SILENT, "User entity access rights are reviewed by the vendor every quarter."),
)

KEPT_APART = (
    Golden(SUPPORTED, "MFA is enforced for production access."),
    Golden(CONTRADICTED, "When employees leave, their access is revoked within 24 hours."),
    Golden(SUPPORTED, "Vulnerability scanning of external systems takes place every week."),
    Golden(CONTRADICTED, "Terminated employees lose access within two days."),
    Golden(SUPPORTED, "Stored customer data is encrypted using 256-bit AES."),
    Golden(CONTRADICTED, "Customer data at rest is encrypted with AES-128."),
    Golden(SILENT, "Customer data is encrypted at the field level with customer-managed keys."),
    Golden(SUPPORTED, "Production database backups are stored in a second region."),
    Golden(SILENT, "Backups are stored offline."),
    Golden(SUPPORTED, "Backups are encrypted."),
    Golden(CONTRADICTED, "Encryption keys are rotated every 90 days."),
    Golden(SUPPORTED, "Encryption keys are rotated yearly."),
    Golden(SUPPORTED, "Accounts are locked after five failed attempts."),
    Golden(CONTRADICTED, "Accounts are locked after three failed attempts."),
    Golden(CONTRADICTED, "Sessions lock after 5 minutes of inactivity."),
    Golden(SUPPORTED, "Sessions are locked after 15 minutes of inactivity."),
    Golden(SUPPORTED, "All employees sign a confidentiality agreement."),
    Golden(SUPPORTED, "High vulnerabilities are remediated within one month."),
    Golden(CONTRADICTED, "Medium vulnerabilities are fixed within 30 days."),
    Golden(SILENT, "Low vulnerabilities are fixed within 180 days."),
    Golden(SUPPORTED, "Penetration tests are carried out by an independent firm."),
    Golden(SILENT, "Penetration tests are performed by an in-house red team."),
    Golden(SUPPORTED, "The disaster recovery plan is tested annually."),
    Golden(CONTRADICTED, "The disaster recovery plan is tested every quarter."),
    Golden(SUPPORTED, "The recovery time objective is 8 hours."),
    Golden(CONTRADICTED, "The recovery time objective is 4 hours."),
    Golden(CONTRADICTED, "The recovery point objective is one hour."),
    Golden(SUPPORTED, "Production data is not used in test environments."),
    Golden(CONTRADICTED, "Production data is used in test environments."),
    Golden(SUPPORTED, "The vendor informs customers of new subprocessors at least 30 days in advance."),
    Golden(CONTRADICTED, "Customers are informed of new subprocessors 60 days in advance."),
    Golden(SUPPORTED, "Personal data is deleted within 60 days after termination."),
    Golden(CONTRADICTED, "Personal data is deleted within 30 days of termination."),
    Golden(SILENT, "Personal data is returned in a machine-readable format on termination."),
    Golden(SUPPORTED, "Personal data is not transferred outside the European Economic Area."),
    Golden(CONTRADICTED, "Personal data is transferred outside the European Economic Area."),
    Golden(SILENT, "The vendor notifies the supervisory authority of breaches."),
    Golden(SILENT, "Subprocessors are audited annually by the vendor."),
    Golden(SILENT, "Breaches are notified to the vendor's insurer within 24 hours."),
    Golden(SUPPORTED, "The penetration test found no critical findings."),
    Golden(SILENT, "All findings of the penetration test were fixed."),
    Golden(SILENT, "Rate limiting is enabled on the password reset form."),
    Golden(STALE, "Security policies are reviewed annually.", "Halden Archive"),
    Golden(CONTRADICTED, "Removable media is allowed."),
    Golden(SILENT, "The data centers are physically monitored by the vendor."),
    Golden(SILENT, "Single sign-on is configured for the vendor's own staff."),
    Golden(SUPPORTED, "Critical suppliers are risk assessed annually."),
    Golden(SILENT, "The intranet wiki requires a VPN."),
    Golden(SILENT, "The vendor has a SOC 1 report."),
    Golden(SILENT, "Customer data is not encrypted on laptops."),
)
