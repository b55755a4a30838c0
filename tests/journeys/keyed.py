"""A contact who goes through the form without a mouse, section by section."""

from importlib.resources import files
from pathlib import Path

import yaml
from playwright.sync_api import expect

from questionnaires.bank import questionnaire
from questionnaires.conditions import questions_named
from questionnaires.kinds import QuestionKind
from tests.journeys.keys import Keys, Stop

USUAL = {"number": "7", "date": "2026-10-01", "text": "As our handbook says.", "yes_no": "yes"}
_CARDS = """() => [...document.querySelectorAll('section.question')]
  .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map((one) => one.id.slice(2))"""


def sample_answers() -> dict[str, list[str]]:
    """What a vendor of the sample answers, as the form's values."""
    text = files("portal.sample.answers").joinpath("northpine-cloud.yaml").read_text(encoding="utf-8")
    given = {ref: one.get("answer") for ref, one in yaml.safe_load(text)["answers"].items()}
    return {ref: _values(one) for ref, one in given.items() if one is not None and not str(one).startswith("{")}


def _values(one: object) -> list[str]:
    if isinstance(one, bool):
        return ["yes" if one else "no"]
    return [str(each) for each in one] if isinstance(one, list) else [str(one)]


class KeyedVendor:
    """A contact with a keyboard in front of the form; the first question that no other hangs on is passed over at first."""

    def __init__(self, keys: Keys, key: str, paper: Path) -> None:
        self.keys, self.page, self.paper = keys, keys.page, paper
        self.sample = sample_answers()
        asked = questionnaire(key).questions
        self.gates = {name for one in asked if one.applies_when for name in questions_named(one.applies_when)}
        plain = (
            one for one in asked if one.required and one.applies_when is None and one.kind is not QuestionKind.FILE
        )
        self.passed_over = next(one.ref for one in plain if one.ref not in self.gates)
        self.answered: list[str] = []
        self.uploads = 0

    def go_through(self) -> None:
        """Answer section by section, from the first page to the last."""
        while self.page.locator("section.question").count():
            self.keys.skip()
            self._section()
            self.keys.enter()  # right after the last answer: the page is left once that is saved

    def make_good(self) -> None:
        """Answer what was passed over: the page that refuses to submit has the focus on its link."""
        missing = self.keys.look()
        assert self.page.locator(f"main a[href$='#q-{self.passed_over}']").inner_text() == missing["words"]
        self.keys.enter()
        stop = self.keys.tab()
        assert self.passed_over == stop["ref"], f"the link to {self.passed_over} leads to {stop['key']}"
        ref, self.passed_over = self.passed_over, ""
        while stop["name"] != "answer":
            stop = self.keys.tab()
        self._meet(stop)
        self.keys.announced(ref)
        while self.page.locator("section.question").count():
            self.keys.tab_to("Next:")
            self.keys.enter()

    def _section(self) -> None:
        met: list[str] = []
        for _ in range(600):
            stop = self.keys.tab()
            if stop["words"].startswith("Next:"):
                break
            if stop["ref"] and stop["ref"] not in met:
                met.append(stop["ref"])
            if stop["ref"] and stop["ref"] not in (*self.answered, self.passed_over):
                self._meet(stop)
        assert self.page.evaluate(_CARDS) == met, f"{self.page.url} is not gone through in the order it is read"

    def _meet(self, stop: Stop) -> None:
        ref = stop["ref"]
        if stop["name"] == "answer":
            self._answer(stop)
            if ref in self.gates:
                here = self.keys.look()
                self.keys.announced(ref)
                self.keys.kept(here, f"saving {ref}")
        elif stop["type"] == "file" and not self.uploads:
            self._upload(ref)
        elif stop["words"].startswith("Choose from your") and self._wants_file(ref):
            self._choose(ref)
        else:
            return
        self.answered.append(ref)

    def _wants_file(self, ref: str) -> bool:
        return not self.page.locator(f"#q-{ref} [name=answer]").count()

    def _answer(self, stop: Stop) -> None:
        given = self.sample.get(stop["ref"], [])
        if stop["type"] == "radio":
            self._one_of(stop, given)
        elif stop["type"] == "checkbox":
            self._some_of(stop, given)
        elif stop["type"] == "date":
            year, month, day = (given or [USUAL["date"]])[0].split("-")
            self.keys.type(month + day + year)
        else:
            self.keys.type((given or [USUAL["number" if stop["decimal"] else "text"]])[0][:60])

    def _one_of(self, stop: Stop, given: list[str]) -> None:
        wanted, now = given[0] if given else stop["value"], self.keys.press("Space")
        for _ in range(12):
            if now["value"] == wanted:
                break
            now = self.keys.press("ArrowRight")
        assert (wanted, True) == (now["value"], now["checked"]), f"{stop['ref']} by the arrow keys"

    def _some_of(self, stop: Stop, given: list[str]) -> None:
        wanted = set(given or [stop["value"]])
        while True:
            if stop["value"] in wanted:
                assert self.keys.press("Space")["checked"]
                wanted.discard(stop["value"])
            if not wanted:
                return
            stop = self.keys.tab()
            assert stop["name"] == "answer", f"{wanted} are not reached"

    def _upload(self, ref: str) -> None:
        self.keys.choose_file(self.paper)
        expect(self.page.locator(f"#q-{ref} .file-list")).to_contain_text(self.paper.name)
        self.keys.not_lost(f"uploading for {ref}")
        self.uploads += 1

    def _choose(self, ref: str) -> None:
        self.page.keyboard.press("Enter")
        expect(self.page.locator(f"#q-{ref} legend")).to_be_focused()
        stop = self.keys.tab()
        assert ("checkbox", "evidence") == (stop["type"], stop["name"])
        assert self.keys.press("Space")["checked"]
        self.keys.tab_to("Use these", 2)
        self.page.keyboard.press("Enter")
        expect(self.page.locator(f"#q-{ref} .file-list")).to_contain_text(self.paper.name)
        self.keys.not_lost(f"choosing for {ref}")
