"""Which vendors a question names, among those the person may read."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from knowledge.lexicon import GENERAL, SAME
from portal.core.errors import NotFound
from portal.core.scope import Can, Principal
from portal.vendors.tables import Vendor

_SHORTEST = 4
# Words that say what a company does or which form it has: no name by themselves.
_COMMON = """
    analytics bank business care cloud consulting customer data digital direct first general global group health home
    international labs limited network networks north online partner partners payment payments print quality
    records risk secure security service services smart software solutions south support systems team tech technologies
    technology translations united west world"""
_WORDS = frozenset(re.findall(r"[a-z]+", SAME)) | GENERAL | frozenset(_COMMON.split())


@dataclass(frozen=True, slots=True)
class Named:
    """A vendor as questions and answers name it."""

    id: UUID
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A vendor named in a question, and where."""

    vendor: Named
    start: int
    end: int


async def vendors_for(who: Principal, only: UUID | None = None) -> list[Named]:
    """Return the current vendors whose rows this person may read, or the one asked for; a contact reads none here."""
    if who.role.outside or not who.can(Can.read_evidence):
        raise NotFound()
    rows = Vendor.select(Vendor.id, Vendor.slug, Vendor.name).order_by(Vendor.slug)
    found = await rows.where(Vendor.id == only if only is not None else Vendor.archived.eq(False))
    return [Named(row["id"], row["slug"], row["name"]) for row in found]


def mentions(question: str, vendors: Sequence[Named]) -> list[Mention]:
    """Find the vendors a question names: by their whole name, their slug, or a first word that only one of them has."""
    taken: list[Mention] = []
    folded = question.casefold()
    said = [each for each in _spellings(vendors) if each[0].casefold() in folded]
    for spelling, vendor in sorted(said, key=lambda each: -len(each[0])):
        for found in re.finditer(rf"(?<![\w-]){re.escape(spelling)}(?![\w-]|\.\w)", question, re.IGNORECASE):
            if not any(found.start() < one.end and one.start < found.end() for one in taken):
                taken.append(Mention(vendor, found.start(), found.end()))
    return sorted(taken, key=lambda one: one.start)


def _spellings(vendors: Sequence[Named]) -> list[tuple[str, Named]]:
    firsts = Counter(vendor.name.split()[0].casefold() for vendor in vendors if vendor.name.split())
    found = []
    for vendor in vendors:
        found += [(vendor.name, vendor), (vendor.slug, vendor)]
        first = (vendor.name.split() or [""])[0]
        plain = first.casefold()
        if len(first) >= _SHORTEST and firsts[plain] == 1 and plain not in _WORDS:
            found.append((first, vendor))
    return found


def short(vendors: Sequence[Named], most: int = 3) -> str:
    """Return the names of some vendors, or how many they are."""
    if len(vendors) > most:
        return f"{len(vendors)} vendors"
    names = [vendor.name for vendor in vendors]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
