"""The invented documents that the golden claims are about: pages of text as a PDF reader returns them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """An invented document: its name, its pages and the facts a reader would take from it."""

    key: str
    name: str
    kind: str
    pages: tuple[str, ...]
    scope: str = ""
    period_end: str = ""
    issued: str = ""
    expires: str = ""


SOC = Paper(
    "soc",
    "Halden Ledger SOC 2 report.pdf",
    "soc_report",
    (
        """Report on the Halden Ledger platform relevant to security and availability
Independent service auditor's report
To the management of Halden Software
We have examined the description of the Halden Ledger platform for the period 1 January 2026 to
30 September 2026. In our opinion, in all material respects, except for the matters described in
section 4, the controls were suitably designed and operated effectively throughout the period.
Complementary user entity controls
User entities are responsible for reviewing the access rights of their own users every quarter.
User entities are responsible for configuring single sign-on for their own staff.
Subservice organizations
Northgate Hosting, a subservice organization, operates the data centers and monitors physical access
to them. The controls of Northgate Hosting are not included in the scope of this report.""",
        """Section 4 Tests of controls and results
Control Test performed Result
CC6.1-1 Access to the production environment
requires multi-factor authentication.
Inspected the configuration of the
access gateway and observed a sign-in.
No exceptions noted.
CC6.2-1 Access of terminated employees is
removed within one business day.
Inspected the access logs for a sample
of 25 terminated employees.
Exception noted. For 2 of 25 terminated employees, access
was removed 6 days after the last working day.
CC6.3-1 Access rights of employees are reviewed
every quarter by the system owners.
Inspected the records of the reviews
for all four quarters.
Exception noted. One of four quarterly reviews was completed late.
CC7.1-1 External vulnerability scans are performed
weekly.
Inspected the scan reports for a sample of 12 weeks.
No exceptions noted.
CC7.4-1 Incidents are logged in the ticketing tool and
assigned a severity within 4 hours.
Inspected a sample of 15 incidents.
No exceptions noted.""",
        """CC8.1-1 Changes to production are approved by a
second engineer before they are deployed.
Inspected the records for a sample of 40 changes.
No exceptions noted.
A1.2-1 Backups of the production database are taken
daily and stored in a second region.
Inspected the backup schedule and logs for 30 days.
No exceptions noted.
A1.3-1 The restoration of backups is tested twice a year.
Inspected the records of both restore tests.
No exceptions noted.
C1.1-1 Customer data at rest is encrypted with AES-256.
Inspected the configuration of the storage volumes.
No exceptions noted.
C1.2-1 Data in transit over public networks is encrypted
with TLS 1.2 or higher.
Inspected the configuration of the load balancers.
No exceptions noted.""",
    ),
    scope="Halden Ledger platform",
    period_end="2026-09-30",
)

POLICY = Paper(
    "policy",
    "Information security policy.pdf",
    "policy",
    (
        """Information Security Policy
Version 4.2, approved by the Chief Information Security Officer on 3 February 2026
1. Passwords
Passwords must be at least 14 characters long. Accounts are locked after five failed attempts.
Sessions are locked after 15 minutes of inactivity.
2. People
All employees complete security awareness training when they join and every year thereafter.
Background checks are performed on all employees before they start. Contractors are not subject to
background checks. Every employee signs a confidentiality agreement.
3. Vulnerabilities
Critical vulnerabilities must be remediated within 7 days, high vulnerabilities within 30 days and
medium vulnerabilities within 90 days.
Penetration tests of the platform are carried out once a year by an independent firm.
4. Logging
Security logs are retained for 12 months. Logs are not retained outside the European Union.
5. Cryptography
Backups are encrypted with AES-256. Encryption keys are rotated every 12 months.
Laptops should be encrypted. The use of removable media is prohibited.""",
        """6. Plans
The company plans to introduce hardware security keys for all staff during 2027.
An ISO 27001 certification is planned for the end of 2027.
7. Incidents
A post-incident review is held within ten working days of each major incident.
Staff must report suspected incidents to the security team immediately.
8. Suppliers
Suppliers must notify Halden Software of a personal data breach within 24 hours.
The risk of each critical supplier is assessed annually.
9. Continuity
The recovery time objective of the platform is 8 hours and the recovery point objective is 24 hours.
The disaster recovery plan is tested at least once a year.
10. Development
Code is reviewed by a second developer before it is merged, except for emergency fixes.
Production data is not used in test environments.
Administrators use multi-factor authentication for remote access. The intranet wiki does not require
multi-factor authentication.""",
    ),
    issued="2026-02-03",
)

AGREEMENT = Paper(
    "dpa",
    "Data processing agreement.pdf",
    "agreement",
    (
        """Data Processing Agreement between Halden Software (the Processor) and the Customer
4. Security incidents
4.1 The Processor shall notify the Customer of a personal data breach without undue delay and no later
than 72 hours after becoming aware of it.
4.2 The Customer shall notify the supervisory authority where the law requires it.
5. Subprocessors
5.1 The Processor shall inform the Customer of a new subprocessor at least 30 days in advance.
5.2 The Customer may object to a new subprocessor within 14 days of the notice.
5.3 The subprocessor shall encrypt personal data on mobile devices.
6. Deletion
6.1 Upon termination the Processor shall delete all personal data within 60 days, unless the law requires
its retention.
6.2 Copies in backups are deleted within 90 days after termination.
7. Location
7.1 Personal data is stored in data centers in Norway and Ireland only.
7.2 The Processor shall not transfer personal data outside the European Economic Area.
8. Audits
8.1 The Customer may audit the Processor once a year with 30 days' written notice.
9. Purpose
9.1 The Processor does not sell personal data and does not use personal data for advertising.""",
    ),
    issued="2026-01-15",
)

PENTEST = Paper(
    "pentest",
    "Penetration test summary.pdf",
    "penetration_test",
    (
        """Penetration test of Halden Ledger: management summary
Brightwater Security tested the web application and the API of Halden Ledger from 2 to 13 March 2026.
Two testers spent ten person-days on the test. The methodology followed the OWASP Testing Guide.
The test found 11 findings: no critical findings, two high findings, five medium findings and four low
findings.
Both high findings were fixed and verified in a retest on 2 April 2026. One medium finding remains open.
The application does not enforce multi-factor authentication for customer accounts.
We recommend enabling rate limiting on the password reset form.
The mobile application was out of scope.""",
    ),
    scope="Halden Ledger",
    issued="2026-04-08",
)

OLD_SOC = Paper(
    "old",
    "Halden Archive SOC 2 report 2023.pdf",
    "soc_report",
    (
        """SOC 2 Type II report on the Halden Archive service relevant to security
Independent service auditor's report
To the management of Halden Software
We have examined the description of the Halden Archive service for the period 1 January 2023 to
31 December 2023. In our opinion, in all material respects, the controls operated effectively.
Tests of controls and results
CC5.1-1 Security policies are reviewed annually by
the risk committee.
Inspected the minutes of the committee.
No exceptions noted.
CC6.8-1 Malware protection is installed on all servers.
Inspected the configuration of a sample of servers.
No exceptions noted.""",
    ),
    scope="Halden Archive service",
    period_end="2023-12-31",
)

CERTIFICATE = Paper(
    "certificate",
    "Quality certificate.pdf",
    "iso_certificate",
    (
        """Certificate of registration
This is to certify that the information security management system of Halden Payments
has been assessed and found to conform to ISO/IEC 27001:2022
Scope: Operation and support of the Halden Payments gateway
Date of issue 12 May 2025
Valid until 11 May 2028""",
    ),
    scope="Halden Payments gateway",
    expires="2028-05-11",
)

PAPERS = (SOC, POLICY, AGREEMENT, PENTEST, OLD_SOC, CERTIFICATE)
