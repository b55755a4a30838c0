"""Tests of telling seen from unseen text by the drawing operators."""

from collections.abc import Sequence

from knowledge.visibility import Surface, Watch

UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
PAGE = (0.0, 0.0, 600.0, 800.0)


def at(x: float, y: float) -> tuple[float, ...]:
    """Give the matrix that moves text to a place."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def hides(*before: tuple[bytes, Sequence[object]], x: float = 100, y: float = 100, watch: Watch | None = None) -> bool:
    """Tell whether text shown after these operators is hidden."""
    watch = watch or Watch(PAGE)
    for operator, operands in before:
        watch.look(operator, operands, UNIT, UNIT)
    return watch.look(b"Tj", ["text"], UNIT, at(x, y))


def test_plain_text_is_seen() -> None:
    """Black text on a blank page is no finding."""
    assert not hides()


def test_render_modes_without_paint_hide() -> None:
    """Neither invisible nor clipping text is seen, until the mode changes back."""
    assert hides((b"Tr", [3]))
    assert hides((b"Tr", [7]))
    assert not hides((b"Tr", [3]), (b"Tr", [0]))
    assert not hides((b"q", []), (b"Tr", [3]), (b"Q", []))


def test_white_text_hides_on_white_only() -> None:
    """White text is seen on a dark box, and not on a white box painted over that."""
    white = (b"rg", [1, 1, 1])
    dark_box: list[tuple[bytes, Sequence[object]]] = [(b"rg", [0, 0, 0.5]), (b"re", [50, 50, 200, 100]), (b"f", [])]
    white_box: list[tuple[bytes, Sequence[object]]] = [white, (b"re", [60, 60, 180, 80]), (b"f", [])]

    assert hides(white)
    assert hides((b"k", [0, 0, 0, 0]))
    assert not hides(*dark_box, white)
    assert hides(*dark_box, *white_box, white)
    assert hides(*dark_box, white, x=400)
    assert not hides((b"cs", ["/Spot"]), (b"scn", [1]))


def test_tiny_text_and_text_off_the_page_hide() -> None:
    """Text nobody could read, by size or by place, is not seen."""
    assert hides((b"Tf", ["/F1", 1]))
    assert hides(x=-900)
    assert hides(y=900)
    assert not hides(x=-10)


def test_a_hidden_layer_hides_until_it_ends() -> None:
    """Text of a layer that is off is not seen; nested content does not end the layer."""
    watch = Watch(PAGE, Surface(off_layers=frozenset(("/MC0",))))

    assert hides((b"BDC", ["/OC", "/MC0"]), (b"BMC", ["/Span"]), (b"EMC", []), watch=watch)
    assert not hides((b"EMC", []), watch=watch)


def test_transparent_text_hides() -> None:
    """A graphics state without opacity hides text."""
    watch = Watch(PAGE, Surface(faint_states=frozenset(("/G1",))))

    assert hides((b"gs", ["/G1"]), watch=watch)
    assert not hides((b"gs", ["/G2"]), watch=watch)


def test_a_form_is_placed_by_its_matrix_and_its_changes_end_with_it() -> None:
    """Text in a form is judged where the form puts it."""
    watch = Watch(PAGE)

    watch.enter_form(Surface(matrix=at(5000, 0)), UNIT)
    assert hides((b"Tr", [3]), (b"Tr", [0]), (b"q", []), (b"Tr", [0]), watch=watch)
    watch.leave_form()

    assert not hides(watch=watch)
    watch.enter_form(Surface(off=True), UNIT)
    assert hides(watch=watch)


def test_blank_text_is_not_counted() -> None:
    """Spaces are neither seen nor unseen."""
    watch = Watch(PAGE)

    watch.look(b"TJ", [[" ", -200, "  "]], UNIT, at(-900, 0))

    assert (0, 0) == (watch.seen, watch.unseen)


def test_a_page_wide_image_is_measured() -> None:
    """The share of the page that its largest picture covers tells a scan."""
    watch = Watch(PAGE)

    watch.see_image((600.0, 0.0, 0.0, 400.0, 0.0, 0.0))

    assert (1, 0.5) == (watch.images, watch.widest_image)
