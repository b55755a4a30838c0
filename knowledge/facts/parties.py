"""Reads the parties of an agreement where they are defined, listed in an annex, or said to act as one or the other."""

import re
from collections.abc import Callable, Iterator, Sequence

from knowledge.facts.naming import SUFFIX, company
from knowledge.facts.phrases import PROSE
from knowledge.facts.spans import flat
from knowledge.facts.values import Fact
from knowledge.pages import PageText

Before = Callable[[str], str | None]
_PROCESSORS = r"(?:data\s+)?processor|(?:service\s+)?provider|supplier|vendor|contractor|business\s+associate"
_CONTROLLERS = r"(?:data\s+)?controller|customer|client|covered\s+entity|subscriber|buyer"
_TERM = re.compile(rf"(?:the\s+)?(?:(?P<processor>{_PROCESSORS})|(?P<controller>{_CONTROLLERS}))", re.I)
_DEFINED = re.compile(r"\((?P<terms>[^()]{0,60}?[“\"„'‘][^()]{2,90}[”\"'’“])\)")
_DASHED = re.compile(
    r"\n[ \t]*[-–—][ \t]*(?:(?:herein)?(?:after|below)\b[^\n“\"„]{0,40})?(?P<terms>[“\"„][^\n]{3,60}[”\"“])[ \t]*(?:[-–—]|\n)"
)
_QUOTED = re.compile(r"[“\"„'‘]([^“”\"„'‘’]{2,40})[”\"'’“]")
_NAMED = re.compile(
    r"^[ \t]{0,20}(?:\d[.)][ \t]*)?(?:(?:full|legal|company|entity)[ \t]+)?name[ \t]*:[ \t]*(?P<name>[^\n]{2,90})$",
    re.I | re.M,
)
_AS = re.compile(
    r"^[ \t]{0,20}role(?:[ \t]*\([^()\n]{2,40}\))?[ \t]*:?[ \t]*(?:data[ \t]+)?(?P<role>controller|processor)\b",
    re.I | re.M,
)
_ACTS = re.compile(
    r"\b(?:the\s+)?(?P<short>[A-Z][\w&.-]{1,30})\s+"
    r"(?:(?:acts?|is\s+acting|shall\s+act|will\s+act|is)\s+(?:only\s+|solely\s+)?as|is(?=\s+(?:the|an?)\s)|as)\s+"
    r"(?:an?\s+|the\s+)?(?:data\s+)?(?P<role>processor|controller)\b"
)
_WE = re.compile(r"\b[Ww]e\s+(?:are|act\s+as)\s+(?:only\s+)?(?:your|the|an?)\s+(?:data\s+)?processor\b")
_OURS = frozenset(("we", "us", "our"))
_BLOCK, _BACK = 500, 300
_LAST = re.compile(
    rf"(?P<name>[A-Z0-9][\w.&’'-]*(?:[ \t\n]+(?:&[ \t\n]+|(?:(?<=Bank )|(?<=University )|(?<=City ))of[ \t\n]+)?"
    rf"[A-Z0-9][\w.&’'-]*){{0,5}},?\s+{SUFFIX}\.?)\s*\Z"
)


def told(pages: Sequence[PageText], before: Before) -> Iterator[Fact]:
    """Give the parties with their roles; `before` reads the name that words end with."""
    defined = [
        (page, match, terms, name)
        for page in pages
        for match, terms, back in _terms(page)
        if (name := _right_before(back) or before(back))
    ]
    yield from _by_term(defined)
    yield from (fact for page in pages for fact in _in_annex(page))
    known = {term.casefold(): name for _, _, terms, name in defined for term in terms}
    for page in pages:
        for match in _ACTS.finditer(page.text):
            if name := known.get(match["short"].casefold()):
                yield _party(name, page, *match.span(), match["role"])
        we = _WE.search(page.text)
        ours = {name for term, name in known.items() if term in _OURS}
        if we and len(ours) == 1:
            yield _party(ours.pop(), page, *we.span(), "processor")


def _terms(page: PageText) -> Iterator[tuple[re.Match[str], list[str], str]]:
    """Find definitions, each with its terms and the words before it, back to the definition before."""
    for pattern in (_DEFINED, _DASHED):
        last = 0
        for match in pattern.finditer(page.text):
            back = page.text[max(last - 1, match.start() - _BACK, 0) : match.start()]
            last = match.end()
            terms = [
                re.sub(r"^the\s+", "", flat(term).strip(" ,."), flags=re.I) for term in _QUOTED.findall(match["terms"])
            ]
            if terms:
                yield match, terms, back


def _right_before(text: str) -> str | None:
    """Read the company, with its legal form, that a text ends with."""
    match = _LAST.search(text)
    return company(flat(match["name"])) if match else None


def _by_term(defined: Sequence[tuple[PageText, re.Match[str], list[str], str]]) -> Iterator[Fact]:
    """Take the terms that name a role; those that only mean one count where the other side is there too."""
    found: dict[str, list[Fact]] = {"processor": [], "controller": []}
    for page, match, terms, name in defined:
        for role in {role for term in terms if (role := _role(term))}:
            start = max(page.text.rfind(name.split()[0], 0, match.start()), 0)
            found[role].append(_party(name, page, start, match.end(), role))
    both = len({fact.value for fact in found["processor"]}) == len({fact.value for fact in found["controller"]}) == 1
    for facts in found.values():
        yield from (fact for fact in facts if both or re.search(r"\b(?:processor|controller)\b", fact.quote, re.I))


def _role(term: str) -> str:
    match = _TERM.fullmatch(term)
    return (match.lastgroup or "") if match else ""


def _in_annex(page: PageText) -> Iterator[Fact]:
    """Read "Name: Acme Ltd" with a line on its role before the next name."""
    names = list(_NAMED.finditer(page.text))
    for match, following in zip(names, [*names, None][1:], strict=True):
        end = min(following.start() if following else len(page.text), match.end() + _BLOCK)
        role, name = _AS.search(page.text, match.end(), end), company(match["name"])
        if role and name:
            yield _party(name, page, match.start(), match.end(), role["role"])


def _party(name: str, page: PageText, start: int, end: int, role: str) -> Fact:
    return Fact(name, page.text[start:end].strip(), page.number, PROSE, {"role": role.lower()})
