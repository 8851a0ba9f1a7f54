from __future__ import annotations

from lint.model import Table


def check_rectangle(table: Table) -> None:
    """Each cell stands, as one object, in exactly the places its spans claim."""
    widths = {len(line) for line in table.grid}
    assert len(widths) == 1
    for row, line in enumerate(table.grid, 1):
        for column, cell in enumerate(line, 1):
            assert cell is not None
            top, left = cell.location.row, cell.location.column
            assert top <= row < top + cell.rowspan
            assert left <= column < left + cell.colspan
            assert table.grid[top - 1][left - 1] is cell
            assert cell.location.block == table.location.block
