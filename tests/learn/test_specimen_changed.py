"""A blank specimen of any edition in which one thing was changed shows that change, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from lint.forms import load_pack
from lint.forms.sheet import Sheet, sheet
from lint.forms.template import Template
from lint.model import Document, Table
from lint.readers import read
from samples.exporting import write_text
from tests.learn.blank_forms import blank
from tests.learn.telling import one, told

EDITIONS = load_pack("cn-disclosure").templates
each_edition = pytest.mark.parametrize("template", EDITIONS, ids=lambda template: template.edition)


class Place(NamedTuple):
    """A table of the document, by the place of its block."""

    document: Document
    block: int

    @property
    def grid(self) -> Sheet:
        table = self.document.blocks[self.block]
        assert isinstance(table, Table)
        return sheet(table)

    def put(self, grid: Sheet) -> Document:
        blocks = list(self.document.blocks)
        blocks[self.block] = grid.table(blocks[self.block].location)
        return self.document._replace(blocks=tuple(blocks))

    def own(self, row: int) -> list[str]:
        """The texts that stand in this line alone, from left to right."""
        others = {mark for other, line in enumerate(self.grid.marks) if other != row for mark in line}
        marks = [mark for mark in dict.fromkeys(self.grid.marks[row]) if mark not in others]
        return [text for mark in marks if (text := self.grid.cells[mark].text)]


def tables(template: Template) -> Iterator[Place]:
    document = blank(template)
    for block, table in enumerate(document.blocks):
        if isinstance(table, Table):
            yield Place(document, block)


@each_edition
def test_every_label_blanked_is_one_change_that_names_it(template: Template) -> None:
    for place in tables(template):
        for mark, cell in enumerate(place.grid.cells):
            row = next(row for row, line in enumerate(place.grid.marks) if mark in line)
            column = place.grid.marks[row].index(mark)
            if cell.text:
                change = one(told(place.put(place.grid.wording(row, column, "")), template), cell.text)
                assert change.kind.endswith(("-renamed", "-changed"))


@each_edition
def test_every_figure_put_in_is_one_change_that_names_it(template: Template) -> None:
    for place in tables(template):
        for mark, cell in enumerate(place.grid.cells):
            if not cell.text and mark % 3 == 0:
                row = next(row for row, line in enumerate(place.grid.marks) if mark in line)
                fresh = place.put(place.grid.wording(row, place.grid.marks[row].index(mark), "不填"))
                assert one(told(fresh, template), "不填").kind == "cell-printed"


@each_edition
def test_every_line_taken_out_is_one_change_that_names_it(template: Template) -> None:
    """A merged cell that loses a line keeps its text here, as in Word; where the line alone is cut out, it does not."""
    for place in tables(template):
        for row in range(len(place.grid.marks)):
            texts = place.own(row)
            changes = told(place.put(place.grid.without_rows([row])), template)
            change = one(changes, *texts[-1:])
            assert change.kind in {"row-dropped", "line-dropped"}, (texts, change.sentence.zh)


@each_edition
def test_every_line_put_in_is_one_change_that_names_it(template: Template) -> None:
    for place in tables(template):
        for row, line in enumerate(place.grid.marks):
            fresh = place.grid.with_row(row + 1, lambda column: "新增事项" if column == 0 else "")
            if fresh.cell(row + 1, 0).text != "新增事项":  # a merged label goes on over the new line
                first = next(column for column in range(len(line)) if fresh.marks[row + 1][column] not in line)
                fresh = fresh.wording(row + 1, first, "新增事项")
            change = one(told(place.put(fresh), template), "新增事项")
            assert change.kind in {"row-added", "line-added"}, change.sentence.zh


@each_edition
def test_every_column_taken_out_is_one_change(template: Template) -> None:
    for place in tables(template):
        for column in range(len(place.grid.marks[0])):
            changes = told(place.put(place.grid.turned().without_rows([column]).turned()), template)
            assert one(changes).kind.endswith("-dropped")


@each_edition
def test_every_two_figures_side_by_side_made_one_cell_are_one_change(template: Template) -> None:
    for place in tables(template):
        for row, line in enumerate(place.grid.marks):
            blanks = [column for column, mark in enumerate(line) if not place.grid.cells[mark].text]
            for column in blanks[:-1:2]:
                after = next((other for other in blanks if line[other] != line[column] and other > column), None)
                if after is not None:
                    both = [other for other in blanks if line[other] in (line[column], line[after])]
                    changes = told(place.put(place.grid.merged(row, both)), template)
                    assert one(changes).kind == "cells-joined"


@each_edition
def test_a_text_export_shows_no_more_than_the_word_file(template: Template) -> None:
    text = write_text(blank(template, "0"))
    for old, new, count in (("", "", 0), ("规章", "规章甲", 1), ("3.补正后", "4.补正后", 1)):
        document = read(text.replace(old, new).encode(), "export.txt")
        assert len(told(document, template)) == count, [change.sentence.zh for change in told(document, template)]
