"""Writes small PDF files by hand, byte by byte, so that they can hold what no well-meaning library would write."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


@dataclass(slots=True)
class Draft:
    """A PDF being written: objects are numbered as they come; 1 is the catalogue and 2 the page tree."""

    catalogue: str = ""
    info: int = 0
    _objects: dict[int, bytes] = field(default_factory=dict)
    _pages: list[int] = field(default_factory=list)
    _layers: tuple[int, int] | None = None
    _next: int = 3

    def add(self, body: str) -> int:
        """Add an object and give its number."""
        number, self._next = self._next, self._next + 1
        self._objects[number] = body.encode("latin-1")
        return number

    def stream(self, data: bytes, entries: str = "") -> int:
        """Add a stream and give its number."""
        number, self._next = self._next, self._next + 1
        head = f"<< /Length {len(data)} {entries} >>\nstream\n".encode("latin-1")
        self._objects[number] = head + data + b"\nendstream"
        return number

    def layers(self) -> tuple[int, int]:
        """Give the numbers of a layer that is off and of one that is on."""
        if self._layers is None:
            off, on = self.add("<< /Type /OCG /Name (Draft) >>"), self.add("<< /Type /OCG /Name (Final) >>")
            self.catalogue += f"/OCProperties << /OCGs [{off} 0 R {on} 0 R] /D << /OFF [{off} 0 R] >> >>"
            self._layers = (off, on)
        return self._layers

    def page(self, content: str, resources: Mapping[str, str] | None = None, entries: str = "") -> int:
        """Add a page with the font /F1 and give its place, counted from 1."""
        named = dict(resources or {})
        fonts = f"/F1 {self.add(HELVETICA)} 0 R {named.pop('Font', '')}"
        listed = " ".join(f"/{kind} << {items} >>" for kind, items in named.items())
        drawn = self.stream(content.encode("latin-1"))
        size = "" if "/MediaBox" in entries else f"/MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
        self._pages.append(
            self.add(
                f"<< /Type /Page /Parent 2 0 R {size} /Contents {drawn} 0 R "
                f"/Resources << /Font << {fonts} >> {listed} >> {entries} >>"
            )
        )
        return len(self._pages)

    def written(self) -> bytes:
        """Write the file."""
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        tree = f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>"
        objects = {
            1: f"<< /Type /Catalog /Pages 2 0 R {self.catalogue} >>".encode("latin-1"),
            2: tree.encode("latin-1"),
        }
        objects |= self._objects
        out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
        for number, body in objects.items():
            places[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        rows = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
        info = b"/Info %d 0 R " % self.info if self.info else b""
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + rows
        out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, info, start)
        return bytes(out)


def quoted(text: str) -> str:
    """Write a text as a PDF string."""
    safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({safe})"


def line(text: str, x: float = 60, y: float = 600, size: float = 11, before: str = "", font: str = "F1") -> str:
    """Draw one line of text, with some operators before it, in a state of its own."""
    return f"q {before} BT /{font} {size} Tf {x} {y} Td {quoted(text)} Tj ET Q\n"


def box(colour: str, x: float = 50, y: float = 590, width: float = 500, height: float = 30) -> str:
    """Fill a box with a colour given by its operator."""
    return f"q {colour} {x} {y} {width} {height} re f Q\n"


def to_unicode(pairs: Mapping[int, str], wide: bool = False) -> bytes:
    """Write the table that says which text a font's codes stand for."""
    digits = 4 if wide else 2
    rows = "\n".join(f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in pairs.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        f"1 begincodespacerange <{'00' * (digits // 2)}> <{'FF' * (digits // 2)}> endcodespacerange\n"
        f"{len(pairs)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()
