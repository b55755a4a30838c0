"""Claims about people: screening, confidentiality and training."""

from knowledge.readings.reading import Reading, reading, way
from knowledge.specifics import Bound, ValueKind

_TRAINING = (
    r"(?:(?:security|privacy|cyber ?security|information security)(?: and [a-z]+)?(?: awareness)? (?:training"
    r"|course|education"
    r"|e-?learning|programme|program|module|refresher)|awareness (?:training|course|programme|program)"
    r"|training in security"
    r"|trained (?:in|on) (?:information )?security)"
)
READINGS: tuple[Reading, ...] = (
    reading(
        "background of staff is checked before",
        way(r"(?:background (?:checks?|screening|verification|investigations?)|screen(?:ed|ing|s)|vett(?:ed|ing)"
            r"|criminal (?:records?"
            r"|history|background)|(?:identity|references?)\b.{0,80}? (?:checked|verified|taken|confirmed)"
            r"|pre-employment (?:checks?|screening))",
            r"(?:before|prior to|pre-employment|ahead of|on hiring|upon hire|as part of (?:the )?(?:hiring"
            r"|recruitment))"),
    ),
    reading(
        "has signed a confidentiality agreement",
        way(r"{STAFF}|contractors",
            r"(?:sign(?:s|ed)?|bound by|binds|enter(?:s|ed)? into|subject to|accept(?:s|ed)?|under|agree to"
            r"|commit(?:s|ted)? to)",
            r"(?:confidentiality|non-disclosure|ndas?|secrecy)"),
        way(r"(?:employment )?contracts?", r"(?:contain|include|carry)s?",
            r"(?:duty of confidentiality|confidentiality (?:clause|duty|agreement|obligation|undertaking)s?"
            r"|non-disclosure)"),
    ),
    reading(
        "all staff complete security awareness training",
        way(r"{STAFF}", rf"(?:{_TRAINING})", r"(?:complet\w+|repeat\w*|undergo\w*|receiv\w+|tak(?:e|es|en)"
                                             r"|attend\w*|must|trained"
            r"|finish\w*|participat\w+|mandatory|required|pass(?:es)?)"),
    ),
    reading(
        "of staff completed security awareness training",
        way(r"{STAFF}", r"(?:training|course|awareness)", r"(?:complet\w+|finished|passed|attended)"),
        bound=Bound.AT_LEAST,
        kinds=frozenset({ValueKind.PERCENT}),
    ),
    reading(
        "developers and administrators receive security training made for their role",
        way(r"(?:developers?|engineers?|administrators?|technical staff|programmers)",
            r"(?:course|training|curriculum|workshops?|education)",
            r"(?:secure (?:coding|development|programming)|made for|role[- ](?:based|specific)|specific to"
            r"|tailored|specialised"
            r"|specialized|for their (?:role|work|post))"),
    ),
)  # fmt: skip
