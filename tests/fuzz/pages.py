"""A report → a web page as content systems make them → tag soup: unclosed, nested, misspelt, in another charset."""

from __future__ import annotations

import re
from html import escape
from random import Random

from lint.model import Document, Paragraph, Table
from tests.fuzz.cases import NUMBERS, SIGNS, Case, damaged, few
from tests.fuzz.layouts import in_html, layout
from tests.fuzz.starting import document

_NAMED = (
    "table tr td th tbody thead tfoot caption colgroup col p span div br h1 h2 h3 strong b ul ol li a img script style "
    "title head body html form input textarea select option noscript template svg math pre font center meta base link "
    "iframe frameset plaintext xmp listing nobr button object article section nav header footer o:p"
)
_TAGS = _NAMED.split()
_SOUP = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td", "<", ">", "</", "<!--", "-->", "<!", "<![CDATA[",
    "]]>", "<?php ?>",
    "<script>", "</script>", "<style>p{}</style>", "<plaintext>", "<textarea>", "<select>",
    "<template><td>1</td></template>",
    "<noscript><table><tr><td>1</td><td>2</td></tr></table></noscript>", "<table><tr><td>1</td><td>2</td></tr></table>",
    "<br>" * 200, "<table><tr><td>" * 100, "<div>" * 300, "<b><i>" * 100, "<p>" * 300, "&nbsp;" * 200,
    "&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&amp", "&notit;", "&nbsp", "&#x3000;", "&ensp;&emsp;",
    "&lt;td&gt;", "&" * 200,
    "<a " + "b=c " * 2_000 + ">", f"<td style='{'x' * 70_000}'>", "<base href=x>", "<svg><td>1</td></svg>",
    "<math><mi>x</mi></math>",
    "<o:p>&nbsp;</o:p>", "<!--[if gte mso 9]><xml></xml><![endif]-->", "<img src=x alt=表>",
    "<form><input type=hidden value=1></form>",
    "\0", "\ufeff", "\ud7ff", "<td rowspan=65535 colspan=65535>x</td>", "<tr><td rowspan=0>x</td></tr>", "<body>",
    "</body></html>x",
    "<caption>单位：件</caption>", "<col span=1000>", "<h1>二、主动公开政府信息情况</h1>", "<li>三、",
    "<ol type=1 start=99999999999><li>甲</ol>",
)  # fmt: skip
_CHARSETS = (
    "utf-8",
    "gbk",
    "gb2312",
    "gb18030",
    "big5",
    "utf-16",
    "iso-8859-1",
    "utf-7",
    "no-such",
    "",
    "x-user-defined",
    "utf-8" * 50,
)
_TOKEN = re.compile(r"<[^<>]*>|[^<>]+|[<>]")


def page(made: Document) -> str:
    """Return the report as the article of a page with navigation and a footer around it."""
    blocks = "\n".join(_paragraph(block) if isinstance(block, Paragraph) else _table(block) for block in made.blocks)
    return (
        '<html>\n<head><meta charset="utf-8"><title>某政府门户网站</title>\n'
        '<script>var a = "<table>";</script></head>\n<body>\n'
        '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul></div>\n'
        f'<div class="article">\n{blocks}\n</div>\n<div class="footer">版权所有 联系我们</div>\n</body></html>\n'
    )


def _paragraph(block: Paragraph) -> str:
    return f'<p style="text-indent:2em"><span style="font-family:仿宋">{escape(block.text)}</span></p>'.replace(
        "\n", "<br/>"
    )


def _table(block: Table) -> str:
    rows = []
    for number, line in enumerate(block.grid, 1):
        own = [
            cell
            for at, cell in enumerate(line, 1)
            if cell and (cell.location.row, cell.location.column) == (number, at)
        ]
        cells = "".join(
            f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}"><p><span>{escape(cell.text)}</span></p></td>'
            for cell in own
        )
        rows.append(f"<tr>{cells}</tr>")
    return f'<table border="1"><tbody>{"".join(rows)}</tbody></table>'


def _changed(rng: Random, tokens: list[str]) -> None:  # noqa: C901 - a branch for each way to spoil a page
    place = rng.randrange(len(tokens))
    if rng.random() < 0.5:
        telling = [n for n, token in enumerate(tokens) if token.startswith(("<t", "</t", "<p", "</p"))]
        place = rng.choice(telling or [place])
    length = rng.choice([1, 1, 1, 2, 10, 100])
    match rng.randrange(10):
        case 0:
            del tokens[place : place + length]
        case 1:
            tokens[place:place] = tokens[place : place + length]
        case 2:
            other = rng.randrange(len(tokens))
            tokens[place], tokens[other] = tokens[other], tokens[place]
        case 3 | 4:
            tokens.insert(place, rng.choice(_SOUP))
        case 5:
            tokens[place] = re.sub(r'"\d+"', lambda _: f'"{rng.choice(NUMBERS)}"', tokens[place])
        case 6:
            tokens[place] = re.sub(r"(?<=</)\w+|(?<=<)\w+", rng.choice(_TAGS), tokens[place])
        case 7:
            tokens[place] = tokens[place].swapcase()
        case 8:
            tokens[place] = rng.choice(SIGNS) + tokens[place]
        case _:
            tokens[place] = tokens[place][: len(tokens[place]) // 2]
    if not tokens:
        tokens.append("<p>")


def page_case(rng: Random) -> Case:
    """Return a web page that a browser would make something of."""
    whole = (
        page(document(rng))
        if rng.random() < 0.7
        else f"<html><body><p>甲</p>{in_html(layout(rng)) * rng.randrange(1, 4)}</body></html>"
    )
    tokens: list[str] = _TOKEN.findall(whole)
    for _ in range(few(rng, 20)):
        _changed(rng, tokens)
    text = "".join(tokens)
    if rng.random() < 0.2:
        text = text.replace('charset="utf-8"', f'charset="{rng.choice(_CHARSETS)}"')
    if rng.random() < 0.1:
        text = f'<?xml version="1.0" encoding="{rng.choice(_CHARSETS)}"?>' + text
    data = text.encode(
        rng.choice(["utf-8"] * 6 + ["gb18030", "gb18030", "utf-16", "utf-8-sig", "big5", "utf-32"]), "replace"
    )
    if rng.random() < 0.15:
        data = damaged(rng, data)
    return Case(data, rng.choice(["a.html", "a.html", "a.htm", "a.doc", "a.docx", "a.txt", "a.mht", "a"]))


def mail_case(rng: Random) -> Case:
    """Return a page packed as mail (MHT), its parts in the wrong coding or cut."""
    page_data = page_case(rng).data
    coding = rng.choice(["8bit", "base64", "quoted-printable", "7bit", "no-such"])
    body = page_data
    if coding == "base64":
        import base64  # noqa: PLC0415 - few cases need it

        body = base64.encodebytes(page_data)
    elif coding == "quoted-printable":
        import quopri  # noqa: PLC0415 - likewise

        body = quopri.encodestring(page_data)
    edge = rng.choice([b"edge", b"----=_Next", b"e" * 300, b""])
    kind = rng.choice(
        [b"text/html", b"text/html; charset=gb2312", b"text/plain", b"image/png", b"multipart/related", b"x"]
    )
    part = (
        b"\r\n--"
        + edge
        + b"\r\nContent-Type: "
        + kind
        + b"\r\nContent-Transfer-Encoding: "
        + coding.encode()
        + b"\r\n\r\n"
        + body
    )
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="' + edge + b'"\r\n'
    data = head + part * rng.choice([1, 1, 2, 20]) + b"\r\n--" + edge + b"--\r\n"
    return Case(damaged(rng, data) if rng.random() < 0.3 else data, "a.mht")
