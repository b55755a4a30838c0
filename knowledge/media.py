"""Tells what kind of file some bytes are, by the bytes themselves first and by the file's name where they leave it open."""

from enum import StrEnum


class Media(StrEnum):
    """The kinds of file that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    TEXT = "txt"
    MARKDOWN = "md"
    PNG = "png"
    JPEG = "jpg"

    @property
    def label(self) -> str:
        """Say the kind to a person."""
        return _LABELS[self]

    @property
    def is_picture(self) -> bool:
        """Tell whether the file is one picture, whose text must be recognised."""
        return self in (Media.PNG, Media.JPEG)

    @property
    def mime(self) -> str:
        """Give the media type of the web."""
        return _MIMES[self]


_LABELS = {
    Media.PDF: "PDF",
    Media.DOCX: "Word document",
    Media.XLSX: "Excel workbook",
    Media.TEXT: "Text",
    Media.MARKDOWN: "Markdown",
    Media.PNG: "PNG picture",
    Media.JPEG: "JPEG picture",
}
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MIMES = {
    Media.PDF: "application/pdf",
    Media.DOCX: f"{_OFFICE}wordprocessingml.document",
    Media.XLSX: f"{_OFFICE}spreadsheetml.sheet",
    Media.TEXT: "text/plain; charset=utf-8",
    Media.MARKDOWN: "text/markdown; charset=utf-8",
    Media.PNG: "image/png",
    Media.JPEG: "image/jpeg",
}
ACCEPTED = "PDF, Word (.docx), Excel (.xlsx), text (.txt, .md) or a picture (.png, .jpg)"
HEAD = 4096


def media_of(head: bytes, name: str) -> Media | None:
    """Tell the kind from the first bytes of a file (up to `HEAD`) and its name, or None when it is none that can be read.

    An Office file is a ZIP archive like many others, so its name decides which; plain text has no mark at all, so its
    name must say that it is text and its bytes must not speak against it.
    """
    suffix = name.lower().rpartition(".")[2]
    if b"%PDF-" in head[:1024]:
        return Media.PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Media.PNG
    if head.startswith(b"\xff\xd8\xff"):
        return Media.JPEG
    if head.startswith(b"PK\x03\x04"):
        return {"docx": Media.DOCX, "xlsx": Media.XLSX}.get(suffix)
    if suffix in ("txt", "md", "markdown", "text") and _is_text(head):
        return Media.TEXT if suffix in ("txt", "text") else Media.MARKDOWN
    return None


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\x00" not in head and not head.startswith((b"MZ", b"\x7fELF", b"%!PS", b"{\\rtf"))
