"""The closed lists of the model: control areas, kinds of questions, answers to yes or no, weights."""

from enum import StrEnum


class ControlArea(StrEnum):
    """What a section is about; scores are given per area."""

    GOVERNANCE = "governance"
    PEOPLE = "people"
    ACCESS = "access"
    DATA_PROTECTION = "data_protection"
    CRYPTOGRAPHY = "cryptography"
    DEVELOPMENT = "development"
    VULNERABILITIES = "vulnerabilities"
    LOGGING = "logging"
    INCIDENTS = "incidents"
    CONTINUITY = "continuity"
    PHYSICAL = "physical"
    PRIVACY = "privacy"
    SUPPLIERS = "suppliers"
    AI = "ai"

    @property
    def label(self) -> str:
        """The area's name on pages."""
        return _AREA_LABELS.get(self) or self.value.replace("_", " ").capitalize()


_AREA_LABELS = {
    ControlArea.ACCESS: "Access control",
    ControlArea.LOGGING: "Logging and monitoring",
    ControlArea.DEVELOPMENT: "Secure development",
    ControlArea.PHYSICAL: "Physical security",
    ControlArea.SUPPLIERS: "Suppliers and sub-processors",
    ControlArea.AI: "Artificial intelligence",
}


class QuestionKind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    SINGLE = "single"
    MULTIPLE = "multiple"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    DATE_RANGE = "date_range"
    TABLE = "table"
    ATTESTATION = "attestation"
    FILE = "file"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    QuestionKind.YES_NO: "Yes or no",
    QuestionKind.SINGLE: "One choice",
    QuestionKind.MULTIPLE: "Several choices",
    QuestionKind.TEXT: "Text",
    QuestionKind.NUMBER: "Number",
    QuestionKind.DATE: "Date",
    QuestionKind.DATE_RANGE: "Period, from one day to another",
    QuestionKind.TABLE: "Table of rows and columns",
    QuestionKind.ATTESTATION: "Attestation",
    QuestionKind.FILE: "Document",
}


class ColumnKind(StrEnum):
    """How the cells of a table's column are filled in."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    SINGLE = "single"

    @property
    def label(self) -> str:
        """The kind in words."""
        return {"yes_no": "Yes or no", "single": "One choice"}.get(self.value, self.value.capitalize())


class YesNo(StrEnum):
    """The answers to a yes or no question."""

    YES = "yes"
    NO = "no"
    IN_PART = "in_part"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The answer as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class Weight(StrEnum):
    """How much a question counts."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def label(self) -> str:
        """The weight's name on pages."""
        return self.value.capitalize()

    @property
    def points(self) -> int:
        """How many points a fully met question brings."""
        return {Weight.LOW: 10, Weight.NORMAL: 20, Weight.HIGH: 40, Weight.CRITICAL: 60}[self]


class TipSeverity(StrEnum):
    """How much a tip that warns is worth worrying about."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def label(self) -> str:
        """The severity's name on pages."""
        return self.value.capitalize()
