"""The golden questions about the invented shelf: what the answer must hold, or nothing where the shelf is silent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the words its answer must hold; no words means that the documents do not answer it."""

    text: str
    answer: str = ""


ANSWERED = (
    Asked("How long are security logs retained?", "12 months"),
    Asked("How long must passwords be?", "14 characters"),
    Asked("After how many failed attempts are accounts locked?", "five failed attempts"),
    Asked("Are background checks performed on contractors?", "not subject to"),
    Asked("Within what time are critical vulnerabilities remediated?", "7 days"),
    Asked("How often is the platform penetration tested?", "once a year"),
    Asked("Who performed the penetration test of Halden Ledger?", "Brightwater Security"),
    Asked("How many testers worked on the penetration test?", "Two testers"),
    Asked("Which algorithm encrypts customer data at rest?", "AES-256"),
    Asked("Which version of TLS is used for data in transit?", "TLS 1.2"),
    Asked("How often are encryption keys rotated?", "12 months"),
    Asked("Within how many hours is the customer notified of a personal data breach?", "72 hours"),
    Asked("In which countries is personal data stored?", "Norway and Ireland"),
    Asked("How long does the customer have to object to a new subprocessor?", "14 days"),
    Asked("When is personal data deleted after termination?", "60 days"),
    Asked("What is the recovery time objective?", "8 hours"),
    Asked("How often is the disaster recovery plan tested?", "once a year"),
    Asked("Does the vendor sell personal data?", "does not sell"),
    Asked("Was the mobile application in scope of the penetration test?", "out of scope"),
    Asked("Who operates the data centers?", "Northgate Hosting"),
    Asked("How often are backups of the production database taken?", "daily"),
    Asked("How often is the restoration of backups tested?", "twice a year"),
    Asked("Is removable media prohibited?", "prohibited"),
    Asked("Until when is the certificate valid?", "11 May 2028"),
    Asked("How soon is a post-incident review held?", "ten working days"),
)

SILENT = (
    Asked("How long are video recordings retained?"),
    Asked("How often are passwords rotated?"),
    Asked("Within what time are low vulnerabilities remediated?"),
    Asked("Who is the data protection officer?"),
    Asked("How much cyber insurance is carried?"),
    Asked("Which algorithm is used to hash passwords?"),
    Asked("Which version of SSH is used?"),
    Asked("How many employees does the company have?"),
    Asked("How long is the customer's contract?"),
    Asked("In which countries are backups stored?"),
    Asked("What is the uptime of the platform?"),
    Asked("How often are firewalls reviewed?"),
    Asked("Who performed the penetration test of Halden Payments?"),
    Asked("Is single sign-on used for customers' accounts?"),
    Asked("How many data centers are there?"),
    Asked("When was the company founded?"),
    Asked("Is personal data used to train AI models?"),
    Asked("How often are subprocessors audited?"),
    Asked("What was the maximum tolerable downtime?"),
    Asked("How soon are suppliers paid?"),
    Asked("Are phishing simulations performed?"),
    Asked("How long are visitor records kept?"),
    Asked("Does the vendor have a bug bounty program?"),
    Asked("Is a web application firewall used?"),
    Asked("Is customer data stored in the United States?"),
)
