"""Content is parted into the same operators and operands as by pypdf, whichever way it is written."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ContentStream

from knowledge.operators import MOST_TOKENS, parted

PDFS = Path(__file__).resolve().parents[3] / "shared" / "data" / "pdfs"

PLAIN = [
    b"BT /F1 12 Tf 1 0 0 1 72.5 -700 Tm (Backups) Tj ET",
    b"[(Back) -20 (ups) +3.5 <616263>]TJ",
    b"(no words after the last space) Tj   ",
    b"q\r\n0.1 .2 -.3 rg % a comment\n10 20 m 30 40 l S Q",
    b"",
    b"T* (a)' 1 2 (b)\"",
    b"[]0 d <6> Tj <> Tj () Tj",
    b"/Span BDC /A.B-c_d gs\x00EMC",
]
STRANGE = [
    rb"(an \(escape\) and \101 and (nested) words) Tj",
    b"/P <</MCID 0 /Lang (en)>> BDC EMC",
    b"[(a) [1 2] /N true null] TJ",
    b"/A#42 gs",
    b"-3.5-2 1.2.3 +-4 99999999999999999999999999 m",
    b"< 61 62 > Tj",
    b"[(a\\)b) 3 (c)] TJ",
]
FOR_PYPDF_ALONE = [
    b"q BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q",
    b"1 0 R Do",
    b"(never ended Tj",
    b"1 2 m ) 3 4 l",
]


def by_pypdf(data: bytes) -> list[tuple[str, bytes]]:
    content = ContentStream(None, None, "bytes")
    content.set_data(data)
    return [(described(operands), operator) for operands, operator in content.operations]


def described(operands: object) -> str:
    if isinstance(operands, list):
        return f"[{', '.join(described(each) for each in operands)}]"
    return f"{type(operands).__name__} {operands!r}"


@pytest.mark.parametrize("data", PLAIN + STRANGE)
def test_content_is_parted_as_by_pypdf(data: bytes) -> None:
    """The operands' types and values, and the operators, are pypdf's."""
    found = parted(data)

    assert found is not None
    assert by_pypdf(data) == [(described(operands), operator) for operands, operator in found]


@pytest.mark.parametrize("data", FOR_PYPDF_ALONE)
def test_what_is_not_understood_is_left_to_pypdf(data: bytes) -> None:
    """Inline images, references and broken content are its to judge."""
    assert parted(data) is None


def test_a_flood_of_tokens_is_cut_off() -> None:
    """Content that goes on for ever raises, whether its tokens are operators or items of a list."""
    with pytest.raises(LimitReachedError):
        parted(b"q " * (MOST_TOKENS + 2))
    with pytest.raises(LimitReachedError):
        parted(b"[" + b"1 " * MOST_TOKENS + b"] TJ q")


@pytest.mark.skipif(not PDFS.is_dir(), reason="the shared files are not beside this checkout")
def test_real_pages_are_parted_as_by_pypdf() -> None:
    """Three pages of every third file, from many programs that write PDFs."""
    parted_here = 0
    for path in sorted(PDFS.rglob("*.pdf"))[::3]:
        for data in contents(path):
            found = parted(data)
            if found is not None:
                assert by_pypdf(data) == [(described(operands), operator) for operands, operator in found], path.name
                parted_here += 1

    assert parted_here > 40


def contents(path: Path) -> list[bytes]:
    try:
        pages = list(PdfReader(BytesIO(path.read_bytes())).pages)[:3]
        return [content.get_data() for page in pages if (content := page.get_contents()) is not None]
    except Exception:  # a broken file, which others look at
        return []
