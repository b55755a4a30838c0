"""Draws tables: cell by cell as a word processor writes them, or line by line as report generators do."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.evaluation.layouts.board import Board, Placed, Type, below

FOOT = 770.0
SMALL = Type(size=9)


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is drawn: where its columns begin, where the last ends, and how its cells are set."""

    lefts: tuple[float, ...]
    right: float
    type: Type = SMALL
    padding: float = 4
    ruled: bool = True
    across: bool = False
    middle: bool = False
    header_style: str = "B"

    def drawn(self, board: Board, header: Sequence[str], rows: Sequence[Sequence[str]], top: float) -> float:
        """Draw rows under their header from here on, over several pages where need be; return where the table ends."""
        top = self._row(board, header, top, self.header_style) if header else top
        for row in rows:
            if top + self._height(board, row) > FOOT:
                board.add_page()
                top = 60.0
                top = self._row(board, header, top, self.header_style) if header else top
            top = self._row(board, row, top, "")
        return top

    def _cells(self, board: Board, row: Sequence[str], top: float, style: str) -> list[list[Placed]]:
        kind = Type(self.type.face, self.type.size, style, self.type.leading)
        edges = [*self.lefts[1:], self.right]
        return [
            board.block(text, (left + self.padding, top + self.padding, edge - left - 2 * self.padding), kind)
            for text, left, edge in zip(row, self.lefts, edges, strict=True)
        ]

    def _height(self, board: Board, row: Sequence[str]) -> float:
        filled = [cell for cell in self._cells(board, row, 0, "") if cell]
        return max(below(cell) for cell in filled) + self.padding

    def _row(self, board: Board, row: Sequence[str], top: float, style: str) -> float:
        cells = self._cells(board, row, top, style)
        end = max(below(cell) for cell in cells if cell) + self.padding
        if self.middle:
            cells = [self._centred(cell, top, end) for cell in cells]
        lines = [line for cell in cells for line in cell]
        board.put(*(sorted(lines, key=lambda line: line.top) if self.across else lines))
        if self.ruled:
            board.rule(top, self.lefts[0], self.right)
            board.rule(end, self.lefts[0], self.right)
        return end

    def _centred(self, cell: list[Placed], top: float, end: float) -> list[Placed]:
        if not cell:
            return cell
        shift = (end + top - below(cell) - cell[0].top) / 2
        return [Placed(line.text, line.left, line.top + shift, line.type) for line in cell]
