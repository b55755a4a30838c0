"""The tips of a draft's section as they were typed, finished or not; pure."""

import json
import re
from collections.abc import Mapping, Sequence

import msgspec

from portal.assessments.authoring.condition_lines import condition_lines, condition_of
from portal.assessments.authoring.typed import Names, TypedLine
from questionnaires.conditions import condition_from_plain
from questionnaires.errors import InvalidQuestionnaire
from questionnaires.kinds import TipSeverity
from questionnaires.model import Tip

_NUMBERED = re.compile(r"T-(\d{1,4})")


class TypedTip(msgspec.Struct, frozen=True, omit_defaults=True):
    """One tip: `after` is the id of the question it stands behind, nothing for the head of the section."""

    ref: str = ""
    text: str = ""
    title: str = ""
    severity: str = ""
    ask: str = ""
    after: str = ""
    when: tuple[TypedLine, ...] = ()


def read_tips(kept: str) -> list[TypedTip]:
    """Read the tips of a section, also as they were kept before they could be edited: with conditions written out."""
    return [_read(plain) for plain in json.loads(kept or "[]")]


def _read(plain: dict[str, object]) -> TypedTip:
    written = plain.pop("applies_when", None)
    typed = msgspec.convert(plain, TypedTip)
    if written is None:
        return typed
    return msgspec.structs.replace(typed, when=condition_lines(condition_from_plain(written), {}))


def write_tips(tips: Sequence[TypedTip]) -> str:
    """Write the tips of a section."""
    return msgspec.json.encode(list(tips)).decode()


def typed_tip(tip: Tip, ids: Mapping[str, str]) -> TypedTip:
    """Write a tip the way it would have been typed; `ids` are those of the questions by reference."""
    severity = tip.severity.value if tip.severity else ""
    lines = condition_lines(tip.applies_when, ids)
    return TypedTip(tip.ref, tip.text, tip.title, severity, tip.ask, ids.get(tip.after, tip.after), lines)


def compose_tip(typed: TypedTip, names: Names) -> tuple[Tip, str]:
    """Make the tip, and a sentence for what keeps its condition from being read."""
    problem = ""
    try:
        condition = condition_of(typed.when, names)
    except InvalidQuestionnaire as error:
        condition, problem = None, f"Tip {typed.ref or '(no reference)'}: {error.sentence}"
    severity = TipSeverity(typed.severity) if typed.severity in set(TipSeverity) else None
    after = names.refs.get(typed.after, typed.after)
    return Tip(typed.ref, typed.text, typed.title, severity, typed.ask, after, condition), problem


def next_tip_ref(taken: Sequence[str]) -> str:
    """Propose a reference that no tip of the draft has."""
    numbers = [int(found[1]) for ref in taken if (found := _NUMBERED.fullmatch(ref))]
    return f"T-{max(numbers, default=0) + 1:02}"
