"""A question without the examples and follow-ups around it; what is no single question is nothing."""

import re

_EXAMPLES = re.compile(
    r"\s*[(\[]\s*(?:e\.?\s?g\b|for (?:example|instance)\b|such as\b|ex\.|examples?:|like\b|eg,)[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_CHOICES = re.compile(r"\s*\(\s*y(?:es)?\s*(?:/|or|,)\s*n(?:o)?\b[^()]*\)", re.IGNORECASE)
_OPEN_EXAMPLES = re.compile(r",?\s+(?:e\.g\.|for example|for instance)[,:]?\s.*$", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"(?:if|please|describe|explain|provide|list|note|see|attach|specify|elaborate|state|indicate|reference|comment)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"[•●▪◦·]|(?:^|\s)(?:\(?[a-e1-5][.)]|-)\s.*\s(?:\(?[b-f2-6][.)]|-)\s|:\s*$")
_TWO_SENTENCES = re.compile(r"[a-z)\d][.!]\s+[A-Z]|;")
_ASKS_ON = re.compile(
    r"\bif (?:so|yes|not|no|applicable|any|other)\b|\bor not\b|(?:^|, ?)how\b|\band (?:how|what|which|where|who|why)\b"
    r"|\bplease\b|\bwhy\b|\byou (?:answered|like)\b|\b(?:or|and/or|and) both\b|\bn/a\b|\bwhich of\b|\bany$"
    r"|\b(?:any|one|some|more) of the following\b|[{}?]|_{2,}",
    re.IGNORECASE,
)
_AND_ANOTHER = re.compile(
    r"(?:\band|\bor|\bbut)\s+(?:is|are|was|were|do|does|did|have|has|can|could|will|would|should)\s+"
    r"(?:you|they|it|there|the|a|an|all|any|your|these|those|this)\b",
    re.IGNORECASE,
)
_AND_VERB = re.compile(
    r"(?:,\s+(?:and|or|but)|\band|\bor|\bbut)\s+(?:is|are|was|were|do|does|did|can|could|will|would)\s", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:that|which|who|where)\b", re.IGNORECASE)


def question_in(text: str) -> str:
    """Return the one question that the text asks, without its mark, its examples and its follow-ups; or nothing."""
    if _LIST.search(text) or re.search(r"\n\s*(?:[-*]|\w[.)])\s", text):
        return ""
    plain = _plain(text)
    asked, _, rest = plain.partition("?")
    rest = rest.strip(" \"'”’*")
    if rest and not _is_follow_up(rest):
        return ""
    asked = _EXAMPLES.sub("", asked)
    asked = _OPEN_EXAMPLES.sub("", asked).strip(" \"'“”‘’.*")
    if asked.count("(") != asked.count(")") or _TWO_SENTENCES.search(asked) or _ASKS_ON.search(asked):
        return ""
    return "" if _asks_twice(asked) else asked


def _plain(text: str) -> str:
    plain = " ".join(text.split()).strip("\"'“”‘’*- ")
    plain = re.sub(r"^(?:\(?[a-z\d]{1,2}[.)]|\d+(?:\.\d+)+\.?)\s+", "", plain)
    return _CHOICES.sub("", _EXAMPLES.sub("", plain))


def _is_follow_up(rest: str) -> bool:
    """Tell whether what stands behind the question only asks for more about its answer."""
    if rest.startswith("(") and rest.rstrip(".").endswith(")"):
        return "?" not in rest
    return bool(_FOLLOW_UP.match(rest)) and rest.count("?") <= 1


def _asks_twice(asked: str) -> bool:
    if _AND_ANOTHER.search(asked):
        return True
    found = _AND_VERB.search(asked)
    return found is not None and not _RELATIVE.search(asked[: found.start()])
