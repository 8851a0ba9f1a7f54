"""Shapes of file by size: `n` units of one thing, which must not cost more than their number to read and check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tests.fuzz.cases import Case
from tests.fuzz.pdfs import pdf
from tests.readers.fragments import (
    CONTINUE,
    RESTART,
    document_xml,
    docx,
    members,
    p,
    part,
    run,
    span,
    tbl,
    tc,
    tr,
    zipped,
)


def _nested(open_: str, inner: str, close: str) -> Callable[[int], str]:
    return lambda n: (open_ * 40 + inner + close * 40) * (n // 40)


_LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
_NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1%1%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
_BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_DELETED = '<w:rPr><w:del w:id="1"/></w:rPr>'
_CHOICE = f'<mc:AlternateContent><mc:Choice Requires="wps">{run("甲")}</mc:Choice></mc:AlternateContent>'
_OPEN_BOX, _SHUT_BOX = "<w:r><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:r>"
_INNER = tbl(tr("a", "b"), tr("c", "d"))

_WORD: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "paragraphs": lambda n: p("第一条 甲乙丙丁。") * n,
        "headings": lambda n: "".join(p(f"{'一二三四五六七八九'[k % 9]}、总体情况") for k in range(n)),
        "runs": lambda n: p(inner=run("甲") * n),
        "one-text": lambda n: p("甲" * 40 * n),
        "digits": lambda n: p("1" * 40 * n),
        "figures": lambda n: p("1,234.5件，" * 8 * n),
        "dates": lambda n: p("2021年1月1日至2021年12月31日" * n),
        "clauses": lambda n: p("收到政府信息公开申请3件，" * n),
        "marks": lambda n: p("（" * 20 * n + "）" * 20 * n),
        "blanks": lambda n: p("甲" + " " * 40 * n + "乙"),
        "breaks": lambda n: p(inner="<w:r><w:t>甲</w:t><w:br/></w:r>" * n),
        "fields": lambda n: p(inner=_FIELD * n) + p("甲") * n,
        "joined": lambda n: p("甲", properties=_DELETED) * n + p("末"),
        "listed": lambda n: p("甲", properties=_LISTED.format(0)) * n,
        "boxes": lambda n: p(inner=_BOX * n),
        "choices": lambda n: p(inner=_CHOICE * n),
        "insertions": lambda n: p(inner=f'<w:ins w:id="1">{run("甲")}</w:ins>') * n,
        "wrapped": _nested("<w:smartTag>", p("甲"), "</w:smartTag>"),
        "nested-boxes": lambda n: p(inner=(_OPEN_BOX * 30 + run("甲") + _SHUT_BOX * 30) * (n // 30)),
        "rows": lambda n: tbl(*[tr("行政许可", "1", "2", "3")] * n),
        "columns": lambda n: tbl(*[tr(*["1"] * n)] * 4),
        "spans": lambda n: tbl(*[tr(tc("甲", span(k % 60 + 1)), "1") for k in range(n)]),
        "merged": lambda n: tbl(tr(tc("甲", RESTART), "1"), *[tr(tc("", CONTINUE), "1")] * n),
        "tables": lambda n: (_INNER + p("甲")) * n,
        "nested-tables": lambda n: tbl(tr(tc(inner=_INNER * n), "1", "2", "3"), tr("1", "2", "3", "4")),
        "deep-tables": lambda n: ("<w:tbl><w:tr><w:tc>" * 40 + p("甲") + "</w:tc></w:tr></w:tbl>" * 40) * (n // 40),
        "lines-in-cell": lambda n: tbl(tr(tc(inner=p("甲") * n), "1"), tr("1", "2")),
    }
)  # fmt: skip

_TEXT: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "lines": lambda n: "第一条 甲乙丙丁。\n" * n,
        "one-line": lambda n: "甲" * 40 * n,
        "tabbed": lambda n: "行政许可\t1\t2\t3\n" * n,
        "cells": lambda n: "\t甲\n" * n,
        "wide": lambda n: "甲\t1\n" + "1\t" * n + "\n2\t2\n",
        "padded": lambda n: "甲\t\t1\n\t乙\t2\n" * n,
        "pipes": lambda n: "| 甲 | 1 | 2 |\n" * n,
        "wide-pipes": lambda n: "| 甲 " * n + "|\n" + "|---" * n + "|\n" + "| 1 " * n + "|\n",
        "one-pipe": lambda n: "甲" + "|" * 10 * n,
        "open-images": lambda n: "[image: " * n,
        "images": lambda n: "[image: 图片]" * n,
        "blank-lines": lambda n: "甲\n" + "\n" * 10 * n + "乙",
        "blanks": lambda n: "甲" + " " * 40 * n + "乙",
        "stars": lambda n: "甲" + "*" * 40 * n,
        "run-together": lambda n: "信息内容本年制发件数0本年废止件数0" * n,
        "short-lines": lambda n: "\n".join("本年新收" * (n // 2)),
        "numbers": lambda n: "1 " * 10 * n,
        "backslashes": lambda n: "| 甲 " + "\\" * 20 * n + " |\n" * 3,
        "hashes": lambda n: "#" * 20 * n + "\n# 甲\n" * 3,
        "entities": lambda n: "&nbsp;" * 10 * n + "\n甲",
    }
)

_PAGE: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "paragraphs": lambda n: "<p>第一条 甲乙丙丁。</p>\n" * n,
        "open-paragraphs": lambda n: "<p>甲" * n,
        "open-divs": lambda n: "<div>甲" * n,
        "open-bold": lambda n: "<b>甲" * n,
        "spans": lambda n: "<p>" + "<span>甲</span>" * n + "</p>",
        "links": lambda n: "<ul>" + "<li><a href=x>首页</a></li>" * n + "</ul>",
        "rows": lambda n: f"<table>{'<tr><td>行政许可</td><td>1</td><td>2</td></tr>' * n}</table>",
        "columns": lambda n: f"<table><tr>{'<td>1</td>' * n}</tr><tr>{'<td>1</td>' * n}</tr></table>",
        "rowspans": lambda n: f"<table>{'<tr><td rowspan=9>甲</td><td>1</td></tr>' * n}</table>",
        "colspans": lambda n: f"<table>{'<tr><td colspan=1000>甲</td><td>1</td></tr>' * n}</table>",
        "tables": lambda n: "<table><tr><td>1</td><td>2</td></tr></table><p>甲</p>" * n,
        "open-tables": lambda n: "<table><tr><td>1" * n,
        "nested-tables": lambda n: (
            f"<table><tr><td>{'<table><tr><td>1</td><td>2</td></tr></table>' * n}</td><td>2</td></tr></table>"
        ),
        "breaks": lambda n: "甲<br>" * n,
        "entities": lambda n: "<p>" + "&nbsp;&amp;" * n,
        "comments": lambda n: "<p>甲</p><!-- x -->" * n,
        "open-comment": lambda n: "<p>甲</p>" + "<!-- " * n,
        "scripts": lambda n: "<p>甲</p><script>a</script>" * n,
        "attributes": lambda n: "<p " + " ".join(f"a{k}=b" for k in range(n)) + ">甲</p>",
        "long-attribute": lambda n: f"<p style='{'x:y;' * n}'>甲</p>",
        "less-than": lambda n: "<p>甲</p>" + "< " * n,
        "articles": lambda n: "<div class=a><p>甲乙丙丁</p><table><tr><td>1</td><td>2</td></tr></table></div>" * n,
    }
)


_PDF: Mapping[str, Callable[[int], bytes]] = MappingProxyType(
    {
        "texts": lambda n: b"".join(
            b"BT /F 5 Tf %d %d Td <7532> Tj ET\n" % (k * 6 % 590, k * 6 // 590 * 6 % 840) for k in range(n)
        ),
        "same-place": lambda n: b"BT /F 5 Tf 9 9 Td <7532> Tj ET\n" * n,
        "rules": lambda n: b"".join(b"%d %d 9 9 re S\n" % (k * 10 % 590, k * 10 // 590 * 10 % 840) for k in range(n)),
        "same-rules": lambda n: b"0 9 m 99 9 l S\n" * n,
        "hatching": lambda n: b"".join(b"%g 9 m %g 800 l S\n9 %g m 500 %g l S\n" % ((k / 9,) * 4) for k in range(n)),
    }
)


class Shape(NamedTuple):
    """A maker of cases by their number of units, and the number from which to compare."""

    make: Callable[[int], Case]
    units: int


def _word(body: Callable[[int], str]) -> Shape:
    return Shape(lambda n: Case(docx(body(n), numbering=_NUMBERING), "a.docx"), 400)


def _text(text: Callable[[int], str]) -> Shape:
    return Shape(lambda n: Case(text(n).encode(), "a.md"), 800)


def _page(page: Callable[[int], str]) -> Shape:
    return Shape(lambda n: Case(f"<html><body><p>甲</p>{page(n)}".encode(), "a.html"), 250)


def _pdf(content: Callable[[int], bytes]) -> Shape:
    return Shape(lambda n: Case(pdf([b"BT /F 5 Tf 9 9 Td <7532> Tj ET\n" + content(n)]), "a.pdf"), 400)


def _members(n: int) -> Case:
    return Case(zipped({**members(p("甲")), **{str(k): b"" for k in range(n)}}), "a.docx")


def _comments(n: int) -> Case:
    return Case(zipped({**members(""), "word/document.xml": document_xml(p("甲") + "<!-- x -->" * n)}), "a.docx")


def shapes() -> dict[str, Shape]:
    """Return every shape by name."""
    return {
        **{f"word-{name}": _word(body) for name, body in _WORD.items()},
        **{f"text-{name}": _text(text) for name, text in _TEXT.items()},
        **{f"html-{name}": _page(page) for name, page in _PAGE.items()},
        **{f"pdf-{name}": _pdf(content) for name, content in _PDF.items()},
        "zip-members": Shape(_members, 1_000),
        "xml-comments": Shape(_comments, 4_000),
    }
