"""The visible twins of hidden text: pages that look much like it to a program and are plain to every reader."""

import zlib

from knowledge.evaluation.drafting import Draft, box, line
from knowledge.evaluation.hiding import Page

SHOWN = "Access rights are reviewed every quarter."
_IMAGE = "/Type /XObject /Subtype /Image /BitsPerComponent 8"
_FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /Font << /F1 {} 0 R >> >>"


def colours(draft: Draft) -> list[Page]:
    """White on dark, dark on light, on a picture, on a shading, on a striped table, and pale print."""
    picture = draft.stream(bytes(range(160, 224)), f"{_IMAGE} /Width 8 /Height 8 /ColorSpace /DeviceGray")
    shade = draft.add("<< /FunctionType 2 /Domain [0 1] /C0 [0 0.1 0.3] /C1 [0.2 0.4 0.7] /N 1 >>")
    shading = draft.add(f"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] /Function {shade} 0 R >>")
    over = "q 500 0 0 200 50 500 cm /I Do Q\n"
    return [
        (box("0.1 0.2 0.4 rg") + line(SHOWN, before="1 1 1 rg"), {}, ""),
        (box("0 0 0 0.9 k") + line(SHOWN, before="0 0 0 0 k"), {}, ""),
        (box("0.85 0.9 1 rg") + line(SHOWN, before="0.1 0.2 0.5 rg"), {}, ""),
        (over + line(SHOWN), {"XObject": f"/I {picture} 0 R"}, ""),
        ("q 50 590 500 30 re W n /H sh Q\n" + line(SHOWN, before="1 g"), {"Shading": f"/H {shading} 0 R"}, ""),
        (box("0.9 g", y=580) + box("1 g", y=610) + line(SHOWN) + line(SHOWN, y=622), {}, ""),
        (line(SHOWN, before="0.6 g"), {}, ""),
        (line("COPY", x=100, y=300, size=120, before="0.85 g") + line(SHOWN), {}, ""),
    ]


def sizes(_draft: Draft) -> list[Page]:
    """Small print, condensed print, print in pieces, and a turned page."""
    letters = " ".join(f"({letter}) Tj" for letter in SHOWN)
    return [
        (line(SHOWN, size=4), {}, ""),
        (line(SHOWN, size=5.5, before="0.3 g"), {}, ""),
        (line(SHOWN, before="60 Tz"), {}, ""),
        (f"BT /F1 11 Tf 60 600 Td {letters} ET", {}, ""),
        (line(SHOWN, x=300, y=400), {}, "/Rotate 90"),
        (f"BT /F1 11 Tf 0 1 -1 0 300 300 Tm ({SHOWN}) Tj ET", {}, ""),
    ]


def drawing(draft: Draft) -> list[Page]:
    """Outlined and fat print, half transparent print, print inside its clip, in a form, on a layer, marked by a highlighter."""
    _, layer = draft.layers()
    font = draft.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    form = draft.stream(line(SHOWN).encode(), _FORM.format(font))
    states = {"ExtGState": "/H << /BM /Multiply >> /T << /ca 0.6 >>"}
    return [
        (line(SHOWN, before="1 Tr"), {}, ""),
        (line(SHOWN, before="2 Tr 0.3 w"), {}, ""),
        (line(SHOWN, before="/T gs"), states, ""),
        (line(SHOWN, before="40 580 500 40 re W n"), {}, ""),
        ("/X Do", {"XObject": f"/X {form} 0 R"}, ""),
        (f"/OC /L BDC {line(SHOWN)} EMC", {"Properties": f"/L {layer} 0 R"}, ""),
        (line(SHOWN) + f"q /H gs {box('1 1 0 rg')} Q", states, ""),
        (line(SHOWN) + "q 0.5 w 50 598 m 550 598 l S Q", {}, ""),
    ]


def besides(draft: Draft) -> list[Page]:
    """A link with its tooltip, a field, a word's ending read aloud, and hidden marks without a letter."""
    rect = "/Rect [60 590 90 610]"
    return [
        (line(SHOWN), {}, f"/Annots [<< /Type /Annot /Subtype /Link {rect} /Contents (To the policy) >>]"),
        (line(SHOWN), {}, f"/Annots [<< /Type /Annot /Subtype /Widget {rect} /FT /Tx /T (name) /V (A. Reader) >>]"),
        (f"/Span << /ActualText (quarter) >> BDC {line(SHOWN)} EMC", {}, ""),
        (line(SHOWN) + line("* * *", y=500, before="1 g"), {}, ""),
    ]


def scan(draft: Draft) -> list[Page]:
    """A page that is a picture of text, with its recognised text laid unseen over it."""
    from PIL import Image, ImageDraw, ImageFont

    width, height, rows = 1240, 1754, 12
    image = Image.new("L", (width, height), 255)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(34)
    for row in range(rows):
        pen.text((125, 250 + 60 * row), SHOWN, fill=0, font=font)
    data = zlib.compress(image.tobytes())
    size = f"/Width {width} /Height {height} /ColorSpace /DeviceGray /Filter /FlateDecode"
    picture = draft.stream(data, f"{_IMAGE} {size}")
    text = "".join(line(SHOWN, y=706 - 28.8 * row, size=16, before="3 Tr") for row in range(rows))
    return [("q 595 0 0 842 0 0 cm /I Do Q\n" + text, {"XObject": f"/I {picture} 0 R"}, "")]


TWINS = (colours, sizes, drawing, besides, scan)
