"""Filling in the vendor's form by the kind of each question, in a browser with or without scripts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.journeys.window import Window

Special = Mapping[str, Sequence[str] | Path]
USUAL = {"yes_no": "yes", "text": "As our handbook says, on its first page.", "number": "7", "date": "2026-10-01"}


class Form:
    """The form in a window; `special` holds the answers that are not the usual ones, and the files."""

    def __init__(self, window: Window, special: Special) -> None:
        self.window = window
        self.special = special
        self.answered: list[str] = []

    def fill_all(self) -> None:
        """Answer section by section, as long as there is a next one; the step for documents is passed over."""
        onward = self.window.page.locator("#gap-progress").get_by_role("link", name="questions")
        if onward.count():
            self._follow(onward)
        while True:
            self.fill_section()
            following = self.window.page.get_by_role("link", name="Next:")
            if not following.count():
                return
            self._follow(following)

    def _follow(self, link: Locator) -> None:
        here = self.window.page.url
        link.click()
        self.window.page.wait_for_url(lambda url: url != here)

    def fill_section(self) -> None:
        """Answer what the page asks, and what it then asks too."""
        while open_refs := [ref for ref in self.refs() if ref not in self.answered]:
            self.answer(open_refs[0])
        self.window.check()

    def refs(self) -> list[str]:
        """Return the questions that show, from top to bottom."""
        cards = self.window.page.locator("section.question")
        found: list[str] = cards.evaluate_all("cards => cards.map(card => card.id.slice(2))")
        return found

    def open_fields(self, card: Locator) -> None:
        """Open the fields of a question whose answer the documents suggest."""
        closed = card.locator("details.correct:not([open]) > summary")
        if closed.count():
            closed.click()

    def answer(self, ref: str) -> None:
        """Answer one question and wait until the page says that it is saved."""
        card = self.window.page.locator(f"#q-{ref}")
        given = self.special.get(ref)
        if isinstance(given, Path):
            self.drop(ref, given)
        if not card.locator("[name=answer]").count():
            assert isinstance(given, Path), f"{ref} wants a document"
        else:
            self.open_fields(card)
            _enter(card, () if given is None or isinstance(given, Path) else given)
            if not self.window.scripts:
                card.get_by_role("button", name="Save").click()
            expect(card.locator("[data-saved]")).to_contain_text("✓ Saved")
        self.answered.append(ref)

    def drop(self, ref: str, path: Path) -> None:
        """Give a file to a question; with scripts the page sends it by itself."""
        card = self.window.page.locator(f"#q-{ref}")
        more = card.locator("details.more", has=self.window.page.locator("input[type=file]"))
        if more.get_attribute("open") is None:
            more.locator("summary").click()
        card.locator("input[type=file]").set_input_files(path)
        if not self.window.scripts:
            card.get_by_role("button", name="Upload").click()
        expect(card.locator(".file-list")).to_contain_text(path.name)


def _enter(card: Locator, given: Sequence[str]) -> None:
    pills = card.locator("input.pill-input")
    if pills.count():
        yes_no = card.locator("input.pill-input[value=in_part]").count()
        for value in given or ([USUAL["yes_no"]] if yes_no else [pills.first.get_attribute("value") or ""]):
            identity = card.locator(f"input.pill-input[value={value}]").get_attribute("id")
            card.locator(f"label[for={identity}]").click()
        return
    field = card.locator("[name=answer]")
    kind = "date" if field.get_attribute("type") == "date" else field.get_attribute("inputmode") or "text"
    field.fill(given[0] if given else USUAL["number" if kind == "decimal" else kind])
