"""Forms of questionnaires that are being written."""

from dataclasses import dataclass, field

from portal.assessments.authoring.arranging import Arrange
from questionnaires.kinds import ControlArea


@dataclass(frozen=True, slots=True)
class StartForm:
    """What is started, from what."""

    title: str = field(metadata={"label": "Title", "limit": 300})
    source: str = field(default="", metadata={"label": "Start from", "limit": 120})


@dataclass(frozen=True, slots=True)
class OutlineForm:
    """What a questionnaire says of itself."""

    title: str = field(metadata={"label": "Title", "limit": 300})
    summary: str = field(default="", metadata={"label": "Introduction"})
    key: str = field(default="", metadata={"label": "Key", "limit": 120})


@dataclass(frozen=True, slots=True)
class SectionForm:
    """What a section says of itself."""

    title: str = field(metadata={"label": "Title", "limit": 300})
    area: ControlArea = field(metadata={"label": "Control area"})
    summary: str = field(default="", metadata={"label": "Introduction"})


@dataclass(frozen=True, slots=True)
class ArrangeForm:
    """What is done with a question or section as a whole."""

    how: Arrange = field(metadata={"label": "What to do"})
