"""Tests of telling seen from unseen text by the drawing operators."""

from collections.abc import Sequence

import pytest

from knowledge.grounds import Sight
from knowledge.visibility import Surface, Veil, Watch

UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
PAGE = (0.0, 0.0, 600.0, 800.0)


def at(x: float, y: float) -> tuple[float, ...]:
    """Give the matrix that moves text to a place."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


Before = tuple[bytes, Sequence[object]]


def sight(
    *before: Before, x: float = 100, y: float = 100, watch: Watch | None = None, after: Sequence[Before] = ()
) -> Sight:
    """Tell how text is seen that is shown after these operators, and before the others."""
    watch = watch or Watch(PAGE)
    for operator, operands in before:
        watch.look(operator, operands, UNIT, UNIT)
    watch.look(b"BT", [], UNIT, UNIT)
    watch.look(b"Tj", [b"text"], UNIT, at(x, y))
    for operator, operands in after:
        watch.look(operator, operands, UNIT, UNIT)
    return watch.shown[-1].sight


def box(red: float, green: float, blue: float, *corner: float) -> list[Before]:
    """Paint a box of 200 by 100 points."""
    x, y = corner or (50.0, 50.0)
    return [(b"rg", [red, green, blue]), (b"re", [x, y, 200, 100]), (b"f", [])]


BLACK: Before = (b"g", [0])
WHITE: Before = (b"rg", [1, 1, 1])


def test_plain_text_is_seen() -> None:
    """Black text on a blank page is no finding."""
    assert Sight.SEEN is sight()


def test_render_modes_without_paint_hide() -> None:
    """Neither invisible nor clipping text is seen, until the mode changes back."""
    assert Sight.UNSEEN is sight((b"Tr", [3]))
    assert Sight.UNSEEN is sight((b"Tr", [7]))
    assert Sight.DOUBTFUL is sight((b"Tr", [1]))
    assert Sight.SEEN is sight((b"Tr", [3]), (b"Tr", [0]))
    assert Sight.SEEN is sight((b"q", []), (b"Tr", [3]), (b"Q", []))


def test_text_in_the_colour_of_its_ground_is_doubtful() -> None:
    """White text is seen on a dark box alone; any other colour is as doubtful on a ground of its own."""
    dark = box(0, 0, 0.5)

    assert Sight.DOUBTFUL is sight(WHITE)
    assert Sight.DOUBTFUL is sight((b"k", [0, 0, 0, 0]))
    assert Sight.DOUBTFUL is sight((b"rg", [0.95, 0.97, 1]))
    assert Sight.SEEN is sight(*dark, WHITE)
    assert Sight.DOUBTFUL is sight(*dark, (b"rg", [0.05, 0, 0.45]))
    assert Sight.DOUBTFUL is sight(*dark, *box(1, 1, 1), WHITE)
    assert Sight.DOUBTFUL is sight(*dark, WHITE, x=400)
    assert Sight.SEEN is sight(*dark, BLACK, x=400)


def test_a_colour_or_a_ground_that_cannot_be_told_is_doubtful() -> None:
    """Patterns, spot colours, pictures and shadings are looked at."""
    picture = Watch(PAGE)
    picture.see_image((300.0, 0.0, 0.0, 300.0, 0.0, 0.0))

    assert Sight.DOUBTFUL is sight((b"cs", ["/Spot"]), (b"scn", [1]))
    assert Sight.DOUBTFUL is sight((b"cs", ["/Pattern"]), (b"scn", ["/P1"]))
    assert Sight.DOUBTFUL is sight(watch=picture)
    assert Sight.DOUBTFUL is sight((b"sh", ["/S1"]))


def test_what_is_painted_over_text_later_puts_it_in_doubt() -> None:
    """Paint order counts: a box over the text, but neither one beside it nor a thin line through it."""
    assert Sight.DOUBTFUL is sight(after=box(1, 1, 1))
    assert Sight.SEEN is sight(after=box(1, 1, 1, 300, 300))
    assert Sight.SEEN is sight(after=[(b"re", [50, 102, 200, 1]), (b"f", [])])


def test_text_outside_its_clip_is_doubtful() -> None:
    """A clip that leaves the text's place out, until the state is restored."""
    clip: list[Before] = [(b"q", []), (b"re", [300, 300, 50, 50]), (b"W", []), (b"n", [])]

    assert Sight.DOUBTFUL is sight(*clip)
    assert Sight.SEEN is sight(*clip, x=305, y=310)
    assert Sight.SEEN is sight(*clip, (b"Q", []))


def test_tiny_squeezed_and_far_off_text_hides() -> None:
    """Text nobody could read, by size or by place, is not seen."""
    assert Sight.UNSEEN is sight((b"Tf", ["/F1", 1]))
    assert Sight.UNSEEN is sight((b"Tz", [1]))
    assert Sight.UNSEEN is sight((b"Tc", [-12]))
    assert Sight.UNSEEN is sight(x=-900)
    assert Sight.UNSEEN is sight(y=900)
    assert Sight.SEEN is sight((b"Tf", ["/F1", 4]))


def test_text_further_along_a_line_is_placed_after_what_stands_before_it() -> None:
    """White text that follows other text on its line is judged where it stands; its place is an estimate."""
    watch = Watch(PAGE)
    for operator, operands in [*box(0, 0, 0.5, 150, 50), (b"BT", []), (b"Tf", ["/F1", 12]), BLACK]:
        watch.look(operator, operands, UNIT, UNIT)
    watch.look(b"Tj", [b"ten letter"], UNIT, at(100, 100))
    watch.look(*WHITE, UNIT, UNIT)
    watch.look(b"Tj", [b"on the box"], UNIT, at(100, 100))

    assert [Sight.SEEN, Sight.SEEN] == [shown.sight for shown in watch.shown]


def test_a_hidden_layer_hides_until_it_ends() -> None:
    """Text of a layer that is off is not seen; nested content does not end the layer."""
    watch = Watch(PAGE, Surface(off_layers=frozenset(("/MC0",))))

    assert Sight.UNSEEN is sight((b"BDC", ["/OC", "/MC0"]), (b"BMC", ["/Span"]), (b"EMC", []), watch=watch)
    assert Sight.SEEN is sight((b"EMC", []), watch=watch)


def test_transparent_text_hides() -> None:
    """A state without opacity hides, one that says nothing of it changes nothing, and a mask is looked behind."""
    watch = Watch(PAGE, Surface(veils={"/G1": Veil(0.0), "/G2": Veil(), "/G3": Veil(1.0), "/G4": Veil(odd=True)}))

    assert Sight.UNSEEN is sight((b"gs", ["/G1"]), watch=watch)
    assert Sight.UNSEEN is sight((b"gs", ["/G2"]), watch=watch)
    assert Sight.SEEN is sight((b"gs", ["/G3"]), watch=watch)
    assert Sight.DOUBTFUL is sight((b"gs", ["/G4"]), watch=watch)


def test_fonts_that_say_other_words_or_draw_nothing_are_told() -> None:
    """The page's fonts are judged beforehand."""
    watch = Watch(PAGE, Surface(wrong_fonts=frozenset(("/F1",)), doubtful_fonts=frozenset(("/F2",))))

    assert Sight.UNSEEN is sight((b"Tf", ["/F1", 12]), watch=watch)
    assert Sight.DOUBTFUL is sight((b"Tf", ["/F2", 12]), watch=watch)
    assert {0} == watch.wrong


def test_a_form_is_placed_by_its_matrix_and_its_changes_end_with_it() -> None:
    """Text in a form is judged where the form puts it."""
    watch = Watch(PAGE)

    watch.enter_form(Surface(matrix=at(5000, 0)), UNIT)
    assert Sight.UNSEEN is sight((b"Tr", [3]), (b"Tr", [0]), (b"q", []), (b"Tr", [0]), watch=watch)
    watch.leave_form()

    assert Sight.SEEN is sight(watch=watch)
    watch.enter_form(Surface(off=True), UNIT)
    assert Sight.UNSEEN is sight(watch=watch)


def test_an_error_in_looking_is_not_forgotten() -> None:
    """A library may swallow what a visitor raises; the watch then no longer vouches for the page."""
    watch = Watch(PAGE)

    with pytest.raises(ValueError):
        watch.look(b"Tj", [b"text"], UNIT, (1.0, 0.0))

    assert watch.failed


def test_blank_text_is_not_counted() -> None:
    """Spaces are neither seen nor unseen."""
    watch = Watch(PAGE)

    watch.look(b"TJ", [[b" ", -200, b"  "]], UNIT, at(-900, 0))

    assert (0, 0) == (watch.count(Sight.UNSEEN), watch.count(Sight.DOUBTFUL))


def test_a_page_wide_image_is_measured() -> None:
    """The share of the page that its largest picture covers tells a scan."""
    watch = Watch(PAGE)

    watch.see_image((600.0, 0.0, 0.0, 400.0, 0.0, 0.0))

    assert (1, 0.5) == (watch.images, watch.widest_image)
