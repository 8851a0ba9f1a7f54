from __future__ import annotations

import random

import pytest

from lint.errors import UnreadableDocument
from lint.readers import read
from lint.readers.limits import Limits, exceeded
from lint.readers.means import Means
from tests.readers.fragments import docx, members, p, tbl, tr, zipped

_TABLE = docx(tbl(tr("甲", "乙", "丙"), tr("1", "2", "3")))
_NOISE = random.Random(1).randbytes(2**20)  # noqa: S311 - nothing secret
_LONG = docx(p("甲" * 2_000_000))


def _reason(data: bytes, name: str, **limits: int) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(data, name, Means(Limits()._replace(**limits)))
    key = next(iter(limits)).replace("_", "-")
    assert f"limits.{key}" in caught.value.advice.zh
    assert f"limits.{key}" in caught.value.advice.en
    return caught.value.reason.zh


@pytest.mark.parametrize(
    ("data", "name", "limit", "said"),
    [
        pytest.param(
            zipped({**members(p("甲")), "a.png": _NOISE}),
            "a.docx",
            {"file_mb": 1},
            "文件大小为 1.1 MB，超出上限 1 MB",
            id="file",
        ),
        pytest.param(
            zipped(members(p("甲"))), "a.docx", {"entries": 2}, "压缩包内的文件数为 4 个，超出上限 2 个", id="entries"
        ),
        pytest.param(_LONG, "a.docx", {"part_mb": 5}, "解压后的大小为 5.8 MB，超出上限 5 MB", id="part"),
        pytest.param(_TABLE, "a.docx", {"xml_nodes": 20}, "结构元素数为 30 个，超出上限 20 个", id="nodes"),
        pytest.param(_TABLE, "a.docx", {"xml_depth": 4}, "结构嵌套层数为 8 层，超出上限 4 层", id="depth"),
        pytest.param(_TABLE, "a.docx", {"table_cells": 5}, "单个表格的格数为 6 格，超出上限 5 格", id="cells"),
        pytest.param(
            b"\t1\t2\n\ta\tb\n", "a.txt", {"table_cells": 3}, "单个表格的格数为 4 格，超出上限 3 格", id="text-cells"
        ),
        pytest.param(b"a" * 2**20 + b"b", "a.txt", {"text_mb": 1}, "文本大小为 1.1 MB，超出上限 1 MB", id="text"),
        pytest.param(b"a\nb\nc\n", "a.txt", {"text_lines": 2}, "行数与单元格数为 3，超出上限 2", id="lines"),
    ],
)
def test_a_breach_names_the_limit_and_the_value(data: bytes, name: str, limit: dict[str, int], said: str) -> None:
    assert _reason(data, name, **limit) == said
    ample = {key: value * 2 for key, value in limit.items()}
    assert read(data, name, Means(Limits()._replace(**ample))).blocks


def test_the_ratio_counts_from_sixteen_megabytes() -> None:
    data = docx(p("甲" * 6_000_000))
    assert _reason(data, "a.docx", ratio=10).startswith("解压前后的倍数为 ")
    assert read(_LONG, "a.docx", Means(Limits(ratio=10))).blocks


def test_more_depth_may_be_allowed() -> None:
    inner = "<w:smartTag>" * 300 + "<w:r><w:t>芯</w:t></w:r>" + "</w:smartTag>" * 300
    data = docx(f"<w:p>{inner}</w:p>")
    with pytest.raises(UnreadableDocument, match="beyond the limit of 256"):
        read(data, "a.docx")
    assert len(read(data, "a.docx", Means(Limits(xml_depth=400))).blocks) == 1


@pytest.mark.parametrize("name", Limits._fields)
def test_every_limit_can_be_told(name: str) -> None:
    refusal = exceeded(name, 12_345.5, 2)
    assert "12,345.5" in refusal.reason.zh
    assert "12,345.5" in refusal.reason.en
    assert name.replace("_", "-") in refusal.advice.zh


def test_one_is_no_plural() -> None:
    assert exceeded("timeout", None, 1).reason.en == "the time taken is beyond the limit of 1 second"
    assert exceeded("xml_depth", 9, 1).reason.en.endswith("is 9 levels, beyond the limit of 1 level")
