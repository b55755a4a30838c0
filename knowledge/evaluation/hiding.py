"""The ways to hide text on a page, each drawn as a page of a PDF, beside visible text that must stay."""

import base64
from collections.abc import Callable

from knowledge.evaluation.drafting import Draft, box, line, quoted, to_unicode

VISIBLE = "Backups are tested twice a year by the operations team."
BODY = line(VISIBLE, y=720)
Page = tuple[str, dict[str, str], str]
Channel = Callable[[Draft, str], list[Page]]


def own_colour(draft: Draft, text: str) -> list[Page]:
    """Text in the colour of the paper, or nearly so, in several colour spaces."""
    spot = draft.add("<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>")
    paper = draft.add(f"[/Separation /Paper /DeviceCMYK {spot} 0 R]")
    spaces = {"ColorSpace": f"/S1 {paper} 0 R"}
    plain = ("1 g", "1 1 1 rg", "0 0 0 0 k", "0.97 0.98 0.97 rg", "/DeviceRGB cs 1 1 1 sc")
    return [(line(text, before=colour), {}, "") for colour in plain] + [
        (line(text, before="/S1 cs 0 scn"), spaces, ""),
        (BODY.replace(" ET", f" 1 g 0 -30 Td {quoted(text)} Tj ET"), {}, ""),
    ]


def own_ground(draft: Draft, text: str) -> list[Page]:
    """Text in the colour of a box, a picture or a shading behind it, or filled with a pattern of that colour."""
    picture = draft.stream(
        b"\x00\x33\x66" * 4,
        "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8",
    )
    shade = draft.add("<< /FunctionType 2 /Domain [0 1] /C0 [0 0.2 0.4] /C1 [0 0.2 0.41] /N 1 >>")
    shading = draft.add(f"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] /Function {shade} 0 R >>")
    tile = draft.stream(
        b"1 1 1 rg 0 0 9 9 re f",
        "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>",
    )
    return [
        (box("0 0.2 0.4 rg") + line(text, before="0 0.2 0.4 rg"), {}, ""),
        (box("0 0 0 1 k") + line(text, before="0 0 0 0.97 k"), {}, ""),
        ("q 500 0 0 30 50 590 cm /I Do Q\n" + line(text, before="0 0.2 0.4 rg"), {"XObject": f"/I {picture} 0 R"}, ""),
        ("q 50 590 500 30 re W n /H sh Q\n" + line(text, before="0 0.2 0.4 rg"), {"Shading": f"/H {shading} 0 R"}, ""),
        (line(text, before="/Pattern cs /P scn"), {"Pattern": f"/P {tile} 0 R"}, ""),
    ]


def without_paint(_draft: Draft, text: str) -> list[Page]:
    """Text drawn in a mode that paints nothing."""
    return [(line(text, before=f"{mode} Tr"), {}, "") for mode in (3, 7)]


def see_through(draft: Draft, text: str) -> list[Page]:
    """Text without opacity, in a form without it, behind an empty mask, or blended away."""
    states = "/A << /ca 0 >> /B << /ca 0.02 /CA 0.02 >> /M << /BM /Multiply >>"
    group = "/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Group << /S /Transparency /CS /DeviceGray >> /Resources << {} >>"
    mask = draft.stream(b"0 g 0 0 600 850 re f", group.format(""))
    font = f"/Font << /F1 {draft.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')} 0 R >>"
    form = draft.stream(line(text).encode("latin-1"), group.format(font))
    masked = {"ExtGState": f"/K << /SMask << /S /Luminosity /G {mask} 0 R >> >>"}
    return [
        (line(text, before="/A gs"), {"ExtGState": states}, ""),
        (line(text, before="/B gs"), {"ExtGState": states}, ""),
        ("q /A gs /X Do Q\n", {"ExtGState": states, "XObject": f"/X {form} 0 R"}, ""),
        (line(text, before="/K gs"), masked, ""),
        (line(text, before="/M gs 1 1 1 rg"), {"ExtGState": states}, ""),
    ]


def too_small(_draft: Draft, text: str) -> list[Page]:
    """Text too low, too narrow or too flat to be read."""
    string = quoted(text)
    return [
        (line(text, size=0.1), {}, ""),
        (line(text, size=2), {}, ""),
        (f"BT /F1 100 Tf 0.01 0 0 0.01 60 600 Tm {string} Tj ET", {}, ""),
        (line(text, before="2 Tz"), {}, ""),
        (f"BT /F1 11 Tf 1 0 0 0.05 60 600 Tm {string} Tj ET", {}, ""),
        (line(text, before="-11 Tc"), {}, ""),
    ]


def off_the_page(_draft: Draft, text: str) -> list[Page]:
    """Text beside the page, or beside the part of it that is shown."""
    cropped = "/MediaBox [0 0 595 842] /CropBox [0 300 595 842]"
    return [
        (line(text, x=-3000), {}, ""),
        (line(text, y=2000), {}, ""),
        (line(text, y=-40), {}, ""),
        (line(text, y=100), {}, cropped),
        (f"BT /F1 11 Tf 60 600 Td [-90000 {quoted(text)}] TJ ET", {}, ""),
    ]


def hidden_layer(draft: Draft, text: str) -> list[Page]:
    """Text on a layer that is off: by the list, by a membership, by an expression, or for a whole form."""
    off, on = draft.layers()
    member = draft.add(f"<< /Type /OCMD /OCGs [{off} 0 R {on} 0 R] /P /AllOn >>")
    rule = draft.add(f"<< /Type /OCMD /VE [/Not {on} 0 R] >>")
    font = f"<< /Font << /F1 {draft.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')} 0 R >> >>"
    form = draft.stream(
        line(text).encode("latin-1"),
        f"/Type /XObject /Subtype /Form /BBox [0 0 600 850] /OC {off} 0 R /Resources {font}",
    )
    marked = f"/OC /L BDC {line(text)} EMC"
    pages: list[Page] = [(marked, {"Properties": f"/L {layer} 0 R"}, "") for layer in (off, member, rule)]
    return [*pages, ("/X Do", {"XObject": f"/X {form} 0 R"}, "")]


def painted_over(draft: Draft, text: str) -> list[Page]:
    """Text under a box, a picture or a note that is drawn later."""
    picture = draft.stream(
        b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    cover = draft.stream(b"1 1 1 rg 0 0 500 30 re f", "/Type /XObject /Subtype /Form /BBox [0 0 500 30]")
    note = f"/Annots [<< /Type /Annot /Subtype /Square /Rect [50 590 550 620] /F 4 /AP << /N {cover} 0 R >> >>]"
    return [
        (line(text) + box("1 g"), {}, ""),
        (line(text) + box("0.1 0.3 0.6 rg"), {}, ""),
        (line(text) + "q 500 0 0 30 50 590 cm /I Do Q", {"XObject": f"/I {picture} 0 R"}, ""),
        (line(text) + "q 1 G 30 w 50 605 m 550 605 l S Q", {}, ""),
        (line(text), {}, note),
    ]


def clipped_away(draft: Draft, text: str) -> list[Page]:
    """Text outside the part of the page that is drawn on, or outside its form's frame."""
    font = f"<< /Font << /F1 {draft.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')} 0 R >> >>"
    form = draft.stream(
        line(text).encode("latin-1"), f"/Type /XObject /Subtype /Form /BBox [0 0 20 20] /Resources {font}"
    )
    return [
        (line(text, before="50 50 9 9 re W n"), {}, ""),
        (line(text, before="50 590 m 60 590 l 55 595 l h W* n"), {}, ""),
        ("/X Do", {"XObject": f"/X {form} 0 R"}, ""),
    ]


def other_words(draft: Draft, text: str) -> list[Page]:
    """Text whose letters show other words than its text layer says."""
    shown = "Nothing was tested at all."
    long = draft.stream(to_unicode({78: text}))
    plain = {ord(letter): text[index] for index, letter in enumerate(dict.fromkeys(shown)) if index < len(text)}
    named = draft.stream(to_unicode(plain))
    font = "<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica {} /ToUnicode {} 0 R >>"
    fonts = [font.format("", long), font.format("/Encoding /WinAnsiEncoding", named)]
    return [
        (line("N", font="F2"), {"Font": f"/F2 {draft.add(fonts[0])} 0 R"}, ""),
        (line(shown, font="F2"), {"Font": f"/F2 {draft.add(fonts[1])} 0 R"}, ""),
        (f"/Span << /ActualText {quoted(text)} >> BDC {line('See above.')} EMC", {}, ""),
    ]


def empty_letters(draft: Draft, text: str) -> list[Page]:
    """Text in a font of our own making whose letters draw nothing."""
    empty = draft.stream(b"500 0 d0")
    codes = sorted(set(text.encode("latin-1", "replace")))
    names = {code: f"/c{code}" for code in codes}
    differences = " ".join(f"{code} {name}" for code, name in names.items())
    glyphs = " ".join(f"{name} {empty} 0 R" for name in names.values())
    table = draft.stream(to_unicode({code: chr(code) for code in codes}))
    font = draft.add(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/CharProcs << {glyphs} >> /Encoding << /Type /Encoding /Differences [{differences}] >> "
        f"/FirstChar 0 /LastChar 255 /Widths [{'500 ' * 256}] /ToUnicode {table} 0 R /Resources << >> >>"
    )
    return [(line(text, font="F2"), {"Font": f"/F2 {font} 0 R"}, "")]


def unseen_letters(draft: Draft, text: str) -> list[Page]:
    """Text in letters of Unicode that no font shows: tags, and words turned around."""
    tags = {1: "".join(chr(0xE0000 + ord(letter)) for letter in text[:60] if letter.isascii())}
    turned = {1: "\u202e", 2: "\u202c"} | {code: chr(code) for code in range(32, 127)}
    font = "<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode {} 0 R >>"
    pages: list[Page] = []
    for table, shown in ((tags, "\\001"), (turned, f"\\001{text[::-1]}\\002")):
        made = draft.add(font.format(draft.stream(to_unicode(table))))
        safe = shown.replace("(", "").replace(")", "")
        pages.append((f"BT /F2 11 Tf 60 600 Td ({safe}) Tj ET", {"Font": f"/F2 {made} 0 R"}, ""))
    return pages


def notes(_draft: Draft, text: str) -> list[Page]:
    """Text in a note, a link's tooltip or a field."""
    rect = "/Rect [60 590 90 610]"
    return [
        ("", {}, f"/Annots [<< /Type /Annot /Subtype /Text {rect} /Contents {quoted(text)} >>]"),
        ("", {}, f"/Annots [<< /Type /Annot /Subtype /Link {rect} /Contents {quoted(text)} >>]"),
        ("", {}, f"/Annots [<< /Type /Annot /Subtype /Widget {rect} /FT /Tx /T (note) /V {quoted(text)} >>]"),
    ]


def disguised(_draft: Draft, text: str) -> list[Page]:
    """Text that can be seen but not read at once: set apart, with digits for letters, or encoded."""
    apart = "  ".join(" ".join(word) for word in text.split())
    code = base64.b64encode(text.encode()).decode()
    return [
        (line(apart, size=6), {}, ""),
        (line(text.translate(str.maketrans("oiea", "0134"))), {}, ""),
        (line(code, size=6), {}, ""),
        (line(text[::-1]), {}, ""),
    ]


HIDES: tuple[Channel, ...] = (
    own_colour,
    own_ground,
    without_paint,
    see_through,
    too_small,
    off_the_page,
    hidden_layer,
    painted_over,
    clipped_away,
    other_words,
    empty_letters,
    unseen_letters,
)
SPEAKS: tuple[Channel, ...] = (notes, disguised)
