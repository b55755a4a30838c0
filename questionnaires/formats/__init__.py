"""Questionnaires and answers from and to files, one module for each format."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import caiq, hecvat, native, vsaq
from questionnaires.formats.imported import Filled, Imported
from questionnaires.formats.recognising import is_unknown_sheet, recognised
from questionnaires.formats.source import Source, from_path
from questionnaires.values import Given

__all__ = [
    "FORMATS",
    "Filled",
    "Imported",
    "Source",
    "fill",
    "from_path",
    "is_unknown_sheet",
    "read",
    "read_source",
]

Read = Callable[[Source], Imported]
Fill = Callable[[Source, Mapping[str, Given]], Filled]

READ = "a CAIQ (.xlsx, .csv or .json), a HECVAT workbook, a VSAQ questionnaire (.json) or our own YAML"


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read, and how answers are written into a file of it; `fill` is None where they cannot be."""

    read: Read
    fill: Fill | None = None


FORMATS: Mapping[str, Format] = {
    "native": Format(lambda source: native.read(source.text)),
    "caiq": Format(caiq.read, caiq.fill),
    "hecvat": Format(hecvat.read, hecvat.fill),
    "vsaq": Format(vsaq.read),
}


def read(path: Path, format: str = "auto", extensions: Sequence[Path] = ()) -> Imported:
    """Read a questionnaire, and the answers with it if there are any; `auto` goes by what the file holds."""
    return read_source(from_path(path), format, [from_path(extension) for extension in extensions])


def read_source(source: Source, format: str = "auto", extensions: Sequence[Source] = ()) -> Imported:
    """Read what someone handed in, with the extensions that a VSAQ questionnaire may have."""
    name = _name(source, format)
    if not extensions:
        return FORMATS[name].read(source)
    if name != "vsaq":
        raise UnreadableQuestionnaire("Only a VSAQ questionnaire can have extensions.")
    return vsaq.read(source, extensions)


def fill(source: Source, answers: Mapping[str, Given], format: str = "auto") -> Filled:
    """Write answers into a file of the format they were asked by, with everything else in it kept."""
    name = _name(source, format)
    writing = FORMATS[name].fill
    if writing is None:
        raise UnreadableQuestionnaire(
            f"Answers cannot be written into {source.name}; please choose the CAIQ or HECVAT file that asked the questions."
        )
    return writing(source, answers)


def _name(source: Source, format: str) -> str:
    name = recognised(source) if format == "auto" else format
    if name not in FORMATS:
        raise UnreadableQuestionnaire(f"{source.name} is in no format that is read here; please choose {READ}.")
    return name
