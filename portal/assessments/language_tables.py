"""The language in which a vendor's contact reads one questionnaire."""

from piccolo.columns import UUID, ForeignKey, OnDelete, Serial, Timestamptz, Varchar
from piccolo.table import Table

from portal.assessments.tables import Assessment


class AnswerLanguage(Table, tablename="answer_language"):
    """What a contact chose for one assessment; (assessment, contact) is unique."""

    id = Serial(primary_key=True)
    assessment = ForeignKey(Assessment, null=False, on_delete=OnDelete.restrict)
    contact = UUID()
    language = Varchar(35)
    chosen_at = Timestamptz(default=None, null=True)
