"""Words of security and data protection that mean the same, so that a question and a document need not share them."""

import re

# The first spelling of a line names the idea; the others say the same thing. Inflections need no line of their own.
SAME = """
multi-factor authentication | mfa | 2fa | two-factor authentication | two factor authentication
multi-factor authentication | multifactor authentication | two-step verification | strong authentication
multi-factor authentication | multi-factor | two-factor
single sign-on | sso | single sign on
leaver | departure | departing employee | terminated employee | terminated user | departing staff | terminated staff
leaver | employee termination | termination of employment | former employee | separated employee | offboard
leaver | off-board | leave the company | employee leave | staff leave | leaves employment | leaves the company
leaver | staff departure | departing personnel | terminated personnel | terminated worker
revoke | remove | disable | deactivate | withdraw | deprovision | de-provision | deprovisioned | rescind
employee | staff | personnel | worker | workforce | team member | staff member
background check | background screening | background verification | criminal record check
background check | pre-employment screening | background investigation | vetting
confidentiality agreement | non-disclosure agreement | nda | confidentiality undertaking
security awareness training | security training | awareness training | security awareness | awareness programme
security awareness training | awareness program | security education
train | training | trained
information security policy | security policy | information security policies | security policies
encrypt | encryption | encrypted
at rest | at-rest | stored data | data stored | while stored | when stored
in transit | in-transit | in flight | during transmission | while in transit | over public networks
in transit | over the internet | on its way | on their way | on the wire | in motion
in transit | during transit
backup | back-up | back up | backed up | backing up | backed-up
restore | restoration | recovery test | restored
incident | security incident | security event
breach | data breach | personal data breach | security breach | data incident | personal data incident
breach | customer data incident
notify | told | tell | notification | inform | informed | alert customers | contact | notice | report to customers
customer data | customers' data | client data | user data | customer information | customer content | your data
customer data | client information
customer | client | subscriber | controller | account owner
subprocessor | sub-processor | sub processor | subservice organization | subservice organisation
subprocessor | sub-contractor | subcontractor
third party | third-party | 3rd party | external party | external company | external firm
penetration test | pen test | pentest | pen-test | penetration testing | penetration-test | ethical hack
vulnerability scan | vulnerability scanning | vulnerability assessment | scan for vulnerabilities
vulnerability scan | scanned for vulnerabilities | vulnerability scanner
vulnerability | security flaw | security weakness
remediate | fix | patch | resolve | resolved | address | mitigate | repair | correct
risk assessment | risk analysis | assessment of risk | risk review
access review | user access review | review of access | access recertification | recertification
access review | access rights are reviewed | access rights review | entitlement review | review of user access
access review | access certification | review access
log | logging | logged | event log
monitor | monitoring | surveillance
retain | retention | retained | keep | kept | store for | preserved
delete | deletion | erase | erasure | destroy | destruction | purge | dispose | disposal | deleted | wipe
personal data | personal information | pii | personally identifiable information
personal data | personally-identifiable information
data subject | individual | data subjects
password | passphrase | passcode
rotate | change every | rotation
disaster recovery | dr plan | disaster-recovery
business continuity | bcp | continuity plan | business continuity plan | continuity of operations
recovery time objective | rto
recovery point objective | rpo
annually | annual | yearly | every year | once a year | per year | each year | once per year | at least annually
firewall | firewalls
intrusion detection | ids | intrusion prevention | ips | intrusion detection system
malware | antivirus | anti-virus | anti-malware | virus protection | endpoint protection | malicious software
data center | data centre | datacenter | datacentre | hosting facility | hosting location
located | location | hosted | reside | situated | based | headquarter
least privilege | need-to-know | need to know | minimum necessary | principle of least privilege
role-based access control | role based access | rbac | role-based access
privileged | administrator | administrative | admin | root access | superuser
remote access | vpn | remote connection
change management | change control
code review | peer review | reviewed by a second developer | review of code
segregation | separated | segregated | isolation | isolated | separate
production | live environment | production environment
development | non-production | dev environment
physical access | physical security | premises access
visitor | guest
audit | audited | audits
auditor | independent auditor | service auditor | audit firm
soc 2 | soc2 | soc ii | ssae 18
type ii | type 2
type i | type 1
iso 27001 | iso/iec 27001 | iso27001 | iso-27001 | iso / iec 27001
pci dss | pci-dss | pci
gdpr | general data protection regulation
hipaa | health insurance portability
data processing agreement | dpa | data processing addendum
standard contractual clauses | scc | sccs | eu model clauses
insurance | cyber insurance | liability insurance
data protection officer | dpo | privacy officer
ciso | chief information security officer | security officer
bug bounty | bounty program | bounty programme | vulnerability disclosure program
hash | hashed | hashing | salted
key management | key management system | kms | key custody
sell | sold | selling
share | disclose | disclosure | shared | disclosed | pass on
transfer | transferred
return | returned
certificate | certification | certified | registered
expire | expiry | expires | valid | valid until | expiration | expiry date | validity
severity | risk rating | criticality
finding | issue | discovery | discoveries | findings
tester | consultant | assessor
identify | detect | discover | find | uncover
security assessment | security test | security testing | security review
audit log | audit trail
mobile device | smartphone | mobile phone | tablet
conduct | perform | carry out | carried out | undertake | undertaken | execute | done
commission | engage | hired | request | retained by | contracted
sign | execute | signed
approve | approval | authorise | authorize | approved by
review | reviewed | reassess
update | updated | revise | revised
install
deploy | deployment | release | roll out
lock | lockout | locked | locks | time out | timeout
session | log-in session | login session
account | user account
inactive | idle | inactivity | unused | dormant
laptop | workstation | endpoint | computer | notebook
removable media | usb | portable media | usb stick
artificial intelligence | ai | machine learning | large language model | llm
minor | child | children | under the age
cookie | tracking technology
law enforcement | government request | court order | public authority
government | public authorities
sample | sampled
exception | deviation | nonconformity | non-conformity
uptime | availability
cancel | cancellation | terminate | termination | end of contract | expiry of the agreement
object | objection | oppose
engage | appoint | use of
liability | liable
cost | price | fee | charge
begin | start | commence
methodology | approach
new subprocessor | additional subprocessor | new sub-processor | new sub processor
incident response plan | incident response procedure | incident response process
incident response plan | response procedure for incidents | procedures for responding to incidents
risk register | register of risks
supplier | vendor management | third-party risk | supplier risk
change | modification
tenant | multi-tenant
network segmentation | segmented network | network zones
"""

# What fills the place of the broader word before it, while the broader word does not fill the place of the narrower one.
NARROWER = """
data < customer data, personal data, file, content, database, information, record
customer data < data, information, personal data
employee < contractor
breach < incident
incident < breach
log < audit log
remediate < close
malware < ransomware
finding < vulnerability, weakness
vulnerability < finding, weakness
third party < vendor, supplier
notify < communicate, report
device < laptop, mobile device
conduct < complete
at rest < storage
in transit < https, tls, ssl, transport
penetration test < security assessment
log < record
supplier < vendor
customer < you
"""

# Ideas made of parts: who names the parts names the idea, and who names the idea names the parts.
PARTS = {
    "access review": ("access", "review"),
    "vulnerability scan": ("vulnerability", "scan"),
    "risk assessment": ("risk", "assess"),
    "code review": ("code", "review"),
    "security awareness training": ("security", "train"),
    "background check": ("background", "check"),
    "information security policy": ("security", "policy"),
    "incident response plan": ("incident", "plan"),
    "new subprocessor": ("subprocessor", "new"),
}

# Words too general to show that a sentence is about the thing asked.
_GENERAL_WORDS = """
advance vendor company companies organisation organization provider service services system systems business entity
firm product solution platform we us our ours you your their its it they them this that these those which who
whom what when where how why there here information data process processes procedure procedures practice
practices control controls measure measures place programme program ensure provide provides provided perform
performs performed conduct conducts conducted carry use uses used using make makes made take takes taken
implement implements implemented maintain maintains maintained establish established enforce enforces enforced
require requires required requirement support supported apply applied follow followed include includes
including included have has had having do does did done get give given say said state stated states mention
mentioned describe described according document documents report evidence please tell must shall will should
would may might can could need needs ever any all every each some both either own such other another is are
was were be been being am a an the of to in on at by for from with without within into onto over under between
during before after about above below as than then so if and or nor but not no yes also only just very more
most much many least less allow allowed permit permitted store stored identify never none nobody nothing
cannot therefore however bound whether time times period long often frequently frequency quickly soon
regularly regular basis once per kind type types name named list set part number amount value level complete
completes completed happen happens exist exists work works working formal formally documented appropriate
relevant current currently
"""
GENERAL = frozenset(_GENERAL_WORDS.split())

# Words of which a sentence means one and not the others.
LABELS = (
    ("critical", "high", "medium", "moderate", "low"),
    ("type i", "type ii", "type 1", "type 2"),
    ("internal", "external"),
    ("employees", "contractors", "customers", "visitors"),
    ("production", "development", "staging"),
    ("at rest", "in transit"),
    ("primary", "secondary"),
    ("black box", "white box", "grey box"),
)
# Told side by side, each with its number before or after it: which is whose, no rule tells.
OBJECTIVES = ("recovery time", "recovery point")
SHORT_FOR = {"recovery time": "rto", "recovery point": "rpo"}

# Sets of which a claim that names none means all.
ALL_MEANT = LABELS[:1]
RATINGS = LABELS[0]

# Words before a noun that make a statement about it narrower.
NARROWING = re.compile(
    r"\b(?:privileged|administrative|administrators?['\u2019]?|remote|test|staging|legacy|guest"
    r"|visitor|contractor|temporary|new|non-production|wireless|physical|emergency"
    r"|third[\s-]party|vendor|supplier|archived?|former|mobile|portable|removable|partial|full(?=\s+(?:back-?\s?ups?|cop(?:y|ies)))|interim"
    r"|historical|anonymi[sz]ed|aggregated?|marketing|billing)(?=\s+\w)",
    re.I,
)
