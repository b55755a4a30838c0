"""The rows of a CAIQ as questions: one a row, with its control, in sections by domain."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from questionnaires.controls import ControlReference, find_reference
from questionnaires.errors import UnreadableQuestionnaire
from questionnaires.formats.areas import area_of
from questionnaires.formats.caiq import columns
from questionnaires.formats.caiq.carriers import Carrier
from questionnaires.model import ControlArea, Question, QuestionKind, Questionnaire, Section, YesNo

_REF = re.compile(r"[A-Z][A-Z&]{1,4}-\d{2,3}\.\d{1,3}[a-z]?")
_RELEASE = re.compile(
    r"(?:caiq|questionnaire|ccm|aicm)\W*(?:lite\W*)?(?:v|version)?\W?(\d+\.\d+(?:\.\d+)*)", re.IGNORECASE
)
_AREAS = {
    "AIS": ControlArea.DEVELOPMENT,
    "BCR": ControlArea.CONTINUITY,
    "CCC": ControlArea.DEVELOPMENT,
    "DCS": ControlArea.PHYSICAL,
    "DSP": ControlArea.DATA_PROTECTION,
    "IPY": ControlArea.CONTINUITY,
    "IVS": ControlArea.VULNERABILITIES,
    "I&S": ControlArea.VULNERABILITIES,
    "UEM": ControlArea.ACCESS,
}
_MAPPED = ((columns.TSC, "SOC2"), (columns.ISO, "ISO"), (columns.CSF, "CSF"), (columns.PCI, "PCI"))


@dataclass(frozen=True, slots=True)
class Row:
    """One question's row: where it stands and what it says."""

    place: int
    ref: str
    fields: Mapping[str, str]


def question_rows(carrier: Carrier) -> tuple[list[Row], list[str]]:
    """List the rows that ask something, and a sentence for each that had to be left out; what only frames them is neither."""
    found: dict[str, Row] = {}
    warnings: list[str] = []
    for place, fields in carrier.records():
        ref = fields[columns.ID].replace("–", "-").replace(" ", "").upper()
        if not _REF.fullmatch(ref):
            continue
        if ref in found:
            warnings.append(f"{ref} stands twice; the first one was read.")
        elif not fields[columns.QUESTION]:
            warnings.append(f"{ref} was left out: its row asks nothing.")
        else:
            found[ref] = Row(place, ref, fields)
    return list(found.values()), warnings


def questionnaire_of(carrier: Carrier, rows: list[Row]) -> Questionnaire:
    """Put the questions into sections, one for each domain, in their order."""
    if not rows:
        raise UnreadableQuestionnaire("This CAIQ has no rows with an id such as AIS-01.1 below its header.")
    name, release = _release(carrier.said)
    sections: dict[str, Section] = {}
    for row in rows:
        code = row.ref.partition("-")[0]
        section = sections.get(code) or _section(code, row.fields.get(columns.DOMAIN, ""))
        sections[code] = replace(section, questions=(*section.questions, _question(row, release)))
    key = f"{name}-{release}" if release else name
    return Questionnaire(key.casefold(), f"{name} {release}".strip(), tuple(sections.values()))


def _release(said: str) -> tuple[str, str]:
    name = "AI-CAIQ" if re.search(r"\bAI[- ]?CAIQ", said, re.IGNORECASE) else "CAIQ"
    found = _RELEASE.search(said)
    lite = "-Lite" if re.search(r"CAIQ[- ]?Lite", said.partition("\n")[0], re.IGNORECASE) else ""
    return name + lite, found[1] if found else ""


def _section(code: str, domain: str) -> Section:
    title = " ".join(domain.split()) or code
    return Section(re.sub(r"\W", "", code).casefold(), title, _AREAS.get(code) or area_of(title), ())


def _question(row: Row, release: str) -> Question:
    specification = " ".join(row.fields.get(columns.SPECIFICATION, "").split())
    return Question(
        ref=row.ref,
        kind=QuestionKind.YES_NO,
        text=" ".join(row.fields[columns.QUESTION].split()),
        guidance=specification,
        expected=(YesNo.YES.value,),
        controls=tuple(dict.fromkeys(_controls(row, release))),
    )


def _controls(row: Row, release: str) -> Iterator[ControlReference]:
    """Yield its own control, where the release counts as CCM 4 does, and those the file says it answers to."""
    own = row.fields.get(columns.CONTROL, "").strip() or row.ref.rpartition(".")[0]
    if not release.startswith(("1.", "2.", "3.")):
        yield from _known(f"CCM {own}")
    for key, framework in _MAPPED:
        for line in row.fields.get(key, "").splitlines():
            yield from _known(f"{framework} {_identifier(framework, line.strip())}")


def _known(text: str) -> Iterator[ControlReference]:
    found = find_reference(text)
    if found is not None:
        yield found


def _identifier(framework: str, line: str) -> str:
    """Write a mapping's line as we name controls: `27002: 5.1` is `A.5.1`, and clauses stand bare."""
    if framework != "ISO":
        return line
    standard, _, number = line.partition(":")
    number = number.strip()
    return f"A.{number.removeprefix('A.')}" if standard.strip() == "27002" or number.startswith("A.") else number
