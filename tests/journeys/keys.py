"""A person without a mouse: moves by Tab, sees where the focus is, and presses what it takes there."""

from pathlib import Path
from typing import Any, TypedDict

from playwright.sync_api import FileChooser, TimeoutError, expect

from tests.journeys.server import PATIENCE
from tests.journeys.window import Window

TRAPPED = 6  # stops in one field: a date has three parts and a button
_LOOK = """() => {
  const one = document.activeElement, card = one.closest('section.question');
  const drawn = (e) => {
    const s = e && getComputedStyle(e);
    return !!s && (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none');
  };
  const words = (one.innerText || '').trim().replace(/\\s+/g, ' ');
  const pill = one.matches('.pill-input') ? one.nextElementSibling : null;
  const box = (pill || one.closest('.js .dropzone') || one).getBoundingClientRect();
  window.stops = window.stops || new Map();
  if (!window.stops.has(one)) window.stops.set(one, window.stops.size);
  return {
    stop: window.stops.get(one), tag: one.tagName, type: one.getAttribute('type') || '', name: one.getAttribute('name') || '',
    value: one.value || '', id: one.id, checked: !!one.checked, words, ref: card ? card.id.slice(2) : '',
    decimal: one.inputMode === 'decimal', own: !!one.closest('.question-other'),
    key: `${location.pathname} ${one.tagName} #${one.id} ${words.slice(0, 60)}`,
    visible: drawn(pill || one) || drawn(one.closest('.js .dropzone')),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
  };
}"""


class Stop(TypedDict):
    """Where the focus is."""

    stop: int
    tag: str
    type: str
    name: str
    value: str
    id: str
    checked: bool
    words: str
    ref: str
    decimal: bool
    own: bool
    key: str
    visible: bool
    inside: bool


class Keys:
    """The keyboard of a window; what a person without a mouse would stumble over is kept in `faults`."""

    def __init__(self, window: Window) -> None:
        self.window, self.page = window, window.page
        self.page.emulate_media(reduced_motion="reduce")  # else what is focused is seen while it still glides into view
        self.faults: list[str] = []
        self._choosers: list[FileChooser] = []
        # Heard from the beginning: a browser that is told only at the press may have opened the system's own dialog by then.
        self.page.on("filechooser", lambda one: self._choosers.append(one))
        self._same, self._last = 0, -1

    def press(self, key: str) -> Stop:
        """Press a key; returns where the focus is then."""
        self.page.keyboard.press(key)
        return self.look()

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        self.page.keyboard.type(text)

    def look(self) -> Stop:
        """See where the focus is."""
        found: Any = self.page.evaluate(_LOOK)
        stop: Stop = found
        return stop

    def tab(self) -> Stop:
        """Go on to the next stop, which must show and let go of the focus again."""
        before = self._last
        if before != -1 and self.page.evaluate("document.activeElement === document.body"):
            self.faults.append(f"the focus got lost on {self.page.url}")
        stop = self.press("Tab")
        self._same = self._same + 1 if stop["stop"] == before else 0
        self._last = stop["stop"]
        assert self._same < TRAPPED, f"the focus is trapped: {stop['key']}"
        if stop["tag"] == "BODY":
            self._last = -1
        else:
            self._judge(stop)
        return stop

    def tab_to(self, words: str, limit: int = 400) -> Stop:
        """Go on until the focus is on what begins with these words, or has them as its name."""
        for _ in range(limit):
            stop = self.tab()
            if stop["words"].startswith(words) or stop["id"] == words:
                return stop
        raise AssertionError(f"{words!r} is not reached by Tab on {self.page.url}")

    def enter(self) -> None:
        """Press Enter on a link or button that leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()
        self._last = -1
        self.window.check()

    def skip(self) -> None:
        """Use the first stop of a page: the link past its head."""
        self.tab_to("Skip to the content", 2)
        assert "main" == self.press("Enter")["id"]

    def choose_file(self, path: Path) -> None:
        """Open the dialog for files by Enter; the dialog itself is the system's, and none of the page's."""
        for _ in range(20):
            assert "file" == self.look()["type"], "the focus is not on the field for files"
            self.page.keyboard.press("Enter")
            for _ in range(50):
                self.page.wait_for_timeout(100)
                if self._choosers:
                    return self._choosers.pop().set_files(path)
        raise AssertionError(f"Enter opens no dialog on {self.page.url}")

    def kept(self, stop: Stop, what: str) -> None:
        """Note it when the focus is no longer where it was."""
        now = self.look()
        if now["stop"] != stop["stop"]:
            self.faults.append(f"{what} moved the focus from {stop['key']} to {now['key']}")

    def not_lost(self, what: str) -> None:
        """Note it when the focus is nowhere, and stays there."""
        try:
            self.page.wait_for_function("document.activeElement !== document.body", timeout=PATIENCE * 1000 / 10)
        except TimeoutError:
            self.faults.append(f"{what} lost the focus on {self.page.url}")

    def _judge(self, stop: Stop) -> None:
        if not (stop["visible"] and stop["inside"]):
            self.page.wait_for_timeout(150)  # the page may not be painted yet
            stop = self.look()
        within = stop["type"] == "date" and self._same  # the browser marks the parts of a date by itself
        if not (stop["visible"] or within):
            self.faults.append(f"the focus does not show: {stop['key']}")
        if not stop["inside"]:
            self.faults.append(f"the focus is out of sight: {stop['key']}")

    def announced(self, ref: str) -> None:
        """Wait until a question says that it is saved, in a place that screen readers listen to."""
        mark = self.page.locator(f"#q-{ref} [data-saved]")
        expect(mark).to_contain_text("✓ Saved")
        expect(mark).to_have_role("status")
