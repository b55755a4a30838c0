"""Reads the names of companies and people off a value, and compares them."""

import re

_LEGAL = """
inc incorporated llc llp lp ltd limited plc corp corporation company co gmbh ag se kg ug ohg bv nv sa sas sarl srl spa sl oy
ulc dac clg sia uab zrt bhd sdn ltda sasu gbr jsc oyj pbc cic ab as asa aps pty pte pvt kk lp pllc pc cpas cpa mbh the and
"""
_FORMS = frozenset(_LEGAL.split())
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
SUFFIX = (
    r"(?:Inc|INC|inc|Incorporated|LLC|llc|P\.?B\.?C|CIC|N\.A|L\.L\.C|LLP|L\.L\.P|L\.P|LP|PLLC|P\.C|PC|P\.A|Ltd|LTD"
    r"|Limited|LIMITED|plc"
    r"|PLC|ltd|gmbh|corp|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|GmbH|GMBH|mbH|AG|SE|KG|KGaA|UG|B\.?V|N\.?V"
    r"|S\.?A\.?S|S\.?A|SARL|S\.?r\.?l|S\.?p\.?A|S\.?L\.?U|S\.?L|Oy|Oyj|OY|AB|AS|ASA|A/S|ApS|Pty\.?\s+Ltd"
    r"|Pvt\.?\s+Ltd|Pty|Pte|Pte\.?\s+Ltd|Pvt|Kft|d\.o\.o|s\.r\.o|a\.s|Sp\.\s*z\s*o\.\s*o|CPAs?|eG|e\.V|K\.K|ULC|DAC"
    r"|CLG|OÜ|SIA|UAB|Zrt|a\.G|VVaG|Sdn\.?\s+Bhd|Bhd|Ltda|SASU|GbR|JSC)"
)
_TAIL = re.compile(
    rf",(?!\s+{SUFFIX}(?![\w]))|[;(\[“\"|•]|\s[-–—]\s|\s+(?:hereinafter|hereby|certifies|confirms|attests"
    rf"|with\s+(?:its\s+)?registered|whose"
    rf"|located|trading\s+as|d/b/a|DBA)\b"
    rf"|(?<!\bCo)(?<!\bDr)(?<!\bSt)(?<!\bPvt)(?<!\bPte)(?<!\bPty)(?<!\bInc)(?<!\bLtd)\.\s|\s{{3,}}"
)
FORMED = re.compile(rf"(?:[\w).&],?\s+|-){SUFFIX}\.?$")
FIRM_LIKE = re.compile(
    rf"(?:[\w).&],?\s+|-){SUFFIX}\.?$|\b(?:\w*(?i:security|secure|cyber|sec|labs?|infosec)|Group"
    rf"|Consult(?:ing|ants)|Partners|Technolog(?:y|ies)|Assurance"
    r"|Research|Services|Solutions|Defen[cs]e|Risk|Digital|Audit(?:ors)?|Associates|Advisors|Testing)\b"
)
_INNER_FORM = re.compile(
    r"(?P<name>.{2,70}?,?\s(?:Inc|LLC|Ltd|GmbH|Corp|LLP|PLLC|Limited|plc|B\.V|N\.V|S\.p\.A|P\.C|S\.A|SARL"
    r"|Oy)\b\.?)\s+(?!&|and\b|of\b|Co\b|KG\b|Ltd\b|Wirtschafts|Steuerb|Rechtsanw)(?:[A-Z(]|(?:for|on|to|in|from|under"
    r"|at|by|with)\s)"
)
_ANY_FORM = re.compile(
    rf"(?P<name>.{{2,70}}?,?\s{SUFFIX}\.?)(?<!Company)(?<!COMPANY)(?<!Corporation)\s+(?:(?:for|on|to|in|from|under|at"
    rf"|by|with|during|between|as|against|of)\s|\d{{1,5}}\s+[A-Z]|[A-ZÄÖÜ][\w.-]+(?:\s[A-Z][\w.-]+)?\s\d|\S+@)"
)
_NO_NAME = re.compile(
    r"^(?:management|the|this|that|these|we|our|us|you|your|an?|it|its|they|their|any|all|n/?a|none"
    r"|not(?:\s+(?:applicable|available|known|stated))?|no|yes|date"
    r"|page|see|to|and|or|of|in|tbd|unknown|name|signature|title|client|customer|confidential|as\s+above"
    r"|(?:attestation|certificate|statement|confirmation|declaration)\s+o[fn]\b.*|company|agreement|addendum|terms"
    r"|policy|report|certificate|statement|letter|contract|annex)$",
    re.IGNORECASE,
)
_NO_START = re.compile(
    r"(?:to|by|for|between|from|at|with|this|these|our|your|we|each|all|any|see)[:\s]", re.IGNORECASE
)
_BROKEN = re.compile(r"\s(?:as\s+per|per|for|the|with|as|by|to|and|in)$|^(?i:management\s+system)\b")
_VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|had|shall|will|must|may|can|that|which|who|by|you|your|this|be)\s", re.I
)
# Who speaks for a company is not the company.
_OF = re.compile(
    r"^(?:to\s+)?(?:the\s+)?(?:management|board(?:\s+of\s+(?:directors|managers|trustees|management))?|directors|managers|members"
    r"|executive\s+board|(?:\w+\s+){0,2}(?:team|unit|department)|customers|clients|users|controls|description"
    r"|assertion)\s+of\s+(?:the\s+company\s+)?(?=[\w])",
    re.IGNORECASE,
)
_MOST_WORDS, _LONGEST = 10, 90


def same_company(one: str, other: str) -> bool:
    """Tell whether two names are of the same company, but for its legal form."""
    mine, theirs = core(one), core(other)
    return bool(mine) and mine == theirs


def company(text: str) -> str | None:
    """Cut a name out of a value: up to the address, remark or definition behind it; None when it is no name."""
    text = _OF.sub("", text)
    text = re.sub(r"^(?:of|and|(?:the\s+)?certification\s+body(?:\s+of)?)\s+", "", text, flags=re.IGNORECASE)
    text = re.sub(
        r"^(?:[\w&-]+\s+){0,3}(?:policy|terms|notice|statement)\s+(?:for|of)\s+(?=[A-Z])", "", text, flags=re.IGNORECASE
    )
    tail = _TAIL.search(text)
    name = (text[: tail.start() + (tail.group()[0] == ".")] if tail else text).strip(" \t,:*_")
    name = re.sub(r"\s+\d{4,6}$|\s+(?:ABN|ACN|NAIC|FRN)\b.*$", "", name)
    inner = _INNER_FORM.match(name) or _ANY_FORM.match(name)
    name = inner["name"] if inner else name
    has_form = FORMED.search(name) is not None
    name = name if has_form else name.rstrip(".")
    if not name or ": " in name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or not name[0].isalnum():
        return None
    if (
        _NO_NAME.match(name)
        or _BROKEN.search(name)
        or _NO_START.match(name)
        or _VERB.search(f" {name} ")
        or not any(map(str.isalpha, name))
    ):
        return None
    return name if has_form or not name[0].islower() else None


def core(name: str) -> tuple[str, ...]:
    """Return what of a name does not depend on how it is written: no legal form, dots or capitals."""
    joined = _DOTTED.sub(lambda match: match.group().replace(".", ""), name.casefold())
    words = re.findall(r"\w+", joined)
    return tuple(word for word in words if word not in _FORMS) or tuple(words)
