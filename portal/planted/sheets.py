"""Draws planted phrases onto a sheet in a vendor's look, and notes the pages that each came to stand on."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.evaluation.reports.drawing import Sheet
from portal.planted.phrases import Form, Row
from portal.planted.planning import Placed
from portal.planted.vendors import Vendor

_CLEAN = ("No exceptions noted.", "No deviations noted.", "No exceptions noted", "None noted.")
_TESTS = ("Inspected the records for a sample of items.", "Inquired of the control owner and inspected the configuration.",
          "Inspected the procedure and observed its use.")  # fmt: skip
_COLUMN_ROOM = 110


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a phrase stands: the document's name and its first and last page."""

    document: str
    first: int
    last: int


@dataclass
class Drawing:
    """A document in the making; `spots` tells the pages of each phrase by its key and home."""

    name: str
    vendor: Vendor
    chance: random.Random
    sheet: Sheet
    spots: dict[tuple[str, str], Spot] = field(default_factory=dict)
    section: int = 0
    clause: int = 0

    @classmethod
    def begin(cls, title: str, vendor: Vendor) -> "Drawing":
        """Begin a document with a title."""
        look = vendor.look
        words = {"title": title, "vendor": vendor.name}
        head, foot = (
            text.replace("{title}", title).replace("{vendor}", vendor.name) for text in (look.head, look.foot)
        )
        sheet = Sheet(head, foot, face=look.face, size=look.size)
        sheet.banner(title, size=18)
        name = look.file.format(**words).replace("/", "-") + ".pdf"
        return cls(name, vendor, random.Random(f"{vendor.key} {title}"), sheet)  # noqa: S311

    def heading(self, text: str) -> None:
        """Begin a section."""
        self.section, self.clause = self.section + 1, 0
        self.sheet.heading(f"{self.section}. {text}" if self.vendor.look.numbered else text)

    def paras(self, text: str) -> None:
        """Write paragraphs that say nothing of what is asked."""
        self.sheet.paras(text)

    def placed(self, placed: Placed, filler: Sequence[str]) -> None:
        """Write a phrase, with a sentence or two of filler about it."""
        first = self.sheet.page_no()
        form = placed.form
        match form.name:
            case "list":
                self._list(form)
            case "row":
                self._table(form)
            case "label":
                self.sheet.pairs((form.label, form.value), borders=self.vendor.look.borders)
            case "control":
                self.tests([placed])
            case _:
                self._prose(form.say, filler)
        self._note(placed, first)

    def tests(self, placed: Sequence[Placed]) -> None:
        """Write rows of an auditor's tests, as one table or one under the other."""
        if self.vendor.look.stacked:
            for each in placed:
                first = self.sheet.page_no()
                number, control, test, result = self._tested(each.form)
                self.sheet.lines(f"{number} {control}", style="B")
                self.sheet.labelled(("Test", test), ("Result", result))
                self._note(each, first)
            return
        first = self.sheet.page_no()
        rows = [self._tested(each.form) for each in placed]
        head = ("No.", "Control", "Test performed", "Result of the test")
        self.sheet.grid([head, *rows], (20, 50, 46, 46), borders=self.vendor.look.borders)
        for each in placed:
            self._note(each, first)

    def _tested(self, form: Form) -> Row:
        self.clause += 1
        number = f"CC{self.chance.randint(1, 9)}.{self.chance.randint(1, 8)}-{self.clause}"
        return number, form.control, form.test or self.chance.choice(_TESTS), form.result or self.chance.choice(_CLEAN)

    def _list(self, form: Form) -> None:
        self.sheet.para(form.lead)
        self.sheet.items(*form.items, mark=self.vendor.look.mark)

    def _table(self, form: Form) -> None:
        rows = [*form.beside, form.row]
        self.chance.shuffle(rows)
        widths = [1.0 + max(len(row[at]) for row in rows) ** 0.5 for at in range(len(form.row))]
        self.sheet.grid(
            [form.head, *rows] if form.head else rows, widths, borders=self.vendor.look.borders, header=bool(form.head)
        )

    def _prose(self, text: str, filler: Sequence[str]) -> None:
        self.clause += 1
        around = list(filler)
        if self.vendor.look.columns and len(around) > 1 and len(text) < 320 and self.chance.random() < 0.4:
            if self.sheet.get_y() > self.sheet.h - _COLUMN_ROOM:
                self.sheet.leaf()
            self.sheet.columns(f"{text}\n\n{around[0]}", around[1])
            return
        number = f"{self.section}.{self.clause} " if self.vendor.look.numbered else ""
        before, after = around[:1] if self.chance.random() < 0.5 else [], around[1:2]
        self.sheet.para(number + " ".join([*before, text, *after]))

    def _note(self, placed: Placed, first: int) -> None:
        self.spots[(placed.phrase.key, placed.home)] = Spot(self.name, first, self.sheet.page_no())
