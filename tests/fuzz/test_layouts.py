"""Merged cells laid out at random: as a Word table and as a web table they read to the grid they were made from."""

from __future__ import annotations

import pytest

from lint.model import Table
from lint.readers import read
from tests.fuzz.cases import dice
from tests.fuzz.layouts import Grid, layout, page_file, word_file

SEEDS = range(150)


def _read(data: bytes, name: str) -> Grid:
    """Return the texts of the table, or what stands between the paragraphs around it as a grid of one column."""
    document = read(data, name)
    blocks = [block for block in document.blocks if isinstance(block, Table) or block.text not in {"表前", "表后"}]
    if len(blocks) == 1 and isinstance(blocks[0], Table):
        return [["-" if cell is None else cell.text for cell in line] for line in blocks[0].grid]
    return [[block.text] for block in blocks if not isinstance(block, Table)]


def _columns_apart(grid: Grid) -> Grid:
    """Return the grid, or the texts of one with a single column: that is no table but paragraphs."""
    return [[text] for text in dict.fromkeys(line[0] for line in grid)] if len(grid[0]) == 1 else grid


@pytest.mark.parametrize(("make", "name"), [(word_file, "a.docx"), (page_file, "a.html")], ids=["word", "html"])
def test_a_table_reads_to_the_grid_it_was_made_from(make: object, name: str) -> None:
    assert callable(make)
    for seed in SEEDS:
        made = layout(dice("layout", seed))
        assert _read(make(made), name) == _columns_apart(made.grid()), f"seed {seed}"


def test_layouts_hold_merged_cells_both_ways() -> None:
    made = [area for seed in SEEDS for area in layout(dice("layout", seed)).areas]
    assert sum(area.rows > 1 and area.columns > 1 for area in made) > 50
