"""Looks at a PDF's bytes before its beginning and behind its end: another file may stand there, or a later change."""

import re
from collections.abc import Iterator

from knowledge.remarks import Remark, RemarkKind

_HEAD, _TAIL = 1024, 1 << 20
_FEW = 64
_KINDS = (
    (rb"MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "a program"),
    (rb"PK\x03\x04|PK\x05\x06|Rar!|7z\xbc\xaf|\x1f\x8b\x08", "an archive"),
    (rb"#!|@echo|powershell", "a script"),
    (rb"<\?php|<(?:!doctype|html|head|body|script|svg|iframe|img)\b", "a web page"),
    (rb"\x89PNG|GIF8[79]a|\xff\xd8\xff|RIFF|BM..\x00\x00", "a picture"),
    (rb"X5O!P%@AP", "the test virus of virus scanners"),
)
_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")


def foreign_bytes(data: bytes) -> Iterator[Remark]:
    """Remark on bytes of another file around the PDF."""
    before = data[: max(data[: _HEAD + 5].find(b"%PDF-"), 0)].strip(b"\xef\xbb\xbf\x00 \t\r\n\x0c")
    if before:
        yield Remark(RemarkKind.FOREIGN_BYTES, 0, f"Before the PDF begins there is {_kind(before)}.")
    end = data.rfind(b"%%EOF")
    after = data[end + 5 :][:_TAIL].strip(b"\x00 \t\r\n\x0c\x1a") if end >= 0 else b""
    known = _known(after)
    if known or len(after) > _FEW:
        yield Remark(RemarkKind.FOREIGN_BYTES, 0, f"Behind the end of the PDF there is {known or _size(after)}.")


def changed_later(data: bytes) -> Iterator[Remark]:
    """Remark on a file that grew after its last signature, unless by what keeps signatures checkable."""
    ends = [int(match[3]) + int(match[4]) for match in _BYTE_RANGE.finditer(data)]
    added = data[max(ends) :] if ends else b""
    if added.strip() and b"/DSS" not in added and b"/DocTimeStamp" not in added:
        yield Remark(RemarkKind.CHANGED_LATER, 0, f"{len(added):,} bytes were added after the last signature.")


def _kind(data: bytes) -> str:
    return _known(data) or _size(data)


def _known(data: bytes) -> str:
    start = data[:2048].lstrip()
    for pattern, kind in _KINDS:
        if re.match(pattern, start, re.IGNORECASE):
            return kind
    found = re.search(rb"<(?:html|script|svg|iframe)\b|PK\x03\x04|PK\x05\x06|X5O!P%@AP", data, re.IGNORECASE)
    return next((kind for pattern, kind in _KINDS if found and re.match(pattern, found[0], re.IGNORECASE)), "")


def _size(data: bytes) -> str:
    return f"something else ({len(data):,} bytes)"
