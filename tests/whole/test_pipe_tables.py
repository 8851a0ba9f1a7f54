"""Reports as Markdown and as texts in which the tables are drawn, padded, repeated, or have run together."""

from __future__ import annotations

import pytest

from lint import readers
from lint.findings import Report
from lint.model import Document, Table
from tests.whole import run_together
from tests.whole.checking import accusations, all_zero, busy, checked, edited, told
from tests.whole.test_padded_text import DEFECTS
from tests.whole.text_tables import MANNERS, WHOLE, fields, piped, written

EDITIONS = (None, "2019")
# The title of the first band stands alone on its line, and a row left blank has nothing to tell it from a title.
LOST = {"tabs-ends-taken-off"}


def arrived(document: Document, manner: str, name: str = "报告.md") -> Document:
    return readers.read(written(document, manner).encode(), name)


def shape(table: Table) -> list[list[tuple[str, int, int] | None]]:
    return [
        [cell and (cell.text.replace("\n", ""), cell.rowspan, cell.colspan) for cell in line] for line in table.grid
    ]


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("manner", MANNERS)
def test_a_right_report_is_clean(manner: str, edition: str | None) -> None:
    for document in (all_zero(edition), busy(edition)):
        report = checked(arrived(document, manner))
        assert accusations(report) == []
        assert report.unchecked == ()
        assert codes(report) <= codes(checked(document))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("manner", [manner for manner in WHOLE if manner not in LOST])
def test_the_tables_are_those_of_the_word_file(manner: str, edition: str | None) -> None:
    document = busy(edition)
    for made, read in zip(document.tables(), arrived(document, manner).tables(), strict=True):
        assert not read.ragged
        assert shape(read) == shape(made)


@pytest.mark.parametrize("manner", MANNERS)
def test_a_text_that_is_not_named_markdown_gives_the_same(manner: str) -> None:
    text = written(busy(), manner, heads=False).encode()
    assert [shape(table) for table in readers.read(text, "报告.txt").tables()] == [
        shape(table) for table in readers.read(text, "报告.md").tables()
    ]
    assert accusations(checked(readers.read(text, "报告.txt"))) == []


@pytest.mark.parametrize(("code", "op", "options"), DEFECTS, ids=[f"{code} {op}" for code, op, _ in DEFECTS])
def test_one_defect_is_told_at_the_same_keys(code: str, op: str, options: dict[str, object]) -> None:
    document = edited(all_zero(), op, **options)
    expected = told(checked(document))
    assert [found[0] for found in expected] == [code]
    for manner in MANNERS:
        if manner not in LOST:
            assert told(checked(arrived(document, manner))) == expected, manner


def test_a_wrong_figure_is_told_at_the_same_keys() -> None:
    document = edited(busy(), "set-value", table="applications", row="granted", column="natural", to="99")
    expected = told(checked(document))
    assert expected
    for manner in MANNERS:
        assert told(checked(arrived(document, manner))) == expected, manner


@pytest.mark.parametrize("name", ["报告.txt", "报告.md"])
@pytest.mark.parametrize("tables", [(0, 1, 2), (0,), (1,), (2,)], ids=str)
@pytest.mark.parametrize("dress", run_together.DRESSES)
def test_tables_run_together_are_unchecked_and_not_accused(dress: str, tables: tuple[int, ...], name: str) -> None:
    for document in (all_zero(), busy(), all_zero("2019"), busy("2019")):
        report = checked(readers.read(run_together.written(document, dress, tables).encode(), name))
        assert codes(report) - codes(checked(document)) == {"IN006"}
        assert accusations(report) == []
        assert {"ST008", "TB001", "TB003"} <= {each.code for each in report.unchecked}


@pytest.mark.parametrize("document", [all_zero(), busy("2019")], ids=["zero", "busy"])
def test_a_page_of_one_line_a_section_is_not_accused(document: Document) -> None:
    report = checked(readers.read(run_together.section_a_line(document).encode(), "a.txt"))
    assert codes(report) == {"IN006"}


def test_a_table_whose_merged_cells_cannot_be_told_is_text_that_has_run_together() -> None:
    lines = written(all_zero(), "no-rowspan").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("| 2."))
    lines[at] = lines[at].replace("| 0 |", "| 0 |" * 2, 1).replace("| 2.", "| 甲 | 2.", 1)
    report = checked(readers.read("\n".join(lines).encode(), "a.md"))
    assert codes(report) - codes(checked(all_zero())) == {"IN006"}
    assert accusations(report) == []


@pytest.mark.parametrize("at", [3, 4, 5, 9, 20, 27])
@pytest.mark.parametrize("repeated", [False, True], ids=["blank", "repeated"])
def test_a_table_cut_by_a_page_break_is_whole_again(at: int, repeated: bool) -> None:  # noqa: FBT001 - a case
    for document in (all_zero(), busy()):
        lines: list[str] = []
        for block in document.blocks:
            if not isinstance(block, Table):
                lines += [block.text, ""]
                continue
            rows = fields(block, across=repeated, down=repeated)
            cut = at if len(rows) > 20 else len(rows)
            lines += [*piped(rows[:cut]), "", *(piped(rows[cut:]) if rows[cut:] else []), ""]
        report = checked(readers.read("\n".join(lines).encode(), "a.md"))
        assert accusations(report) == []
        assert report.unchecked == ()
        assert codes(report) - codes(checked(document)) <= {"TB016"}
