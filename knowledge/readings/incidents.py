"""Claims about incidents and the notice of them."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound

_PLAN = (
    r"(?:(?:security )?incident(?:[- ](?:response|handling|management))? (?:plan|procedure|process|policy"
    r"|runbooks?|programme))"
)
_TESTED = r"(?:exercis\w+|test\w*|rehears\w+|table-?top\w*|drill\w*|simulat\w+|practi[sc]ed)"
_THEIRS = r"(?:customer|client|merchant|user|personal|tenant)(?:'s|s'|s)?(?: \w+)? (?:data|records|information|files?)"
READINGS: tuple[Reading, ...] = (
    reading(
        "there is a written incident response plan",
        way(_PLAN, r"(?:documented|written|maintained|exists?|established|in place|published|approved|reviewed"
                   r"|names|defines?|describes?"
            r"|exercised|tested|sets out|followed|handled|laid down|lays down)"),
        way(r"incident(?: response)? (?:plan|procedure|policy|process)", r"(?:under|by|following|according to)",
            r"(?:handled|managed|exercised|dealt with)"),
        bound=None,
    ),
    reading(
        "incident response plan was last exercised on",
        way(rf"(?:{_PLAN}|incident response)", _TESTED, r"(?:last|on|latest|most recent(?:ly)?)"),
    ),
    reading(
        "customers are notified of a breach that affects their data within",
        way(r"{CUSTOMERS}", r"(?:notif\w+|inform\w*|tell\w*|told|alert(?:s|ed)|report\w*)",
            r"(?:breach(?:es)?|incidents?)",
            r"(?:data|personal|security|aware\w*)"),
        bound=Bound.AT_MOST,
    ),
    reading(
        "no security incident has affected customer data",
        way(r"(?:no|none of the|zero) (?:\w+ ){0,3}?(?:incidents?|breach(?:es)?)",
            r"(?:affected|involved|concerned|touched|occurred|compromised|led to)",
            r"(?:data)", r"(?:(?:last|past) (?:twenty-four|24|36|thirty-six) months|(?:last|past) (?:two|three"
                         r"|four|five) years|ever|since (?:its|our|the) found\w+)",
            whole=True),
        against=(rf"(?:one|two|three|some|several|\d+)? ?(?:of them|of these|(?:of the )?(?:security "
                 rf"|declared )?incidents?|breach(?:es)?)(?: of \w+)? (?:\w+ )?(?:concerned|affected|involved"
                 rf"|exposed|disclosed|led to the disclosure of|compromised) (?:\w+ ){{0,3}}?(?:data (?:of|from"
                 rf"|belonging to) (?:a |one |two |some |several |our )?(?:customers?|clients?|merchants?)|{_THEIRS})",
                 rf"(?:an employee|a supplier|an attacker|a contractor) (?:sent|disclosed|copied|leaked|stole"
                 rf"|exposed) (?:a |the )?(?:\w+ )?{_THEIRS}"),
    ),
    reading(
        "security team can be reached at any hour",
        way(r"(?:reach\w*|report\w*|contact\w*|call\w*|available|on call)",
            r"(?:at any hour|at all hours|24[ /x]*7|around the clock|round the clock|any time|day and night)"),
        bound=None,
        exact=True,
    ),
)  # fmt: skip
