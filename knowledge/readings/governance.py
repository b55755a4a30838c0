"""Claims about governance and assurance."""

from knowledge.facts import EvidenceKind
from knowledge.readings.reading import Reading, reading, way

READINGS: tuple[Reading, ...] = (
    reading(
        "person is accountable for information security",
        way(
            r"(?:ciso|chief information security officer|chief security officer|head of (?:information )?security"
            r"|information security (?:officer|manager)|security officer|director of (?:information )?security)",
            r"(?:accountable|responsible|in charge|answers|owner|leads|overall responsibility|heads|appointed)",
            r"(?:information )?security(?: (?:polic(?:y|ies)|programme|program|function|team|management))?",
        ),
        way(r"owner:?", r"(?:ciso|chief information security officer|chief security officer"
                        r"|head of (?:information )?security)"),
    ),
    reading(
        "risk assessments of the service are carried out",
        way(r"(?:risk assessments?|assess(?:es|ed|ment of)? (?:the )?(?:information )?(?:security )?risks?"
            r"|risks? (?:to|of|for) .{1,60}? (?:is|are) (?:formally )?(?:assessed|evaluated|analysed|reviewed)"
            r"|risk analys[ie]s)",
            r"(?:carried out|performed|conducted|made|done|leads?|undertaken|held|completed|updated|repeated"
            r"|assess(?:es|ed)"
            r"|evaluated|reviewed|runs?)"),
    ),
    reading(
        "scope of the independent attestations includes every component",
        papers=frozenset({EvidenceKind.SOC_REPORT, EvidenceKind.ISO_CERTIFICATE}),
        against=(
            r"(?:products?|services?|components?|modules?|applications?|platforms?|[a-z]+s) (?:not in scope"
            r"|out of scope"
            r"|not assessed|excluded)(?::| ).{3,}",
            r"(?:[\w ,-]{3,80}) (?:is|are) (?:outside|excluded from|not (?:in|within|part of|included in"
            r"|covered by)) (?:the )?"
            r"(?:boundary of the system and outside )?(?:the )?(?:scope|certified scope"
            r"|certificate)(?: of (?:this|the) (?:report"
            r"|certificate|assessment|examination))?",
            r"the scope (?:does not include|excludes|leaves out) .{3,}",
        ),
    ),
    reading(
        "exceptions to security policies are recorded and approved",
        way(r"(?:exceptions?|deviations?|waivers?)",
            r"(?:approv\w+|authori[sz]\w+|accept\w+|signed off)",
            r"(?:expir\w+|end date|time[- ]limit\w*|limited (?:in time|to)|valid (?:for|until)|at most (?:twelve"
            r"|six|\d+) months)"),
    ),
)  # fmt: skip
