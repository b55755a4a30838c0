"""Two people at the same question: what the other one wrote, field by field, beside one's own; pure."""

from portal.assessments.authoring.pages import Clash
from portal.assessments.authoring.reading import Entered, read_question
from portal.assessments.authoring.typed import Typed, TypedChoice, TypedColumn

_LABELS = {
    "ref": "Reference",
    "kind": "Kind of answer",
    "text": "Question",
    "guidance": "Guidance",
    "evidence": "Evidence wanted",
    "claim": "Claim",
    "required": "Must be answered",
    "weight": "Weight",
    "expected": "Expected answer",
    "choices": "Choices",
    "controls": "Control references",
    "columns": "Columns",
    "statement": "Words to attest",
    "bound": "Bound",
    "limit": "Expected number",
    "days": "Expected age in days",
    "lasting": "Expected length in days",
    "unit": "Unit",
    "minimum": "Smallest number",
    "maximum": "Largest number",
    "when": "Asked when",
}


def typed_over(given: Entered, standing: Typed) -> Typed:
    """Return what was typed, over what stands now."""
    return read_question(given, standing)


def clash_with(by: str, revision: int, theirs: Typed, mine: Typed) -> Clash:
    """Compare the two, field by field, where they differ."""
    fields = [
        (label, _words(getattr(theirs, name)), _words(getattr(mine, name)))
        for name, label in _LABELS.items()
        if getattr(theirs, name) != getattr(mine, name)
    ]
    return Clash(by, revision, fields)


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, tuple):
        return str(value) or "nothing"
    if all(isinstance(one, str) for one in value):
        return ", ".join(value) or "nothing"
    if all(isinstance(one, TypedChoice | TypedColumn) for one in value):
        return ", ".join(map(_labelled, value))
    return "another condition"


def _labelled(one: TypedChoice | TypedColumn) -> str:
    if not isinstance(one, TypedChoice):
        return one.label
    marks = [*(["alone"] if one.exclusive else []), *(["asks for words"] if one.other else [])]
    return f"{one.label} ({', '.join(marks)})" if marks else one.label
