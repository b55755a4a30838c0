"""Finds text that speaks to an AI system rather than to a reader, also in disguise and in some other languages."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

Span = tuple[int, int]

_INSTRUCTIONS = r"(?:instructions?|prompts?|directions|directives|guidelines|rules|messages?|context)"
_BEFORE = r"(?:previous|prior|above|earlier|preceding|foregoing|system)"
_MODEL = r"(?:ai|llm|language\s+model|chatbot|gpt|copilot)"
_REPLY = r"(?:answer|reply|response|output|summary)(?:s|ies)?"
_ENGLISH = rf"""
    \b(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){{0,3}}?{_BEFORE}\s+(?:\w+\s+){{0,2}}?{_INSTRUCTIONS}
  | \b(?:ignore|disregard|forget)\s+(?:\w+\s+){{0,2}}?your\s+(?:\w+\s+)?(?:instructions|guidelines|rules|training|programming)
  | \b(?:as|you\s+are)\s+an?\s+(?:ai|artificial\s+intelligence|large\s+language|language)\s+(?:language\s+)?
        (?:model|assistant|reviewer|auditor|evaluator)\b
  | \bif\s+you\s+are\s+an?\s+(?:ai|llm|(?:large\s+)?language\s+model|chatbot|automated)\b
  | \byou\s+are\s+now\s+(?:an?\s+)?(?:\w+\s+)?(?:assistant|ai|model|dan|in\s+developer\s+mode)\b
  | \b(?:attention|note|notice|instructions?|message)\s+(?:to|for)\s+(?:all\s+|any\s+|the\s+)?{_MODEL}s?\b
  | \b(?:ai|llm|language\s+model|chatbot)\s*(?:reviewers?|assistants?|systems?|models?|agents?|tools?)?\s+
        (?:reading|processing|summari[sz]ing|reviewing|analy[sz]ing|evaluating)\s+this\s+(?:document|text|report|file|page)
  | \b(?:system|developer)\s+prompt\s*[:=]
  | \b(?:new|updated|important)\s+system\s+(?:message|prompt|instructions?)\b
  | \bsystem\s*(?:message|note|override|instructions?)?\s*:\s*
        (?:the\s+(?:reviewer|user|auditor)|you\b|set\s|ignore|override|mark\s|rate\s)
  | \bassistant\s*:\s*(?:before|ignore|you|output|always|when)\b
  | \b(?:reveal|print|output|repeat|show|leak|display|dump)\s+(?:me\s+)?(?:every\s+\w+\s+in\s+|the\s+contents?\s+of\s+)?
        your\s+(?:\w+\s+){{0,2}}?(?:prompt|instructions|context|filter|memory)\b
  | \bwhen\s+(?:you\s+are\s+)?asked\s+(?:about|whether)\s+[^.\n]{{1,60}},\s+(?:always\s+)?
        (?:answer|respond|reply)\s+(?:that|with)\b
  | <\|(?:im_start|im_end|system|assistant|endoftext)\|?>
  | \[/?INST\]
  | ["']role["']\s*:\s*["'](?:system|assistant|developer)["']
  | </(?:context|evidence)>\s*</(?:document|documents|context)>
  | \b(?:do\s+not|don't|never)\s+(?:mention|reveal|disclose|report)\s+(?:\w+\s+){{0,4}}?to\s+the\s+
        (?:user|reviewer|auditor|customer)\b
  | \b(?:end|begin|start|close|finish|conclude|preface|append|include|insert|add|repeat|put|mention)\s+(?:[\w:/.-]+\s+){{0,6}}?
        (?:every|each|all|any|your|the)\s+(?:of\s+your\s+)?{_REPLY}\s+(?:with|by|to|that)\b
  | \b(?:in|to|at\s+the\s+end\s+of)\s+(?:every|each|all\s+of\s+your|any\s+of\s+your)\s+{_REPLY}\b
  | \byour\s+(?:task|role|job|mission|goal|instructions?|orders)\s+ha(?:s|ve)\s+(?:been\s+)?(?:changed|replaced|updated)\b
  | \b(?:tell|remind|persuade|urge)\s+the\s+(?:reader|reviewer|auditor)\s+(?:to|that)\b
  | \bbefore\s+you\s+(?:answer|output|generate|summari[sz]e)\s*,
  | \b(?:rate|mark|score|classify|assess|treat)\s+(?:\w+\s+){{0,3}}?(?:vendor|supplier|company|controls?|answers?)\s+
        as\s+(?:fully\s+)?(?:compliant|supported|low\s+risk|approved|passed)\b
"""
_OTHER_LANGUAGES = r"""
  | \b(?:ignorier\w*|vergiss|vergessen|missachte\w*)\s+(?:\w+\s+){0,3}?
        (?:vorherig|bisherig|obig|vorangehend|vorig|fr\u00fcher)\w*\s+(?:\w+\s+)?(?:anweisung|instruktion|vorgabe|prompt)\w*
  | \b(?:vorherig|bisherig|obig|vorangehend|vorig)\w*\s+(?:anweisung|instruktion|vorgabe|prompt)\w*\s+(?:\w+\s+)?
        (?:ignorier|vergess|missacht)\w*
  | \b(?:hinweis|nachricht|anweisung|mitteilung)\s+(?:an|f\u00fcr)\s+(?:die\s+|alle\s+|jede\s+)?(?:ki|llm|sprachmodell\w*)\b
  | \b(?:bewerte|stufe|markiere)\s+(?:diesen|den|dieses)\s+(?:anbieter|lieferanten|unternehmen)\s+als\b
  | \b(?:ignor(?:e|ez|er)|oublie[zr]?)\s+(?:\w+\s+){0,3}?(?:instructions|consignes|directives)\s+(?:\w+\s+)?
        (?:pr\u00e9c\u00e9dentes|ant\u00e9rieures|ci-dessus)
  | \b(?:note|message|instructions?|consignes?)\s+(?:\u00e0|pour|aux?)\s+(?:l['\u2019]|les?\s+|la\s+|toute\s+)?
        (?:ia|llm|mod\u00e8les?\s+de\s+langage)\b
  | \b\u00e9value[zr]?\s+ce\s+(?:fournisseur|prestataire)\s+comme\b
  | \b(?:ignor[ae]\w*|olvid[ae]\w*|omit[ae]\w*)\s+(?:\w+\s+){0,3}?(?:instrucciones|indicaciones|\u00f3rdenes)\s+(?:\w+\s+)?
        (?:anteriores|previas|precedentes)
  | \b(?:nota|mensaje|instrucci[o\u00f3]n(?:es)?)\s+(?:a|para)\s+(?:la\s+|las\s+|el\s+|toda\s+)?
        (?:ia|llm|modelos?\s+de\s+lenguaje)\b
  | \b(?:califica|eval\u00faa|marca|clasifica)\s+(?:a\s+)?este\s+proveedor\s+como\b
  | \bignora\s+(?:\w+\s+){0,2}?istruzioni\s+precedenti | \bignore\s+(?:\w+\s+){0,2}?instru\u00e7\u00f5es\s+anteriores
"""
_BLANKS = 40  # between two words at most, so that a long run of blanks costs nothing
_BOUNDED = (_ENGLISH + _OTHER_LANGUAGES).replace(r"\s+", rf"\s{{1,{_BLANKS}}}").replace(r"\s*", rf"\s{{0,{_BLANKS}}}")
_BEGINNING = r"(?:\b(?=\w)|(?=[<\[\"']))"  # of any of them, looked at first: most places of a text are inside words
_AIMED = re.compile(
    _BEGINNING + "(?:" + re.sub(r"\\w\+(?=\\s)", r"\\w{1,40}", _BOUNDED) + ")", re.IGNORECASE | re.VERBOSE
)
_TIGHT = re.compile(
    r"(?:ignore|disregard|forget|override)(?:all|any|the|these|your|of|my)*(?:previous|prior|above|earlier|preceding|system)"
    r"(?:instructions?|prompts?|rules|messages?)|youarean?(?:ai|llm|languagemodel)|(?:noteto|attention)(?:all)?(?:ai|llm)s"
)
_SPACED = re.compile(r"(?:\b\w[ \t\n.\-_*]{1,3}){11,}\w\b")
_CODED = re.compile(r"(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{24,2000}={0,2}|(?:[0-9a-fA-F]{2}){20,1000})(?![A-Za-z0-9+/])")
_TURNED = re.compile(r"snoitcurtsni|vafgehpgvba", re.IGNORECASE)
_AROUND = 200
_ROT13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04bb\u0501\u051b\u051d\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420"
    "\u0421\u0422\u0425\u0406\u0405\u0408\u03bf\u03b1\u03b9\u03bd\u03c1\u03c5\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7\u0131",
    "aeopcyxisjhdqwABEKMHOPCTXISJoaivpuABEHIKMNOPTYXi",
)
_LEET_INSIDE = re.compile(r"[A-Za-z][0134578@$]{1,3}[A-Za-z]")
_LEET = str.maketrans("0134578@$!|", "oieastbasil")
_MOST = 5


def aimed_spans(text: str) -> list[Span]:
    """Find the stretches of a text that speak to an AI system."""
    spans = sorted(set(_plain(text)) | set(_in_disguise(text)))
    apart: list[Span] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def without_aimed(text: str) -> tuple[str, list[str]]:
    """Blank each sentence that speaks to an AI system, and the one after it; the text keeps its length and its lines."""
    taken: list[str] = []
    for start, end in aimed_spans(text):
        first, last = _sentences(text, start, end)
        taken.append(text[first:last])
        text = text[:first] + re.sub(r"[^\n]", " ", text[first:last]) + text[last:]
    return text, [piece for piece in taken if piece.strip()][:_MOST]


def _sentences(text: str, start: int, end: int) -> Span:
    before = max(text.rfind(stop, max(0, start - 300), start) for stop in (". ", ".\n", "! ", "? ", "\n\n"))
    after = re.compile(r"[.!?](?=\s)|\n\n|$").finditer(text, end, end + 400)
    stops = [match.end() for match, _ in zip(after, range(2), strict=False)]
    return (max(before + 1, start - 300, 0), max(stops, default=min(len(text), end + 400)))


def _plain(text: str) -> Iterator[Span]:
    yield from (match.span() for match in _AIMED.finditer(text))


def _in_disguise(text: str) -> Iterator[Span]:
    """Read the text through look-alike letters, digits for letters, letters set apart, and plain encodings."""
    alike = text if text.isascii() else text.translate(_COMPATIBLE).translate(_LOOKALIKES)
    if alike != text:
        yield from _plain(alike)
    if _LEET_INSIDE.search(text):
        yield from (match.span() for match in _AIMED.finditer(alike.translate(_LEET)) if _has_leet(text, match))
    for match in _SPACED.finditer(alike):
        if _TIGHT.search(re.sub(r"[\W_]", "", match[0]).lower()):
            yield match.span()
    for match in _CODED.finditer(text):
        if _speaks(_decoded(match[0])):
            yield match.span()
    for match in islice(_TURNED.finditer(text), _MOST):
        start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
        around = text[start:end]
        if _speaks(around[::-1]) or _speaks(around.lower().translate(_ROT13)):
            first, last = text.rfind("\n", start, match.start()) + 1, text.find("\n", match.end(), end)
            yield max(first, start), last if last >= 0 else min(end, len(text))


class _Compatible(dict[int, str]):
    """The plain letter for each that is a form of one, told once a letter."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_COMPATIBLE = _Compatible()


def _has_leet(text: str, match: re.Match[str]) -> bool:
    """Tell whether digits stand inside the words, rather than beside them."""
    return bool(re.search(r"[A-Za-z][0134578@$]|[0134578@$][A-Za-z]", text[match.start() : match.end()]))


def _decoded(token: str) -> str:
    try:
        raw = binascii.unhexlify(token) if re.fullmatch(r"[0-9a-fA-F]+", token) else base64.b64decode(token + "==")
    except (binascii.Error, ValueError):
        return ""
    return raw.decode("utf-8", "ignore")


def _speaks(text: str) -> bool:
    return bool(_AIMED.search(text))
