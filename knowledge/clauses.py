"""Cuts a sentence into the clauses that each say one thing."""

import re
from functools import lru_cache

_AUXILIARY = r"(?:is|are|was|were|must|shall|will|has|have|had|does|do|did|can|cannot|may|should)"
_SUBJECT = rf"(?=(?!{_AUXILIARY}\b)(?:[\w'\u2019/-]+\s+){{1,5}}?{_AUXILIARY}\b)"
_CUT = re.compile(
    rf"\s*;\s*|,?\s+(?:but|while|whereas|although|however)\s+|,\s+and\s+{_SUBJECT}|\s+and\s+(?!(?:which"
    rf"|that|who)\b){_SUBJECT}"
    r"|,\s+and\s+(?=(?:is\s+|are\s+)?(?:limited|restricted)\b)|,?\s+and\s+(?=(?:do|does|did|is|are"
    r"|will|shall|must|has|have|can)\s+not\b|cannot\b)"
    rf"|,\s+(?!(?:which|that|who|where|when|if|including|such|and|or)\b)(?={_SUBJECT[3:-1]})",
    re.I,
)
_ASIDE = re.compile(r",\s*(?:where|which|who|whose)\b[^,;.]*,")
_CARRIER = re.compile(
    r"\b(?:over|via|through|across|along)\s+(?:an?\s+|the\s+|our\s+|its\s+)?(?:\w+ly\s+)?(?:\w+-)*\w+ed\s+"
    r"(?:and\s+\w+ed\s+)?(?:\w+\s+)?(?:channels?|connections?|links?|lines?|tunnels?|networks?|paths?|routes?|vpns?)\b",
    re.I,
)
_OPENING = re.compile(
    r"^\s*(?:therefore|however|thus|additionally|furthermore|moreover|finally|also|further|hence"
    r"|otherwise|if|when|where|upon|after|before|in|on|for|during|at|unless|within|as|following|once"
    r"|to|by|with|under|should|since|because|over)\b",
    re.I,
)


@lru_cache(maxsize=8192)
def clauses(text: str) -> list[str]:
    """Return the clauses; an opening phrase ('After cancellation, ...') stays with the clause it opens."""
    pieces: list[str] = []
    at = 0
    for match in _CUT.finditer(text):
        pieces.append(text[at : match.start()])
        at = match.end()
    pieces.append(text[at:])
    return _joined([piece.strip() for piece in pieces if piece.strip()])


def without_asides(text: str) -> str:
    """Leave out what stands between commas as a remark: ', where administrators cannot delete them,'."""
    return _ASIDE.sub(",", text)


def without_carriers(text: str) -> str:
    """Leave out by what something is carried: what goes "over an encrypted channel" is not for that itself encrypted."""
    return _CARRIER.sub(" ", text)


def _joined(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    opening = ""
    for piece in pieces:
        whole = f"{opening}, {piece}" if opening else piece
        if (
            _OPENING.match(piece)
            and not re.search(rf"\b{_AUXILIARY}\b.*,", whole)
            and piece is not pieces[-1]
            and not opening
        ):
            opening = piece
            continue
        joined.append(whole)
    return joined or [" ".join(pieces)]
