"""Documents, their pages and their passages, kept in SQL so that any index can be rebuilt from here."""

from enum import StrEnum

from piccolo.columns import UUID, Boolean, Bytea, ForeignKey, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from knowledge.pages import PageState

__all__ = ["TABLES", "Document", "DocumentState", "Page", "PageState", "Passage"]


class DocumentState(StrEnum):
    """How far a document has come on its way from upload to being searchable."""

    RECEIVED = "received"
    READING = "reading"
    READY = "ready"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        """Say the state to a person."""
        return {"received": "Waiting", "reading": "Being read", "ready": "Ready", "unreadable": "Cannot be read"}[self]


class Document(Table, tablename="document"):
    """One file on one shelf (collection); the same bytes on the same shelf are the same document.

    `facts` is what counts; `read_facts` is what reading gave before anybody reviewed it, and `facts_at` when somebody did.
    """

    id = UUID(primary_key=True)
    collection = Varchar(length=64, index=True)
    sha256 = Varchar(length=64, index=True)
    name = Varchar(length=255)
    size = Integer()
    state = Varchar(length=16)
    reason = Text()
    page_count = Integer()
    pages_read = Integer()
    passage_count = Integer()
    facts = Text()
    screening = Text()
    reader = Varchar(length=40)
    media = Varchar(length=8, default="pdf")
    pages_done = Integer(default=0)
    title = Varchar(length=200, default="")
    locked = Boolean(default=False)
    read_facts = Text(null=True, default=None)
    facts_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz()
    updated_at = Timestamptz()


class Page(Table, tablename="page"):
    """One page as it was read; its text is the truth that every quote is found in.

    `layout` holds the page's marks and, if it was read from its picture, its words' places (see `knowledge.placing`).
    """

    id: Serial
    document = ForeignKey(references=Document, null=False, on_delete=OnDelete.restrict, index=True)
    number = Integer()
    label = Varchar(length=20)
    state = Varchar(length=16)
    text = Text()
    engine = Varchar(length=40, default="")
    layout = Bytea(null=True, default=None)


class Passage(Table, tablename="passage"):
    """One window of a page: `page.text[start:end] == text`; the header is searched with it but never quoted.

    `words` are what it is found by (see `knowledge.lexical`); the database keeps its own index of them in step.
    """

    id: Serial
    document = ForeignKey(references=Document, null=False, on_delete=OnDelete.restrict, index=True)
    collection = Varchar(length=64, index=True)
    page = Integer()
    start = Integer()
    end = Integer()
    text = Text()
    header = Text()
    vector = Bytea()
    words = Text(default="")


TABLES: tuple[type[Table], ...] = (Document, Page, Passage)
