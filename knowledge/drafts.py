"""What one child process read of a file: its lines, checked, put together as far as they came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from knowledge.children import Child
from knowledge.limits import Limits
from knowledge.pages import PageState
from knowledge.wire import Finished, Opened, PageRead, Refused, Started, decode

Progress = Callable[[int, int], None]


def unheard(done: int, total: int) -> None:
    """Hear of progress and do nothing."""


@dataclass(slots=True)
class Draft:
    """A reading as far as it came: `finished` tells whether every page was tried, `in_time` whether nothing was cut off.

    `done` counts the pages that need no further reader.
    """

    started: bool = False
    opened: Opened | None = None
    pages: dict[int, PageRead] = field(default_factory=dict)
    refused: str = ""
    finished: bool = False
    in_time: bool = False
    done: int = 0

    @property
    def lost(self) -> bool:
        """Tell whether the child ran and then nothing more was heard of it."""
        return self.started and not self.refused and not self.finished

    def take(self, raw: bytes) -> None:
        """Take one line in; raises msgspec.DecodeError for a wrong one."""
        match decode(raw):
            case Started():
                self.started = True
            case Opened() as opened:
                self.opened = opened
            case PageRead() as page:
                self.done += page.number not in self.pages and page.state is not PageState.SCANNED
                self.pages[page.number] = page
            case Refused(why):
                self.refused = why
            case Finished():
                self.finished = True


def drafted(
    module: str, arguments: Sequence[object], path: Path, limits: Limits, secret: str, progress: Progress
) -> Draft:
    """Run a reading child over a file; anything after a wrong line is not taken."""
    draft = Draft()
    with (
        path.open("rb") as file,
        Child(module, arguments, file, seconds=limits.seconds, output=limits.output, secret=secret) as child,
    ):
        for raw in child.lines():
            try:
                draft.take(raw)
            except msgspec.DecodeError:
                return draft
            if draft.opened is not None:
                progress(draft.done, draft.opened.pages)
    draft.in_time = child.in_time
    return draft
