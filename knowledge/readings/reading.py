"""A claim that vendors are often asked to make, and the slots a sentence fills when it says the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts import EvidenceKind
from knowledge.specifics import Bound, ValueKind

WORDS = {
    "STAFF": r"(?:employees?|staff(?: members?)?|personnel|workforce|workers|team members|people|everyone|everybody"
    r"|(?:every|each|all) (?:person|users?|individuals?|members? of (?:the )?(?:staff|team|personnel))"
    r"|joiners|hires|starters|candidates?(?:')?|applicants?|engineers?)",
    "ADMINS": r"(?:administrators?|admins?|administrative (?:users?|access|accounts?|staff|rights)|privileged (?:users?"
    r"|access|accounts?|roles?)|(?:engineers?|operators?|operations staff)|staff with administrative access)",
    "DATA": r"(?:(?:customers?'?s?|clients?'?s?|tenants?'?s?|personal|production|stored|payroll|payment|confidential"
    r"|sensitive|account|subscriber) (?:data|information|content|records|databases?|volumes?)"
    r"|data(?=(?: stored)?(?: in .{1,80}?)? (?:is|are|at rest|stored))|all data|databases?|data ?stores?"
    r"|object stor(?:es?|age)"
    r"|(?:disk |storage |data )?volumes?|data at rest|information at rest)",
    "PRODUCTION": r"(?:production|live (?:systems?|environment|platform)|(?:servers?|hosts?|images?|nodes?"
                  r"|infrastructure"
    r"|systems?|platform|networks?|perimeter))",
    "SUPPLIERS": r"(?:suppliers?|vendors?|third part(?:y|ies)|third-part(?:y|ies)|sub-?processors?|service providers?"
    r"|sub-?contractors?)",
    "SUBS": r"(?:(?:an?other |further |new |additional |each |every |any |all |its |our )*(?:sub-?processors?"
            r"|sub-?contractors?"
    r"|other processors?))",
    "CUSTOMERS": r"(?:customers?|clients?|controllers?|subscribers?|data exporters?|merchants?|users?|you)",
    "BACKUPS": r"(?:back-?ups?|backed[ -]up|back(?:s|ing) up|backup copies|restores?|(?:full |nightly |daily )?copies"
    r"|copy|snapshots?)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say the claim: each slot must be filled in one sentence; `whole` when its words say it of all."""

    slots: tuple[re.Pattern[str], ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A known claim; `bound` says which way its value may be surpassed, None that its values count for nothing.

    `against` are words that contradict it, `topic` those of an exception that touches it without being about it,
    `barred` those of another matter; `items` what a list in the claim demands; `others` that suppliers may act;
    `kinds` are the values that count, `exact` demands the claim's own addresses and telephone numbers,
    `papers` are the kinds of document that can say it, `alone` leaves nothing to a comparison by ideas.
    """

    claim: re.Pattern[str]
    ways: tuple[Way, ...] = ()
    against: tuple[re.Pattern[str], ...] = ()
    topic: tuple[re.Pattern[str], ...] = ()
    bound: Bound | None = Bound.EXACTLY
    items: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()
    everyone: bool = False
    others: bool = False
    barred: re.Pattern[str] | None = None
    kinds: frozenset[ValueKind] = frozenset(ValueKind)
    exact: bool = False
    papers: frozenset[EvidenceKind] = frozenset(EvidenceKind)
    alone: bool = False


def pattern(text: str) -> re.Pattern[str]:
    """Compile words for text on one line; a name in braces stands for the words of that name."""
    worded = re.sub(r"\{([A-Z]+)\}", lambda match: WORDS[match[1]], text)
    return re.compile(rf"(?<!\w)(?:{worded})(?!\w)", re.I)


def way(*slots: str, whole: bool = False) -> Way:
    """Write one way to say a claim."""
    return Way(tuple(pattern(slot) for slot in slots), whole)


def reading(
    claim: str,
    *ways: Way,
    against: tuple[str, ...] = (),
    topic: tuple[str, ...] = (),
    bound: Bound | None = Bound.EXACTLY,
    items: dict[str, str] | None = None,
    everyone: bool = False,
    others: bool = False,
    barred: str = "",
    kinds: frozenset[ValueKind] = frozenset(ValueKind),
    exact: bool = False,
    papers: frozenset[EvidenceKind] = frozenset(EvidenceKind),
    alone: bool = False,
) -> Reading:
    """Write how documents put a claim."""
    named = tuple((pattern(asked), pattern(said)) for asked, said in (items or {}).items())
    return Reading(
        claim=re.compile(claim, re.I),
        ways=ways,
        against=_all(against),
        topic=_all(topic),
        bound=bound,
        items=named,
        everyone=everyone,
        others=others,
        barred=pattern(barred) if barred else None,
        kinds=kinds,
        exact=exact,
        papers=papers,
        alone=alone,
    )


def _all(texts: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern(text) for text in texts)


def filled(slots: tuple[re.Pattern[str], ...], text: str) -> list[tuple[int, int]] | None:
    """Return where the slots are filled in a text, or None when one is empty."""
    found = [[match.span() for match in slot.finditer(text)] for slot in slots]
    return [span for spans in found for span in spans] if all(found) else None


def asked_items(known: Reading, claim: str) -> Iterator[re.Pattern[str]]:
    """Yield what a sentence must name for the items that a claim lists."""
    return (said for asked, said in known.items if asked.search(claim))
