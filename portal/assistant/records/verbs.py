"""What vendors do, by which a question goes on after it has said which vendors are meant; pure."""

# Verbs and nothing else.
_SURE = """
    accept adhere allow anonymise anonymize apply approve archive assess assign authenticate carry certify check classify
    collect communicate comply conduct configure confirm consider define delete deny deploy describe destroy detect develop
    disable disclose discover dispose do employ enable encrypt enforce engage ensure erase escalate establish evaluate
    examine exclude follow forbid give grant handle harden have hash hold identify implement include inform inspect install
    investigate isolate keep let maintain make manage mask mention meet mitigate notify obey obtain operate outsource own
    perform permit prepare prevent prohibit promise protect prove provide pseudonymise pseudonymize publish purge receive
    recover rely remediate remove replace replicate require resell resolve respond restore restrict retain revoke rotate
    run sanitise sanitize say screen secure segregate sell send separate serve share sign state store subcontract submit
    subject support take tell tokenise tokenize train transmit treat undergo update use validate verify vet write"""
# Nouns as well: "the vendors with a policy review their logs" may be about those that have a policy review.
_NOUNS_TOO = """
    access alert answer audit back backup cache change claim control copy cover document escrow exchange export filter
    guarantee host limit log measure monitor name need offer patch plan process rate record report request reserve review
    risk scan schedule segment test trace track transfer view"""
_NOUN_TOO = frozenset(_NOUNS_TOO.split())
_VERBS = frozenset(_SURE.split()) | _NOUN_TOO


def is_verb(word: str, third: bool = False) -> bool:
    """Say whether a word says what somebody does: "encrypt", and "encrypts" where it may be the third person's form."""
    return _base(word.lower(), third) in _VERBS


def is_certain(word: str) -> bool:
    """Say whether a word is a verb and can be nothing else."""
    base = _base(word.lower(), True)
    return base in _VERBS and base not in _NOUN_TOO


def _base(word: str, third: bool) -> str:
    if word in _VERBS or not third:
        return word
    forms = (word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y")
    return next((one for one in forms if one in _VERBS), {"has": "have"}.get(word, word))
