"""What decides, beside the operators themselves, how a page's text is drawn: its surface and its graphics state."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.colours import BLACK, Colour
from knowledge.geometry import IDENTITY, Box


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: whether its components can be told, and whether its one component is an ink."""

    known: bool = True
    ink: bool = False


@dataclass(frozen=True, slots=True)
class Veil:
    """What a named graphics state sets: an opacity, and whether it blends in a way that cannot be told here."""

    alpha: float | None = None
    odd: bool | None = None


PLAIN = Space()


@dataclass(frozen=True, slots=True)
class Surface:
    """What a page or a form brings along: where it stands, and what its named layers, states, colours and fonts are.

    `wide_fonts` have two bytes a letter; `blanks` are the codes that some fonts have for a space.
    """

    matrix: tuple[float, ...] = IDENTITY
    box: Box | None = None
    off_layers: frozenset[str] = frozenset()
    veils: Mapping[str, Veil] = field(default_factory=dict)
    spaces: Mapping[str, Space] = field(default_factory=dict)
    wide_fonts: frozenset[str] = frozenset()
    blanks: Mapping[str, bytes] = field(default_factory=dict)
    doubtful_fonts: frozenset[str] = frozenset()
    wrong_fonts: frozenset[str] = frozenset()
    off: bool = False


@dataclass(frozen=True)
class State:
    """The part of the graphics state that decides whether text can be seen."""

    mode: int = 0
    fill: Colour | None = BLACK
    space: Space = PLAIN
    alpha: float = 1.0
    odd: bool = False
    font: str = ""
    size: float = 12.0
    scale: float = 1.0
    spacing: float = 0.0
    leading: float = 0.0
    width: float = 1.0
    clip: Box | None = None
    base: tuple[float, ...] = IDENTITY

    def but(self, **changed: object) -> "State":
        """Give the state with some of it changed; `dataclasses.replace` takes several times as long, and a page has hundreds."""
        state = object.__new__(State)
        state.__dict__.update(self.__dict__, **changed)
        return state


def with_setting(state: State, operator: bytes, number: float) -> State:
    """Give the state after an operator that sets one number."""
    if operator == b"Tr":
        return state.but(mode=int(number))
    if operator == b"Tz":
        return state.but(scale=abs(number) / 100)
    if operator == b"Tc":
        return state.but(spacing=number)
    if operator == b"w":
        return state.but(width=abs(number) * max(abs(state.base[0]), abs(state.base[1])))
    return state.but(leading=number)
