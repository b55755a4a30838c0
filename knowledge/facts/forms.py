"""Reads "label: value" in the layouts that forms and covers come in: one line, two lines, a block of labels and one of values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.facts.spans import flat
from knowledge.pages import PageText

Lines = list[tuple[int, int]]
LABELLED, CELL, BARE = 0.95, 0.9, 0.8
_LONGEST_LINE = 400
_MOST_LABELS = 12
_SAYING = 4
_AHEAD, _FULL = 1200, 45
_LEAD = (
    r"[\s•*·▪–(|-]{0,8}(?:(?:part\s+|item\s+)?\d{1,2}[a-z]?(?:\.\d{1,2}){0,3}[.):]?\s+)?(?:(?:the|our|date\s+of\s+this)\s+)??"
    r"(?:[^\W\d_]{3,25}(?:\s[^\W\d_]{2,15})?\s*/\s*)?"
)
_CLOSE = (
    r"(?:[ \t]*/[ \t]*[^\W\d_][^\n:/|]{2,40}(?=:))?"
    r"(?P<close>[ \t]*(?:\([^()\n]{0,40}\)[ \t]*)?[:|\t][\s:.|]*|[ \t]*$|[ \t]{2,}|[ \t]+[-–—][ \t]+"
    r"|[ \t]+(?=(?-i:[A-Z0-9€$£]|v\d)))"
)
_OPEN = re.compile(r"\b(?:and|or|of|the|for|in|to|with|a|by|on|including)$", re.IGNORECASE)
_LABEL_LIKE = re.compile(r"[^a-z]*[A-Z0-9(].*[^.]$|.*:$|.*\b(?:to|by)$", re.DOTALL)
_PAGE = re.compile(r"\bpage\s+\d+\s*(?:of|/)\s*\d+", re.IGNORECASE)
_CONTENTS = re.compile(r"^[ \t]{0,40}(?:table\s+of\s+)?(?:contents|index)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_ANY_LABEL = re.compile(r"[^\S\n]*[A-Z][\w /&()’'.-]{1,70}?[ \t]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with the label it stands under; `sure` says how surely the two belong together."""

    name: str
    page: PageText
    label: int
    start: int
    end: int
    sure: float

    @property
    def text(self) -> str:
        """The value's first line."""
        return flat(self.page.text[self.start : self.end])

    @property
    def quote(self) -> str:
        """The label with the value, or the value alone where others stand between them."""
        return self.page.text[self.label : self.end]


class Form:
    """The labels of a kind of document, each under the name of what it stands for; a name may have several patterns."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Compile the labels; a name that begins with "_" only ends the value before it."""
        words = "|".join(f"(?P<{name}>{pattern})" for name, pattern in labels.items())
        self._names = tuple(labels)
        self._label = re.compile(rf"{_LEAD}(?:{words})(?![\w’'-]){_CLOSE}", re.IGNORECASE)
        self._cell = re.compile(rf"(?:{words})(?![\w’'-])\.?[\s:|/]*", re.IGNORECASE)
        self._inner = re.compile(
            rf"(?<=[\s,;|])(?:{words})[ \t]*(?:\([^()\n]{{0,40}}\)[ \t]*)?:[ \t]*",
            re.IGNORECASE,
        )

    def entries(self, pages: Sequence[PageText]) -> list[Entry]:
        """Find every labelled value, in reading order."""
        return [entry for page in pages for entry in self._on(page) if not entry.name.startswith("_")]

    def is_label(self, line: str) -> bool:
        """Tell whether a line begins with a label of the form."""
        return self._label.match(line[:_LONGEST_LINE]) is not None

    def whole(self, entry: Entry, most: int = 600) -> Entry:
        """Take along the lines that go on with a value: those before the next label, heading, or end of a sentence."""
        begin = entry.page.text.rfind("\n", 0, entry.start) + 1
        text, end, start = entry.page.text[begin : entry.start + most + _AHEAD], entry.end - begin, entry.start - begin
        lines = lines_of(text)
        full, begun = max(_FULL, 0.8 * max(stop - first for first, stop in lines)), start
        for first, stop in lines:
            if first < end:
                begun = first
                continue
            line, before = text[first:stop], text[start:end]
            if stop > start + most or not _goes_on(before, line, end - begun >= full) or self.is_label(line):
                break
            begun, end = first, stop
        return replace(entry, end=begin + end)

    def rows(self, page: PageText) -> Iterator[tuple[list[str], tuple[int, int], tuple[int, int]]]:
        """Find header lines made of two and more labels, each with the line below it."""
        lines = lines_of(page.text)
        for head, values in pairwise(lines):
            names = self._header(page.text[slice(*head)])
            if len(names) > 1:
                yield names, head, values

    def _header(self, line: str) -> list[str]:
        names, at = [], 0
        while at < len(line) < _LONGEST_LINE:
            match = self._cell.match(line, at)
            if match is None:
                return []
            names.append(self._name(match))
            at = match.end()
        return names

    def _on(self, page: PageText) -> Iterator[Entry]:
        lines = lines_of(page.text)
        contents = _CONTENTS.search(page.text)
        labels = [self._match(page.text, line) for line in lines]
        at = 0
        while at < len(lines):
            found = labels[at]
            if found is None:
                at += 1
                continue
            if found[1] < lines[at][1]:
                yield from self._inline(page, lines[at], *found)
                at += 1
                continue
            run = _run(lines, labels, at)
            if contents is None or lines[at][0] < contents.start():
                yield from self._below(page, lines, labels, at, run)
            at += run

    def _match(self, text: str, line: tuple[int, int]) -> tuple[str, int, bool] | None:
        """Return what a line is labelled, where its value begins and whether a mark parts the two."""
        match = self._label.match(text[line[0] : min(line[1], line[0] + _LONGEST_LINE)])
        if match is None or (
            match.end() == line[1] - line[0]
            and len(match.group().split()) < _SAYING
            and not _LABEL_LIKE.match(match.group())
        ):
            return None
        if match["close"].isspace() and len(self._header(text[slice(*line)])) > 1:
            return None
        return self._name(match), line[0] + match.end(), match["close"].strip(" ") != "" or len(match["close"]) > 1

    def _name(self, match: re.Match[str]) -> str:
        return next(name for name in self._names if match[name] is not None)

    def _inline(self, page: PageText, line: tuple[int, int], name: str, start: int, marked: bool) -> Iterator[Entry]:
        """Read a line's value, and those of further labels that stand on the same line."""
        label, sure = line[0], LABELLED if marked else BARE
        for match in self._inner.finditer(page.text, start, min(line[1], line[0] + _LONGEST_LINE)):
            yield from _entry(name, page, label, start, match.start(), sure)
            name, label, start, sure = self._name(match), match.start(), match.end(), LABELLED
        yield from _entry(name, page, label, start, line[1], sure)

    def _below(
        self, page: PageText, lines: Lines, labels: Sequence[tuple[str, int, bool] | None], at: int, run: int
    ) -> Iterator[Entry]:
        """Read the values under labels that stand alone: the next line, or as many lines as there are labels."""
        values = range(at + run, min(at + 2 * run, len(lines)))
        if len(values) < run or any(labels[value] for value in values):
            return
        for offset in range(run):
            found, value = labels[at + offset], lines[at + run + offset]
            label = lines[at][0] if run == 1 else value[0]
            if found is not None:
                yield from _entry(found[0], page, label, *value, CELL)


def lines_of(text: str) -> Lines:
    """Return the spans of the lines that are not blank, without the blanks around them."""
    return [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def _run(lines: Lines, labels: Sequence[tuple[str, int, bool] | None], at: int) -> int:
    """Count the lines from here on that are a label and nothing else."""
    run = 0
    while at + run < len(lines) and run < _MOST_LABELS:
        found = labels[at + run]
        if found is None or found[1] < lines[at + run][1]:
            break
        run += 1
    return run


def _entry(name: str, page: PageText, label: int, start: int, end: int, sure: float) -> Iterator[Entry]:
    value = page.text[start:end]
    start, end = start + len(value) - len(value.lstrip(" \t:|•·–-")), start + len(value.rstrip(" \t|,;"))
    if start < end:
        yield Entry(name, page, label, start, end, sure)


def _goes_on(before: str, line: str, full: bool) -> bool:
    """Tell whether a line goes on with the one before it: that one is full, or one of the two says so."""
    if (
        before[-1] in ".:"
        or _ANY_LABEL.match(line)
        or (_is_heading(line) and not (before.isupper() and line.isupper()))
    ):
        return False
    return full or line[0].islower() or before[-1] in ",-" or _OPEN.search(before) is not None


def _is_heading(line: str) -> bool:
    if _PAGE.search(line):
        return True
    return len(line) < 60 and (line.isupper() or re.match(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z]", line) is not None)
