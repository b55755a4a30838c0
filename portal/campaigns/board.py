"""What a reader asks of the board: which vendors, in which order, which page; pure."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from portal.campaigns.states import Standing

PAGE = 50
OVERDUE = "overdue"
# After so many looks by itself a page is left alone, so that one that stays open keeps nobody signed in for ever.
LOOKS = 120


class Sort(StrEnum):
    """By what the board is sorted."""

    standing = "standing"
    vendor = "vendor"
    tier = "tier"
    due = "due"
    changed = "changed"

    @property
    def label(self) -> str:
        """The column's head."""
        return {"standing": "Where it stands", "changed": "Last change"}.get(self.value, self.value.capitalize())


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of the board; `show` is a standing, `overdue`, or empty for everybody."""

    base: str
    search: str = ""
    show: str = ""
    sort: Sort = Sort.standing
    reverse: bool = False
    page: int = 1
    looks: int = 0

    @property
    def next_look(self) -> str:
        """Where a page that stays open looks again; "" when it has done so for long enough, and nobody may be there."""
        return self.url(looks=self.looks + 1) if self.looks < LOOKS else ""

    def url(self, **changed: object) -> str:
        """Return the board's address with something changed."""
        values = {
            "q": self.search, "show": self.show, "sort": self.sort.value, "desc": "1" if self.reverse else "", "page": self.page,
            "looks": "",
        } | changed  # fmt: skip
        plain = {"q": "", "show": "", "sort": "standing", "desc": "", "page": "1", "looks": ""}
        said = {name: str(value) for name, value in values.items() if str(value) != plain[name]}
        return self.base + (f"?{urlencode(said)}" if said else "")


def asked(base: str, search: str, show: str, sort: str, desc: str, page: int, looks: int = 0) -> Asked:
    """Read what an address asks for; what makes no sense is left at its default."""
    return Asked(
        base,
        search.strip()[:100],
        show if show in {*Standing, OVERDUE} else "",
        Sort(sort) if sort in list(Sort) else Sort.standing,
        desc == "1",
        min(max(1, page), 1_000_000),
        min(max(0, looks), LOOKS),
    )
