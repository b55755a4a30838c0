"""Stored questionnaires, responses and answers; every change of an answer is kept."""

from enum import StrEnum

from piccolo.columns import UUID, ForeignKey, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table


class ResponseState(StrEnum):
    """Whether a response still takes answers."""

    OPEN = "open"
    SUBMITTED = "submitted"

    @property
    def label(self) -> str:
        """The state's name on pages."""
        return self.value.capitalize()


class StoredQuestionnaire(Table, tablename="questionnaire"):
    """One version of a questionnaire, never changed; (key, version) is unique."""

    id = UUID(primary_key=True)
    key = Varchar(length=120)
    version = Varchar(length=64)
    title = Varchar(length=300)
    content = Text()
    created_at = Timestamptz()


class Response(Table, tablename="response"):
    """One vendor's answers to one stored questionnaire."""

    id = UUID(primary_key=True)
    questionnaire = ForeignKey(StoredQuestionnaire, null=False, on_delete=OnDelete.restrict)
    state = Varchar(length=20, default=ResponseState.OPEN.value)
    created_at = Timestamptz()
    changed_at = Timestamptz()
    submitted_at = Timestamptz(default=None, null=True)


class Answer(Table, tablename="answer"):
    """The answer to a question as it stands; a withdrawn one has no value; (response, question) is unique."""

    id = Serial(primary_key=True)
    response = ForeignKey(Response, null=False, on_delete=OnDelete.restrict)
    question = Varchar(length=60)
    value = Text(default=None, null=True)
    comment = Text(default="")
    reason = Text(default="")
    revision = Integer(default=1)
    answered_by = Varchar(length=320)
    answered_at = Timestamptz()


class AnswerChange(Table, tablename="answer_change"):
    """One change of an answer, kept for good: rows are only ever added."""

    id = Serial(primary_key=True)
    response = ForeignKey(Response, null=False, on_delete=OnDelete.restrict, index=True)
    question = Varchar(length=60)
    value = Text(default=None, null=True)
    comment = Text(default="")
    reason = Text(default="")
    revision = Integer(default=1)
    answered_by = Varchar(length=320)
    answered_at = Timestamptz()


TABLES: tuple[type[Table], ...] = (StoredQuestionnaire, Response, Answer, AnswerChange)
