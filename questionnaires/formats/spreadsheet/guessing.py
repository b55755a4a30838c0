"""A first guess at a spreadsheet's columns, from the words over them and, where there are none, from what stands in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from questionnaires.formats.spreadsheet.grid import PlainSheet
from questionnaires.formats.spreadsheet.layout import CODE, Column, Layout
from questionnaires.formats.tables import MOST_HEADER_ROWS, plain_header
from questionnaires.model import QuestionKind

# The surest first: a column counts for the first that its header fits. English, German, French, Spanish and Dutch.
_WORDS = {
    Column.REF: r"(question|control|item|requirement|req\.?|ref(erence)?|frage(n)?|s\.?)? ?"
    r"(#|id|ids|no\.?|nr\.?|num(ber)?|ref(erence)?\.?|"
    r"code|nummer|kennung|numéro|n°|número|identifi(er|ant|cador))( no\.?)?",
    Column.CHOICES: r"(answer |response |possible |allowed |valid |drop.?down )*(options?|choices|values|answers allowed|"
    r"format|answer type|response type|type)|possible answers|allowed answers|auswahl.*|"
    r"(mögliche )antworten|opciones.*|options .*",
    Column.ANSWER: r"(the |your |vendor'?s? |supplier'?s? |provider'?s? |third.party |company )*(answers?|responses?|repl(y|ies))"
    r"( \(.*\))?|(y(es)?/n(o)?(/n/?a)?)|antwort(en)?.*|réponses?.*|respuestas?.*|antwoord(en)?|complian(t|ce)( \(.*\))?",
    Column.COMMENT: r"(vendor |supplier |your |additional |further |answer )*(comments?|remarks?|notes?|info(rmation)?|details|"
    r"explanations?|justifications?|rationale)( .*)?|bemerkung(en)?|kommentar(e)?|anmerkung(en)?|commentaires?|comentarios?|"
    r"opmerking(en)?|evidence.*",
    Column.GUIDANCE: r"(.* )?(guidance|help|hints?|instructions?|description|clarifications?|definition|intent)( .*)?|"
    r"hinweis(e)?|erläuterung(en)?|hilfe|aide|ayuda|toelichting|what we .*|why we .*",
    Column.SECTION: r"(security |control )?(section|category|domain|area|topic|theme|chapter|group|famil(y|ies)|subject|"
    r"function|module)( (name|title))?|kategorie|bereich|thema|kapitel|catégorie|domaine|rubrique|thème|categoría|"
    r"área|sección|categorie|onderwerp",
    Column.QUESTION: r"(.*\b)?(questions?|frage(n)?|pregunta(s)?|vra(ag|gen)|requirements?|anforderung(en)?|exigences?|"
    r"requisitos?|queries|query|controls?|statement)\b(?!.*\b(id|no|number|ref)\b).*",
}
_ASKS_YES_NO = re.compile(
    r"(is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|must|should|"
    r"ist|sind|hat|haben|werden|wird|gibt|verfügt|verfügen|existiert|est-ce|avez|disposez|dispone|tiene|existe|heeft|hebt)\b",
    re.IGNORECASE,
)
_YES_NO_LIKE = 0.5
_LONGEST_HEADER = 200
_SAMPLED = 200


def guessed(sheets: Sequence[PlainSheet]) -> Layout:
    """Guess the sheet, its header and its columns; the person corrects what is wrong."""
    candidates = [_candidate(sheet, number) for sheet in sheets for number in sorted(sheet.rows)[:MOST_HEADER_ROWS]]
    named = [found for found in candidates if Column.QUESTION in found[1]]
    if not named:
        return _unnamed(max(sheets, key=lambda sheet: len(sheet.rows)))
    _, columns, sheet, header = max(named, key=lambda found: found[0])
    alike = [other for other in sheets if _has_header(other, sheet.rows[header])]
    return _finished(sheet, header, columns, every=len(alike) > 1)


def header_columns(row: Mapping[int, str]) -> dict[Column, int]:
    """Tell which column a header's words speak of: each column once, the first that fits."""
    found: dict[Column, int] = {}
    taken: set[int] = set()
    for column, words in _WORDS.items():
        for at in sorted(row):
            if at not in taken and column not in found and _speaks_of(words, row[at]):
                found[column] = at
                taken.add(at)
    return found


def guessed_at(sheets: Sequence[PlainSheet], name: str, header: int) -> Layout:
    """Guess the columns of a sheet and a header that somebody pointed out."""
    sheet = next((sheet for sheet in sheets if sheet.name == name), sheets[0])
    row = sheet.rows.get(header, {})
    columns = header_columns(row)
    if Column.QUESTION not in columns:
        return replace(_unnamed(sheet), header=header)
    return _finished(sheet, header, columns, every=sum(_has_header(other, row) for other in sheets) > 1)


def _speaks_of(words: str, header: str) -> bool:
    return len(header) <= _LONGEST_HEADER and bool(re.fullmatch(words, plain_header(header).rstrip(":*? ")))


def _candidate(sheet: PlainSheet, number: int) -> tuple[tuple[int, int], dict[Column, int], PlainSheet, int]:
    columns = header_columns(sheet.rows[number])
    below = sum(row > number for row in sheet.rows)
    return (min(len(columns), below), below), columns, sheet, number


def _unnamed(sheet: PlainSheet) -> Layout:
    """Take the column with the longest texts for the question, and one of short codes for the reference."""
    columns = {Column.QUESTION: max(sheet.columns, key=lambda column: _length(sheet, column))}
    codes = [column for column in sheet.columns if column != columns[Column.QUESTION] and _is_code(sheet, column)]
    if codes:
        columns[Column.REF] = codes[0]
    first = min(sheet.rows)
    begins = CODE.fullmatch(sheet.rows[first].get(codes[0], "")) if codes else None
    return _finished(sheet, 0 if begins else first, columns, every=False)


def _finished(sheet: PlainSheet, header: int, columns: Mapping[Column, int], *, every: bool) -> Layout:
    headings = Column.SECTION not in columns and Column.REF in columns
    asked = list(_texts(sheet, columns[Column.QUESTION], header))
    asking = [text for text in asked if _ASKS_YES_NO.match(text)]
    yes_no = bool(asked) and len(asking) / len(asked) >= _YES_NO_LIKE
    otherwise = QuestionKind.YES_NO if yes_no else QuestionKind.TEXT
    return Layout(sheet.name, header, columns, headings, every, otherwise)


def _has_header(sheet: PlainSheet, header: Mapping[int, str]) -> bool:
    return any(sheet.rows[number] == header for number in sorted(sheet.rows)[:MOST_HEADER_ROWS])


def _texts(sheet: PlainSheet, column: int, header: int) -> Iterator[str]:
    rows = (sheet.rows[number] for number in sorted(sheet.rows) if number > header)
    for count, text in enumerate(chain.from_iterable([row[column]] if column in row else [] for row in rows)):
        if count < _SAMPLED:
            yield text


def _length(sheet: PlainSheet, column: int) -> float:
    texts = list(_texts(sheet, column, 0))
    return sum(map(len, texts)) / len(sheet.rows)


def _is_code(sheet: PlainSheet, column: int) -> bool:
    texts = list(_texts(sheet, column, 0))
    return len(texts) > len(sheet.rows) / 2 and sum(bool(CODE.fullmatch(text)) for text in texts) > len(texts) / 2
