"""What is sent with a question."""

from dataclasses import dataclass, field
from uuid import UUID

LONGEST_QUESTION = 4000


@dataclass(frozen=True, slots=True)
class AskForm:
    """A question, the vendor or conversation it belongs to, whether it is asked beside a page, and of older versions too.

    `among` are the slugs of the vendors that a question over all of them is narrowed to, with commas between; `document` is
    the one that a question about a vendor is asked of, if not all of its documents.
    """

    question: str = field(metadata={"label": "Your question", "limit": LONGEST_QUESTION})
    vendor: str = field(default="", metadata={"limit": 80})
    conversation: UUID | None = None
    beside: bool = False
    older: bool = False
    among: str = field(default="", metadata={"limit": 2000})
    document: UUID | None = None
