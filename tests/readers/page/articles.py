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


def _block(block: Block, line: str) -> str:
    if isinstance(block, Paragraph):
        return line.format(escape(block.text).replace("\n", "<br>"))
    return _table(block)


def _table(table: Table) -> str:
    rows = []
    for number, line in enumerate(table.grid, 1):
        cells = [
            f"<td rowspan={cell.rowspan} colspan={cell.colspan}><p><span>{escape(cell.text)}</span></p></td>"
            for column, cell in enumerate(line, 1)
            if cell is not None and cell.location[1:3] == (number, column)
        ]
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return "<div align=center><table border=1><tbody>\n" + "\n".join(rows) + "\n</tbody></table></div>"
