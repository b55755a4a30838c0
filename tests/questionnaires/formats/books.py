"""Small workbooks made part by part, so that tests know every byte of them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

_PLACES = [folder / "shared" / "data" / "questionnaires" for folder in Path(__file__).resolve().parents[4:]]
SHARED = next((place for place in _PLACES if place.is_dir()), _PLACES[0])
NOT_HERE = "../shared/data is not on this machine"

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LOOKS = (
    f'{HEAD}<styleSheet {MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    f'<cellXfs count="10">{"<xf/>" * 10}</cellXfs></styleSheet>'
)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip the parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parts(
    sheets: Mapping[str, str], strings: tuple[str, ...] = (), defined: str = "", hidden: tuple[str, ...] = ()
) -> dict[str, str | bytes]:
    """The parts of a workbook with these sheets, each given as the XML inside its `worksheet`."""
    states = {name: "hidden" if name in hidden else "visible" for name in sheets}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{states[name]}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    shared = f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    texts = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in strings)
    looks = f'<Relationship Id="rIdL" Type="{OFFICE}/styles" Target="styles.xml"/>'
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{listed}</sheets>{defined}</workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}{shared}{looks}'
        "</Relationships>",
        "xl/styles.xml": _LOOKS,
        "xl/sharedStrings.xml": f"{HEAD}<sst {MAIN}>{texts}</sst>",
    }
    for number, inside in enumerate(sheets.values(), 1):
        found[f"xl/worksheets/sheet{number}.xml"] = f"{HEAD}<worksheet {MAIN}>{inside}</worksheet>"
    return found


def book(
    sheets: Mapping[str, str], strings: tuple[str, ...] = (), defined: str = "", hidden: tuple[str, ...] = ()
) -> bytes:
    """A workbook with these sheets."""
    return package(parts(sheets, strings, defined, hidden))


def unpacked(data: bytes) -> dict[str, bytes]:
    """Every part of a zip by its name, in order."""
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _content_types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{kind}.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName='
        f'"/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" '
        f'ContentType="{kind}.styles+xml"/>{overrides}</Types>'
    )
