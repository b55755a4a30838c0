"""What is sent with feedback, and to have it given out."""

from dataclasses import dataclass, field

from portal.assistant.feedback.judgements import Judgement
from portal.assistant.feedback.sets import FeedbackSet


@dataclass(frozen=True, slots=True)
class FeedbackForm:
    """What the person says of the answer, or of one verdict in it."""

    judgement: Judgement = field(metadata={"label": "Right, wrong or missing"})
    note: str = field(default="", metadata={"label": "Note", "limit": 2000})
    about: str = field(default="", metadata={"label": "About", "limit": 80})


@dataclass(frozen=True, slots=True)
class ExportForm:
    """Which set."""

    what: FeedbackSet = field(default=FeedbackSet.answers, metadata={"label": "Set"})
