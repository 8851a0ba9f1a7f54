"""Documents → the markup of an article, as editors on portals and office programs write it."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

from html import escape

from lint.model import Block, Document, Paragraph, Table


def trs(document: Document) -> str:
    """One paragraph in one span, cells as `td > p > span`."""
    return "\n".join(
        _block(block, "<p style='text-indent:32px'><span style='font-family:仿宋_GB2312'>{}</span></p>")
        for block in document.blocks
    )


def broken(document: Document) -> str:
    """Lines parted by breaks inside one box, indented by full-width blanks."""
    return "<div>" + "\n".join(_block(block, "　　{}<br>") for block in document.blocks) + "</div>"


def boxes(document: Document) -> str:
    """Every line a box, blanks as entities."""
    return "\n".join(
        _block(block, "<div>&nbsp;&nbsp;&nbsp;&nbsp;{}</div><div>&nbsp;</div>") for block in document.blocks
    )


def word(document: Document) -> str:
    """What Word saves as a filtered page."""
    line = "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>{}</span></p>\n"
    body = "\n".join(_block(block, line) for block in document.blocks)
    return (
        '<html>\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n'
        '<meta name=Generator content="Microsoft Word 15 (filtered)">\n<title>常用范文</title>\n'
        f"<style>\n<!--\n p.MsoNormal {{margin:0cm}}\n-->\n</style>\n</head>\n<body lang=ZH-CN>\n<div class=WordSection1>\n{body}</div></body></html>"
    )


def unclosed(document: Document) -> str:
    """Capitals, and no end of a paragraph, a row or a cell."""
    return "\n".join(
        f"<P align=left><FONT face=宋体>&nbsp;&nbsp; {escape(block.text)}</FONT>"
        if isinstance(block, Paragraph)
        else f"<TABLE border=1>{''.join('<TR>' + row for row in _rows(block, '<TD {}><FONT size=2>{}'))}</TABLE>"
        for block in document.blocks
    )


def classed(document: Document) -> str:
    """Boxes of one class for paragraphs, headings as such, tables whose first row was made a head."""
    return "\n".join(_classed(block) for block in document.blocks)


def _classed(block: Block) -> str:
    if isinstance(block, Paragraph):
        heading = block.text[1:2] == "、"
        return f"<h2>{escape(block.text)}</h2>" if heading else f"<div class=p>{escape(block.text)}</div>"
    first, *rows = _rows(block, "<th {}>{}</th>")
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<figure><table><thead><tr>{first}</tr></thead><tbody>{body}</tbody></table></figure>"


def pasted(document: Document) -> str:
    """What editors keep of text pasted from Word: its own elements, its conditions, a row of column widths."""
    return "\n".join(
        "<p class=MsoNormal style='mso-char-indent-count:2.0'><span style='font-family:仿宋'>"
        f"<st1:date w:st='on'>{escape(block.text)}</st1:date><span lang=EN-US><o:p></o:p></span></span></p><p><o:p>&nbsp;</o:p></p>"
        "<!--[if gte vml 1]><v:textbox>一、虚文</v:textbox><![endif]--><![if !vml]><![endif]>"
        if isinstance(block, Paragraph)
        else "<table class=MsoNormalTable>"
        + "".join(f"<tr>{row}</tr>" for row in _rows(block, "<td {}><p class=MsoNormal>{}<o:p></o:p></p></td>"))
        + f"<![if !supportMisalignedColumns]><tr height=0>{'<td width=30></td>' * 14}</tr><![endif]></table>"
        for block in document.blocks
    )


def _block(block: Block, line: str) -> str:
    if isinstance(block, Paragraph):
        return line.format(escape(block.text).replace("\n", "<br>") + "<img src=a.png>" * block.pictures)
    return _table(block)


def _rows(table: Table, written: str) -> list[str]:
    """The cells of each row; `written` takes their spans and text."""
    return [
        "".join(
            written.format(f"rowspan={cell.rowspan} colspan={cell.colspan}", escape(cell.text))
            for column, cell in enumerate(line, 1)
            if cell is not None and cell.location[1:3] == (number, column)
        )
        for number, line in enumerate(table.grid, 1)
    ]


def _table(table: Table) -> str:
    rows = [f"<tr>{row}</tr>" for row in _rows(table, "<td {}><p><span>{}</span></p></td>")]
    return "<div align=center><table border=1><tbody>\n" + "\n".join(rows) + "\n</tbody></table></div>"
