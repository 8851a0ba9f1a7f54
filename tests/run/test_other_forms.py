"""Blank forms of other kinds, given as Word files: rightly filled in they are clean, and one defect is one finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest

from lint.api import check_file

Block = str | Sequence[Sequence[str]]
Blocks = list[Block]

COUNTS = (("项目", "件数", "人数"), ("甲类", "", ""), ("乙类", "", ""), ("丙类", "", ""))


def written(path: Path, blocks: Blocks) -> Path:
    word = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            word.add_paragraph(block)
            continue
        table = word.add_table(len(block), len(block[0]))
        for row, line in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
    word.save(str(path))
    return path


def filled(blocks: Blocks, figure: str = "3") -> Blocks:
    """What a body makes of the form: figures for blanks, text for what is in brackets."""
    made: Blocks = []
    for block in blocks:
        if isinstance(block, str):
            made.append(
                "本年度各项工作平稳有序，按要求完成。" if block.startswith("（") and block.endswith("）") else block
            )
        else:
            made.append([[text or figure for text in line] for line in block])
    return made


FORMS: dict[str, Blocks] = {
    "plain": ["某县某项工作报告", "一、总体", "（文字说明）", "二、数据", COUNTS],
    "the same table twice": ["一、上半年", COUNTS, "二、下半年", COUNTS],
    "the same table twice in one part": ["一、数据", COUNTS, "其中重点单位：", COUNTS, "二、其他", "（如实填写）"],
    "lines that stay": ["一、总体", "根据上级要求，现将有关情况报告如下：", "二、数据", "单位：件、人", COUNTS],
    "（一）": ["（一）总体", "（文字说明）", "（二）数据", COUNTS],
    "1.": ["1. 总体", "（文字说明）", "2. 数据", COUNTS],
    "a row without label": ["一、总体", "（文字说明）", "二、数据", (("合格", "不合格", "待定"), ("", "", ""))],
    "a column of words": [
        "一、总体",
        "（文字说明）",
        "二、数据",
        (("项目", "件数", "备注"), ("甲类", "", ""), ("乙类", "", "")),
    ],
    "no parts": [COUNTS],
}


@pytest.fixture
def check(tmp_path: Path) -> Callable[[Blocks, Blocks], list[str]]:
    def codes(form: Blocks, report: Blocks) -> list[str]:
        blank, sent = written(tmp_path / "form.docx", form), written(tmp_path / "report.docx", report)
        return [finding.code for finding in check_file(sent, form=blank).findings if finding.severity != "info"]

    return codes


Check = Callable[[Blocks, Blocks], list[str]]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_rightly_filled_in_is_clean(name: str, check: Check) -> None:
    assert check(FORMS[name], filled(FORMS[name])) == []


def test_words_where_words_are_asked_for(check: Check) -> None:
    form = FORMS["a column of words"]
    report: Any = filled(form)
    report[-1] = [["项目", "件数", "备注"], ["甲类", "3", "其中1件跨年"], ["乙类", "0", ""]]
    assert check(form, report) == []
    report[-1][1][1] = "三件左右"
    assert check(form, report) == ["TB011"]


@pytest.mark.parametrize("headers", [("面积（亩）", "均价"), ("甲", "乙"), ("Area", "Average price")])
def test_decimals_are_no_fault_where_a_form_does_not_count(headers: tuple[str, str], check: Check) -> None:
    form: Blocks = ["一、数据", (("地块", *headers), ("东", "", ""), ("西", "", ""))]
    assert check(form, filled(form, "12.75")) == []


def test_decimals_are_a_fault_where_it_counts(check: Check) -> None:
    report: Any = filled(FORMS["plain"])
    report[-1][1][1] = "3.5"
    assert check(FORMS["plain"], report) == ["TB012"]


@pytest.mark.parametrize("name", ["the same table twice", "the same table twice in one part"])
@pytest.mark.parametrize("which", [0, 1])
def test_a_defect_in_one_of_two_like_tables_is_told_once(name: str, which: int, check: Check) -> None:
    report: Any = filled(FORMS[name])
    place = [at for at, block in enumerate(report) if not isinstance(block, str)][which]
    report[place][2][0] = "乙等类别"
    assert check(FORMS[name], report) == ["TB003"]
    del report[place]
    assert check(FORMS[name], report) == ["ST008"]


@pytest.mark.parametrize("name", ["（一）", "1.", "plain"])
def test_a_missing_part_is_told_once_however_parts_are_numbered(name: str, check: Check) -> None:
    report = filled(FORMS[name])
    start = next(at for at, block in enumerate(report) if isinstance(block, str) and block.endswith("总体"))
    assert check(FORMS[name], report[:start] + report[start + 2 :]) == ["ST001"]


def test_a_hint_left_in_is_told_once(check: Check) -> None:
    report = filled(FORMS["plain"])
    report[2] = "（文字说明）"
    assert check(FORMS["plain"], report) == ["ST012"]


def test_the_report_names_the_file_it_was_held_against(tmp_path: Path) -> None:
    form = written(tmp_path / "form.docx", FORMS["plain"])
    sent = written(tmp_path / "report.docx", filled(FORMS["plain"]))
    assert check_file(sent, form=form).form_name == "空白表单“form.docx”"
    assert check_file(sent, form=form, lang="en").form_name == "the blank form form.docx"
