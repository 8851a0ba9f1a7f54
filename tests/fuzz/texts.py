"""A report → text: exported, with tabs or as Markdown → the same with ragged rows, odd signs, in other charsets."""

from __future__ import annotations

from random import Random

from lint.model import Document, Paragraph, Table
from samples.exporting import write_text
from tests.fuzz.cases import NUMBERS, SIGNS, Case, damaged, few
from tests.fuzz.starting import document

_LINES = (
    "", "\t", "\t\t\t", "|", "||", "|---|", "| --- | :-: | ---: |", "|" * 3_000, "\t" * 3_000, "| a | b |",
    "| a \\| b | c |", "a\tb\tc",
    "```", "~~~", "    code", "> | a | b |", "# 二、主动公开政府信息情况", "## 三、", "=====", "-----", "+---+---+",
    "| 甲 |", "甲 | 乙",
    "[image: 图片]" * 50, "[bookmark: x]", "[image: " + "[" * 3_000, "<table><tr><td>1</td></tr></table>",
    "<!-- x -->", "<br>", "&nbsp;",
    "一、总体情况", "\u3000\u3000甲", "0 0 0 0 0 0 0", "0" * 3_000, "信息内容本年新收规章0行政规范性文件0",
    "*" * 3_000, "![](x)", "[a](b)",
    "\ufeff", "---", "title: x", "| " + "a | " * 250, "甲\t" * 250, "（" * 3_000, "1." * 2_000,
)  # fmt: skip
_CODINGS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "gbk",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "big5",
)
_NAMES = ("a.txt", "a.txt", "a.md", "a.md", "a.markdown", "a.tsv", "a.csv", "a.docx", "a", "~$a.txt", "2021年报告.txt")


def _flat(made: Document, before: str, between: str, behind: str, *, rule: bool, padded: bool) -> str:
    """Return the report with each row of a table on one line."""
    lines: list[str] = []
    for block in made.blocks:
        if isinstance(block, Paragraph):
            lines += [block.text, ""]
            continue
        for number, row in enumerate(_rows(block, padded=padded)):
            lines.append(before + between.join(row) + behind)
            if rule and number == 0:
                lines.append(before + between.join(["---"] * len(row)) + behind)
        lines.append("")
    return "\n".join(lines)


def _rows(table: Table, *, padded: bool) -> list[list[str]]:
    rows = []
    for number, line in enumerate(table.grid, 1):
        own = [
            cell.text.replace("\n", "") if (cell.location.row, cell.location.column) == (number, at) else ""
            for at, cell in enumerate(line, 1)
            if cell and (padded or cell.location.column == at)
        ]
        rows.append(own)
    return rows


def _text(rng: Random) -> str:
    made = document(rng)
    padded = rng.random() < 0.6
    match rng.randrange(6):
        case 0 | 1:
            return write_text(made)
        case 2:
            return _flat(made, "", "\t", "", rule=False, padded=padded)
        case 3:
            return _flat(made, "| ", " | ", " |", rule=True, padded=padded)
        case 4:
            return _flat(made, "|", "|", "|", rule=rng.random() < 0.5, padded=padded)
        case _:
            return _flat(made, "", rng.choice(["", " ", "  ", ","]), "", rule=False, padded=padded)


def _changed(rng: Random, lines: list[str]) -> None:  # noqa: C901, PLR0912 - a branch for each way to spoil it
    place = rng.randrange(len(lines))
    if rng.random() < 0.6:
        place = rng.choice([n for n, line in enumerate(lines) if "\t" in line or "|" in line] or [place])
    length = rng.choice([1, 1, 1, 3, 30])
    line = lines[place]
    at = rng.randrange(len(line) + 1)
    match rng.randrange(12):
        case 0:
            del lines[place : place + length]
        case 1:
            lines[place:place] = lines[place : place + length] * rng.choice([1, 1, 3, 40])
        case 2:
            other = rng.randrange(len(lines))
            lines[place], lines[other] = lines[other], line
        case 3 | 4:
            lines.insert(place, rng.choice(_LINES))
        case 5:
            lines[place] = line[:at] + rng.choice(SIGNS) + line[at:]
        case 6:
            lines[place] = line[:at] + line[at + length :]
        case 7:
            lines[place] = line.replace(
                rng.choice("\t|0123456789、。"), rng.choice([*SIGNS, *NUMBERS, "\t", "|"]), rng.choice([1, -1])
            )
        case 8:
            lines[place : place + 2] = ["".join(lines[place : place + 2])]
        case 9:
            lines[place : place + 1] = [line[:at], line[at:]]
        case 10:
            lines[place] = line + rng.choice(["\t", "|", " |", "\t0"]) * rng.choice([1, 3, 300])
        case _:
            lines[place] = rng.choice("\t| ") + line
    if not lines:
        lines.append("甲")


def text_case(rng: Random) -> Case:
    """Return a text such as offices paste or programs dump."""
    lines = _text(rng).split("\n")
    for _ in range(few(rng, 20)):
        _changed(rng, lines)
    text = rng.choice(["\n", "\n", "\n", "\r\n", "\r", "\u2028", "\n\n"]).join(lines)
    data = text.encode(rng.choice(_CODINGS), "replace")
    match rng.randrange(12):
        case 0:
            data = damaged(rng, data)
        case 1:
            data = data[: rng.randrange(len(data) + 1)]
        case 2:
            data += _text(rng).encode(rng.choice(_CODINGS), "replace")
    return Case(data, rng.choice(_NAMES))
