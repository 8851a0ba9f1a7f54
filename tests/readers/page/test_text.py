"""Lines of prose: as a browser shows them, one paragraph each."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

import pytest

from lint.model import Location
from tests.readers.page.seen import page, texts

NBSP = "\xa0"

LINES = {
    "paragraphs": ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
    "unclosed": ("<p>甲<p>乙<div>丙", ["甲", "乙", "丙"]),
    "line breaks in a div": ("<div>甲<br>乙<br/><br>丙</div>", ["甲", "乙", "丙"]),
    "text around a block": ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
    "a stray end of a paragraph": ("<div>甲</p>乙</div>", ["甲", "乙"]),
    "spans and fonts": ("<p><span>甲<font>乙</font></span><b>丙</b></p>", ["甲乙丙"]),
    "a span shown as a block": ('<p>甲<span style="display:block">乙</span>丙</p>', ["甲", "乙", "丙"]),
    "blanks at the ends": (f"<p>&nbsp;　 甲 &emsp;{NBSP}\u200b</p>", ["甲"]),
    "nothing but blanks": ("<p>甲</p><p>&nbsp;</p><p>　</p><div> </div>", ["甲"]),
    "white space collapses": ("<p>a\n\t  b  c</p>", ["a b c"]),
    "white space over elements": ("<p>a <b> b</b> <i>c </i> </p>", ["a b c"]),
    "a line end between ideographs": ("<p>政府\n信息\r\n  公开，\n“一”</p>", ["政府信息公开，“一”"]),
    "a line end beside a word": ("<p>政府\nOA\n系统</p>", ["政府 OA 系统"]),
    "a blank between ideographs stays": ("<p>规 章</p>", ["规 章"]),
    "a hard blank inside stays": ("<p>规&nbsp;章</p>", [f"规{NBSP}章"]),
    "preformatted": ("<pre>甲  乙\n丙</pre>", ["甲  乙", "丙"]),
    "entities": ("<p>&lt;甲&gt; &amp; &#20057;&nbsp&copy;</p>", [f"<甲> & 乙{NBSP}©"]),
    "a sign that begins no element": ("<p>3 < 4 <5 <<</p>", ["3 < 4 <5 <<"]),
    "an attribute with such a sign": ("<p title='a>b' data-x=\"<p>\">甲</p>", ["甲"]),
    "sub and sup": ("<p>H<sub>2</sub>O m<sup>2</sup></p>", ["H2O m2"]),
    "ruby": ("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>", ["漢字"]),
    "struck out stays": ("<p>甲<s>乙</s><strike>丙</strike></p>", ["甲乙丙"]),
    "comments and conditions": (
        "<p>甲<!-- 乙 --><!--[if gte mso 9]><p>丙</p><![endif]--><![if !vml]>丁<![endif]></p>",
        ["甲丁"],
    ),
    "scripts and what they write": ("<p>甲</p><script>document.write('<p>乙</p>')</script><style>p{}</style>", ["甲"]),
    "what is not shown": (
        (
            "<p>甲<span style='DISPLAY: none'>乙</span></p><p hidden>丙</p><div style='visibility:hidden'><p>丁</p></div>"
            "<template><p>戊</p></template><noscript>己</noscript><svg><text>庚</text></svg><button>辛</button>"
        ),
        ["甲"],
    ),
    "buttons and fields in prose": ("<p>甲<input type=text value=乙><select><option>丙</select></p>", ["甲"]),
    "an unclosed comment": ("<p>甲</p><!-- <p>乙</p>", ["甲"]),
    "an unclosed script": ("<p>甲</p><script>if (a<b) {", ["甲"]),
    "cut off inside an element": ("<p>甲</p><p>乙</p><p style='co", ["甲", "乙"]),
    "behind the end of the page": ("<html><body><p>甲</p></body></html><p>乙</p>", ["甲", "乙"]),
    "smart tags of Word": ("<p>甲<o:p></o:p><st1:date w:st='on'>乙</st1:date></p>", ["甲乙"]),
    "notes that an office program saves below": (
        (
            "<p>甲<sup>1</sup></p><div id='sdfootnote1'><p>乙</p></div><div title='footer'><p>- 1 -</p></div>"
            "<div style='mso-element:comment-list'><p>丙</p></div>"
        ),
        ["甲1"],
    ),
}


@pytest.mark.parametrize(("html", "expected"), LINES.values(), ids=LINES)
def test_lines_are_those_a_browser_shows(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


LISTS = {
    "numbers": ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
    "bullets": ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
    "no list": ("<li>甲</li>", ["甲"]),
    "letters": ("<ol type=A><li>甲</ol><ol type=a><li>乙</ol>", ["A.甲", "a.乙"]),
    "Roman": ("<ol type=I start=4><li>甲</ol><ol type=i><li>乙</ol>", ["IV.甲", "i.乙"]),
    "start and value": ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3.甲", "7.乙", "8.丙"]),
    "reversed": ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
    "Chinese": ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
    "Chinese, from ten": (
        "<ol start=10 style='list-style: simp-chinese-informal'><li>甲<li>乙</ol>",
        ["十、甲", "十一、乙"],
    ),
    "traditional": ("<ul style='list-style-type: trad-chinese-informal'><li>甲</ul>", ["一、甲"]),
    "none": ("<ol style='list-style:none'><li>一、甲</ol>", ["一、甲"]),
    "nested": ("<ol><li>甲<ol type=a><li>乙</ol><li>丙</ol>", ["1.甲", "a.乙", "2.丙"]),
    "paragraphs in an item": ("<ol><li><p>甲</p><p>乙</p></ol>", ["1.甲", "乙"]),
    "an absurd start": ("<ol start=99999999999><li>甲</ol>", ["1.甲"]),
    "numbers that Word wrote as text": (
        (
            "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span>"
            "<![endif]>甲</p>"
        ),
        [f"一、{NBSP}甲"],
    ),
}


@pytest.mark.parametrize(("html", "expected"), LISTS.values(), ids=LISTS)
def test_list_numbers_stand_in_front(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_a_made_number_is_told_from_a_typed_one() -> None:
    document = page("<ol><li>甲</ol><p>2.乙</p>")
    assert [paragraph.numbered for paragraph in document.paragraphs()] == [True, False]


HEADINGS = {
    "bold, then plain": (
        "<p><b>一、总体情况</b>本年度主动公开信息48条。</p>",
        ["一、总体情况", "本年度主动公开信息48条。"],
    ),
    "another font": (
        "<p><span style='font-family:黑体'>（一）主动公开</span><span style='font-family:仿宋_GB2312'>公开信息48条，完成。</span></p>",
        ["（一）主动公开", "公开信息48条，完成。"],
    ),
    "font elements": (
        "<p><font face=黑体>二、依申请公开</font><font face=仿宋>本年收到申请0件。</font></p>",
        ["二、依申请公开", "本年收到申请0件。"],
    ),
    "figures in a font of their own": (
        (
            "<p><font face=黑体>一、</font><font face=Arial>2030</font><font face=黑体>年情况</font>"
            "<font face=仿宋>本年收到申请0件。</font></p>"
        ),
        ["一、2030年情况", "本年收到申请0件。"],
    ),
    "a heading that ends in a full stop": (
        "<p><b>（一）主动公开。</b>公开信息48条，完成。</p>",
        ["（一）主动公开。", "公开信息48条，完成。"],
    ),
}
PROSE = {
    "one font": "<p>一、总体情况本年度主动公开信息48条。</p>",
    "one font in two spans": "<p><span style='font-family:仿宋'>一、总体情况</span><span style='font-family:仿宋'>本年度公开信息48条。</span></p>",
    "all bold": "<p><b>一、总体情况</b><strong>本年度主动公开信息48条。</strong></p>",
    "only the number is bold": "<p><b>（一）</b>主动公开信息48条，已完成。</p>",
    "a bold word in prose": "<p>一是<b>加强领导</b>，本年度主动公开信息48条。</p>",
    "a bold beginning without number": "<p><b>主动公开。</b>本年度主动公开信息48条。</p>",
    "a sentence that goes on": "<p><b>（一）主动公开</b>，本年度公开信息48条。</p>",
    "a hint behind the heading": "<p><b>一、总体情况</b>（文字）</p>",
    "a long bold sentence": "<p><b>（一）本年度我局通过网站公开信息，累计48条，比上年增加</b>三条，完成了任务。</p>",
}


@pytest.mark.parametrize(("html", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_a_heading_told_by_its_typeface_is_a_paragraph(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize("html", PROSE.values(), ids=PROSE)
def test_prose_is_left_whole(html: str) -> None:
    assert len(texts(html)) == 1


def test_a_break_parts_heading_and_text_anyway() -> None:
    assert texts("<p>一、总体情况<br>本年度主动公开信息48条。</p>") == ["一、总体情况", "本年度主动公开信息48条。"]


def test_changes_that_were_tracked_are_noted() -> None:
    document = page("<p>甲</p><p>乙<del>丙<b>丁</b></del><ins>戊</ins></p><table><tr><td>1<del>2</del><td>3</table>")
    assert [paragraph.text for paragraph in document.paragraphs()] == ["甲", "乙戊"]
    assert [(note.kind, note.location.block, note.times) for note in document.notes] == [
        ("deletion", 2, 2),
        ("insertion", 2, 1),
    ]


PICTURES = {
    "a picture": ("<p><img src=a.png></p>", 1),
    "one with a size": ("<p>甲<img src=a.png width=600 height=400><img src=b.png style='width:500px'></p>", 2),
    "a spacer": ("<p>甲<img src=spacer.gif><img src=x.gif width=1 height=1></p>", 0),
    "an icon": ("<p>甲<img src=word.png width=16 height=16></p>", 0),
}


@pytest.mark.parametrize(("html", "expected"), PICTURES.values(), ids=PICTURES)
def test_pictures_are_counted(html: str, expected: int) -> None:
    assert sum(paragraph.pictures for paragraph in page(html).paragraphs()) == expected


def test_source_lines_are_those_of_the_file() -> None:
    html = "<!-- a\nb -->\n<p>甲</p>\r\n<div>\n乙<br>\n丙</div>\n<script>\n\n</script>\n<table>\n<tr>\n<td>1</td>\n<td\n>2</td></tr></table>"
    document = page(html)
    assert [block.location.line for block in document.blocks] == [3, 4, 6, 10]
    (table,) = document.tables()
    assert [cell.location for cell in table.cells()] == [Location(4, 1, 1, 12), Location(4, 1, 2, 13)]


def test_lines_are_counted_beyond_what_the_parser_counts() -> None:
    document = page("\n" * 70_000 + "<p>甲</p>\n<table><tr><td>1<td>2</table>")
    assert [block.location.line for block in document.blocks] == [70_001, 70_002]
