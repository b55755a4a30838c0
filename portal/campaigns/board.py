"""What a reader asks of the board: which vendors, in which order, which page; pure."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from portal.campaigns.states import Standing

PAGE = 50
OVERDUE = "overdue"


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

    def url(self, **changed: object) -> str:
        """Return the board's address with something changed."""
        values = {
            "q": self.search, "show": self.show, "sort": self.sort.value, "desc": "1" if self.reverse else "", "page": self.page,
        } | changed  # fmt: skip
        plain = {"q": "", "show": "", "sort": "standing", "desc": "", "page": "1"}
        said = {name: str(value) for name, value in values.items() if str(value) != plain[name]}
        return self.base + (f"?{urlencode(said)}" if said else "")


def asked(base: str, search: str, show: str, sort: str, desc: str, page: int) -> Asked:
    """Read what an address asks for; what makes no sense is left at its default."""
    return Asked(
        base,
        search.strip()[:100],
        show if show in {*Standing, OVERDUE} else "",
        Sort(sort) if sort in list(Sort) else Sort.standing,
        desc == "1",
        min(max(1, page), 1_000_000),
    )
