"""The words of questions over rows, and what each of them says."""

from enum import StrEnum

from knowledge.facts import EvidenceKind
from portal.assistant.records.query import Kinds
from portal.drafts.kinds import DraftKind
from portal.risk.levels import FindingState, Tier, VerdictState


class Slot(StrEnum):
    """What a stretch of a question says."""

    vendor = "vendor"
    everyone = "everyone"
    kind = "kind"
    ends = "ends"
    period = "period"
    expired = "expired"
    span = "span"
    opinion = "opinion"
    exception = "exception"
    auditor = "auditor"
    severity = "severity"
    worse = "worse"
    finding = "finding"
    state = "state"
    overdue = "overdue"
    tally = "tally"
    sum = "sum"
    insured = "insured"
    method = "method"
    subservice = "subservice"
    verdict = "verdict"
    answer = "answer"
    tier = "tier"
    grade = "grade"
    rating = "rating"
    unrated = "unrated"
    pending = "pending"
    approved = "approved"
    unanswered = "unanswered"
    questionnaire = "questionnaire"
    compare = "compare"
    changed = "changed"
    since_rating = "since_rating"
    draft_on_question = "draft_on_question"
    draft_on_vendor = "draft_on_vendor"
    sent = "sent"
    without = "without"
    ref = "ref"
    who = "who"
    opener = "opener"
    when = "when"
    word = "word"

    @property
    def label(self) -> str:
        """The words shown to people."""
        return self.value.replace("_", " ").capitalize()


_K, _V, _F = EvidenceKind, VerdictState, FindingState
_REPORTS = (_K.SOC_REPORT, _K.PENETRATION_TEST, _K.CONTINUITY_TEST, _K.PCI_AOC, _K.HIPAA_STATEMENT)
_PEN = r"(?:pen(?:etration)?[\s-]*test(?:ing)?s?|pentests?)(?:\s+(?:reports?|summar(?:y|ies)))?"
_SOC_1 = Kinds((_K.SOC_REPORT,), "SOC 1 reports", "SOC 1")
_SOC_2 = Kinds((_K.SOC_REPORT,), "SOC 2 reports", "SOC 2")
_ISO = Kinds((_K.ISO_CERTIFICATE,), "ISO certificates")
KINDS: tuple[tuple[str, Kinds], ...] = (
    (r"soc\s*1(?:\s+type\s+(?:1|2|i|ii))?(?:\s+(?:audit\s+)?reports?)?", _SOC_1),
    (r"soc\s*(?:2|ii)(?:\s+type\s+(?:1|2|i|ii))?(?:\s+(?:audit\s+)?reports?)?s?", _SOC_2),
    (r"soc\s*3(?:\s+reports?)?", Kinds((_K.SOC_REPORT,), "SOC 3 reports", "SOC 3")),
    (r"soc\s+reports?|audit(?:or['’]?s?)?\s+reports?", Kinds((_K.SOC_REPORT,), "SOC reports")),
    (rf"{_PEN}", Kinds((_K.PENETRATION_TEST,), "penetration tests")),
    (r"(?:cyber\s+)?insurance\s+(?:certificates?|polic(?:y|ies))", Kinds((_K.INSURANCE,), "insurance certificates")),
    (r"iso(?:/iec)?(?:\s*27001)?\s+certificat(?:es?|ions?)|iso(?:/iec)?\s*27001", _ISO),
    (r"certificates?|certifications?", Kinds((_K.ISO_CERTIFICATE, _K.INSURANCE), "ISO and insurance certificates")),
    (r"pci(?:\s+dss)?(?:\s+(?:aocs?|attestations?(?:\s+of\s+compliance)?|reports?))?|aocs?|attestations?\s+of\s+compliance",
     Kinds((_K.PCI_AOC,), "PCI attestations of compliance")),
    (r"bridge\s+letters?", Kinds((_K.BRIDGE_LETTER,), "bridge letters")),
    (r"hipaa\s+(?:statements?|attestations?|assessments?)", Kinds((_K.HIPAA_STATEMENT,), "HIPAA statements")),
    (r"(?:business\s+)?continuity\s+tests?", Kinds((_K.CONTINUITY_TEST,), "continuity tests")),
    (r"(?:(?:information\s+)?security\s+)?polic(?:y|ies)", Kinds((_K.POLICY,), "policies")),
    (r"dpas?|data\s+processing\s+(?:agreements?|addend(?:um|a))|agreements?", Kinds((_K.AGREEMENT,), "agreements")),
    (r"reports?", Kinds(_REPORTS, "reports (SOC, PCI and HIPAA reports, penetration and continuity tests)")),
    (r"documents?|evidence|files|papers", Kinds((), "documents")),
)  # fmt: skip
_NOT = (
    r"(?:(?:have|has|did)(?:\s+still)?\s*n[o'’]?t(?:\s+yet)?|(?:haven|hasn|didn)['’]?t(?:\s+yet)?|never"
    r"|(?:have|has)\s+yet\s+to|(?:still\s+)?(?:have|has)\s+to)"
)
NOT_YET = (
    rf"{_NOT}\s+(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|submit(?:ted)?)"
    r"(?:\s+(?:us|yet|so\s+far|to\s+us))?"
)
_DRAFT = (
    r"(?:(?:can|could|would|will)\s+you\s+(?:please\s+)?|i\s+(?:need|want)\s+you\s+to\s+)?"
    r"(?:draft|write|prepare|compose|formulate)(?:\s+(?:me|us|up))?(?:\s+(?:an?|the|our))?(?:\s+(?:short|new|first))?\s+"
)
_VENDOR_IS = r"(?:\s+(?:to|for|from|by)\s+(?:the|this)\s+(?:vendor|partner))?"
_D = DraftKind
# Each with what it says; of several that fit at a place the longest counts.
RULES: tuple[tuple[Slot, str, object], ...] = (
    (
        Slot.draft_on_question,
        rf"{_DRAFT}(?:clarif(?:ication|ying\s+question)s?(?:\s+(?:request|question))?"
        rf"|(?:follow[\s-]*up\s+)?questions?|notes?|messages?|e-?mails?|request\s+for\s+clarification){_VENDOR_IS}",
        _D.clarification,
    ),
    (Slot.draft_on_question, rf"{_DRAFT}findings?(?:\s+texts?)?{_VENDOR_IS}", _D.finding),
    (Slot.draft_on_vendor, rf"{_DRAFT}(?:(?:executive|management|board)\s+)?summary", _D.summary),
    (Slot.draft_on_vendor, rf"{_DRAFT}(?:rating(?:['’]s)?\s+(?:narrative|text|summary)|narrative)", _D.narrative),
    (Slot.everyone, r"(?:across|among|of|for)\s+(?:all|every)\s+(?:the\s+|our\s+)?(?:vendors?|partners?)", True),
    (Slot.everyone, r"all\s+(?:the\s+|our\s+)?(?:vendors|partners)", True),
    (Slot.everyone, r"every\s+(?:vendor|partner)", True),
    (Slot.everyone, r"anyone", True),
    (Slot.everyone, r"anybody", True),
    (Slot.unanswered, NOT_YET, True),
    (Slot.unanswered, r"(?:still\s+)?owes?\s+(?:us\s+)?(?:an\s+)?answers?", True),
    (Slot.since_rating, r"since\s+(?:the|its|their|our)?\s*(?:last|latest|previous)\s+rating", True),
    (
        Slot.expired,
        r"(?:has|have|is|are|that|which)?\s*(?:already\s+)?(?:expired|lapsed|outdated|out\s+of\s+date"
        r"|past\s+(?:its|their)\s+(?:date|end)|run\s+out\s+already|no\s+longer\s+valid)(?:\s+already)?",
        True,
    ),
    (Slot.period, r"(?:whose|the)?\s*period(?:s)?\s+(?:ends?|ended|runs?)", True),
    (Slot.period, r"cover(?:s|ed|ing)?\s+(?:a\s+period\s+)?(?=until|up\s+to|no)", True),
    (Slot.period, r"(?:end|ends|ended)\b(?!\s+of)", True),
    (Slot.ends, r"expir(?:e|es|ing|y|ation)(?:\s+dates?)?", True),
    (Slot.ends, r"run(?:s|ning)?\s+out", True),
    (Slot.ends, r"valid(?:ity)?(?=\s+until|\s+up\s+to|\s+ends?|\?|$|\s)(?:\s+ends?)?", True),
    (Slot.ends, r"laps(?:e|es|ing)", True),
    (Slot.ends, r"(?:due|up)\s+for\s+renewal", True),
    (Slot.ends, r"until\s+when", True),
    (
        Slot.opinion,
        r"(?:a\s+|an\s+)?(?:unqualified|clean|unmodified)\s+(?:audit\s+|auditor['’]?s?\s+)?opinions?",
        "unqualified",
    ),
    (
        Slot.opinion,
        r"(?:a\s+|an\s+)?qualified\s+(?:or\s+(?:an\s+)?adverse\s+)?(?:audit\s+|auditor['’]?s?"
        r"\s+)?(?:opinions?|soc\s*[12]?\s*reports?)",
        "qualified",
    ),
    (Slot.opinion, r"(?:an\s+)?adverse\s+(?:audit\s+)?opinions?", "adverse"),
    (Slot.opinion, r"(?:a\s+)?disclaimers?\s+of\s+opinion", "disclaimer"),
    (Slot.exception, r"exceptions?", True),
    (Slot.exception, r"deviations?", True),
    (
        Slot.auditor,
        r"(?:did\s+)?(?:the\s+)?(?:service\s+)?auditors?(?:['’]s)?\s+(?:note[ds]?|find|found"
        r"|report(?:ed)?)?",
        True,
    ),
    (Slot.auditor, r"noted\s+by\s+(?:the\s+)?(?:service\s+)?auditors?", True),
    (Slot.auditor, r"were\s+noted", True),
    (Slot.worse, r"(?:or|and)\s+(?:worse|above|higher|up|more\s+severe|graver|below)", "worse"),
    (Slot.worse, r"at\s+least(?=\s+(?:low|medium|high|critical))", "worse"),
    (Slot.worse, r"(?:or|and)\s+better", "better"),
    (Slot.worse, r"at\s+least(?=\s+(?:an?\s+)?[a-f]\b)", "better"),
    (Slot.worse, r"(?:worse|lower|more\s+severe|higher)\s+than", "worse than"),
    (Slot.worse, r"below(?=\s+[a-f]\b)", "worse than"),
    (Slot.worse, r"better\s+than", "better than"),
    (Slot.worse, r"above(?=\s+[a-f]\b)", "better than"),
    (Slot.finding, r"findings?", True),
    (
        Slot.state,
        r"(?:(?:is|are|was|were)\s+)?(?:still\s+)?(?:left\s+|leaves?\s+|leave\s+)?(?:open|unresolved"
        r"|outstanding|unremediated|unfixed|not\s+(?:yet\s+)?(?:fixed|remediated|closed|resolved))",
        _F.OPEN,
    ),
    (Slot.state, r"closed", _F.REMEDIATED),
    (Slot.state, r"remediated", _F.REMEDIATED),
    (Slot.state, r"resolved", _F.REMEDIATED),
    (Slot.state, r"settled", _F.REMEDIATED),
    (Slot.state, r"(?:risk[\s-])?accepted", _F.ACCEPTED),
    (Slot.overdue, r"overdue", True),
    (Slot.overdue, r"past\s+due", True),
    (Slot.overdue, r"behind\s+schedule", True),
    (Slot.overdue, r"(?:is|are)\s+late", True),
    (Slot.tally, r"(?:by|per|grouped\s+by|broken\s+down\s+by|for\s+each)\s+(?:severity|severities)", True),
    (Slot.method, r"carv(?:e|es|ed|ing)[\s-]*outs?", "carve-out"),
    (Slot.method, r"carv(?:e|es|ed|ing)", "carve-out"),
    (Slot.method, r"(?:the\s+)?inclusive\s+method", "inclusive"),
    (Slot.method, r"includes?", "inclusive"),
    (Slot.subservice, r"sub[\s-]?service\s+organi[sz]ations?", True),
    (Slot.subservice, r"sub[\s-]?services?", True),
    (Slot.insured, r"insured(?:\s+for)?", True),
    (Slot.insured, r"insurance(?:\s+cover(?:age)?)?", True),
    (Slot.insured, r"insurance\s+limits?", "limit"),
    (Slot.insured, r"(?:limits?|level)\s+of\s+(?:cover|insurance)", "limit"),
    (Slot.insured, r"cover(?:ed)?\s+for", True),
    (Slot.verdict, r"supported\s+with\s+(?:an\s+)?exceptions?", _V.SUPPORTED_WITH_EXCEPTION),
    (
        Slot.verdict,
        r"(?:not\s+(?:yet\s+)?(?:evidenced|supported|backed(?:\s+up)?)|unevidenced|unsupported|without"
        r"\s+(?:any\s+)?evidence|lack(?:s|ing)?\s+evidence)",
        _V.NOT_EVIDENCED,
    ),
    (Slot.verdict, r"contradict(?:ed|s|ory|ions?)?", _V.CONTRADICTED),
    (Slot.verdict, r"supported", _V.SUPPORTED),
    (Slot.verdict, r"stale", _V.STALE),
    (Slot.verdict, r"out\s+of\s+scope", _V.OUT_OF_SCOPE),
    *((Slot.tier, rf"tier[\s-]*{tier.value}", tier) for tier in Tier),
    (Slot.tier, r"critical(?=\s+(?:vendors?|partners?)\b)", Tier.CRITICAL),
    (Slot.answer, r"answers?", True),
    (Slot.answer, r"answered", True),
    (Slot.answer, r"answering", True),
    (Slot.answer, r"claims?", True),
    (Slot.answer, r"claimed", True),
    (Slot.answer, r"repl(?:y|ied|ies)", True),
    (Slot.answer, r"respond(?:ed)?", True),
    (Slot.answer, r"responses?", True),
    (
        Slot.unrated,
        r"(?:is\s+|are\s+|(?:has|have)\s+(?:been\s+)?)?(?:not|never)\s+(?:yet\s+)?(?:been\s+)?rated",
        True,
    ),
    (Slot.unrated, r"unrated", True),
    (Slot.unrated, r"(?:no|without\s+a)\s+(?:valid\s+|current\s+)?rating", True),
    (Slot.unrated, r"has\s+no\s+rating", True),
    (Slot.pending, r"wait(?:s|ing)?\s+for\s+approval", True),
    (Slot.pending, r"(?:awaiting|pending)\s+approval", True),
    (Slot.pending, r"to\s+be\s+approved", True),
    (Slot.pending, r"proposed", True),
    (
        Slot.approved,
        r"(?:who\s+)?(?:has\s+)?(?:approved|signed(?:\s+off)?)(?:\s+it|\s+them)?(?:\s+by(?:\s+whom)?)?",
        True,
    ),
    (Slot.questionnaire, r"questionnaires?", True),
    (Slot.questionnaire, r"assessments?", True),
    (Slot.compare, r"compar(?:e|ed|ing|ison(?:\s+of)?)", True),
    (Slot.compare, r"differ(?:s|ences?)?(?:\s+between)?", True),
    (Slot.compare, r"versus", True),
    (Slot.compare, r"vs\.?", True),
    (Slot.compare, r"side\s+by\s+side", True),
    (Slot.changed, r"what(?:['’]s|\s+is|\s+has)?\s+(?:changed|new|different)", True),
    (Slot.changed, r"what\s+changes", True),
    (Slot.changed, r"(?:which|what|any)\s+changes", True),
    (Slot.changed, r"changes", True),
    (
        Slot.sent,
        r"(?:did\s+)?(?:sent|send|upload(?:ed)?|provided?|hand(?:ed)?\s+in|gave|given\s+us"
        r"|submitted)(?:\s+(?:us|to\s+us))?",
        True,
    ),
    (Slot.sent, r"do\s+we\s+(?:have|hold)", True),
    (
        Slot.without,
        r"(?:have|has)\s+(?:no|not\s+(?:yet\s+)?(?:sent|uploaded|provided)(?:\s+us)?(?:\s+an?|\s+any)?)",
        True,
    ),
    (
        Slot.without,
        r"(?:did|has|have)(?:\s+not|n['’]t)\s+(?:yet\s+)?(?:send|sent|upload(?:ed)?|provide[d]?)(?:"
        r"\s+us)?(?:\s+an?|\s+any)?",
        True,
    ),
    (Slot.without, r"without(?:\s+an?|\s+any)?", True),
    (Slot.without, r"lacks?(?:\s+an?)?", True),
    (Slot.without, r"(?:is|are)\s+missing(?:\s+an?)?", True),
    (Slot.ref, r"[a-z]{2}-\d{2}", True),
    (Slot.who, r"who(?:se|m)?", True),
    (
        Slot.who,
        r"(?:which|what|whose|how\s+many)\s+(?:of\s+(?:the|our)\s+)?(?:vendors?|partners?|suppliers?"
        r"|companies)",
        True,
    ),
    (Slot.when, r"when", True),
    (Slot.opener, r"how\s+many", True),
    (Slot.opener, r"which", True),
    (Slot.opener, r"what", True),
    (Slot.opener, r"list", True),
    (Slot.opener, r"show", True),
    (Slot.opener, r"give\s+me", True),
    (Slot.opener, r"tell\s+me", True),
    (Slot.opener, r"(?:are|is)\s+there", True),
    (Slot.opener, r"how(?=\s+(?:is|are|was|did|do|does))", True),
)
