"""Times a person's pages over and over, while the server has nothing else to do and while it has."""

import itertools
import statistics
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

Page = Callable[[], httpx.Response]


@dataclass(slots=True)
class Timings:
    """Seconds that each page took, and what did not answer as it must."""

    taken: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def all(self) -> list[float]:
        """The times of all pages, shortest first."""
        return sorted(itertools.chain.from_iterable(self.taken.values()))

    def median(self) -> float:
        """The time that half of the requests took at most."""
        return statistics.median(self.all())

    def p95(self) -> float:
        """The time that nineteen of twenty requests took at most."""
        return self.all()[int(0.95 * (len(self.all()) - 1))]

    def beside(self, idle: "Timings") -> str:
        """Say how much longer these took than others."""
        longer = self.median() / idle.median(), self.p95() / idle.p95()
        return (
            f"{len(self.all())} requests beside the work: median {1000 * self.median():.0f} ms ({longer[0]:.1f} times idle),"
            f" 95th percentile {1000 * self.p95():.0f} ms ({longer[1]:.1f} times idle), longest {self.all()[-1]:.1f} s"
        )


def time_once(name: str, page: Page, into: Timings) -> None:
    """Open a page and note how long it took."""
    began = time.perf_counter()
    response = page()
    into.taken.setdefault(name, []).append(time.perf_counter() - began)
    if response.status_code != 200:
        into.wrong.append(f"{name}: {response.status_code}")


def time_idle(pages: Mapping[str, Page], rounds: int) -> Timings:
    """Time each page this often, one after the other; a first round that warms up does not count."""
    for page in pages.values():
        page()
    timings = Timings()
    for _ in range(rounds):
        for name, page in pages.items():
            time_once(name, page, timings)
    return timings


class Meanwhile:
    """Times the pages in turn, a few a second, until the block ends."""

    def __init__(self, pages: Mapping[str, Page], pause: float = 0.2) -> None:
        self.timings = Timings()
        self._pages, self._pause = pages, pause
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Meanwhile":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        for name, page in itertools.cycle(self._pages.items()):
            if self._over.wait(self._pause):
                return
            try:
                time_once(name, page, self.timings)
            except httpx.TransportError as error:
                self.timings.wrong.append(f"{name}: {error!r}")
