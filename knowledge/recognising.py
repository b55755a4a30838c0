"""Reads the text of pages that are pictures: drawn in one confined process, recognised in another, put together here."""

import csv
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import Path

import msgspec

from knowledge.arranging import TextLine, arranged
from knowledge.children import Child
from knowledge.limits import Recognition
from knowledge.pages import Mark, MarkKind, WordBox
from knowledge.screening import cleaned
from knowledge.wire import Frame, RecognisedLine, decode_frame, decode_recognised

SURE = 55.0
_LEAST = 25.0
_OUTPUT = 24 << 20


@dataclass(frozen=True, slots=True)
class Recognised:
    """The text of one picture; `words` hold its places, `confidence` is the mean over its words, from 0 to 100."""

    text: str
    words: tuple[WordBox, ...]
    confidence: float
    engine: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """What recognises text here: tesseract with its folder of languages, or the shipped models."""

    name: str
    label: str
    dpi: int
    program: str = ""
    tessdata: str = ""
    languages: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in a picture, in its pixels, with the paragraph and the line it belongs to."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    paragraph: str
    line: str
    confidence: float


def recognised(
    path: Path,
    media: str,
    numbers: Sequence[int],
    recognition: Recognition,
    secret: str = "",
    done: Callable[[int], None] = lambda number: None,
) -> dict[int, Recognised]:
    """Read these pages' text from their pictures, as far as time allows; blocking, about a second a page.

    Pages that could not be drawn, or on which nothing sure was found, are not in the result.
    """
    engine = engine_for(recognition)
    wanted = list(numbers)[: recognition.pages]
    if engine is None or not wanted:
        return {}
    found: dict[int, Recognised] = {}
    ends = time.monotonic() + recognition.seconds
    for frame, picture in _frames(path, media, wanted, engine.dpi, recognition, secret):
        if (left := ends - time.monotonic()) <= 0:
            break
        if (page := _of_picture(frame, picture, engine, recognition, left)) is not None:
            found[frame.number] = page
        done(frame.number)
    return found


def engine_for(recognition: Recognition) -> Engine | None:
    """Choose what recognises text here, or None when nothing may or can."""
    if recognition.engine not in ("off", "rapidocr") and (tesseract := _tesseract(recognition.languages)):
        return tesseract
    return _shipped_models() if recognition.engine in ("auto", "rapidocr") else None


@lru_cache(maxsize=8)
def _tesseract(languages: str) -> Engine | None:
    program = shutil.which("tesseract")
    if program is None:
        return None
    listed = _output(program, "--list-langs").splitlines()
    folder = listed[0].partition('"')[2].partition('"')[0] if listed else ""
    wanted = [one for one in languages.split("+") if one in listed[1:]]
    if not wanted or not Path(folder).is_dir():
        return None
    label = "tesseract " + _output(program, "--version").split("\n")[0].partition(" ")[2]
    return Engine("tesseract", label.strip(), 300, program, folder, "+".join(wanted))


def _output(program: str, option: str) -> str:
    done = subprocess.run([program, option], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    return done.stdout or done.stderr


@lru_cache(maxsize=1)
def _shipped_models() -> Engine | None:
    try:
        return Engine("rapidocr", f"rapidocr {version('rapidocr')}", 200)
    except PackageNotFoundError:
        return None


def _frames(
    path: Path, media: str, numbers: Sequence[int], dpi: int, recognition: Recognition, secret: str
) -> Iterator[tuple[Frame, bytes]]:
    """Draw the pages one after the other; the drawing waits while an earlier page is being recognised."""
    cpu = 20 + 4 * len(numbers)
    arguments = (recognition.memory, cpu, media, ",".join(map(str, numbers)), dpi)
    with (
        path.open("rb") as file,
        Child(
            "frame_jail",
            arguments,
            file,
            seconds=recognition.seconds,
            output=_OUTPUT * len(numbers),
            secret=secret,
        ) as child,
    ):
        held = bytearray()
        for piece in child.pieces():
            held += piece
            while (ready := _first_frame(held)) is not None:
                yield ready


def _first_frame(held: bytearray) -> tuple[Frame, bytes] | None:
    """Take the first whole frame out of what has come in."""
    end = held.find(b"\n", 0, 400)
    if end < 0:
        return None
    frame = decode_frame(held[:end])
    if len(held) < end + 1 + frame.size:
        return None
    picture = bytes(held[end + 1 : end + 1 + frame.size])
    del held[: end + 1 + frame.size]
    return frame, picture


def _of_picture(
    frame: Frame, picture: bytes, engine: Engine, recognition: Recognition, left: float
) -> Recognised | None:
    arguments = (
        engine.name,
        recognition.memory,
        recognition.cpu_seconds,
        engine.program,
        engine.tessdata,
        engine.languages,
    )
    with tempfile.TemporaryFile() as file:
        file.write(picture)
        file.seek(0)
        seconds = min(left, 2.0 * recognition.cpu_seconds)
        with Child("recognition_jail", arguments, file, seconds=seconds, output=8 << 20) as child:
            lines = list(child.lines())
    words = list(_tesseract_words(lines) if engine.name == "tesseract" else _line_words(lines))
    return _put_together(words, frame, engine.label) if words else None


def _tesseract_words(lines: Sequence[bytes]) -> Iterator[_Word]:
    """Take the words out of tesseract's table; a row that is not as expected is passed over."""
    table = csv.DictReader((line.decode("utf-8", "replace") for line in lines), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in table:
        try:
            confidence = float(row["conf"])
            text = row["text"].strip()
            left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
            paragraph = f"{row['block_num']}.{row['par_num']}"
            line = f"{paragraph}.{row['line_num']}"
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
        if text and confidence >= _LEAST:
            yield _Word(text, left, top, left + width, top + height, paragraph, line, confidence)


def _line_words(lines: Sequence[bytes]) -> Iterator[_Word]:
    """Take the words out of recognised lines, from top to bottom; a line's width is shared out by letters."""
    try:
        found = [decode_recognised(line) for line in lines]
    except msgspec.DecodeError:
        return
    for number, line in enumerate(_in_reading_order(found)):
        width = (line.right - line.left) / max(1, len(line.text))
        at = 0
        for text in line.text.split():
            start = line.text.index(text, at)
            at = start + len(text)
            left, right = line.left + start * width, line.left + at * width
            yield _Word(text, left, line.top, right, line.bottom, "1", str(number), 100 * line.score)


def _in_reading_order(lines: Sequence[RecognisedLine]) -> list[RecognisedLine]:
    """Sort lines from top to bottom; what overlaps by half in height is one row, from left to right."""
    rows: list[list[RecognisedLine]] = []
    for line in sorted(lines, key=lambda one: one.top + one.bottom):
        middle = (line.top + line.bottom) / 2
        if rows and middle < rows[-1][0].bottom - (rows[-1][0].bottom - rows[-1][0].top) / 4:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one.left)]


def _put_together(words: Sequence[_Word], frame: Frame, engine: str) -> Recognised:
    """Put words into reading order, and keep where each stands; sizes in a picture are too rough to tell headings."""
    lines = list(_as_lines(words))
    found = arranged(lines, frame.width, frame.height, with_places=True)
    boxes = tuple(_box(word, frame, *place) for word, place in zip(words, found.places, strict=True))
    confidence = sum(word.confidence for word in words) / len(words)
    marks = tuple(mark for mark in found.marks if mark.kind is not MarkKind.HEADING)
    return Recognised(found.text, boxes, confidence, engine, marks)


def _as_lines(words: Sequence[_Word]) -> Iterator[TextLine]:
    """Give each word the height of its line."""
    for _, line in groupby(words, key=lambda word: word.line):
        row = list(line)
        top, bottom = min(word.top for word in row), max(word.bottom for word in row)
        for word in row:
            text = " ".join(cleaned(word.text).text.split())
            yield TextLine(text, word.left, top, word.right, bottom, bottom - top)


def _box(word: _Word, frame: Frame, start: int, end: int) -> WordBox:
    width, height = max(1, frame.width), max(1, frame.height)
    edges = (word.left / width, word.top / height, word.right / width, word.bottom / height)
    return WordBox(start, end, *(round(min(1.0, max(0.0, edge)), 5) for edge in edges))
