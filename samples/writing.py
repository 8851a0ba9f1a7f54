"""Document → a Word file, set as offices set such reports: 小标宋 title, 黑体 headings, 仿宋 body, ruled tables."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu

from lint.model import Document, Note, Paragraph
from samples.roles import Role, roles
from samples.ruling import Element, table_element

_MOMENT = datetime(2025, 1, 16, 9, 0, tzinfo=UTC)  # no clock: the same document gives the same bytes
_REVISION = MappingProxyType({"w:author": "审核人", "w:date": "2025-01-15T10:00:00Z"})
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


class Setting(NamedTuple):
    """How a paragraph is set: font, size in half-points, alignment, indent of the first line in characters."""

    font: str
    size: int = 32  # 三号
    align: str = "both"
    indent: int = 2
    bold: bool = False
    heads: bool = False  # stays on the page of what follows


_SETTINGS: Mapping[Role, Setting] = MappingProxyType(
    {
        "title": Setting("方正小标宋简体", 44, "center", 0, bold=True),
        "heading": Setting("黑体", heads=True),
        "subheading": Setting("楷体_GB2312", bold=True, heads=True),
        "body": Setting("仿宋_GB2312"),
        "signature": Setting("仿宋_GB2312", align="right", indent=0),
    }
)


def write_docx(document: Document, path: Path) -> None:
    """Write the document as a Word file; the same document gives the same bytes."""
    path.write_bytes(docx_bytes(document))


def docx_bytes(document: Document) -> bytes:
    """Return the bytes of a Word file. Tracked changes and comments are made from the document's notes."""
    word = docx.Document()
    _page(word)
    body = word.element.body
    for block, role in zip(document.blocks, roles(document), strict=True):
        notes = [note for note in document.notes if note.location.block == block.location.block]
        setting = _SETTINGS[role]
        made = _paragraph(word, block, setting, notes) if isinstance(block, Paragraph) else table_element(block)
        body.insert(len(body) - 1, made)  # the last element holds the page's measures
    _properties(word)
    return _packed(word)


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)  # GB/T 9704 margins
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    normal = word.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")


def _properties(word: WordDocument) -> None:
    properties = word.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.title = ""
    properties.created = properties.modified = _MOMENT
    properties.revision = 1


def _paragraph(word: WordDocument, paragraph: Paragraph, setting: Setting, notes: Sequence[Note]) -> Element:
    element = OxmlElement("w:p")
    element.append(_paragraph_properties(setting))
    kinds = {note.kind for note in notes}
    run = _run(paragraph.text, setting, hidden=paragraph.hidden)
    if paragraph.boxed:
        element.append(_boxed(run, setting))
    elif "insertion" in kinds:
        element.append(_revision("w:ins", run))
    else:
        element.append(run)
    for note in notes:
        if note.kind == "deletion":
            element.append(_revision("w:del", _run(note.detail, setting, tag="w:delText")))
        elif note.kind == "comment":
            _comment(word, element, note)
    if paragraph.pictures:
        element.append(_picture(word))
    return element


def _paragraph_properties(setting: Setting) -> Element:
    properties = OxmlElement("w:pPr")
    if setting.heads:
        properties.append(_made("w:keepNext"))
    after = "280" if setting.align == "center" else "0"
    properties.append(_made("w:spacing", {"w:before": "0", "w:after": after, "w:line": "560", "w:lineRule": "exact"}))
    if setting.indent:
        indent = {"w:firstLineChars": str(100 * setting.indent), "w:firstLine": str(10 * setting.indent * setting.size)}
        properties.append(_made("w:ind", indent))
    properties.append(_made("w:jc", {"w:val": setting.align}))
    return properties


def _run(text: str, setting: Setting, *, hidden: bool = False, tag: str = "w:t") -> Element:
    run, properties = OxmlElement("w:r"), OxmlElement("w:rPr")
    fonts = {
        "w:ascii": "Times New Roman",
        "w:hAnsi": "Times New Roman",
        "w:eastAsia": setting.font,
        "w:hint": "eastAsia",
    }
    properties.append(_made("w:rFonts", fonts))
    if setting.bold:
        properties.append(_made("w:b"))
    if hidden:
        properties.append(_made("w:vanish"))
    properties.append(_made("w:sz", {"w:val": str(setting.size)}))
    properties.append(_made("w:szCs", {"w:val": str(setting.size)}))
    run.append(properties)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(_made("w:br"))
        piece = _made(tag, {"xml:space": "preserve"})
        piece.text = line
        run.append(piece)
    return run


def _revision(tag: str, run: Element) -> Element:
    element = _made(tag, {"w:id": "901" if tag == "w:ins" else "902", **_REVISION})
    element.append(run)
    return element


def _comment(word: WordDocument, element: Element, note: Note) -> None:
    from docx.text.run import Run  # noqa: PLC0415 - only where a comment is made

    run = Run(element.findall(qn("w:r"))[0], word.element.body)
    made = word.add_comment(run, text=note.detail or "请核对。", author=_REVISION["w:author"], initials="审")
    made._comment_elm.set(qn("w:date"), _REVISION["w:date"])  # noqa: SLF001 - python-docx reads the clock


def _boxed(run: Element, setting: Setting) -> Element:
    shape = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:400pt;height:60pt">'
        "<v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    inner = next(shape.iter(qn("w:p")))
    inner.append(_paragraph_properties(setting))
    inner.append(run)
    return shape


def _picture(word: WordDocument) -> Element:
    run = word.add_paragraph().add_run()
    run.add_picture(BytesIO(_PIXEL), width=Emu(5_000_000), height=Emu(2_000_000))
    holder = run._r.getparent()  # noqa: SLF001 - the picture goes from here into the paragraph at hand
    word.element.body.remove(holder)
    return run._r  # noqa: SLF001 - likewise


def _made(tag: str, attributes: dict[str, str] | None = None) -> Element:
    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set("{http://www.w3.org/XML/1998/namespace}space" if name == "xml:space" else qn(name), value)
    return element


def _packed(word: WordDocument) -> bytes:
    first, packed = BytesIO(), BytesIO()
    word.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(packed, "w") as target:
        _copy(source, target, source.namelist())
    return packed.getvalue()


def _copy(source: zipfile.ZipFile, target: zipfile.ZipFile, names: Iterable[str]) -> None:
    for name in names:
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3  # else it would tell on which system the file was made
        target.writestr(entry, source.read(name))
