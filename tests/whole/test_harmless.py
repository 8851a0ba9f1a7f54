"""Harmless variation gives no error and no warning, and leaves no rule without a verdict."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from lint.forms.specimen import renumbered
from lint.model import Block, Cell, Document, Location, Paragraph, Table
from tests.whole.checking import WAYS, accusations, all_zero, busy, checked, edited, examples

Change = Callable[[Document], Document]
TEMPLATE = examples().template
HEADINGS = {f"{section.numeral}、{section.heading}": section for section in TEMPLATE.sections}


def in_cells(rewrite: Callable[[str], str], *, figures: bool) -> Change:
    def cell(old: Cell, made: dict[int, Cell]) -> Cell:
        if id(old) not in made:
            due = bool(re.fullmatch(r"[\d.]*", old.text)) is figures
            made[id(old)] = old._replace(text=rewrite(old.text)) if due else old
        return made[id(old)]

    def block(old: Block) -> Block:
        if isinstance(old, Paragraph):
            return old
        made: dict[int, Cell] = {}
        return old._replace(grid=tuple(tuple(each and cell(each, made) for each in row) for row in old.grid))

    return lambda document: document._replace(blocks=tuple(map(block, document.blocks)))


def in_labels(rewrite: Callable[[str], str]) -> Change:
    return in_cells(rewrite, figures=False)


def in_figures(rewrite: Callable[[str], str]) -> Change:
    return in_cells(rewrite, figures=True)


def in_prose(rewrite: Callable[[str], str]) -> Change:
    def block(old: Block) -> Block:
        return old._replace(text=rewrite(old.text)) if isinstance(old, Paragraph) else old

    return lambda document: document._replace(blocks=tuple(map(block, document.blocks)))


def in_headings(rewrite: Callable[[str], str]) -> Change:
    return in_prose(lambda text: rewrite(text) if text in HEADINGS else text)


def after(start: str, *texts: str) -> Change:
    def change(document: Document) -> Document:
        blocks: list[Block] = []
        for block in document.blocks:
            blocks.append(block)
            if isinstance(block, Paragraph) and block.text.startswith(start):
                blocks += [Paragraph(text, Location()) for text in texts]
        assert len(blocks) > len(document.blocks)
        return document._replace(blocks=renumbered(blocks))

    return change


def at_end(*texts: str) -> Change:
    return lambda document: document._replace(
        blocks=renumbered([*document.blocks, *(Paragraph(text, Location()) for text in texts)])
    )


def two_title_lines(document: Document) -> Document:
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    body, year = first.text[:10], first.text[10:]
    lines = [first._replace(text=body), first._replace(text=year)]
    return document._replace(blocks=renumbered([*lines, *document.blocks[1:]]))


def blanks(text: str) -> str:
    draw = random.Random(text)  # noqa: S311 - a test's choice of blanks
    return "".join(sign + draw.choice([" ", "\u3000", "\xa0", "\u2009", "", ""]) for sign in text)


def wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def runs_on(document: Document) -> Document:
    """The first heading and the text under it in one paragraph."""
    blocks: list[Block] = []
    for block in document.blocks:
        last = blocks[-1] if blocks else None
        if isinstance(last, Paragraph) and last.text == "一、总体情况" and isinstance(block, Paragraph):
            blocks[-1] = last._replace(text=f"{last.text}。{block.text}")
        else:
            blocks.append(block)
    return document._replace(blocks=renumbered(blocks))


def pictures(document: Document) -> Document:
    """Pictures float in the first part, as they do in most reports."""
    blocks = [
        block._replace(pictures=1) if isinstance(block, Paragraph) and block.text.startswith("（") else block
        for block in document.blocks
    ]
    return document._replace(blocks=tuple(blocks))


def split(row: str, *, table: str = "applications", repeat: bool) -> Change:
    return lambda document: edited(document, "split-table", table=table, row=row, repeat=repeat)


OTHER_YEARS = (
    "2023年，全市共收到申请1234件，同比增长12%。根据《2023年政务公开工作要点》（国办发〔2019〕14号）和2025年工作计划，"
    "截至2023年12月31日，平台累计发布信息2万条，12月10日更新了公开指南。"
)
CONTENTS = ("目录", *(f"{heading}\t{page}" for page, heading in enumerate(HEADINGS, 1)))

CHANGES: dict[str, Change] = {
    "labels over paragraphs": in_labels(lambda text: f"{text[:2]}\n{text[2:]}" if len(text) > 3 else text),
    "blanks in labels": in_labels(blanks),
    "half-width signs in labels": in_labels(lambda text: text.translate(str.maketrans("（）：，“”", '():,""'))),
    "full-width list numbers": in_labels(lambda text: re.sub(r"^\d\.", lambda m: wide(m[0]), text)),
    "1、 for 1.": in_labels(lambda text: re.sub(r"^(\d)\.", r"\1、", text)),
    "no quotes": in_labels(lambda text: text.replace("“", "").replace("”", "")),
    "corner quotes": in_labels(lambda text: text.replace("“", "「").replace("”", "」")),
    "the other spelling of the note": in_labels(lambda text: text.replace("勾稽", "钩稽")),
    "full-width figures": in_figures(wide),
    "thousands marks": in_figures(lambda text: f"{int(text):,}" if text.isdigit() else text),
    "idle decimals": in_figures(lambda text: f"{text}.00" if text.isdigit() else text),
    "blanks beside figures": in_figures(lambda text: f" {text}\u3000"),
    "blanks in dates": in_prose(lambda text: re.sub(r"(\d+)([年月日])", r"\1 \2 ", text)),
    "full-width dates": in_prose(lambda text: re.sub(r"\d+(?=[年月日])", lambda m: wide(m[0]), text)),
    "dotted dates": in_prose(
        lambda text: re.sub(r"自(\d+)年(\d+)月(\d+)日起至(\d+)年(\d+)月(\d+)日止", r"为\1.\2.\3—\4.\5.\6", text)
    ),
    "year dropped on the end date": in_prose(lambda text: re.sub(r"起至\d+年", "起至", text)),
    "signature in Chinese numerals": in_prose(lambda text: "二〇二五年一月十六日" if text == "2025年1月16日" else text),
    "年度 in the title": in_prose(lambda text: re.sub(r"^(.{10}2024年)(政府信息公开工作年度报告)$", r"\1度\2", text)),
    "title over two paragraphs": two_title_lines,
    "title over two lines": in_prose(lambda text: re.sub(r"^(.{10})(2024年.{12})$", "\\1\n\\2", text)),
    "long headings": in_headings(
        lambda text: f"{HEADINGS[text].numeral}、{(HEADINGS[text].aliases or (text[2:],))[0]}"
    ),
    "blanks round headings": in_headings(lambda text: f"\u3000\u3000{text[:2]} {text[2:]} "),
    "第一部分": in_headings(lambda text: f"第{text[0]}部分 {text[2:]}"),
    "一．": in_headings(lambda text: f"{text[0]}．{text[2:]}"),
    "colon behind headings": in_headings(lambda text: f"{text}："),
    "text behind a heading": runs_on,
    "more matters in section six": after(
        "除上述内容外",
        "3.人大代表建议和政协提案办理结果：2023年承办5件，2024年承办7件，均已办结。",
        "4.年度政务公开工作创新情况",
        "全县2019年至2024年累计公开信息12万条，全市行政复议134件。",
    ),
    "a list 一、二、 inside section six": after(
        "除上述内容外", "一、人大建议", "办理5件。", "二、政协提案", "办理2件。"
    ),
    "quotes alone, invisible signs alone": after("一、总体", "“”", "\u200b", "\ufeff"),
    "a list 一、二、 inside section five": after("五、存在", "一、存在的主要问题", "二、改进措施"),
    "a list to 四、 inside section one": after("一、总体", "一、工作推进情况", "二、组织领导", "三、平台", "四、监督"),
    "contact block at the end": at_end(
        "联系地址：青溪县人民路12号，邮编：255000，电话：0533-1234567",
        "电子版：http://www.example.gov.cn/2024/index.html",
    ),
    "contact block in the preamble": after(
        "本报告根据",
        "如对本报告有疑问，请与本局办公室联系（地址：人民路12号；邮编：255000；电话：0533-7654321）。",
    ),
    "list of contents": after("青溪县市场监督管理局2024年", *CONTENTS),
    "other years and bodies in the prose": after("一、总体", OTHER_YEARS),
    "pictures": pictures,
    "one table a band": lambda document: edited(document, "split-bands", table="disclosed"),
    "cut after the header": split("new", repeat=False),
    "cut with the header alone and repeated": split("new", repeat=True),
    "cut in the second row": split("carried_in", repeat=False),
    "cut inside a group": split("refused_internal", repeat=False),
    "cut inside a group, labels repeated": split("refused_internal", repeat=True),
    "cut before the last group's last row": split("other_other", repeat=True),
    "cut before the last row": split("carried_out", repeat=True),
    "cut off the last row": split("carried_out", repeat=False),
    "cut off the fee row": split("fees", table="disclosed", repeat=False),
    "cut between bands": split("permits", table="disclosed", repeat=False),
    "cut inside a band": split("coercion", table="disclosed", repeat=False),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("document", [all_zero(), busy()], ids=["zero", "busy"])
def test_harmless_variation_is_clean(document: Document, name: str, way: str) -> None:
    report = checked(CHANGES[name](document), way)
    assert not accusations(report)
    assert not report.unchecked


IN_ANY_YEAR = [
    name
    for name in CHANGES
    if re.search("label|number|quotes|figures|marks|decimals|dates|head|第|．|list", name)
    and not name.startswith(("cut", "list of"))
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", IN_ANY_YEAR)
@pytest.mark.parametrize("document", [all_zero("2019"), busy("2019")], ids=["zero", "busy"])
def test_harmless_variation_of_a_report_on_2020_is_clean(document: Document, name: str, way: str) -> None:
    report = checked(CHANGES[name](document), way)
    assert not accusations(report)
    assert not report.unchecked
    assert report.edition == "2019"


@pytest.mark.parametrize("repeat", [False, True], ids=["cut", "cut and repeated"])
@pytest.mark.parametrize(
    ("table", "row"),
    [("disclosed", "other_services"), ("disclosed", "procurement")]
    + [("applications", row) for row in ("new", "refused_internal", "other_handling", "processed")],
)
def test_a_table_of_a_report_on_2020_cut_by_a_page_break_is_one(table: str, row: str, *, repeat: bool) -> None:
    cut = edited(busy("2019"), "split-table", "2019", table=table, row=row, repeat=repeat)
    for way in WAYS:
        report = checked(cut, way)
        assert not accusations(report)
        assert report.edition == "2019"


@pytest.mark.parametrize("name", CHANGES)
def test_the_variation_is_one(name: str) -> None:
    assert CHANGES[name](busy()).blocks != busy().blocks


def test_ragged_tables_are_what_a_text_export_gives() -> None:
    tables = [block for block in all_zero().blocks if isinstance(block, Table)]
    assert [(len(table.grid), len(table.grid[0])) for table in tables] == [(14, 4), (28, 10), (4, 15)]
