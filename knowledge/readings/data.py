"""Claims about customer data: encryption at rest, separation, places, deletion and test data."""

from knowledge.readings.reading import Reading, reading, way

_TEST = (
    r"(?:test(?:s|ing)?|development|non-production|staging|qa|lower environments?)(?: (?:systems?"
    r"|environments?|databases?))?"
)
_REAL = (
    r"(?:(?:real |live |actual )?(?:customers?'?|client|production|personal|live|real|confidential) (?:data"
    r"|records|information)"
    r"|copies of (?:customer|production|client) (?:data|records|databases?))"
)
_ELSEWHERE = (
    r"(?:in transit|in motion|on (?:its|their|the) way|on the wire|over (?:the|public) (?:internet|networks?)"
    r"|transmission|transmitted|connections?|traffic|tls|back-?ups?|laptops?|mobile|devices?|removable"
    r"|e-?mails?|archives?|copies|logs|uploads?|exports?|passwords?)"
)
READINGS: tuple[Reading, ...] = (
    reading(
        "encrypted at rest in all data stores",
        way(r"(?:(?:all|every|each|any) (?:customer |production |client )?(?:data ?stores?|databases?|data"
            r"|volumes?|storage(?: systems?)?"
            r"|disks?)(?: [a-z]+){0,4}?|everywhere|wherever it is stored)", r"{DATA}", r"encrypt(?:ed|s|ion)",
            r"(?:at rest|stored|storage|volumes?|data ?stores?|databases?|disks?|on disk)"),
        against=(r"{DATA} (?:is|are) (?:not|not yet) encrypted(?: at rest| on disk| when stored)",),
        everyone=True,
        barred=_ELSEWHERE,
    ),
    reading(
        "customer data at rest is encrypted with",
        way(r"{DATA}", r"encrypt(?:ed|s|ion)"),
        way(r"{DATA}", r"(?:protect(?:ed|s)|cipher|secured)",
            r"(?:aes|advanced encryption standard|chacha20|bits?)(?:[- ]?\d+)?"),
        barred=_ELSEWHERE,
    ),
    reading(
        "each customer's data is kept logically separate",
        way(r"(?:customers?'?s?|tenants?'?s?|clients?'?)(?: (?:data|environments?|records|accounts?|databases?"
            r"|storage))?(?: (?:of|and) [a-z]+){0,3}?",
            r"(?:separat\w+|segregat\w+|isolat\w+|kept apart|partition\w*|logically divided|multi-tenan\w+)",
            r"(?:data|environments?|records|database|row|quer(?:y|ies)|tenant|storage|logically|platform"
            r"|identifier|key|schema)"),
    ),
    reading(
        "restrict their data to one region",
        way(r"{CUSTOMERS}", r"(?:choose|select|restrict|pin|limit|determine)s?", r"(?:region|country|location)", r"data"),
    ),
    reading(
        "customer data, backups included, is deleted within",
        way(r"(?:{DATA}|all (?:personal )?data|data)",
            r"(?:delet\w+|eras\w+|destroy\w*|purg\w+|wip(?:e|ed))",
            r"(?:end|terminat\w+|expir\w+|cancel\w+|ended|conclusion)",
            r"(?:back-?ups?|cop(?:y|ies)|archives?)"),
    ),
    reading(
        "real customer data is not used in test",
        way(_REAL, r"(?:(?:is|are|be|may|must|shall|will) (?:never|not)(?: be)?(?: \w+)? ?(?:used|copied|loaded"
                   r"|kept|stored|held|allowed"
            r"|permitted|placed|moved|present)?|never (?:used|copied|loaded|enters?)|prohibited|forbidden"
            r"|not permitted)", _TEST),
        way(rf"no {_REAL}", _TEST),
        against=(rf"{_REAL} (?:is|are) (?:regularly |sometimes |routinely )?(?:used|copied|loaded)(?: \w+)? ?(?:in"
                 rf"|into|for|to) (?:the )?{_TEST}",),
        bound=None,
    ),
    reading(
        "disks of all laptops",
        way(r"(?:laptops?|notebooks?|workstations?|endpoints?|computers|end-user devices)",
            r"(?:encrypted|encryption|encrypts?)"),
    ),
    reading(
        "sensitive authentication data is not kept after",
        way(r"(?:sensitive authentication data|card verification (?:code|value)s?|cvv2?|cvc2?|track data)",
            r"(?:(?:is|are) (?:not|never) (?:stored|kept|retained|written|held)|never (?:stored|kept|retained"
            r"|written))",
            r"(?:after|authori[sz]ation|to disk|once|following|duration)"),
    ),
    reading(
        "stored card numbers are protected as follows",
        way(r"(?:card numbers?|pans?|primary account numbers?|cardholder data)"),
        items={"replaced by tokens of a payment provider": r"tokens? (?:of|from|issued by) (?:a|the"
                                                           r"|our) payment (?:provider|processor)",
               "encrypted by us": r"(?:is|are) (?:stored )?encrypted",
               "never stored": r"(?:is|are) (?:never|not) stored", "only masked": r"masked"},
        bound=None,
    ),
)  # fmt: skip
