from __future__ import annotations

from pathlib import Path

import pytest

from lint.forms import load_template
from lint.run.likeness import Likeness

SHARED = Path(__file__).parents[3] / "shared" / "real"
REPORTS = sorted([*SHARED.glob("*.txt"), *SHARED.glob("*.html")])


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness.of([load_template("cn-disclosure", "2021")])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# 待办\n检查年度报告并提交\n", id="notes"),
        pytest.param(
            "请各单位于一月底前编制《政府信息公开工作年度报告》，并按附件格式填写三张表格，逾期不报的予以通报批评，特此通知。",
            id="prose citing the title",
        ),
        pytest.param("报送/甲镇2021年政府信息公开工作年度报告.docx  通过\n", id="a findings report naming a file"),
        pytest.param("某镇人民政府，2024 年度，对照政府信息公开工作年度报告", id="a sentence ending in the title"),
        pytest.param("", id="empty"),
    ],
)
def test_leaves_alone(likeness: Likeness, text: str) -> None:
    assert not likeness.shows(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("某镇人民政府\n2021年政府信息公开工作年度报告\n", id="title"),
        pytest.param("某镇2021年政府信息公开工作年度报告（公开版）", id="title with a remark"),
        pytest.param("一、总体情况", id="section"),
        pytest.param("（二） 主动公开政府信息情况：", id="section in another dress"),
        pytest.param("## 三、行政机关收到和处理政府信息公开申请情况", id="alias in Markdown"),
        pytest.param("<title>某镇2021年政府信息公开工作年度报告 - 某市人民政府</title>", id="title of a page"),
        pytest.param("<TITLE>\n某镇2021年政府信息公开工作年度报告_某市</TITLE>", id="title of a page in capitals"),
        pytest.param("<p><b>六、</b>其他需要报告的事项&nbsp;</p>", id="heading of a page, number apart"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_takes(likeness: Likeness, text: str, encoding: str) -> None:
    assert likeness.shows(text.encode(encoding))


@pytest.mark.parametrize("beginning", [b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1", b"%PDF-1.7"])
def test_takes_a_document_that_is_only_called_a_text(likeness: Likeness, beginning: bytes) -> None:
    assert likeness.shows(beginning + b"\0" * 200)


def test_takes_a_page_with_a_damaged_character(likeness: Likeness) -> None:
    page = "<html><body><p>一、总体情况</p><p>某镇按时公开了应当公开的政府信息。</p></body></html>"
    for encoding in ("utf-8", "gb18030"):
        assert likeness.shows(page.encode(encoding).replace("镇".encode(encoding), b"\xff"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not here")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_takes_real_reports(likeness: Likeness, path: Path) -> None:
    assert likeness.shows(path.read_bytes())
