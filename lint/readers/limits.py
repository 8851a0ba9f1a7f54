"""What a file may cost: the one place where every limit stands; a breach is told by its name and its value."""

from __future__ import annotations

from typing import NamedTuple

from lint.model import Phrase
from lint.readers.refusals import SEND_AGAIN, Refusal

MB = 2**20

_PARTED = Phrase("请分成几个较小的压缩包报送", "send it as several smaller archives")


class Limits(NamedTuple):
    """Most that one file may have or take; a report of 100 pages stays far below each.

    In the configuration the names are written with hyphens, under `[limits]`; `timeout` stands at the top.
    """

    file_mb: int = 300  # the file itself; the pictures in it are never unpacked and cost nothing
    entries: int = 20_000  # members of a zip container: a Word file or an archive
    part_mb: int = 64  # one member once unpacked; the text of 100 pages has 2
    total_mb: int = 1_024  # all documents of an archive once unpacked
    ratio: int = 200  # unpacked to packed, from 16 MB on; what Word writes stays below 50
    xml_depth: int = 256  # elements within elements
    xml_nodes: int = 1_000_000  # half a kilobyte of memory each; 100 pages have 120,000
    table_cells: int = 400_000  # places in one table, covered ones too; the largest of the form has 280
    text_mb: int = 32  # a text or a page
    text_lines: int = 400_000  # lines and cells of a text
    pdf_pages: int = 500
    timeout: float = 60  # seconds to read and check one file, or to have it converted


_WHAT = {  # what is limited, and the unit behind the figure
    "file_mb": (Phrase("文件大小", "its size"), Phrase(" MB", " MB")),
    "entries": (Phrase("压缩包内的文件数", "the number of files packed in it"), Phrase(" 个", "")),
    "part_mb": (Phrase("解压后的大小", "its unpacked size"), Phrase(" MB", " MB")),
    "total_mb": (Phrase("压缩包全部解压后的大小", "the unpacked size of the archive"), Phrase(" MB", " MB")),
    "ratio": (Phrase("解压前后的倍数", "the ratio of unpacked to packed size"), Phrase(" 倍", "")),
    "xml_depth": (Phrase("结构嵌套层数", "the depth of its structure"), Phrase(" 层", " levels")),
    "xml_nodes": (Phrase("结构元素数", "the number of its elements"), Phrase(" 个", "")),
    "table_cells": (Phrase("单个表格的格数", "the number of cells in one table"), Phrase(" 格", "")),
    "text_mb": (Phrase("文本大小", "the size of the text"), Phrase(" MB", " MB")),
    "text_lines": (Phrase("行数与单元格数", "the number of lines and cells"), Phrase("", "")),
    "pdf_pages": (Phrase("页数", "the number of pages"), Phrase(" 页", "")),
    "timeout": (Phrase("用时", "the time taken"), Phrase(" 秒", " seconds")),
}


def exceeded(name: str, value: float | None, limit: float) -> Refusal:
    """Return the refusal for a breach of the limit `name`; `value` None where only "more than that" is known."""
    what, unit = _WHAT[name]
    key = name if name == "timeout" else f"limits.{name.replace('_', '-')}"
    zh = f"{what.zh}超出上限 {_amount(limit, unit.zh)}"
    en = f"{what.en} is beyond the limit of {_amount(limit, unit.en)}"
    if value is not None:
        zh = f"{what.zh}为 {_amount(value, unit.zh)}，超出上限 {_amount(limit, unit.zh)}"
        en = f"{what.en} is {_amount(value, unit.en)}, beyond the limit of {_amount(limit, unit.en)}"
    advice = Phrase(
        f"{SEND_AGAIN.zh}；确认文件无误、只是较大的，请审核人员在配置里把 {key} 调大",
        f"{SEND_AGAIN.en}; if it is in order and merely large, raise {key} in the configuration",
    )
    return Refusal(Phrase(zh, en), advice)


def of_archive(refusal: Refusal) -> Refusal:
    """Return the refusal for an archive of submissions, which is not opened in Word to be made smaller."""
    if SEND_AGAIN.zh not in refusal.advice.zh:
        return refusal
    zh, en = refusal.advice
    return refusal._replace(advice=Phrase(zh.replace(SEND_AGAIN.zh, _PARTED.zh), en.replace(SEND_AGAIN.en, _PARTED.en)))


def megabytes(size: int) -> float:
    """Return a number of bytes in MB, rounded up to a tenth so that what is beyond a limit never reads as equal."""
    return -(-size * 10 // MB) / 10


def _amount(value: float, unit: str) -> str:
    figure = f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
    return f"{figure}{unit.removesuffix('s') if value == 1 else unit}"
