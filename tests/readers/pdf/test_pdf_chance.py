"""Pages drawn by chance: whatever stands on them, reading ends with rectangles of cells or a reason, twice the same."""

from __future__ import annotations

import random

import pytest

from lint.errors import UnreadableDocument
from lint.model import Document
from tests.readers.pdf.drawn import HEIGHT, WIDTH, Drawing, document

CHARACTERS = "一二三、。（）0123456789abc|-\u3000\ufffd⺠11"


def page(chance: random.Random) -> Drawing:
    drawing, step = Drawing(), chance.choice([1, 5, 20])
    for _ in range(chance.randint(0, 120)):
        x, y, size = (
            chance.randrange(0, 600, step),
            chance.randrange(0, 850, step),
            chance.choice([0.2, 5, 9, 9, 16, 500]),
        )
        turn = chance.choice([0] * 8 + [1, 2, 3])
        away = ((0.0, 0.0), (-HEIGHT, 0.0), (-WIDTH, -HEIGHT), (0.0, -WIDTH))[turn]
        drawing.text(x + away[0], y + away[1], chance.choice(CHARACTERS), size, turn)
    for _ in range(chance.randint(0, 60)):
        begin, end = sorted((chance.randrange(0, 600, step), chance.randrange(0, 600, step)))
        at, thick = chance.randrange(0, 600, step), chance.choice([0, 0.5, 3])
        box = (begin, at, end, at + thick) if chance.random() < 0.5 else (at, begin, at + thick, end)
        drawing.rule(*box)
    if chance.random() < 0.3:
        drawing.picture(chance.randrange(300), chance.randrange(300), 300 + chance.randrange(300), 600)
    return drawing


def outcome(pages: list[Drawing]) -> Document | str:
    try:
        return document(*pages)
    except UnreadableDocument as refused:
        return refused.reason.en


@pytest.mark.parametrize("seed", range(40))
def test_any_page_gives_a_document_or_a_reason(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same pages every time
    pages = [page(chance) for _ in range(chance.randint(1, 4))]
    found = outcome(pages)
    assert found == outcome(pages)
    if isinstance(found, Document):
        assert [block.location.block for block in found.blocks] == list(range(1, len(found.blocks) + 1))
        for table in found.tables():
            assert len({len(row) for row in table.grid}) == 1
            for cell in table.cells():
                top, left = cell.location.row - 1, cell.location.column - 1
                covered = [row[left : left + cell.colspan] for row in table.grid[top : top + cell.rowspan]]
                assert all(other is cell for row in covered for other in row)
