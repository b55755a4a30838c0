"""Tables of questionnaires that are being written; what is published is kept by the engine and never changes."""

from enum import StrEnum

from piccolo.columns import UUID, ForeignKey, Integer, OnDelete, Text, Timestamptz, Varchar
from piccolo.table import Table


class DraftState(StrEnum):
    """Whether a draft is still written on."""

    open = "open"
    published = "published"
    discarded = "discarded"

    @property
    def label(self) -> str:
        """The state's name on pages."""
        return {"open": "Draft", "published": "Published", "discarded": "Thrown away"}[self.value]


class QuestionnaireDraft(Table, tablename="questionnaire_draft"):
    """A questionnaire that is being written; with `key` and `origin_key` the same it becomes a new version of that one."""

    id = UUID(primary_key=True)
    key = Varchar(120)
    title = Varchar(300)
    summary = Text()
    origin_key = Varchar(120)
    origin_version = Varchar(64)
    state = Varchar(10, index=True)
    published_version = Varchar(64)
    language = Varchar(35, default="en")
    translations = Text()
    revision = Integer(default=1)
    created_by_name = Varchar(200)
    created_at = Timestamptz(default=None, null=True)
    changed_by_name = Varchar(200)
    changed_at = Timestamptz(default=None, null=True)


class DraftSection(Table, tablename="draft_section"):
    """One section of a draft; `tips` are kept as they came in."""

    id = UUID(primary_key=True)
    draft = ForeignKey(QuestionnaireDraft, null=False, on_delete=OnDelete.restrict, index=True)
    position = Integer(default=0)
    key = Varchar(120)
    title = Varchar(300)
    area = Varchar(20)
    summary = Text()
    tips = Text()
    revision = Integer(default=1)
    changed_by_name = Varchar(200)
    changed_at = Timestamptz(default=None, null=True)
    removed_at = Timestamptz(default=None, null=True)


class DraftQuestion(Table, tablename="draft_question"):
    """One question of a draft as it was typed, finished or not; a removed one can be put back."""

    id = UUID(primary_key=True)
    draft = ForeignKey(QuestionnaireDraft, null=False, on_delete=OnDelete.restrict, index=True)
    section = ForeignKey(DraftSection, null=False, on_delete=OnDelete.restrict)
    position = Integer(default=0)
    content = Text()
    revision = Integer(default=1)
    changed_by_name = Varchar(200)
    changed_at = Timestamptz(default=None, null=True)
    removed_at = Timestamptz(default=None, null=True)
