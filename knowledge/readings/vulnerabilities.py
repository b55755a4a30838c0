"""Claims about vulnerabilities and penetration tests."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound

PENTEST = r"(?:penetration[- ]test\w*|pen-?tests?|pentest\w*|ethical hack\w*|attacks the platform|red team\w*)"
READINGS: tuple[Reading, ...] = (
    reading(
        "production systems are scanned for vulnerabilities",
        way(r"{PRODUCTION}", r"(?:scan(?:s|ned|ning)?|vulnerability (?:scan(?:s|ning)?"
                             r"|assessments?))(?: for (?:known )?(?:vulnerabilities|weaknesses|flaws))?"),
        bound=Bound.AT_LEAST,
    ),
    reading(
        "critical vulnerabilities in production are patched within",
        way(r"(?:vulnerabilit(?:y|ies)|weakness(?:es)?|flaws?|patch(?:es)?|findings?)", r"critical",
            r"(?:patch\w*|remov\w+|remediat\w+|fix\w*|resolv\w+|clos(?:e|ed)|repair\w*|address\w*|correct\w*"
            r"|mitigat\w+|appl(?:y|ied)|install\w*)"),
        bound=Bound.AT_MOST,
    ),
    reading(
        "independent party carries out a penetration test",
        way(PENTEST, r"(?:independent|third[- ]part(?:y|ies)|external|outside|specialist|accredited"
                     r"|certified) ?(?:\w+)?"),
    ),
    reading(
        "number of critical or high penetration test findings still open is (?:0|zero)",
        way(r"(?:all|both|the|every|each) (?:of the )?(?:critical and high|high and critical|critical or high"
            r"|high or critical)(?:[- ](?:severity|risk|rated))? (?:findings?|issues?|vulnerabilit(?:y|ies))",
            r"(?:was|were|is|are|has been|have been) (?:\w+ )?(?:fixed|remediated|closed|repaired|resolved"
            r"|corrected)", whole=True),
        way(r"no (?:open |outstanding |unresolved |remaining )(?:critical or high|high or critical|critical"
            r"|high)\b.{0,40}?(?:findings?|issues?|vulnerabilities)", whole=True),
        against=(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|[1-9]\d*|a|several|some) (?:critical"
                 r"|high)(?:[- ](?:severity|risk|rated))?(?: or (?:critical|high))? "
                 r"(?:findings?|issues?|vulnerabilit(?:y|ies)|weakness(?:es)?)\b[^.;]{0,60} (?:(?:is|are|was|were"
                 r"|remains?|remained) (?:still )?(?:open|unresolved|unfixed"
                 r"|outstanding|not (?:yet )?(?:fixed|repaired|remediated|closed))|remains? open)",),
        bound=None,
    ),
    reading(
        "outsiders can report vulnerabilities through a public channel",
        way(
            r"(?:researchers?|anyone|outsiders?|the public|finders?|customers and researchers)",
            r"(?:reports?|reported|writes?|contacts?|submit\w*|find|reach|tell)",
            r"(?:website|@|published|hackerone|bugcrowd|intigriti|security\.txt|public page|disclosure (?:policy"
            r"|page|programme|program))",
        ),
        way(
            r"(?:(?:runs?|operates?|maintains?|publish(?:es|ed)?|offers?|has|have|under) (?:a|an|our|its"
            r"|the) (?:\w+ ){0,3}?"
            r"(?:disclosure (?:policy|programme|program)|bounty (?:programme|program))"
            r"|(?:a public|our|the published) (?:\w+ )?disclosure (?:policy|programme|program)"
            r"|disclosure policy on the public website)",
            r"(?:invites?|reports?|researchers?|weakness(?:es)?|vulnerabilit(?:y|ies)|flaws?|hackerone|bugcrowd"
            r"|intigriti)",
        ),
        bound=None,
    ),
    reading(
        "malware protection runs on all servers and devices",
        way(r"(?:malware|malicious software|anti-?virus|endpoint (?:protection|detection(?: and response)?|agent)|edr)",
            r"(?:servers?|hosts?|nodes|all (?:systems|endpoints|machines))",
                r"(?:all (?:systems|endpoints|machines)|laptops?|workstations?|devices?|endpoints?|computers)",
            r"(?:installed|runs?|deployed|active|protect\w*|detect\w*|blocks?|enabled)"),
        everyone=True,
    ),
)  # fmt: skip
