"""The half of the layouts that was drawn after the rules were written, and that no rule was changed for."""

from collections.abc import Callable

from knowledge.evaluation.layouts.board import Board
from knowledge.evaluation.layouts.truth import Truth

LAYOUTS: tuple[Callable[[], tuple[Board, Truth]], ...] = ()
