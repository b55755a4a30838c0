"""A file that someone handed in: its name and its bytes, with a limit."""

from dataclasses import dataclass
from pathlib import Path

from questionnaires.errors import UnreadableQuestionnaire

LARGEST_FILE = 20_000_000
_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name, for messages and to tell formats apart, and what is in it."""

    name: str
    data: bytes

    @property
    def ending(self) -> str:
        """The end of the name with its dot, in small letters."""
        return Path(self.name).suffix.lower()

    @property
    def is_workbook(self) -> bool:
        """Tell whether this is an Excel workbook, or something that is packed like one."""
        return self.data.startswith(_WORKBOOKS)

    @property
    def text(self) -> str:
        """The file as text in UTF-8, or in UTF-16 where it says so at its beginning."""
        encoding = "utf-16" if self.data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            text = self.data.decode(encoding)
        except UnicodeDecodeError:
            raise UnreadableQuestionnaire(f"{self.name} is not text in UTF-8.") from None
        if "\0" in text:
            raise UnreadableQuestionnaire(f"{self.name} is not text in UTF-8.")
        return text


def from_path(path: Path) -> Source:
    """Read a file from the disk."""
    if not path.is_file():
        raise UnreadableQuestionnaire(f"There is no file {path.name}.")
    if path.stat().st_size > LARGEST_FILE:
        raise UnreadableQuestionnaire(f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB.")
    return Source(path.name, path.read_bytes())
