"""A Word file begun and packed: A4 with the margins of GB/T 9704, no author, no clock, always the same bytes."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm

from lint.markup.elements import Element, made, run
from lint.markup.setting import Setting

_MOMENT = datetime(2025, 1, 16, 9, 0, tzinfo=UTC)  # stands in every file as the time it was made


def begun() -> WordDocument:
    """Return a Word document without content: its page and its basic font are set."""
    word = docx.Document()
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    normal = word.styles["Normal"]
    normal.font.name = "Times New Roman"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    return word


def packed(word: WordDocument) -> bytes:
    """Return the bytes of the Word file; they depend on its content alone."""
    properties = word.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.title = ""
    properties.created = properties.modified = _MOMENT
    properties.revision = 1
    first, final = BytesIO(), BytesIO()
    word.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(final, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else it would tell on which system the file was made
            target.writestr(entry, source.read(name))
    return final.getvalue()


def in_chinese(word: WordDocument) -> None:
    """Make Chinese the language of East Asian text, which decides on line breaks and the fonts that stand in."""
    for defaults in word.styles.element.iter(qn("w:lang")):
        defaults.set(qn("w:eastAsia"), "zh-CN")
    for fonts in word.settings.element.iter(qn("w:themeFontLang")):
        fonts.set(qn("w:eastAsia"), "zh-CN")


def numbered_pages(word: WordDocument) -> None:
    """Put the page's number below each page, between dashes."""
    setting = Setting("宋体", 28, "center", 0)
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = made("w:fldSimple", {"w:instr": "PAGE"}, run("1", setting))
    paragraph._p.extend([run("— ", setting), field, run(" —", setting)])  # noqa: SLF001 - python-docx has no fields


def turned(page: Element) -> Element:
    """Return a `w:sectPr` for a page in landscape with the margins turned too."""
    page = deepcopy(page)
    size, margins = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    for name, value in (("w", height), ("h", width), ("orient", "landscape")):
        size.set(qn(f"w:{name}"), value)
    top, right, bottom, left = (margins.get(qn(f"w:{side}")) for side in ("top", "right", "bottom", "left"))
    for name, value in (("top", left), ("right", top), ("bottom", right), ("left", bottom)):
        margins.set(qn(f"w:{name}"), value)
    return page
