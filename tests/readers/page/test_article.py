"""The report inside a whole page: nothing of the page around it becomes a block, nothing of the report is lost."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.model import Document
from lint.readers.limits import Limits
from lint.readers.page import read_page
from tests.readers.page import articles, pages
from tests.readers.page.seen import page, shown, texts
from tests.whole.checking import all_zero, busy, checked, told

WAYS = (articles.trs, articles.broken, articles.boxes)
AROUND = (pages.modern, pages.tabular, pages.flat)


def titled(document: Document) -> tuple[str, Document]:
    """The title, and the document without it."""
    return next(document.paragraphs()).text, document._replace(blocks=document.blocks[1:])


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("report", [busy, all_zero])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_whole_page_gives_the_report(
    report: Callable[[], Document],
    way: Callable[[Document], str],
    around: Callable[[str, str], str],
    encoding: str,
) -> None:
    title, untitled = titled(report())
    for article in (report(), untitled):
        found = read_page(around(way(article), title).encode(encoding), "page.html", Limits())
        assert shown(found) == shown(report())
        assert dict(found.properties)["title"] == title
        assert dict(found.properties)["published"] == "2022-01-28"
        assert dict(found.properties)["source"] == "平潭综合实验区"
        assert found.media == "html"
        assert found.notes == ()


@pytest.mark.parametrize("way", [*WAYS, articles.word])
def test_a_bare_article_gives_the_report(way: Callable[[Document], str]) -> None:
    document = page(way(busy()))
    assert shown(document) == shown(busy())
    assert told(checked(document)) == told(checked(busy()))
    assert checked(document).unchecked == checked(busy()).unchecked


HEAD = "<p>本单位根据《中华人民共和国政府信息公开条例》编制本报告，向社会公布，欢迎监督。</p>"
BODY = "<p>一、总体情况</p><p>完成。</p><p>二、其他</p><p>无</p>"
SIGNED = "<p>某某镇人民政府</p><p>2031年1月20日</p>"
WHOLE = [
    "本单位根据《中华人民共和国政府信息公开条例》编制本报告，向社会公布，欢迎监督。",
    "一、总体情况",
    "完成。",
    "二、其他",
    "无",
]
SIGN = ["某某镇人民政府", "2031年1月20日"]
NAV = "<div class=nav><a href=/>首页</a><a href=/a>政务公开</a></div>"

KEPT = {
    "an introduction above the box": (f"{HEAD}<div class=TRS_Editor>{BODY}</div>{SIGNED}", [*WHOLE, *SIGN]),
    "the same beside navigation": (
        f"{NAV}<div>{HEAD}<div class=TRS_Editor>{BODY}</div>{SIGNED}</div>",
        [*WHOLE, *SIGN],
    ),
    "a signature in a box": (
        f"{NAV}<div>{HEAD}{BODY}<div style='text-align:right'>某某镇人民政府<br>2031年1月20日</div></div>",
        [*WHOLE, *SIGN],
    ),
    "a box for each part": (
        f"{NAV}<div id=c><div class=a>{HEAD}<p>一、总体情况</p><p>完成。</p></div><div class=b><p>二、其他</p><p>无</p></div></div>",
        WHOLE,
    ),
    "an article in pieces between advertisements": (
        f"{HEAD}<p>一、总体情况</p><p>完成。</p><div class=share><a href=x>分享</a></div><p>二、其他</p><p>无</p>",
        WHOLE,
    ),
    "an address in the text": (
        f"{NAV}<div>{HEAD}{BODY}<p>网站：<a href='http://www.example.gov.cn/'>http://www.example.gov.cn/</a></p></div>",
        [*WHOLE, "网站：http://www.example.gov.cn/"],
    ),
    "telephone numbers in the introduction": (
        f"{NAV}<div><p>本报告由某某镇编制，地址：某某路1号，电话：0591-12345678，邮编：350400。</p>{BODY}</div>",
        ["本报告由某某镇编制，地址：某某路1号，电话：0591-12345678，邮编：350400。", *WHOLE[1:]],
    ),
    "a list of contents that leads to its own parts": (
        f"{NAV}<div><p><a href='#a'>一、总体情况</a></p><p><a href='#b'>二、其他</a></p><p>本年度完成了各项任务。</p></div>",
        ["一、总体情况", "二、其他", "本年度完成了各项任务。"],
    ),
    "one long paragraph": (
        f"{NAV}<div class=x><div>{HEAD}</div></div><div class=footer>版权所有：某某镇</div>",
        WHOLE[:1],
    ),
    "parts in boxes of their own, one number twice": (
        f"{NAV}<div><div>{HEAD}{BODY}<p>三、甲</p><p>四、乙</p><p>五、丙</p></div><div><p>一、丁</p><p>六、戊</p></div></div>",
        [*WHOLE, "三、甲", "四、乙", "五、丙", "一、丁", "六、戊"],
    ),
    "no sign of an article at all": ("<div>甲</div><div>乙</div>", ["甲", "乙"]),
}


@pytest.mark.parametrize(("html", "expected"), KEPT.values(), ids=KEPT)
def test_what_is_the_reports_stays(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


ASIDE = {
    "footers in the article's own box": f"<div class=a>{HEAD}{BODY}<div class=footer><p>地址：某某路1号</p><p>备案号：闽ICP备12345678号</p></div></div>",
    "a footer without a name": f"{HEAD}{BODY}<div><p>地址：某某路1号 电话：12345678</p><p>主办：某某县人民政府</p><p>闽ICP备12345678号</p></div>",
    "a footer in lines": f"<div>{HEAD}{BODY}<p>地址：某某路1号</p><p>邮编：350400</p><p>版权所有：某某县人民政府</p><p>网站标识码：3501280001</p></div>",
    "elements with a meaning": f"<header><p>某某县人民政府</p></header><nav>首页 政务</nav><main>{HEAD}{BODY}</main><aside>热点专题</aside><footer>联系方式</footer>",
    "roles": f"<div role=banner>某某县</div><div role=navigation>首页</div>{HEAD}{BODY}<div role=contentinfo>联系方式</div>",
    "buttons": f"<p>字号：[大 中 小]</p>{HEAD}{BODY}<p>【打印本页】　【关闭窗口】</p><p>分享到：</p>",
    "ways to other pages": f"<p>您现在的位置：首页 &gt; 公开 &gt; 年报</p>{HEAD}{BODY}<p>上一篇：某某通知</p><p>下一篇：没有了</p><p>相关链接：</p><p>某某通知</p>",
    "who edited": f"{HEAD}{BODY}<p>责任编辑：张三</p><p>扫一扫在手机打开当前页</p>",
    "today": f"<div class=date>今天是2031年3月1日</div><div class=c>{NAV}<div>{HEAD}{BODY}</div></div>",
    "lists beside": f"<div><div class=l><ul><li><a href=1>一、机构职能</a><li><a href=2>二、政策文件</a></ul></div><div class=r>{HEAD}{BODY}</div></div>",
    "a tree of columns that opens when clicked": f"<div><div class=l><ul><li onclick='a()'>一、机构职能<li onclick='b()'>二、政策</ul></div><div>{HEAD}{BODY}</div></div>",
    "a tree of columns by name": f"<div><div class=tree><ul><li>一、机构职能<li>二、政策</ul></div><div>{HEAD}{BODY}</div></div>",
    "a form for comments": f"{HEAD}{BODY}<form><p>我要评论</p><textarea>请输入</textarea><input value=提交 type=submit></form>",
    "a table of particulars": f"<table><tr><td>索 引 号：</td><td>A-1</td><td>主题分类：</td><td>年报</td></tr><tr><td>发布机构：</td><td>某某镇</td><td>文号：</td><td></td></tr></table>{HEAD}{BODY}",
    "a list of particulars": f"<ul><li><b>索引号：</b>A-1</li><li><b>发布机构：</b>某某镇</li><li><b>有效性：</b>有效</li></ul>{HEAD}{BODY}",
    "particulars in the article's box": f"<div><p>发布时间：2031-01-20　来源：某某镇　浏览次数：12</p>{HEAD}{BODY}</div>",
    "the same among the report's lines, by its name": f"{HEAD}{BODY}<aside><h3>须知</h3><p>一、携带身份证。</p></aside>",
    "a way past the navigation": f"<div><a href='#c'>跳至内容</a><span>某某县</span><div>{NAV}</div><div>{HEAD}{BODY}</div><footer>某某</footer></div>",
    "other reports": f"{HEAD}{BODY}<p>历年年报：</p><p>某某镇2030年年报</p>",
    "who published it when": f"<div><p>某某发布 2031-01-20 17:08</p>{HEAD}{BODY}</div>",
    "what Word says of itself inside the article": f"{NAV}<div><meta name=Generator content='Microsoft Word 11'>{HEAD}{BODY}</div>",
    "an article out of sight": f"{NAV}<div id=js_content style='visibility: hidden; opacity: 0'>{HEAD}{BODY}</div><p style='display:none'>一、广告</p>",
    "one out of sight in a box out of sight": f"{NAV}<div hidden><div style='display:none'>{HEAD}{BODY}</div></div>",
    "two copies out of sight": f"{NAV}<div style='display:none'>{HEAD}{BODY}</div><div style='display:none'>{HEAD}{BODY}</div>",
    "a second copy out of sight": f"{NAV}<div>{HEAD}{BODY}</div><div style='display:none'>{HEAD}{BODY}</div>",
    "a bare time": f"<div><p>2031-01-20 17:08:00</p>{HEAD}{BODY}</div>",
}  # fmt: skip


@pytest.mark.parametrize("html", ASIDE.values(), ids=ASIDE)
def test_what_is_the_pages_goes(html: str) -> None:
    assert texts(html) == WHOLE


def test_a_table_of_the_report_stays_wherever_it_is() -> None:
    data = "<table><tr><td>甲<td>乙<tr><td>1<td>2<tr><td>3<td>4</table>"
    html = f"{NAV}<div class=main>{HEAD}{BODY}</div><div class=side>{data}</div><footer>{data}</footer>"
    assert len(list(page(html).tables())) == 2
    assert texts(html) == WHOLE
