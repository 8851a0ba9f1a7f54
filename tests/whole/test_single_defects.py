"""One defect gives one error or warning, of the right code, at the right row and column, however the report arrives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest

from lint.forms.template import RowSpec, TableSpec, Template
from tests.whole.checking import WAYS, all_zero, busy, checked, edited, examples, told

Case = tuple[str, str, tuple[str, ...], str | None, Mapping[str, object]]


def groups(table: TableSpec) -> Iterator[tuple[tuple[str, ...], list[RowSpec]]]:
    for band in table.bands:
        found: dict[tuple[str, ...], list[RowSpec]] = {}
        for row in band.rows:
            found.setdefault(row.labels[:-1], []).append(row)
        yield from found.items()


def row_cases(template: Template) -> Iterator[Case]:
    for table in template.tables[:2]:
        where = {"table": table.key}
        for band, row in table.rows():
            at = {**where, "row": row.key}
            if len(band.rows) > 1:
                yield "drop-row", "TB001", (row.key,), None, at
            yield "rename-row", "TB003", (row.key,), None, {**at, "to": f"{row.labels[-1]}等"}
            yield "rename-row", "TB003", (row.key,), None, {**at, "to": "领导交办的临时任务"}
            yield "add-row", "TB002", (), None, {**where, "after": row.key, "label": "9.其他主动公开文件"}
        for path, rows in groups(table):
            for one, other in pairwise(rows):
                yield "swap-rows", "TB004", (one.key, other.key), None, {**where, "row": one.key, "other": other.key}
            if len(rows) > 2:
                first, last = rows[0].key, rows[-1].key
                yield "swap-rows", "TB004", (first, last), None, {**where, "row": first, "other": last}
                yield "move-row", "TB004", (first,), None, {**where, "row": first, "after": last}
            for level in range(len(path)):
                first = next(row.key for _, row in table.rows() if row.labels[: level + 1] == path[: level + 1])
                renamed = {**where, "row": rows[0].key, "to": "（九）另行规定的情形", "level": level}
                yield "rename-group", "TB003", (first,), None, renamed


def column_cases(template: Template) -> Iterator[Case]:
    for table in template.tables:
        for band in table.bands:
            for column in band.columns:
                at = {"table": table.key, "column": column.key, "row": band.rows[0].key}
                if len(band.columns) > 1:
                    yield "drop-column", "TB006", (), column.key, at
                    added = {"table": table.key, "after": column.key, "row": band.rows[0].key, "label": "备注数"}
                    yield "add-column", "TB018", (), None, added
                for to in (f"{column.labels[-1][:-1]}目", "预算数", ""):
                    yield "rename-column", "TB005", (), column.key, {**at, "to": to}
            for label in sorted({label for column in band.columns for label in column.labels[:-1]}):
                yield "rename-header", "TB005", (), None, {"table": table.key, "label": label, "to": f"{label}表"}
            if band.title:
                first = band.rows[0].key
                retitled = {"table": table.key, "label": band.title, "to": band.title.replace("项", "款")}
                yield "rename-header", "TB005", (first,), None, retitled
                yield "drop-band", "TB007", (first,), None, {"table": table.key, "row": first}
            if band.stub:
                code = "TB008" if table.note else "TB005"
                yield "rename-header", code, (), None, {"table": table.key, "label": band.stub, "to": "说明"}
        for op, code in (("drop-table", "ST008"), ("picture-for-table", "IN002"), ("double-table", "TB020")):
            yield op, code, (), None, {"table": table.key}


def unit_cases() -> Iterator[Case]:
    fees: dict[str, object] = {"table": "disclosed", "column": "amount", "row": "fees"}
    yield "rename-column", "TB009", (), "amount", {**fees, "to": "本年收费金额（单位：元）"}
    yield "rename-column", "TB009", (), "amount", {**fees, "to": "本年收费金额"}


def section_cases(template: Template) -> Iterator[Case]:
    for section in template.sections:
        at: dict[str, object] = {"section": section.key}
        heading = section.heading
        full = f"{section.numeral}、{heading}"
        yield "drop-section", "ST001", (), None, at
        yield "rename-heading", "ST003", (), None, {**at, "to": "有关工作的推进落实"}
        yield "rename-heading", "ST004", (), None, {**at, "to": heading[:-1]}
        yield "rename-heading", "ST004", (), None, {**at, "to": f"{heading[0]}的{heading[1:]}"}
        yield "renumber-heading", "ST005", (), None, {**at, "to": "八"}
        yield "renumber-heading", "ST005", (), None, {**at, "to": "一" if section.numeral != "一" else "二"}
        yield "replace-text", "ST005", (), None, {"old": full, "new": heading}
        yield "replace-text", "ST005", (), None, {"old": full, "new": f"（{section.numeral}）{heading}"}
        yield "double-section", "ST018", (), None, at
        added = {"after": section.key, "heading": "七、信息公开大事记", "text": ("某事已办结。",)}
        yield "add-section", "ST017", (), None, added
    keys = [section.key for section in template.sections]
    for one, other in [*pairwise(keys), (keys[1], keys[4])]:
        yield "swap-sections", "ST002", (), None, {"section": one, "other": other}
    yield "move-section", "ST002", (), None, {"section": "problems", "after": "overview"}


def cases(edition: str | None) -> list[Case]:
    template = examples(edition).template
    made = [*row_cases(template), *column_cases(template), *section_cases(template)]
    # A column of the grid runs through all bands: which of its headers is named first is as good as any.
    several = len({len(band.columns) for band in template.tables[0].bands if len(band.columns) > 1}) > 1
    return [
        (*case[:3], None, *case[4:])
        if several and case[0] == "drop-column" and case[4]["table"] == "disclosed"
        else case
        for case in made
    ]


def names(made: list[Case]) -> list[str]:
    return [f"{case[1]} {case[0]} {' '.join(str(value) for value in case[4].values())}" for case in made]


CASES = [*cases(None), *unit_cases()]
NAMES = names(CASES)
OF_2019 = cases("2019")


def assert_told(case: Case, way: str, edition: str | None = None) -> None:
    op, code, rows, column, options = case
    found = told(checked(edited(all_zero(edition), op, edition, **options), way))
    assert [each[0] for each in found] == [code], found
    assert not rows or found[0][1] in rows, found
    assert column is None or found[0][2] == column, found


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_defect_is_told_once(case: Case) -> None:
    assert_told(case, "document")


@pytest.mark.parametrize("case", OF_2019, ids=names(OF_2019))
def test_a_defect_of_a_report_on_2020_is_told_once(case: Case) -> None:
    assert_told(case, "document", "2019")


@pytest.mark.parametrize("way", WAYS[1:])
@pytest.mark.parametrize("case", OF_2019[::13], ids=names(OF_2019[::13]))
def test_a_defect_of_a_report_on_2020_is_told_once_however_it_arrives(case: Case, way: str) -> None:
    assert_told(case, way, "2019")


# Writing and reading a Word file takes a hundred times as long as a check; every seventh case tells the same.
@pytest.mark.parametrize("way", WAYS[1:])
@pytest.mark.parametrize("case", CASES[::7], ids=NAMES[::7])
def test_a_defect_is_told_once_however_it_arrives(case: Case, way: str) -> None:
    assert_told(case, way)


def test_a_group_in_one_row_is_told_once() -> None:
    """As the 2019 form had it: the label of group six with figures of its own, its three rows gone."""
    document = all_zero()
    for row in ("other_not_corrected", "other_fee_unpaid"):
        document = edited(document, "drop-row", table="applications", row=row)
    document = edited(document, "rename-row", table="applications", row="other_other", to="")
    report = checked(document)
    (finding,) = [each for each in report.findings if each.severity == "error"]
    assert (finding.code, finding.place.row) == ("TB001", "other_not_corrected")
    for label in ("逾期不补正", "缴纳费用", "3.其他"):
        assert label in finding.message


@pytest.mark.parametrize("case", CASES[::11], ids=NAMES[::11])
def test_figures_change_nothing_in_how_labels_are_matched(case: Case) -> None:
    """Sums over what is gone are unchecked, not broken."""
    op, code, _, _, options = case
    found = told(checked(edited(busy(), op, **options)))
    assert [each[0] for each in found if not each[0].startswith("AR")] == [code]
