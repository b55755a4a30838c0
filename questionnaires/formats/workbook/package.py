"""The zip that a workbook is: opened with limits, and written again with some parts changed and all others as they were."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from questionnaires.errors import UnreadableQuestionnaire

MOST_PARTS = 5_000
LARGEST_PART = 100_000_000
LARGEST_WHOLE = 250_000_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of a workbook by name."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD_EXCEL):
            raise UnreadableQuestionnaire(
                "This is an old .xls workbook or one with a password; save it as .xlsx without a password."
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN:
            raise UnreadableQuestionnaire(
                "This is not a whole .xlsx workbook: it does not open as the zip that one is."
            ) from None
        self._infos = self._zip.infolist()
        _check(self._infos)
        self._by_name = {info.filename: info for info in self._infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The parts in the order of the file."""
        return tuple(self._by_name)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name in self._by_name

    def read(self, name: str) -> bytes:
        """Read one part whole."""
        if name not in self._by_name:
            raise UnreadableQuestionnaire(f"This workbook is not whole: its part {name[:80]} is missing.")
        try:
            return self._zip.read(self._by_name[name])
        except _BROKEN:
            # Out of memory, inflate says what it says of damage.
            raise UnreadableQuestionnaire(
                f"This workbook is damaged, or far larger inside than out: its part {name[:80]} does not unpack."
            ) from None

    def replaced(self, changes: Mapping[str, bytes]) -> bytes:
        """Write the whole again with these parts changed; order, dates and everything else stay."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            target.comment = self._zip.comment
            for info in self._infos:
                data = changes[info.filename] if info.filename in changes else self.read(info.filename)
                target.writestr(_same(info), data)
        return out.getvalue()


def _same(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    copy.compress_type = info.compress_type
    copy.external_attr, copy.internal_attr = info.external_attr, info.internal_attr
    copy.create_system, copy.comment = info.create_system, info.comment
    return copy


def _check(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_PARTS:
        raise UnreadableQuestionnaire(f"This workbook has more than {MOST_PARTS:,} parts, which no questionnaire has.")
    if len({info.filename.casefold() for info in infos}) != len(infos):
        raise UnreadableQuestionnaire("This workbook has two parts of one name, so it cannot be read safely.")
    for info in infos:
        _check_part(info)
    if sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise UnreadableQuestionnaire(f"This workbook unpacks to more than {LARGEST_WHOLE // 1_000_000} MB.")


def _check_part(info: zipfile.ZipInfo) -> None:
    pieces = info.filename.split("/")
    if info.filename.startswith("/") or ".." in pieces or "\\" in info.filename or ":" in pieces[0]:
        raise UnreadableQuestionnaire("This workbook has a part that names a place outside it, so it is not opened.")
    if info.flag_bits & 0x1:
        raise UnreadableQuestionnaire("This workbook has a password; save it without one.")
    if info.compress_type not in _METHODS:
        raise UnreadableQuestionnaire("This workbook is packed in a way that Excel does not use.")
    if info.file_size > LARGEST_PART:
        raise UnreadableQuestionnaire(
            f"This workbook has a part that unpacks to more than {LARGEST_PART // 1_000_000} MB."
        )
