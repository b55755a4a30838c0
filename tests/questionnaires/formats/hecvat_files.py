"""A workbook in the layout of HECVAT 4.1, with questions of our own: sheets that ask, one that judges, hidden lists."""

from tests.questionnaires.formats.books import MAIN, book, package, parts

ASKED = (
    ("GNRL-01", "Name of the provider", "Not scored", "", "", ""),
    ("REQU-01", "Is it a cloud service?", "Not scored", "", "", ""),
    ("APPL-01", "Is access by role?*", "Yes", "Critical Importance", "20", "If REQU-01 is no, populate with B2"),
    ("APPL-02", "Are passwords stored in plain text?", "No", "Standard Importance", "10", "if requ-01 is NO, populate"),
    ("APPL-03", "Is there an app?", "Yes", "Standard Importance", "10", "If ZZZZ-01 is no, populate"),
    ("HOST-01", "Where is it hosted?", "Not scored", "", "", ""),
    ("HOST-02", "Describe it.", "Not scored", "Minor Importance", "", ""),
    ("HOST-03", "Is it redundant?", "Yes", "Minor Importance", "5", ""),
)
Line = dict[str, str | tuple[str, str]]
X14 = 'xmlns:x14="urn:x14" xmlns:xm="urn:xm"'


def _cell(name: str, text: str = "", formula: str = "") -> str:
    if formula:
        return f'<c r="{name}" s="2" t="str"><f>{formula}</f><v>{text}</v></c>'
    return f'<c r="{name}" s="1" t="inlineStr"><is><t>{text}</t></is></c>' if text else f'<c r="{name}" s="1"/>'


def _rows(lines: dict[int, Line]) -> str:
    rows = []
    for number, cells in lines.items():
        inside = "".join(
            _cell(f"{column}{number}", *((what,) if isinstance(what, str) else what)) for column, what in cells.items()
        )
        rows.append(f'<row r="{number}">{inside}</row>')
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _asking(number: int, answer: str | tuple[str, str] = "", more: str = "") -> Line:
    ref, text = ASKED[number][:2]
    return {"A": ref, "B": (text, "VLOOKUP(A1,Questions!A:B,2,0)"), "C": answer, "D": more}


HEADER: Line = {"C": "Answer", "D": "Additional Information", "E": "Guidance"}
_LISTS: dict[int, Line] = {
    2: {"J": "DROPDOWN OPTIONS"},
    3: {"J": "Yes", "N": "Code", "O": "Full Name"},
    4: {"J": "No", "N": "HOST", "O": " Hosting Facilities"},
    5: {"J": "N/A"},
    7: {"J": "Own rooms"},
    8: {"J": "AWS"},
    9: {"A": "Version 4.1.9"},
}


def _rule(lists: dict[str, str]) -> str:
    rules = "".join(
        f"<x14:dataValidation type=\"list\"><x14:formula1><xm:f>'Auto Responses'!$J${area.replace(':', ':$J$')}</xm:f>"
        f"</x14:formula1><xm:sqref>{cells}</xm:sqref></x14:dataValidation>"
        for cells, area in lists.items()
    )
    return f"<extLst><ext uri='{{CCE}}'><x14:dataValidations>{rules}</x14:dataValidations></ext></extLst>"


def hecvat(answers: dict[str, tuple[str, str]] | None = None, weight: str = "20") -> bytes:
    """The workbook, with these answers and texts to them filled in."""
    filled = answers or {}

    def asking(number: int) -> Line:
        return _asking(number, *filled.get(ASKED[number][0], ("", "")))

    start: dict[int, Line] = {
        1: {"A": "Cells here may have lists"},
        2: {"A": "HECVAT™ Solution Provider Response", "F": ("Version 4.1.9", "'Auto Responses'!A9")},
        12: {"A": (" General Information", "VLOOKUP(1,2,3)")},
        13: asking(0),
        22: {"A": (" Required Questions", "VLOOKUP(1,2,3)"), **HEADER},
        29: asking(1),
        40: {"A": "Copyright"},
    }
    product: dict[int, Line] = {
        2: {"A": "HECVAT Solution Provider Response - Product"},
        12: {"A": (" General Information", "X"), "C": "Answer"},
        13: _asking(0, ("Shown again", "'START HERE'!C13")),
        19: {"A": (" Application Security", "X"), **HEADER},
        **{20 + number: asking(2 + number) for number in range(3)},
        34: {"A": (" Hosting Facilities", "X"), **HEADER},
        35: asking(5),
        36: asking(6),
    }
    judging: dict[int, Line] = {
        5: {"A": "ID", "B": "Question", "C": "Answer", "G": "Compliant Response"},
        6: _asking(2, ("", "Product!C20")),
    }
    made = parts(
        {
            "START HERE": _rows(start) + _rule({"C29": "3:4"}),
            "Product": _rows(product) + _rule({"C20:C21": "3:4", "C22": "3:5", "C35": "7:8"}),
            "Institution Evaluation": _rows(judging),
            "Questions": _rows(_questions(weight)),
            "Auto Responses": _rows(_LISTS),
        },
        hidden=("Questions", "Auto Responses"),
    )
    return package({name: str(data).replace(MAIN, f"{MAIN} {X14}", 1) for name, data in made.items()})


def _questions(weight: str) -> dict[int, Line]:
    header: Line = {
        "A": "New ID", "B": "Question", "N": "If/then", "O": "Standard Guidance", "P": "No Guidance",
        "Q": "Yes Guidance", "U": "Compliant Response", "W": "Default Importance", "X": "Default Weight",
    }  # fmt: skip
    lines: dict[int, Line] = {1: {"A": "This sheet is hidden"}, 2: header}
    for number, (ref, text, compliant, importance, points, unless) in enumerate(ASKED, 3):
        points = weight if ref == "APPL-01" else points
        lines[number] = {"A": ref, "B": text, "N": unless, "O": "Think.", "P": "Why not?", "Q": "Think.",
                         "U": compliant, "W": importance, "X": (points, "IF(W3=1,20,10)")}  # fmt: skip
    return lines


def foreign() -> bytes:
    """A workbook that is no HECVAT."""
    return book({"One": _rows({1: {"A": "Hello"}})})


def empty() -> bytes:
    """One that says it is, and asks nothing."""
    return book({"One": _rows({1: {"A": "HECVAT"}})})
