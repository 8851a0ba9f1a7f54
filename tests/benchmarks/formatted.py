"""A document as Word itself would save it: revision marks, runs cut by fonts, borders on every cell."""

from __future__ import annotations

import io
import zipfile
from html import escape
from itertools import count

from lint.model import Cell, Document, Paragraph, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_FONT = (
    '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:cs="宋体" w:hint="eastAsia"/>'
    '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" '
    'w:eastAsia="zh-CN"/></w:rPr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
)
_MARGINS = "".join(f'<w:{side} w:w="15" w:type="dxa"/>' for side in ("top", "left", "bottom"))


def formatted(document: Document) -> bytes:
    """Return the document as a Word file; document.xml of a report has about 400 KB."""
    marks = count(0x00A01234, 977)
    body = "".join(
        _paragraph(block.text, marks, 32) if isinstance(block, Paragraph) else _table(block, marks)
        for block in document.blocks
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


def _paragraph(text: str, marks: count[int], size: int) -> str:
    pieces = [text[start : start + 24] for start in range(0, len(text), 24)]
    font = _FONT.format(size=size)
    runs = "".join(
        f'<w:r w:rsidRPr="{next(marks):08X}">{font}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        for piece in pieces
    )
    return (
        f'<w:p w:rsidR="{next(marks):08X}" w:rsidRDefault="{next(marks):08X}" w:rsidP="{next(marks):08X}"><w:pPr>'
        '<w:widowControl/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:line="560" '
        f'w:lineRule="exact"/><w:jc w:val="both"/>{font}</w:pPr>{runs}</w:p>'
    )


def _table(table: Table, marks: count[int]) -> str:
    rows = []
    for row, line in enumerate(table.grid, 1):
        cells: list[str] = []
        for column, cell in enumerate(line, 1):
            if cell is not None and cell.location.column == column:
                cells.append(_cell(cell, row, marks))
        mark = f'w:rsidR="{next(marks):08X}" w:rsidTr="{next(marks):08X}"'
        height = '<w:trPr><w:trHeight w:val="369"/><w:jc w:val="center"/></w:trPr>'
        rows.append(f"<w:tr {mark}>{height}{''.join(cells)}</w:tr>")
    grid = '<w:gridCol w:w="900"/>' * len(table.grid[0])
    width = '<w:tblPr><w:tblW w:w="9740" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cell(cell: Cell, row: int, marks: count[int]) -> str:
    first = cell.location.row == row
    merged = ('<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>") if cell.rowspan > 1 else ""
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    width = f'<w:tcW w:w="{900 * cell.colspan}" w:type="dxa"/>'
    return (
        f"<w:tc><w:tcPr>{width}{span}{merged}<w:tcBorders>{_BORDERS}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:tcMar>{_MARGINS}</w:tcMar>'
        f'<w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(cell.text if first else '', marks, 18)}</w:tc>"
    )
