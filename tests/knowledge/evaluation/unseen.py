"""Three invented vendors' papers and sixty claims in the words of the question bank, written before any tuning."""

from dataclasses import dataclass

from knowledge.weighing import VerdictState as V

YES, BUT, NO = V.SUPPORTED, V.SUPPORTED_WITH_EXCEPTION, V.CONTRADICTED
OLD, OTHER, SILENT = V.STALE, V.OUT_OF_SCOPE, V.NOT_EVIDENCED


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers of one vendor (name and pages) and what a careful reader says of its claims."""

    service: str
    papers: tuple[tuple[str, tuple[str, ...]], ...]
    claims: tuple[tuple[V, str], ...]


MERROW = Shelf(
    "Merrow Payroll",
    (
        (
            "Merrow SOC 2 Type 2 report.pdf",
            (
                """Merrow Ltd
SOC 2 Type 2 report on the Merrow Payroll platform
Relevant to security, availability and confidentiality
For the period 1 October 2025 to 30 September 2026
Independent service auditor's report
To the directors of Merrow Ltd. We have examined the description of the Merrow Payroll platform throughout
the period 1 October 2025 to 30 September 2026. In our opinion, in all material respects, the controls
operated effectively throughout the period.
Tarn & Gill LLP
28 October 2026""",
                """Tests of controls and results
CC1.4-1 Candidates' references, identity and criminal records are verified before they start work.
Inspected the files of 25 new joiners. No exceptions noted.
CC1.5-1 Each member of staff repeats the security awareness course every calendar year.
Inspected completion records for a sample of 40 employees. Exception noted. 3 of 40 employees had not
finished the course within the year.
CC6.1-3 Engineers reach production only through a gateway that demands a hardware key as second factor.
Observed a sign-in by an engineer. No exceptions noted.
CC6.1-7 Disk volumes that hold payroll data are encrypted with AES-256.
Inspected the configuration of all volumes. No exceptions noted.
CC6.2-4 System owners confirm the access rights of all users every three months.
Inspected the records of four reviews. No exceptions noted.
CC7.1-2 Hosts in production are scanned for known weaknesses each week.
Inspected 12 scan reports. No exceptions noted.
CC8.1-1 No change is merged until a second engineer has approved it.
Inspected a sample of 45 changes. No exceptions noted.
A1.2-2 Databases are copied to a second region every night and the copies are encrypted.
Inspected the job logs of 30 days. No exceptions noted.
A1.3-1 Staff restore a backup into a clean environment once a quarter.
Inspected the records of four restores. No exceptions noted.""",
            ),
        ),
        (
            "Merrow data processing agreement.pdf",
            (
                """Data Processing Agreement
between the Customer (controller) and Merrow Ltd (processor)
1. This agreement implements Article 28 of Regulation (EU) 2016/679.
2. The Processor shall inform the Controller without undue delay and in any case no later than two days after
it becomes aware of a personal data breach.
3. On expiry of the agreement the Processor erases all Personal Data, including copies in backups, within
sixty days.
4. The Processor gives the Controller thirty days' notice before it engages a further sub-processor.
5. The Processor imposes on each sub-processor obligations no less protective than those in this agreement.
6. The Customer shall encrypt files before it uploads them and shall review its users' rights every month.
7. Personal Data is held in data centres in Ireland and Germany and is not transferred to any other country.""",
            ),
        ),
        (
            "Merrow information security policy.pdf",
            (
                """Information Security Policy
Owner: Chief Information Security Officer, Ines Dahl
Approved by the executive board on 14 January 2026
1. Everyone is given a named account; sharing of accounts is forbidden.
2. Administrators hold a second account for privileged tasks.
3. Laptops should use full disk encryption where it is supported.
4. Audit logs are preserved for at least eighteen months.
5. Malware protection is planned for servers in 2027.
6. Critical vulnerabilities must be patched within five days, high ones within twenty days.
7. Old drives are shredded by a certified contractor before disposal.""",
            ),
        ),
    ),
    (
        (YES, "The information security policy has been approved by top management."),
        (YES, "A named person is accountable for information security."),
        (YES, "A current SOC 2 report covers the service."),
        (YES, "The period covered by the SOC 2 report ends on 30 September 2026."),
        (YES, "The background of staff is checked before they get access to customer data."),
        (BUT, "All staff complete security awareness training at least once a year."),
        (YES, "Every person uses an individual account on systems that hold customer data."),
        (YES, "Multi-factor authentication is required for all administrative access to the production environment."),
        (YES, "Administrators use separate accounts for privileged work."),
        (SILENT, "Customer data is encrypted at rest in all data stores."),
        (YES, "Customer data at rest is encrypted with AES-256."),
        (YES, "Production systems are scanned for vulnerabilities every week."),
        (YES, "Critical vulnerabilities in production are patched within 7 days."),
        (NO, "Critical vulnerabilities in production are patched within 3 days."),
        (YES, "Every change to production code is reviewed by a second person before release."),
        (YES, "Security logs are kept for 365 days."),
        (SILENT, "Malware protection runs on all servers and devices that can reach customer data."),
        (SILENT, "The disks of all laptops that can reach customer data are encrypted."),
        (YES, "Customers are notified of a breach that affects their data within 48 hours."),
        (NO, "Customers are notified of a breach that affects their data within 24 hours."),
        (YES, "All customer data, backups included, is deleted within 60 days of the end of the contract."),
        (NO, "Customers are told of a new sub-processor 60 days before it gets their data."),
        (YES, "Contracts with sub-processors carry the same security duties that the vendor owes its customers."),
        (YES, "The vendor signs a data processing agreement that meets Article 28 of the GDPR."),
        (YES, "Restores from backup are tested every quarter."),
        (SILENT, "Privileged access rights are reviewed every month."),
        (YES, "Backups of customer data are encrypted."),
        (YES, "Storage media that held customer data are destroyed or wiped by a recognised method before disposal."),
    ),
)

OSTRA = Shelf(
    "Ostra Desk",
    (
        (
            "Ostra ISO 27001 certificate.pdf",
            (
                """Certificate of Registration
This is to certify that the information security management system of Ostra GmbH
has been found to conform to ISO/IEC 27001:2022
Scope: development and operation of Ostra Desk
Certificate number 88-2140
Date of issue: 4 May 2025
Valid until: 3 May 2028
Issued by: Nordkap Certification AS""",
            ),
        ),
        (
            "Ostra penetration test 2026.pdf",
            (
                """Penetration test report
Ostra Desk web application and API
Client: Ostra GmbH
Tester: Halyard Offensive BV
Test dates: 2 June 2026 to 13 June 2026
Report date: 19 June 2026
Summary of findings
Critical 0
High 1
Medium 3
Low 5
The high finding was fixed by Ostra and confirmed closed in a retest on 10 July 2026.
The mobile application was not part of the engagement.""",
            ),
        ),
        (
            "Ostra security overview.pdf",
            (
                """Ostra Desk security overview
Connections from browsers are accepted with TLS 1.2 and TLS 1.3 only; older versions are refused.
Traffic between our services is not yet encrypted.
Tenants are kept apart by a tenant key in each database row.
Customers may sign in with SAML 2.0 or OpenID Connect.
The encryption keys live in a managed key service and are renewed once every twelve months.
Customers who need it can bring their own key from 2027 on.
Our security desk watches alerts around the clock.
Researchers can write to security@ostra.example under our disclosure policy.
Code is built in pipelines where dependency and static analysis checks must pass.
Amazon Web Services restricts and records entry to the halls that hold its servers.
Test environments contain invented data; copies of customer records are never loaded into them.
A continuity and disaster recovery plan exists for Ostra Desk. It was last rehearsed on 12 March 2026.
The recovery time objective is six hours and the recovery point objective is fifteen minutes.
Our own models are never trained on what customers store.""",
            ),
        ),
    ),
    (
        (YES, "The vendor holds a valid ISO/IEC 27001 certificate whose scope includes the service."),
        (SILENT, "A current SOC 2 report covers the service."),
        (YES, "A penetration test report by an independent party covers the service."),
        (YES, "The last penetration test of the service was completed on 13 June 2026."),
        (YES, "The number of critical or high penetration test findings still open is 0."),
        (YES, "The oldest TLS version accepted by public endpoints is TLS 1.2."),
        (NO, "The oldest TLS version accepted by public endpoints is TLS 1.3."),
        (NO, "Customer data is encrypted in transit between internal systems."),
        (YES, "Each customer's data is kept logically separate from the data of other customers."),
        (YES, "Customers can sign in with these single sign-on standards: SAML 2.0, OpenID Connect."),
        (YES, "Keys that protect customer data are rotated at least every 12 months."),
        (NO, "Keys that protect customer data are rotated at least every 6 months."),
        (SILENT, "Customers can use encryption keys that they manage themselves."),
        (YES, "Security alerts are watched and acted on at any hour."),
        (YES, "Outsiders can report vulnerabilities through a public channel."),
        (YES, "Real customer data is not used in test or development environments."),
        (YES, "There is a documented business continuity and disaster recovery plan for the service."),
        (YES, "The disaster recovery plan was last tested on 12 March 2026."),
        (YES, "The recovery time objective of the service is 6 hours."),
        (NO, "The recovery point objective of the service is 5 minutes."),
        (YES, "Customer data is not used to train or improve models that serve other customers."),
        (SILENT, "Customer data at rest is encrypted with AES-256."),
    ),
)

PELLOW = Shelf(
    "Pellow Vault",
    (
        (
            "Pellow SOC 2 report 2024.pdf",
            (
                """Pellow Inc.
SOC 2 Type II report on the Pellow Vault system
For the period July 1, 2023 to June 30, 2024
Report of independent service auditors
In our opinion the controls operated effectively throughout the period July 1, 2023 to June 30, 2024.
Quarry Assurance LLC""",
                """Results of tests
CC6.3 Access of leavers is withdrawn within one business day of their last day.
Inspected tickets for 25 leavers. No exceptions noted.
CC7.4 An incident response plan is documented and tested every year.
Inspected the plan and the record of the test. No exceptions noted.
CC6.7 Card numbers in the card store are encrypted with AES-256.
Inspected the configuration. No exceptions noted.""",
            ),
        ),
        (
            "Pellow supplier standard.pdf",
            (
                """Supplier Security Standard
Suppliers must notify Pellow of incidents within 24 hours of discovery.
Suppliers must run malware protection on all servers.
Pellow assesses the security of each supplier with access to client data every year.
Administrators of suppliers should use multi-factor authentication.""",
            ),
        ),
    ),
    (
        (OLD, "A current SOC 2 report covers the service."),
        (OLD, "Access of terminated employees is removed within one business day of their departure."),
        (OLD, "There is a written incident response plan."),
        (SILENT, "Customer data is encrypted at rest in all data stores."),
        (SILENT, "Customers are notified of a breach that affects their data within 24 hours."),
        (SILENT, "Malware protection runs on all servers and devices that can reach customer data."),
        (YES, "The security of suppliers that can reach customer data is reviewed every year."),
        (NO, "The security of suppliers that can reach customer data is reviewed every two years."),
        (SILENT, "Multi-factor authentication is required of all staff for remote access and e-mail."),
        (SILENT, "The vendor holds a valid ISO/IEC 27001 certificate whose scope includes the service."),
    ),
)

SHELVES = (MERROW, OSTRA, PELLOW)
