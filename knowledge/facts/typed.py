"""What a person may write as a fact: a form for each key, turned into the same words that reading gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.facts.keys import Key, SharedKey
from knowledge.facts.kinds import EvidenceKind
from knowledge.facts.values import FactKey


class FactForm(StrEnum):
    """In which form a value is written."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    DURATION = "duration"
    AMOUNT = "amount"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Part:
    """Something that belongs to one fact: its name, its label, and the words to choose from if they are closed."""

    name: str
    label: str
    form: FactForm = FactForm.TEXT
    options: tuple[str, ...] = ()


_DATES: frozenset[Key] = frozenset(
    {SharedKey.PERIOD_START, SharedKey.PERIOD_END, SharedKey.ISSUED, SharedKey.EXPIRES, FactKey.RETEST}
)
_DURATIONS: frozenset[Key] = frozenset({FactKey.NOTIFICATION_TIME, FactKey.RTO, FactKey.RPO})
_NO_NUMBER = "without undue delay"
_CHOICES: dict[Key, tuple[str, ...]] = {
    SharedKey.KIND: tuple(EvidenceKind),
    SharedKey.OPINION: ("unqualified", "qualified", "adverse", "disclaimer"),
    FactKey.SOC_TYPE: ("SOC 1", "SOC 2", "SOC 3"),
    FactKey.REPORT_TYPE: ("type 1", "type 2"),
    FactKey.TRUST_CRITERIA: ("security", "availability", "confidentiality", "processing integrity", "privacy"),
    FactKey.COMPLIANCE: ("compliant", "compliant with legal exception", "non-compliant"),
    FactKey.SERVICE_PROVIDER_LEVEL: ("1", "2"),
    FactKey.BAA: ("offered", "signed"),
    FactKey.SEVERITY_COUNT: ("critical", "high", "medium", "low", "informational"),
    FactKey.TRANSFER: (
        "standard contractual clauses", "adequacy decision", "binding corporate rules", "data privacy framework", "none",
    ),
    FactKey.TEST_RESULT: ("passed", "passed with findings", "failed"),
}  # fmt: skip
_REACHED = Part("kind", "Target or achieved", FactForm.CHOICE, ("target", "achieved"))
_PARTS: dict[Key, tuple[Part, ...]] = {
    SharedKey.EXCEPTIONS: (Part("control", "Control"), Part("response", "Response of the management")),
    FactKey.CUEC: (Part("number", "Number"),),
    FactKey.SUBSERVICE: (
        Part("method", "Method", FactForm.CHOICE, ("carve-out", "inclusive")), Part("service", "What it does"),
    ),
    FactKey.SEVERITY_COUNT: (Part("found", "Found", FactForm.COUNT), Part("open", "Still open", FactForm.COUNT)),
    FactKey.PARTY: (Part("role", "Role", FactForm.CHOICE, ("controller", "processor")),),
    FactKey.SUBPROCESSOR: (Part("service", "What it does"), Part("location", "Where")),
    FactKey.LIMIT: (Part("cover", "Cover"),),
    FactKey.RTO: (_REACHED,),
    FactKey.RPO: (_REACHED,),
}  # fmt: skip
_UNITS = ("second", "minute", "hour", "business day", "working day", "calendar day", "day", "week", "month")
_DURATION = re.compile(rf"(\d{{1,5}})\s*({'|'.join(_UNITS)})s?", re.IGNORECASE)
_AMOUNT = re.compile(r"(?P<before>[A-Za-z]{3})?\s*(?P<digits>\d[\d.,' \u00a0]*)\s*(?P<after>[A-Za-z]{3})?")
_LONGEST, _LONGEST_SENTENCE = 300, 4000
_SENTENCES: frozenset[Key] = frozenset({SharedKey.EXCEPTIONS, SharedKey.SCOPE, FactKey.CUEC})


def form_of(key: Key) -> FactForm:
    """Say in which form a key's value is written."""
    if key in _DATES:
        return FactForm.DATE
    if key in _CHOICES:
        return FactForm.CHOICE
    if key in _DURATIONS:
        return FactForm.DURATION
    return FactForm.AMOUNT if key is FactKey.LIMIT else FactForm.TEXT


def options_of(key: Key) -> tuple[str, ...]:
    """Return the values to choose from, or nothing where any value may be written."""
    return _CHOICES.get(key, ())


def parts_of(key: Key) -> tuple[Part, ...]:
    """Return what may belong to one fact of a key."""
    return _PARTS.get(key, ())


def is_sentence(key: Key) -> bool:
    """Say whether a key's value may be long."""
    return key in _SENTENCES


def typed_value(key: Key, text: str) -> str:
    """Return a written value as reading would give it; raises ValueError with a sentence that says what to write."""
    text = " ".join(text.split())
    if not text:
        raise ValueError(f"{key.label}: please fill this in.")
    longest = _LONGEST_SENTENCE if is_sentence(key) else _LONGEST
    if len(text) > longest:
        raise ValueError(f"{key.label}: please shorten this to {longest} characters (it has {len(text)}).")
    return _FORMS[form_of(key)](text, key.label, options_of(key))


def typed_parts(key: Key, given: dict[str, str]) -> dict[str, str]:
    """Return the parts that were filled in; raises ValueError with a sentence for the first that cannot be taken."""
    found = {}
    for part in parts_of(key):
        text = " ".join(given.get(part.name, "").split())
        if len(text) > _LONGEST_SENTENCE:
            raise ValueError(f"{part.label}: please shorten this to {_LONGEST_SENTENCE} characters.")
        if text:
            found[part.name] = _FORMS[part.form](text, part.label, part.options)
    return found


def _text(text: str, label: str, options: tuple[str, ...]) -> str:
    return text


def _date(text: str, label: str, options: tuple[str, ...]) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{label}: please write a date as year-month-day, like 2027-03-31.") from None
    if not 1990 <= day.year <= 2100:
        raise ValueError(f"{label}: please check the year {day.year}.")
    return day.isoformat()


def _choice(text: str, label: str, options: tuple[str, ...]) -> str:
    known = {option.casefold(): option for option in options}
    if text.casefold() not in known:
        raise ValueError(f"{label}: please choose one of the options.")
    return str(known[text.casefold()])


def _duration(text: str, label: str, options: tuple[str, ...]) -> str:
    if text.casefold() == _NO_NUMBER and label == FactKey.NOTIFICATION_TIME.label:
        return _NO_NUMBER
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(f"{label}: please write a number and its unit, like 72 hours.")
    number, unit = int(match[1]), match[2].lower()
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _amount(text: str, label: str, options: tuple[str, ...]) -> str:
    match = _AMOUNT.fullmatch(text)
    digits = re.sub(r"[.,' \u00a0](?=\d{3}(?!\d))", "", match["digits"].strip()) if match else ""
    currency = (match["before"] or match["after"] or "") if match else ""
    if not currency or not digits.isdigit():
        raise ValueError(f"{label}: please write the currency and the whole amount, like EUR 5000000.")
    return f"{currency.upper()} {int(digits)}"


def _count(text: str, label: str, options: tuple[str, ...]) -> str:
    if not text.isdigit() or len(text) > 6:
        raise ValueError(f"{label}: please write a whole number.")
    return str(int(text))


_FORMS: dict[FactForm, Callable[[str, str, tuple[str, ...]], str]] = {
    FactForm.TEXT: _text,
    FactForm.DATE: _date,
    FactForm.CHOICE: _choice,
    FactForm.DURATION: _duration,
    FactForm.AMOUNT: _amount,
    FactForm.COUNT: _count,
}
