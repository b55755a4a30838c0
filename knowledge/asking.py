"""Takes a question apart: what it is about, and the kind of value that would answer it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.numerals import NUMBER
from knowledge.specifics import Value, ValueKind, values
from knowledge.terms import is_general, names, stem, terms


class Wanted(StrEnum):
    """The kind of value that answers a question."""

    DURATION = "duration"
    FREQUENCY = "frequency"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    VERSION = "version"
    NAME = "name"
    PLACE = "place"
    TRUTH = "truth"
    PASSAGE = "passage"

    @property
    def label(self) -> str:
        """The words that finish 'no sentence that states ...'."""
        return {
            "duration": "how long or how soon",
            "frequency": "how often",
            "date": "when",
            "number": "how many",
            "money": "how much money",
            "percent": "what share",
            "version": "which algorithm or version",
            "name": "who",
            "place": "where",
            "truth": "whether it is so",
            "passage": "it",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart; `counted` is the thing whose number is asked for."""

    text: str
    wanted: Wanted
    needs: tuple[str, ...]
    proper: frozenset[str]
    counted: str
    given: tuple[Value, ...]
    unit: bool


_KINDS: tuple[tuple[Wanted, str], ...] = (
    (Wanted.NUMBER,
        r"\bhow\s+long\s+(?:must|should|do|are|is)\s+(?:\w+\s+){0,2}?passwords?\b(?!\s+(?:valid|kept"
        r"|retained))|\bminimum\s+(?:password\s+)?length\b"),
    (Wanted.FREQUENCY,
        r"\bhow\s+(?:often|frequently|regularly|many\s+times\s+(?:a|per|each))\b"
        r"|\bwhat\s+is\s+the\s+(?:frequency|interval|cadence)\b|\bat\s+what\s+(?:interval|frequency)"),
    (Wanted.MONEY,
        r"\bhow\s+much\s+(?:money|does\s+it\s+cost|.*\b(?:cost|pay|paid|insur|fee|price|liab))"
        r"|\bwhat\s+(?:is|are|was)\s+the\s+(?:\w+\s+)?(?:price|cost|fee|amount|cap)\b"),
    (Wanted.PERCENT,
        r"\bwhat\s+(?:percentage|percent|share|proportion)\b|\bhow\s+high\s+is\s+the\s+(?:uptime"
        r"|availability)|\bwhat\s+(?:uptime|availability|sla)\b|\bwhat\s+is\s+the\s+(?:\w+\s+)?(?:uptime"
        r"|availability)\b"),
    (Wanted.DURATION,
        r"\bhow\s+(?:long|quickly|soon|fast|rapidly|old)\b|\b(?:within|in)\s+(?:what|which|how)\s+(?:time"
        r"|period|many\s+(?:hours|days|weeks|months|minutes|years))|\bhow\s+(?:many"
        r"|much)\s+(?:\w+\s+)?(?:hours|days|weeks|months|minutes|years|time)\b|\bwhat\s+(?:is|are"
        r"|was)\s+the\s+(?:\w+\s+){0,3}(?:period|duration|deadline|time\s?frame|time\s?limit|timeline"
        r"|window|retention|rto|rpo|recovery\s+(?:time|point)\s+objective|notice)\b"
        r"|\bwhat\s+(?:time\s?frame|deadline|retention\s+period|notice)\b"),
    (Wanted.NUMBER,
        r"\bhow\s+many\b|\bwhat\s+(?:is|was)\s+the\s+(?:total\s+)?number\b|\bwhat\s+(?:is"
        r"|are)\s+the\s+minimum\s+(?:password\s+)?length\b|\bhow\s+long\s+must\s+(?:a\s+)?passwords?\b"
        r"|\bminimum\s+(?:password\s+)?length\b"),
    (Wanted.DATE,
        r"^\s*(?:and\s+)?when\b|\b(?:until|since|from)\s+when\b|\b(?:on|at|by|since|until)\s+(?:what"
        r"|which)\s+(?:date|day|year)|\bwhat\s+(?:date|year|day)\b|\bwhich\s+(?:year|date|period)\b"
        r"|\bwhat\s+(?:is|was)\s+the\s+(?:\w+\s+){0,2}(?:date|period\s+covered)\b|\bwhat\s+period\b"),
    (Wanted.VERSION,
        r"\b(?:what|which)\s+(?:\w+\s+){0,2}?(?:versions?|algorithms?|ciphers?|key\s+(?:length|size)s?"
        r"|hash(?:ing)?\s+(?:function|algorithm)s?|protocols?|encryption(?:\s+(?:standard|method"
        r"|strength)s?)?)\b|\bhow\s+(?:are|is)\s+(?:\w+\s+){0,3}(?:encrypted|hashed)\b"),
    (Wanted.NAME,
        r"^\s*(?:by\s+)?who(?:m|se)?\b|\bby\s+whom\b|\b(?:what|which)\s+(?:(?:external|independent|audit"
        r"|security|third[\s-]party|testing)\s+)*(?:company|companies|firm|organi[sz]ation|auditor|vendor"
        r"|provider|person|team|consultancy|supplier|subprocessor|tester)\b|\bwhat\s+is\s+the\s+name\b"),
    (Wanted.PLACE,
        r"^\s*(?:and\s+)?where\b|\bin\s+(?:what|which)\s+(?:countr(?:y|ies)|regions?|locations?|cit(?:y"
        r"|ies)|places?|states?)\b|\b(?:what|which)\s+(?:countr(?:y|ies)|regions?|locations?|cit(?:y"
        r"|ies))\b"),
    (Wanted.TRUTH,
        r"^\s*(?:and\s+|so\s+)?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|must"
        r"|should|shall|may)\b"),
)  # fmt: skip
_COMPILED = tuple((wanted, re.compile(pattern, re.I)) for wanted, pattern in _KINDS)
_ASIDE_WORDS = """
customer user account company interval frequency cadence percentage share proportion date year day deadline
timeframe timeline window duration minimum maximum total version algorithm cipher protocol function method
strength firm auditor person name country region location city state vendor provider supplier consultancy kind
sort type come allow allowed someone anyone thing different main mean involved responsible exactly hour hours
minute minutes week weeks month months amount cost much many old must new high standard first last overall
whole size identify effectiv
"""
_ASIDE = frozenset(stem(word) for word in _ASIDE_WORDS.split())
_PAST = re.compile(
    r"\bwhen\s+(?:was|were|did|has|have|had)\b|\b(?:what|which)\s+(?:is|was|are|were|date|year|day)\b", re.I
)
_COUNTED = re.compile(
    r"\bhow\s+many\s+(?P<noun>(?:[\w-]+\s+){0,3}?[\w-]+?)(?=\s+(?:is|are|was|were|do|does|did|has|have"
    r"|can|must|will|should|of|in|on|that|from|per|took|found|performed|were|worked|take|need)\b|\s*\?"
    r"|$)",
    re.I,
)
_CAPITAL = re.compile(r"(?<=[a-z,]\s)[A-Z][\w&.-]*")


def asked(text: str) -> Asked:
    """Take a question apart."""
    wanted = next((kind for kind, pattern in _COMPILED if pattern.search(text)), Wanted.PASSAGE)
    proper = frozenset(stem(word) for match in _CAPITAL.finditer(text) for word in re.findall(r"\w+", match.group()))
    counted = _counted(text) if wanted is Wanted.NUMBER else ""
    unit = bool(
        re.search(
            r"\bhow\s+many\s+(?:\w+\s+)?(?:hours|days|weeks|months|minutes|years)\b|\bin\s+(?:hours|days|weeks"
            r"|months|years)\b",
            text,
            re.I,
        )
    )
    return Asked(text, wanted, _needs(text, proper, counted), proper, counted, tuple(values(text)), unit)


def _needs(text: str, proper: frozenset[str], counted: str) -> tuple[str, ...]:
    dated = bool(_PAST.search(text))
    given = values(text)
    asking = _ASKING | ({"conduct"} if dated else frozenset())
    found = [
        term
        for term in terms(text)
        if (not is_general(term.name) or term.name in asking)
        and not any(value.start <= term.start < value.end for value in given)
    ]
    kept = [term.name for term in found if term.name not in _ASIDE or term.name in proper or term.name == counted]
    if len(kept) < 2:
        kept += [
            term.name
            for term in found
            if term.name not in kept and term.name in ("customer", "user", "account", "auditor")
        ]
    return tuple(dict.fromkeys(kept))


_ASKING = frozenset({stem("store"), stem("allow")})


def _counted(text: str) -> str:
    match = _COUNTED.search(text)
    found = terms(match["noun"]) if match else ()
    return found[-1].name if found else ""


_VALUES = {
    Wanted.DURATION: (ValueKind.DURATION,),
    Wanted.FREQUENCY: (ValueKind.FREQUENCY,),
    Wanted.DATE: (ValueKind.DATE, ValueKind.DURATION),
    Wanted.MONEY: (ValueKind.MONEY,),
    Wanted.PERCENT: (ValueKind.PERCENT,),
    Wanted.VERSION: (ValueKind.VERSION,),
}
_SOON = re.compile(
    r"\b(?:without\s+undue\s+delay|immediately|promptly|as\s+soon\s+as|as\s+long\s+as|indefinitely"
    r"|permanently|for\s+the\s+(?:duration|term|life)\s+of|until)\b",
    re.I,
)
_OFTEN = re.compile(
    r"\b(?:on\s+a\s+regular\s+basis|regularly|at\s+regular\s+intervals|continuously|in\s+real\s+time"
    r"|automatically\s+after|(?:upon|after|for|with|on)\s+(?:each|every)|ad\s+hoc|instantly)\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:upon|prior\s+to|before|after|at\s+the\s+(?:time|end|start)|as\s+soon\s+as|immediately|once"
    r"|whenever|in\s+the\s+event)\b",
    re.I,
)
_ALGORITHM = re.compile(
    r"\b(?:bcrypt|scrypt|argon2\w*|pbkdf2|aes|tls|ssl|rsa|gpg|pgp|sha-?\d*|ecdhe?|ecdsa|ed25519"
    r"|chacha20\w*|xchacha\w*|blowfish|3des|hmac|https(?!:)|ipsec|wireguard|openvpn|ssh|saml|oauth2?"
    r"|oidc|md5)\b",
    re.I,
)
_NAME = re.compile(
    r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w&'\u2019-]+(?:\s+(?:of\s+|and\s+|for\s+)?[A-Z][\w&.'\u2019-]+)*"
    r"|^\W*[A-Z][\w&'\u2019-]+(?:\s+[A-Z][\w&.'\u2019-]+)+|\b[A-Z]\w*\d+\w*\b|^\W*\d*[A-Z]\w+\d+"
)
_ROLE = re.compile(
    r"\b(?:officer|director|manager|team|committee|board|department|chair|president|council"
    r"|administrators?|auditors?|counsel|group|firm|consultancy|members?|staff|owner|we)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:in|at|within|near|outside|across)\s+(?:the\s+)?(?!compliance|accordance|connection"
    r"|respect)(?:[a-z]+\s+(?:of\s+)?)?[A-Z][\w.-]+"
)
_COUNT = re.compile(rf"(?<![\d.])\b{NUMBER}\b", re.I)
_IN_ALL = re.compile(
    r"\b(?:total|employs?|ha[sv]e|consists?|comprises?|there\s+(?:are|were|is)|found|identified"
    r"|operates?|in\s+all|altogether|included?|number|team\s+of|among|of\s+the)\b",
    re.I,
)
_DOING = re.compile(
    r"(?<!-)\b(?:perform|conduct|carr(?:y|ied)\s+out|engage|complet|undert[ao]k|commission|retained"
    r"|hired|tested|assessed|reviewed|audited|by\s+[A-Z])\w*",
    re.I,
)


def answering_spans(question: Asked, text: str) -> list[tuple[int, int]]:
    """Return where the text states a value of the kind asked for; open questions are answered by the whole text."""
    if question.wanted in (Wanted.TRUTH, Wanted.PASSAGE):
        return [(0, len(text))]
    spans = [(value.start, value.end) for value in values(text) if _answers(question, value)]
    pattern = {
        Wanted.DURATION: _SOON, Wanted.FREQUENCY: _OFTEN, Wanted.DATE: _WHEN, Wanted.VERSION: _ALGORITHM, Wanted.PLACE: _PLACE,
    }.get(question.wanted)  # fmt: skip
    if (
        pattern is not None
        and not question.unit
        and not (question.wanted is Wanted.DATE and _PAST.search(question.text))
    ):
        spans += [
            match.span()
            for match in pattern.finditer(text)
            if question.wanted is not Wanted.PLACE or _is_news(question, match.group())
        ]
    if question.wanted is Wanted.NAME and (_DOING.search(text) or "conduct" not in names(question.text)):
        spans += [match.span() for match in _NAME.finditer(text) if _is_news(question, match.group())]
        spans += [match.span() for match in _ROLE.finditer(text) if _is_news(question, match.group())]
    if question.wanted is Wanted.NUMBER:
        spans += [match.span() for match in _COUNT.finditer(text) if _counts(question, text, match.end())]
    return spans


def _answers(question: Asked, value: Value) -> bool:
    if question.wanted is Wanted.NUMBER:
        alone = len(question.needs) < 2 and bool(question.counted)
        return (
            value.kind is ValueKind.QUANTITY
            and not alone
            and (
                not question.counted
                or bool({question.counted} & {term.name for term in terms(value.unit)})
                or value.unit == "character"
            )
        )
    if question.wanted is Wanted.DATE and _PAST.search(question.text):
        return value.kind is ValueKind.DATE
    return value.kind in _VALUES.get(question.wanted, ())


def _counts(question: Asked, text: str, at: int) -> bool:
    """Say whether the number is one of the things counted: they are named among the next words."""
    following = [term.name for term in terms(text[at : at + 60])][:4]
    return question.counted in following and (len(question.needs) > 1 or bool(_IN_ALL.search(text)))


def _is_news(question: Asked, name: str) -> bool:
    asked_for = {stem(word) for word in re.findall(r"\w+", question.text)}
    words = [stem(word) for word in re.findall(r"\w+", name)]
    return any(word not in asked_for and not is_general(word) for word in words) or name.lower() == "we"
