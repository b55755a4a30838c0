"""What the names in VSAQ's conditions stand for: a choice that is taken, or a text that is given."""

from questionnaires.conditions import Compare, Condition, Operator
from questionnaires.formats.vsaq.items import Item
from questionnaires.model import Question, QuestionKind


class Variables:
    """The names that the items so far have made known."""

    def __init__(self) -> None:
        self._known: dict[str, Condition] = {}
        self._texts: dict[str, str] = {}

    def learn(self, item: Item, question: Question) -> None:
        """Make the names of an item known: its own, and those of its choices."""
        if question.kind in (QuestionKind.TEXT, QuestionKind.FILE):
            self._known[item.id] = Compare(question.ref, Operator.ANSWERED, ("true",))
            self._texts[item.id] = question.ref
            return
        for choice in question.choices:
            operator = Operator.EQUALS if question.kind is QuestionKind.SINGLE else Operator.CONTAINS
            taken = Compare(question.ref, operator, (choice.value,))
            if item.kind in ("check", "radio"):
                self._known[item.id] = self._known[f"{item.id}/yes"] = taken
            elif item.kind == "yesno":
                self._known[f"{item.id}/{choice.value}"] = taken
            else:
                self._known[choice.value] = taken
        if item.id and item.id not in self._known:
            self._known[item.id] = Compare(question.ref, Operator.ANSWERED, ("true",))

    def resolve(self, name: str, arguments: tuple[str, ...]) -> Condition | None:
        """Turn a name, or `contains(name, "text")`, into a condition; None when it is none we can ask."""
        if not arguments:
            return self._known.get(name)
        if name == "contains" and len(arguments) == 2 and arguments[0] in self._texts and arguments[1]:
            return Compare(self._texts[arguments[0]], Operator.CONTAINS, (arguments[1],))
        return None
