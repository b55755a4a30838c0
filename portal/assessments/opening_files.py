"""Open questionnaires that strangers wrote, in a confined process and never in this one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from anyio import to_thread

from portal.core.jailed import asked_in_jail, check_size
from questionnaires.authored import from_plain
from questionnaires.formats import Filled, Imported, Source, from_path
from questionnaires.formats.offline import OfflineRow
from questionnaires.formats.spreadsheet import Layout, PlainSheet, Words, sheets_from_json, words_to_json
from questionnaires.validating import validate
from questionnaires.values import Given, given_from_json, given_to_json

_JAIL = "portal.assessments.files_jail"


@dataclass(frozen=True, slots=True)
class FilledIn:
    """One of our workbooks as it came back: which download it was, and its rows."""

    copy: str
    rows: tuple[OfflineRow, ...]


Opened = Imported | FilledIn | tuple[PlainSheet, ...]


async def read_file(path: Path, format: str = "auto", extensions: Sequence[Path] = ()) -> Imported:
    """Read a questionnaire and its answers; a file that takes too long or too much is refused."""
    sources = [await to_thread.run_sync(from_path, one) for one in (path, *extensions)]
    return await to_thread.run_sync(_read, sources, format)


async def open_upload(source: Source) -> Opened:
    """Open whatever somebody uploaded: a questionnaire, one of our workbooks filled in, or any spreadsheet."""
    check_size(source)
    return await to_thread.run_sync(_open, source)


async def fill_upload(source: Source, answers: Mapping[str, Given]) -> Filled:
    """Write answers into a copy of a file that somebody uploaded."""
    check_size(source)
    return await to_thread.run_sync(_fill, source, answers)


async def fill_sheet(source: Source, layout: Layout, answers: Mapping[str, Words]) -> Filled:
    """Write answers into a copy of a spreadsheet, by a layout that somebody pointed out."""
    check_size(source)
    return await to_thread.run_sync(_fill_sheet, source, layout, answers)


def _fill_sheet(source: Source, layout: Layout, answers: Mapping[str, Words]) -> Filled:
    order = {"do": "fill_sheets", "layout": layout.to_json(), "answers": words_to_json(answers)}
    said, data = asked_in_jail(_JAIL, order, [source])
    return Filled(data, int(str(said["answers"])), _warnings(said))


def _read(sources: Sequence[Source], format: str) -> Imported:
    return _imported(asked_in_jail(_JAIL, {"do": "read", "format": format}, sources)[0])


def _open(source: Source) -> Opened:
    said, _ = asked_in_jail(_JAIL, {"do": "open"}, [source])
    if "sheets" in said:
        return sheets_from_json(str(said["sheets"]))
    if "rows" not in said:
        return _imported(said)
    rows = said["rows"]
    assert isinstance(rows, list)
    return FilledIn(str(said["copy"]), tuple(OfflineRow(*map(str, row)) for row in rows))


def _imported(said: Mapping[str, object]) -> Imported:
    asked, answers = from_plain(said["questionnaire"]), said["answers"]
    validate(asked)
    assert isinstance(answers, dict)
    return Imported(asked, {ref: given_from_json(text) for ref, text in answers.items()}, _warnings(said))


def _fill(source: Source, answers: Mapping[str, Given]) -> Filled:
    written = {ref: given_to_json(given) for ref, given in answers.items()}
    said, data = asked_in_jail(_JAIL, {"do": "fill", "answers": written}, [source])
    return Filled(data, int(str(said["answers"])), _warnings(said))


def _warnings(said: Mapping[str, object]) -> tuple[str, ...]:
    listed = said["warnings"]
    assert isinstance(listed, list)
    return tuple(map(str, listed))
