"""What a page says about the report: title, day of publication, source."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

import pytest

from tests.readers.page.seen import page, texts

ARTICLE = "<div class=c><p>一、总体情况</p><p>本年度完成了各项任务。</p></div>"
BODY = ["一、总体情况", "本年度完成了各项任务。"]
TITLE = "某某镇2030年政府信息公开工作年度报告"
NAV = "<div class=nav><a href=/>首页</a><a href=/a>公开</a></div>"

TITLES = {
    "the title element": f"<title>{TITLE}</title>{ARTICLE}",
    "with the site behind it": f"<title>{TITLE}_某某县人民政府门户网站</title>{ARTICLE}",
    "with column and site": f"<title>{TITLE} - 政府信息公开年报 - 某某县政府网</title>{ARTICLE}",
    "with a short dash": f"<title>{TITLE}-某某县人民政府</title>{ARTICLE}",
    "with the site before it": f"<title>某某县人民政府网 &gt;&gt; {TITLE}</title>{ARTICLE}",
    "with a stroke and line ends": f"<title>\n  {TITLE}\n | 某某县政府网\n</title>{ARTICLE}",
    "what the content system says": f"<title>年报_某某县</title><meta name=ArticleTitle content='{TITLE}'>{ARTICLE}",
    "shown above the article": f"<title>文章详情</title>{NAV}<div class=m><h1>{TITLE}</h1><div class=tool><a href=x>打印</a></div>{ARTICLE}</div>",
    "shown in a box for titles": f"{NAV}<div class=m><div class=article-title>{TITLE}</div><div class=tool><a href=x>打印</a></div>{ARTICLE}</div>",
    "shown in the article": f"<title>年报_某某县人民政府网</title><div class=c><p>{TITLE}</p>{ARTICLE}</div>",
    "named among the particulars": f"<title>年报</title><table><tr><td>名　称<td>{TITLE}<td>文号<td>无</table>{ARTICLE}",
    "longer than what the column is called": f"<title>政府信息公开年报_某县</title>{NAV}<div class=m><h1>{TITLE}</h1><div class=tool><a href=x>打印</a></div>{ARTICLE}</div>",
    "twice": f"<title>{TITLE}</title>{NAV}<h1>{TITLE}</h1><div class=c><p align=center><b>{TITLE}</b></p>{ARTICLE}</div>",
    "twice, both in the article": f"<title>{TITLE}</title><div class=c><h2>{TITLE}</h2><p>{TITLE}</p>{ARTICLE}</div>",
    "with the site's own heading above": f"<title>{TITLE}_某某县</title><div class=header><h1>某某县人民政府</h1></div>{NAV}<div class=m><h2>{TITLE}</h2><div class=tool><a href=x>打印</a></div>{ARTICLE}</div>",
}  # fmt: skip


@pytest.mark.parametrize("html", TITLES.values(), ids=TITLES)
def test_the_report_bears_its_title_once(html: str) -> None:
    assert texts(html) == [TITLE, *BODY]


TWO = ["某某镇人民政府", "2030年政府信息公开工作年度报告"]
TWO_LINES = {
    "above the article": f"<title>{''.join(TWO)}_某某县</title>{NAV}<div class=m><h1>{'<br>'.join(TWO)}</h1><div class=tool><a href=x>打印</a></div>{ARTICLE}</div>",
    "in the article": f"<title>{''.join(TWO)}</title>{NAV}<div class=c><p>{TWO[0]}</p><p>{TWO[1]}</p>{ARTICLE}</div>",
    "in both": f"<title>{''.join(TWO)}</title><div class=c><h1>{''.join(TWO)}</h1><p>{TWO[0]}<br>{TWO[1]}</p>{ARTICLE}</div>",
}  # fmt: skip


@pytest.mark.parametrize("html", TWO_LINES.values(), ids=TWO_LINES)
def test_a_title_in_two_lines_stays_so(html: str) -> None:
    assert texts(html) == [*TWO, *BODY]


@pytest.mark.parametrize(
    "title",
    [
        "",
        "某某县人民政府门户网站",
        "某某县政府信息公开",
        "无标题文档",
        "新建 Microsoft Word 文档",
        "untitled",
        "内容详情",
        "index",
        "t20310120_1.html",
        "报告.docx",
    ],
)
def test_a_title_that_says_nothing_is_left_out(title: str) -> None:
    document = page(f"<title>{title}</title>{ARTICLE}")
    assert [paragraph.text for paragraph in document.paragraphs()] == BODY
    assert document.properties == ()


def test_an_office_programs_title_is_no_title() -> None:
    meta = "<meta name=Generator content='Microsoft Word 15 (filtered)'>"
    assert texts(f"{meta}<title>常用公文范文大全</title>{ARTICLE}") == BODY


def test_the_title_knows_its_line() -> None:
    document = page(f"<html><head>\n<title>{TITLE}</title></head>\n{ARTICLE}")
    assert [block.location.line for block in document.blocks] == [2, 3, 3]


DAYS = {
    "meta": "<meta name=PubDate content='2031-01-20 17:08'>",
    "another meta": "<meta name=publishdate content='2031年01月20日'>",
    "a line": "<p>发布时间：2031-01-20 17:08:23　来源：某某镇</p>",
    "with blanks": "<p>发 布 时 间 : 2031 - 1 - 20</p>",
    "in brackets": "<p>【发布日期】：2031年1月20日</p>",
    "time first": "<p>2031/01/20 17:08 来源：某某镇 点击：12</p>",
    "a table": "<table><tr><td>发布日期<td>2031-01-20<td>成文日期<td>2031-01-18<tr><td>索引号<td>1<td>文号<td></table>",
    "lines of their own": "<dl><dt>索引号：<dd>A-1<dt>发布日期：<dd>2031-01-20<dt>发布机构：<dd>某某镇</dl>",
    "in what surrounds the article": f"{NAV}<div class=info>发布时间：2031-01-20</div>",
}


@pytest.mark.parametrize("head", DAYS.values(), ids=DAYS)
def test_the_day_of_publication_is_kept(head: str) -> None:
    document = page(f"{head}{ARTICLE}")
    assert dict(document.properties)["published"] == "2031-01-20"
    assert [paragraph.text for paragraph in document.paragraphs()] == BODY
    assert list(document.tables()) == []


@pytest.mark.parametrize(
    "head", ["<p>发布时间：2031-02-30</p>", "<p>成文日期：2031-01-20</p>", "<p>更新时间：2031-01-20</p>", ""]
)
def test_no_day_is_made_up(head: str) -> None:
    assert "published" not in dict(page(f"{head}{ARTICLE}").properties)


SOURCES = {
    "a line": ("<p>发布时间：2031-01-20　信息来源：某某镇人民政府　浏览次数：12</p>", "某某镇人民政府"),
    "meta": ("<meta name=ContentSource content=某某镇><p>来源：别处</p>", "某某镇"),
    "who issued it": ("<p>发布机构：某某镇</p>", "某某镇"),
    "the source before who issued it": ("<p>发布机构：某某县</p><p>来源：某某镇</p>", "某某镇"),
}


@pytest.mark.parametrize(("head", "expected"), SOURCES.values(), ids=SOURCES)
def test_the_source_is_kept(head: str, expected: str) -> None:
    document = page(f"{head}{ARTICLE}")
    assert dict(document.properties)["source"] == expected
    assert [paragraph.text for paragraph in document.paragraphs()] == BODY


def test_a_line_of_the_report_is_no_particular() -> None:
    html = f"{ARTICLE}<p>发布时间：2031-01-20</p><p>二、其他</p>"
    assert texts(html) == [*BODY, "发布时间：2031-01-20", "二、其他"]
