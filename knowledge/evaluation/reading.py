"""Measures reading: invented pages anywhere, and real documents beside poppler where both are at hand."""

import resource
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from knowledge.children import USED
from knowledge.errors import PasswordNeeded, UnreadableDocument
from knowledge.evaluation import agreeing, arrangement, poppler
from knowledge.limits import Limits, Recognition
from knowledge.pages import PageState, PageText
from knowledge.reading import read

FOLDER, SOURCES = "pdfs", "SOURCES.txt"
LIMITS = Limits(seconds=600, cpu_seconds=600, recognition=Recognition(engine="off"))
_FLAGGED = {
    "scanned": frozenset((PageState.SCANNED, PageState.OCR, PageState.PARTIAL)),
    "garbled": frozenset((PageState.GARBLED, PageState.OCR)),
}
_LITTLE = 30
_BY_EYE = {("docling-project__redp5110_sampled.pdf", 3): "garbled"}


@dataclass(frozen=True, slots=True)
class Real:
    """Figures over real documents; shares are from 0 to 1, pages without poppler's word on them are not compared.

    What a page should be is told by the notes on the files (scanned, garbled, encrypted), by poppler (a page with a
    picture and no character is a scan) and, where poppler gives scrambled letters, by eye. `characters` is the
    agreement with pdftotext in runs of five characters, weighted by length, `order` that in the order of words, over
    all pages that poppler finds born with text.
    """

    files: int
    pages: int
    poppler: str
    scanned_flagged: float
    garbled_flagged: float
    encrypted_flagged: float
    wrongly_flagged: float
    characters: float
    order: float
    cpu_ms_a_page: Mapping[str, str]
    slips: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    files: int = 0
    pages: int = 0
    expected: dict[str, list[bool]] = field(default_factory=dict)
    agreement: Counter[str] = field(default_factory=Counter)
    cpu: Counter[str] = field(default_factory=Counter)
    slips: list[str] = field(default_factory=list)

    def note(self, kind: str, right: bool, what: str) -> None:
        self.expected.setdefault(kind, []).append(right)
        if not right:
            self.slips.append(f"{kind}: {what}")

    def share(self, kind: str) -> float:
        found = self.expected.get(kind, [])
        return round(sum(found) / len(found), 4) if found else 1.0

    def agreed(self, kind: str) -> float:
        return round(self.agreement[kind] / self.agreement[f"{kind} of"], 4) if self.agreement[f"{kind} of"] else 0.0


def run(data: Path | None) -> dict[str, arrangement.Figures | Real]:
    """Measure the invented pages, and the PDF files of the folder when there is one."""
    figures: dict[str, arrangement.Figures | Real] = {**arrangement.run()}
    if data is not None and (data / FOLDER).is_dir():
        figures["real"] = real(data / FOLDER)
    return figures


def real(folder: Path) -> Real:
    """Read every PDF of the folder and compare."""
    tally = _Tally()
    notes = _notes(folder / SOURCES)
    for path in sorted(folder.glob("*.pdf")):
        _measure(tally, path, notes.get(path.name, ""))
    return Real(
        files=tally.files,
        pages=tally.pages,
        poppler="asked" if poppler.installed() else "not installed: only the notes on the files are compared",
        scanned_flagged=tally.share("scanned"),
        garbled_flagged=tally.share("garbled"),
        encrypted_flagged=tally.share("encrypted"),
        wrongly_flagged=round(1 - tally.share("with text"), 4),
        characters=tally.agreed("characters"),
        order=tally.agreed("order"),
        cpu_ms_a_page=dict(_costs(tally.cpu)),
        slips=tuple(tally.slips),
    )


def _notes(sources: Path) -> dict[str, str]:
    """Read what is said of the files by whoever collected them."""
    if not sources.is_file():
        return {}
    rows = (line.split(" | ") for line in sources.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[5].casefold() for row in rows if len(row) > 5}


def _measure(tally: _Tally, path: Path, note: str) -> None:
    tally.files += 1
    before = _child_seconds()
    try:
        reading = read(path, replace(LIMITS))
    except PasswordNeeded:
        tally.note("encrypted" if "encrypted" in note else "with text", "encrypted" in note, f"{path.name}: password")
        return
    except UnreadableDocument as error:
        _note_refusal(tally, path.name, note, str(error))
        return
    tally.pages += len(reading.pages)
    tally.cpu[reading.reader] += int(1e6 * (_child_seconds() - before))
    tally.cpu[f"{reading.reader} of"] += len(reading.pages)
    if "encrypted" in note:
        tally.note("encrypted", False, path.name)
    _compare(tally, path, note, reading.pages)


def _note_refusal(tally: _Tally, name: str, note: str, reason: str) -> None:
    """Count a file of which no page gave text: its one sentence has to say why."""
    kind = _kind(note)
    words = {"scanned": "looks scanned", "garbled": "scrambled"}
    tally.note(kind, kind in words and words[kind] in reason, f"{name}: {reason}")


def _kind(note: str) -> str:
    if "garbled" in note:
        return "garbled"
    return "scanned" if "no text layer" in note else "with text"


def _compare(tally: _Tally, path: Path, note: str, pages: Sequence[PageText]) -> None:
    texts = poppler.page_texts(path) if poppler.installed() else []
    pictured = poppler.pages_with_pictures(path) if texts else frozenset()
    for page, text in zip(pages, texts or [""] * len(pages), strict=False):
        kind = _kind(note)
        length = len("".join(text.split()))
        if kind == "with text" and texts and length < _LITTLE:
            kind = "scanned" if page.number in pictured and not length else "blank"
        kind = _BY_EYE.get((path.name, page.number), kind)
        name = f"{path.name} page {page.number}: {page.state.value}"
        if kind in _FLAGGED:
            tally.note(kind, page.state in _FLAGGED[kind], name)
        elif kind == "with text" and length:
            tally.note(kind, page.state.is_readable, name)
            _agree(tally, page.text, text, length)


def _agree(tally: _Tally, ours: str, theirs: str, length: int) -> None:
    tally.agreement["characters"] += round(1000 * length * agreeing.characters(ours, theirs))
    tally.agreement["characters of"] += 1000 * length
    in_order = agreeing.order(ours, theirs)
    if in_order is not None:
        tally.agreement["order"] += round(1000 * length * in_order)
        tally.agreement["order of"] += 1000 * length


def _child_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime + USED.seconds


def _costs(cpu: Counter[str]) -> Iterator[tuple[str, str]]:
    for engine, micros in cpu.items():
        if not engine.endswith(" of"):
            yield engine, f"{micros / cpu[f'{engine} of'] / 1000:.1f} over {cpu[f'{engine} of']} pages"
