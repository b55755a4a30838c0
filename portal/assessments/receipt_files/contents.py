"""What a receipt says in full: every question that was put, its answer, the documents. The file's SHA-256 stands for it all.

It holds what the vendor saw and gave, and nothing of what the answers are worth: no weights, scores, expectations, verdicts.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from portal.assessments.outline import outline
from portal.assessments.receipts import Receipt
from portal.assessments.wording import answer_words
from questionnaires.model import Question, Questionnaire
from questionnaires.values import AnswerRow, value_to_json

FORMAT = "surety-receipt/1"
Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Everything a receipt is written from; `names` has the documents' names by id, `attached` those behind a question."""

    receipt: Receipt
    assessment: str
    company: str
    vendor: str
    asked: Questionnaire
    rows: Mapping[str, AnswerRow]
    names: Mapping[str, str]
    attached: Mapping[str, Sequence[str]]


def receipt_text(handed: HandedIn) -> str:
    """Write the data file: JSON with sorted keys, the same text for the same submission."""
    receipt = handed.receipt
    plain = {
        "format": FORMAT,
        "number": receipt.number,
        "assessment": handed.assessment,
        "asked_by": handed.company,
        "vendor": handed.vendor,
        "questionnaire": {"key": handed.asked.key, "title": receipt.questionnaire, "version": receipt.version},
        "submitted_at": receipt.submitted_at.astimezone(UTC).isoformat(),
        "submitted_by": receipt.submitted_by,
        "attested_by": {"name": receipt.attested_name, "title": receipt.attested_title},
        "answers_sha256": receipt.answers_sha256,
        "sections": _sections(handed),
        "documents": [{"name": one.name, "sha256": one.sha256} for one in receipt.documents],
    }
    return json.dumps(plain, sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def digest_of(text: str) -> str:
    """Return the SHA-256 of a data file, in hexadecimal; any program that works out SHA-256 gives the same."""
    return hashlib.sha256(text.encode()).hexdigest()


def short(digest: str) -> str:
    """Return the beginning of a digest in groups of four, for the foot of a page."""
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def _sections(handed: HandedIn) -> list[Plain]:
    answers = {ref: row.given for ref, row in handed.rows.items() if row.given is not None}
    return [
        {"title": section.title, "questions": [_question(handed, question) for question in section.questions]}
        for section in outline(handed.asked, answers).sections
    ]


def _question(handed: HandedIn, question: Question) -> Plain:
    row = handed.rows.get(question.ref)
    asked = {"ref": question.ref, "question": question.text, "documents": list(handed.attached.get(question.ref, ()))}
    if row is None or row.given is None:
        return {**asked, "answer": None}
    return {
        **asked,
        "answer": answer_words(question, row.given, handed.names),
        "value": json.loads(value_to_json(row.given.value)),
        "comment": row.given.comment,
        "why_not_applicable": row.given.reason,
        "answered_by": row.answered_by,
        "answered_at": row.answered_at.astimezone(UTC).isoformat(),
    }
