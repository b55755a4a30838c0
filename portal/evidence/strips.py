"""Pure: how all the pages of a document were read, at a glance: a tile for each, and what was not read in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from knowledge.pages import PageState

_MOST_TILES = 120
_AROUND = 40


@dataclass(frozen=True, slots=True)
class PageTile:
    """One page in the strip; `gap` says that pages before it are left out."""

    number: int
    label: str
    tone: str
    sign: str
    url: str
    now: bool
    hits: int
    gap: bool


def tiles(
    states: Mapping[int, PageState], now: int, hits: Mapping[int, int], url: Callable[[int], str]
) -> list[PageTile]:
    """Return a tile for each page; of a long document the first and last, those near the page in hand and those with hits."""
    shown: list[PageTile] = []
    for number, state in states.items():
        if len(states) <= _MOST_TILES or number in (1, len(states)) or abs(number - now) <= _AROUND:
            gap = bool(shown) and shown[-1].number != number - 1
            tone, sign = _looks(state)
            shown.append(
                PageTile(number, state.label, tone, sign, url(number), number == now, hits.get(number, 0), gap)
            )
    return shown


def unread_words(states: Mapping[int, PageState]) -> str:
    """Say which pages were not read in full and why, in runs: "Pages 3 to 7 and 12: scanned, no text."."""
    sentences = []
    for state in PageState:
        numbers = [number for number, one in states.items() if one is state]
        if numbers and not state.is_whole:
            noun = "Page" if len(numbers) == 1 else "Pages"
            sentences.append(f"{noun} {_runs(numbers)}: {state.label[0].lower()}{state.label[1:]}.")
    return " ".join(sentences)


def coverage_words(states: Mapping[PageState, int], pages: int) -> str:
    """Say how far a document was read: "Read, 31 of 36 pages; 5 scanned, no text"."""
    if not pages:
        return ""
    read = sum(count for state, count in states.items() if state.is_readable)
    pictured = states.get(PageState.OCR, 0)
    rest = [
        f"{count} {state.label[0].lower()}{state.label[1:]}" for state, count in states.items() if not state.is_whole
    ]
    words = f"{read} of {pages} pages read" if read < pages else "All pages read" if pages > 1 else "Its page read"
    if pictured:
        words += f", {pictured} from {'its' if pictured == 1 else 'their'} picture{'' if pictured == 1 else 's'}"
    return "; ".join([words, *rest])


def _looks(state: PageState) -> tuple[str, str]:
    """Return the tone of a page's tile and the sign that says the same without colour."""
    if state is PageState.OCR:
        return "info", "◧"
    if state is PageState.TEXT:
        return "ok", ""
    return ("warn", "!") if state.is_readable else ("bad", "✕")


def _runs(numbers: list[int]) -> str:
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    words = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return ", ".join(words[:-1]) + (" and " if len(words) > 1 else "") + words[-1]
