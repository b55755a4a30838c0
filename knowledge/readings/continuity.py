"""Claims about continuity, recovery and backup."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound

_PLAN = (
    r"(?:(?:business )?continuity(?: and (?:disaster )?recovery)? plans?|disaster recovery plans?|recovery plans?"
    r"|(?:business )?continuity and disaster recovery plans?)"
)
_TESTED = r"(?:test(?:s|ed)?|rehears\w+|exercis\w+|drill\w*|fail-?over(?: test)?)"
READINGS: tuple[Reading, ...] = (
    reading(
        "documented business continuity and disaster recovery plan",
        way(_PLAN, r"(?:documented|written|maintained|exists?|cover(?:s|ed)?|reviewed|in place|approved"
                   r"|established|updated|tested)"),
        bound=None,
    ),
    reading(
        "disaster recovery plan was last tested on",
        way(rf"(?:{_PLAN}|disaster recovery|fail-?over|it)", r"(?:last|latest|most recent(?:ly)?)", _TESTED),
        way(r"(?:last test|last tested|last exercise|last rehearsed)"),
        barred=r"^(?!.*(?:recovery|continuity|fail-?over|bcp)).*(?:incident|fire|evacuation|penetration|alarm).*",
    ),
    reading(
        "recovery time objective of the service is",
        way(r"(?:recovery time objectives?|rto)"),
        bound=Bound.AT_MOST,
    ),
    reading(
        "recovery point objective of the service is",
        way(r"(?:recovery point objectives?|rpo)"),
        bound=Bound.AT_MOST,
    ),
    reading(
        "customer data is backed up",
        way(r"(?<!from )(?<!from the )(?<!restoration of )(?<!restores of )(?<!restoring )(?<!recovery of )"
            r"(?:back-?ups?|backed up|copied|copies|snapshots?)", r"(?:{DATA}|databases?|data|production|systems?)"),
    ),
    reading(
        "restores from backup are tested",
        way(r"(?:restor\w+|recover(?:y|ed)(?: of)?)", r"(?:back-?ups?|databases?|data|cop(?:y|ies))",
            r"(?:test\w*|every|each|once|quarter\w*|month\w*|annual\w*|year\w*|verif\w+|checked)"),
    ),
    reading(
        "copy of the backups is kept out of reach",
        way(r"(?:back-?ups?|cop(?:y|ies))",
            r"(?:(?:separate|different|isolated|dedicated|second|another) (?:\w+ )?(?:account|tenant|subscription"
            r"|project|security domain)"
            r"|off-?line|air-?gapped|out of reach|no (?:access|rights|permissions|network path)(?: \w+)? (?:to"
            r"|from|in))",
            r"(?:production|administrators?|live|off-?line|air-?gapped|credentials)"),
        bound=None,
    ),
)  # fmt: skip
