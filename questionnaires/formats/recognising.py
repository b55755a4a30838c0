"""Which format a file is in, told by what it holds; its name only helps where that says nothing."""

from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats import caiq, hecvat, offline, oscal, vsaq
from questionnaires.formats.caiq.carriers import caiq_table
from questionnaires.formats.csv_grid import CsvGrid
from questionnaires.formats.source import Source
from questionnaires.formats.vsaq.lenient import load
from questionnaires.formats.workbook import Book

_TABLES = (".csv", ".tsv")
_WRITTEN = (".yaml", ".yml", ".json", ".txt", "")


def recognised(source: Source) -> str:
    """Name the format, or an empty text when the file is in none; a workbook of no known kind gets its own sentence."""
    if source.is_workbook:
        return _workbook(source)
    if source.ending in _TABLES:
        return "caiq"
    if source.ending not in _WRITTEN:
        return ""
    if source.text.lstrip()[:1] in ("{", "[", "/"):
        return _json(source)
    return "native"


def is_unknown_sheet(source: Source) -> bool:
    """Tell whether this is a spreadsheet of no known kind, which somebody has to say how to read."""
    if source.is_workbook:
        book = Book(source.data)
        return not (offline.is_offline(book.sheets) or hecvat.is_hecvat(book) or caiq.is_caiq(book))
    return source.ending in _TABLES and caiq_table(CsvGrid(source.text)) is None


def _workbook(source: Source) -> str:
    book = Book(source.data)
    if offline.is_offline(book.sheets):
        raise UnreadableQuestionnaire(
            f"{source.name} was given out here to be filled in; it is taken in again where its questionnaire is answered."
        )
    if hecvat.is_hecvat(book):
        return "hecvat"
    if caiq.is_caiq(book):
        return "caiq"
    raise UnreadableQuestionnaire(
        f"{source.name} is a workbook of no kind we know: a CAIQ has the columns “Question ID” and “Question”, "
        "and a HECVAT says so at the head of its sheets."
    )


def _json(source: Source) -> str:
    plain = load(source.text)
    if oscal.is_oscal(plain):
        raise UnreadableQuestionnaire(oscal.sentence_for(source.name, plain))
    if vsaq.is_vsaq(plain):
        return "vsaq"
    if isinstance(plain, list) or (isinstance(plain, dict) and isinstance(plain.get("questions"), list)):
        return "caiq"
    return "native"
