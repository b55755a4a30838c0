"""CAIQ files as vendors hand them in, with questions of our own in the layout of several releases."""

import json

from tests.questionnaires.formats.books import book

QUESTIONS = (
    ("A&amp;A-01.1", "Is there an audit policy?", "A&amp;A-01", "Audit &amp; Assurance"),
    ("A&amp;A-01.2", "Is the audit policy\nreviewed every year?", "A&amp;A-01", "Audit &amp; Assurance"),
    ("CEK-03.1", "Is data encrypted at rest?", "CEK-03", "Cryptography, Encryption &amp; Key Management"),
    ("DCS-02.1", "Are doors locked?", "DCS-02", "Datacenter Security"),
    ("I&amp;S-04.1", "Are hosts hardened?", "I&amp;S-04", "Infrastructure Security"),
)
ANSWERS = {
    "A&amp;A-01.1": ("Yes", "CSP-owned", "Policy P-1.\nReviewed in May.", "Read it."),
    "CEK-03.1": ("No", "Shared CSP and CSC", "", ""),
    "DCS-02.1": ("NA", "3rd-party outsourced", "We have no data centre.", ""),
}
HEADERS = (
    "Question ID",
    "Question",
    "CSP CAIQ Answer",
    "SSRM Control Ownership",
    "CSP Implementation Description (Optional/Recommended)",
    "CSC Responsibilities (Optional/Recommended)",
    "CCM Control ID",
    "CCM Control Specification",
    "CCM Control Title",
    "CCM Domain Title",
)
_RULES = (
    '<dataValidations count="2"><dataValidation type="list" sqref="C3:C99"><formula1>"Yes,No,NA"</formula1>'
    '</dataValidation><dataValidation type="list" sqref="D3:D99"><formula1>"CSP-owned,CSC-owned,3rd-party outsourced,'
    'Shared CSP and CSC,Shared CSP and 3rd-party"</formula1></dataValidation></dataValidations>'
)


def row(number: int, texts: tuple[str, ...], style: int = 0) -> str:
    """One row of a sheet; an empty text is a cell with a look and nothing in it."""
    cells = []
    for column, text in zip("ABCDEFGHIJKL", texts, strict=False):
        name = f'r="{column}{number}" s="{style}"'
        inside = f'<c {name} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>' if text else f"<c {name}/>"
        cells.append(inside)
    return f'<row r="{number}">{"".join(cells)}</row>'


def caiq_4(answers: dict[str, tuple[str, str, str, str]] = ANSWERS, release: str = "4.0.3") -> bytes:
    """A workbook as releases 4 are laid out: an introduction, a title, then the header; controls merged over rows."""
    rows = [row(1, (f"CONSENSUS ASSESSMENTS INITIATIVE QUESTIONNAIRE v{release}",)), row(2, HEADERS)]
    for number, (ref, text, control, domain) in enumerate(QUESTIONS, 3):
        filled = answers.get(ref, ("", "", "", ""))
        first = not ref.endswith(".2")
        about = (control, "Do as the control says.", "A title", domain) if first else ("", "", "", "")
        rows.append(row(number, (ref, text, *filled, *about), style=3))
    rows.append(row(20, ("© The authors. All rights reserved.",)))
    sheet = f'<sheetData>{"".join(rows)}</sheetData><mergeCells><mergeCell ref="G3:G4"/></mergeCells>{_RULES}'
    intro = f"<sheetData>{row(1, ('Introduction', 'Question', 'What is asked'))}</sheetData>"
    return book({"Introduction": intro, f"CAIQv{release}": sheet})


def caiq_3(marks: dict[str, tuple[str, str, str, str]]) -> bytes:
    """A workbook as releases 3 are laid out: crosses under Yes, No and Not Applicable, in a header of two rows."""
    headers = ("Control Domain", "Control ID", "Question ID", "Control Specification",
               "Consensus Assessment Questions", "Consensus Assessment Answers", "", "", "Notes")  # fmt: skip
    rows = [row(1, ("CONSENSUS ASSESSMENTS INITIATIVE QUESTIONNAIRE v3.1",)), row(3, headers)]
    rows.append(row(4, ("", "", "", "", "", "Yes", "No", "Not Applicable", "")))
    for number, (ref, text, control, domain) in enumerate(QUESTIONS, 5):
        rows.append(row(number, (domain, control, ref, "As it says.", text, *marks.get(ref, ("", "", "", "")))))
    return book({"CAIQ v3.1": f"<sheetData>{''.join(rows)}</sheetData>"})


def caiq_csv() -> bytes:
    """A CSV without columns for answers and with mappings to other frameworks."""
    plain = [[text.replace("&amp;", "&") for text in question] for question in QUESTIONS]
    header = (
        '"Control Domain","Control ID","CAIQ_Control Specification","CAIQ_Question ID",'
        '"CAIQ_Consensus Assessments Question","CCM_Typical Control Applicability and Ownership IaaS",'
        '"Scope (Mappings)_AICPA TSC 2017 Control Mapping","Scope (Mappings)_ISO/IEC 27001:2022, 27002:2022 Control Mapping"'
        ',"Scope (Mappings)_NIST CSF v2.0 Control Mapping","Scope (Mappings)_PCI DSS v4.0 Control Mapping"'
    )
    mapped = '"CC2.2\nCC9","27001: 7.5\n27002: 5.1\n27017: 1","PR.AA-05","8.2.5"'
    lines = [f'"{domain}","{control}","Do.","{ref}","{text}","Shared",{mapped}' for ref, text, control, domain in plain]
    return "\r\n".join([header, *lines]).encode("utf-8-sig")


def caiq_json() -> bytes:
    """JSON with the names that CSA's own has."""
    questions = [
        {
            "question_id": ref.replace("&amp;", "&"),
            "question": text,
            "ccm_control_id": control.replace("&amp;", "&"),
            "ccm_control_specification": "Do.",
            "ccm_domain_title": domain.replace("&amp;", "&"),
        }
        for ref, text, control, domain in QUESTIONS
    ]
    plain = {"specification_name": "Questionnaire", "caiq_version": "4.1.0", "ccm_version": "4.1.1"}
    return json.dumps({**plain, "questions": questions}).encode()
