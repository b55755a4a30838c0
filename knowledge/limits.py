"""What working on one stranger's file may cost, and how text in pictures is recognised."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Recognition:
    """How text is read from pictures: by `tesseract` where it is installed, else by the shipped `rapidocr`, or not ("off").

    `languages` are tesseract's, joined by "+"; those that are not installed are left out. `seconds` of wall clock and
    `pages` bound one file; `cpu_seconds` one page.
    """

    engine: str = "auto"
    languages: str = "eng"
    seconds: float = 900.0
    pages: int = 300
    cpu_seconds: int = 60
    memory: int = 3 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost: seconds of wall clock, of CPU and for a page; bytes of memory and of output."""

    seconds: float = 90.0
    cpu_seconds: int = 60
    page_seconds: float = 15.0
    memory: int = 760 << 20
    output: int = 16 << 20
    pages: int = 2_000
    characters: int = 5_000_000
    recognition: Recognition = field(default_factory=Recognition)


DEFAULT_LIMITS = Limits()
