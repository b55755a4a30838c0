"""The items of a VSAQ questionnaire as our questions, tips and sections."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from questionnaires.conditions import AllOf
from questionnaires.formats.areas import area_of
from questionnaires.formats.vsaq.expressions import condition_in
from questionnaires.formats.vsaq.items import Block, Item
from questionnaires.formats.vsaq.lenient import unreadable
from questionnaires.formats.vsaq.naming import Names, shortened, slug
from questionnaires.formats.vsaq.variables import Variables
from questionnaires.model import (
    Choice,
    Condition,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
    Tip,
    TipSeverity,
)

_KINDS = {
    "line": QuestionKind.TEXT,
    "box": QuestionKind.TEXT,
    "check": QuestionKind.MULTIPLE,
    "radio": QuestionKind.MULTIPLE,
    "checkgroup": QuestionKind.MULTIPLE,
    "radiogroup": QuestionKind.SINGLE,
    "yesno": QuestionKind.SINGLE,
    "upload": QuestionKind.FILE,
}
_ANSWERED_ALWAYS = ("radiogroup", "yesno")
NONE_OF_THE_ABOVE = "None of the above."


@dataclass(slots=True)
class _Draft:
    """A section that is being put together."""

    block: Block | None
    title: str
    questions: list[Question] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)


class _Builder:
    """Takes the items one by one."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.warnings: list[str] = []
        self._names = Names()
        self._variables = Variables()
        self._count = 0

    def take(self, item: Item) -> None:
        """Turn one item into what it is with us."""
        self._count += 1
        if item.raw("auth") == "admin":
            self.warnings.append(f"“{_called(item)}” was left out: it is for the sender alone.")
            return
        draft = self._draft(item)
        match item.kind:
            case "spacer":
                return
            case "info" if item.conditions == _outer(item):
                (draft.guidance if draft.questions else draft.texts).append(item.text("text"))
            case "info" | "tip":
                self._take_tip(item, draft)
            case _:
                self._take_question(item, draft)

    def _draft(self, item: Item) -> _Draft:
        block = item.blocks[-1] if item.blocks else None
        if not self.drafts or self.drafts[-1].block != block:
            titles = [each.title for each in item.blocks[1:] if each.title] or [each.title for each in item.blocks]
            self.drafts.append(_Draft(block, ": ".join(titles)))
        return self.drafts[-1]

    def _take_tip(self, item: Item, draft: _Draft) -> None:
        warns = item.flag("warn")
        severity = item.raw("severity").casefold() or TipSeverity.MEDIUM.value
        if warns and severity not in set(TipSeverity):
            self.warnings.append(f"The severity “{severity[:20]}” of “{_called(item)}” is unknown; medium was taken.")
        known = TipSeverity(severity) if severity in set(TipSeverity) else TipSeverity.MEDIUM
        text = item.text("text") or item.text("name") or item.text("why")
        if not text:
            self.warnings.append(f"“{_called(item)}” was left out: it says nothing.")
            return
        draft.tips.append(
            Tip(
                ref=self._names.take(item.id or f"{item.kind}-{self._count}"),
                text=text,
                title=item.text("name"),
                severity=known if warns else None,
                ask=item.text("why"),
                after=draft.questions[-1].ref if draft.questions else "",
                applies_when=self._condition(item),
            )
        )

    def _take_question(self, item: Item, draft: _Draft) -> None:
        text = item.text("text") or "\n\n".join((draft.guidance or draft.texts)[-1:])
        choices = _choices(item)
        ref = self._names.take(item.id or _group_name(choices) or f"{item.kind}-{self._count}")
        if item.plain.get("choicesConds"):
            self.warnings.append(f"All choices of {ref} are always offered: conditions of choices are not kept.")
        question = Question(
            ref=ref,
            kind=_KINDS[item.kind],
            text=text or _called(item),
            guidance="\n\n".join([*draft.guidance, item.text("placeholder")]).strip(),
            required=item.kind in _ANSWERED_ALWAYS or item.plain.get("required") is True,
            choices=choices,
            applies_when=self._condition(item),
        )
        draft.guidance.clear()
        draft.questions.append(question)
        self._variables.learn(item, question)

    def _condition(self, item: Item) -> Condition | None:
        """Read what must hold for the item and the blocks around it; what cannot be read is said and left out."""
        parts: list[Condition] = []
        for text in dict.fromkeys(item.conditions):
            found = condition_in(text, self._variables.resolve)
            if found is None:
                self.warnings.append(
                    f"A condition of “{_called(item)}” was left out: “{text[:80]}” names what is not asked before."
                )
            else:
                parts.append(found)
        return AllOf(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def questionnaire_of(items: Sequence[Item], name: str) -> tuple[Questionnaire, list[str]]:
    """Build the questionnaire, and a sentence for each thing that could not be kept."""
    builder = _Builder()
    for item in items:
        builder.take(item)
    sections = _sections(builder.drafts)
    if not sections:
        raise unreadable("it asks nothing.")
    root = next((block.title for item in items for block in item.blocks[:1] if block.title), name)
    key = shortened(f"vsaq-{slug(name.rpartition('.')[0] or name)}", 120)
    return Questionnaire(key, root[:300], sections), builder.warnings


def _sections(drafts: Sequence[_Draft]) -> tuple[Section, ...]:
    """Close the sections: one without questions gives its texts and tips to the one before it, or to the next."""
    found: list[Section] = []
    keys = Names()
    texts: list[str] = []
    tips: list[Tip] = []
    for draft in drafts:
        texts += [*draft.texts, *draft.guidance]
        tips += draft.tips
        if not draft.questions:
            continue
        key = keys.take((draft.block.id if draft.block else "") or slug(draft.title) or "questions")
        summary = "\n\n".join(texts)
        title = draft.title or "Questions"
        found.append(Section(key, title, area_of(title), tuple(draft.questions), summary, tuple(tips)))
        texts, tips = [], []
    if found and (texts or tips):
        found[-1] = _extended(found[-1], texts, tips)
    return tuple(found)


def _extended(section: Section, texts: list[str], tips: list[Tip]) -> Section:
    summary = "\n\n".join(filter(None, (section.summary, *texts)))
    return Section(
        section.key, section.title, section.area, section.questions, summary, (*section.tips, *_behind(section, tips))
    )


def _behind(section: Section, tips: Sequence[Tip]) -> list[Tip]:
    last = section.questions[-1].ref
    return [Tip(tip.ref, tip.text, tip.title, tip.severity, tip.ask, last, tip.applies_when) for tip in tips]


def _choices(item: Item) -> tuple[Choice, ...]:
    match item.kind:
        case "check" | "radio":
            return (Choice("checked", "Yes"),)
        case "yesno":
            return (Choice("yes", item.text("yes") or "Yes"), Choice("no", item.text("no") or "No"))
        case "checkgroup" | "radiogroup":
            listed = [Choice(key, text or key) for key, text in item.choices]
            return (
                (*listed, Choice("none", NONE_OF_THE_ABOVE, exclusive=item.kind == "checkgroup"))
                if item.plain.get("defaultChoice") is True
                else tuple(listed)
            )
    return ()


def _group_name(choices: Sequence[Choice]) -> str:
    """Name a group without an id by what its choices' ids begin with."""
    values = [choice.value for choice in choices]
    if len(values) < 2:
        return values[0] if values else ""
    first, last = min(values), max(values)
    common = next((first[:at] for at in range(len(first)) if first[at] != last[at : at + 1]), first)
    return common.rpartition("_")[0]


def _outer(item: Item) -> tuple[str, ...]:
    """The conditions of its blocks alone."""
    return item.conditions[:-1] if item.raw("cond").strip() else item.conditions


def _called(item: Item) -> str:
    return (item.id or item.text("text") or item.text("name") or item.kind)[:60]
