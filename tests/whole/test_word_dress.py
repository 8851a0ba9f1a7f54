"""The same report in other dress that Word and WPS give it: controls, layout tables, automatic numbers, split runs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from lint.model import Document
from lint.readers import read
from samples.writing import docx_bytes
from tests.whole.checking import accusations, all_zero, busy, checked

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Element = etree._Element
NUMBERING = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="{{kind}}"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""
RELATION = (
    '<Relationship Id="rIdNumbering" Target="numbering.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>'
)


def q(name: str) -> str:
    return f"{{{W}}}{name}"


def body(root: Element) -> Element:
    found = root.find(q("body"))
    assert found is not None
    return found


def control(element: Element) -> None:
    """Put a content control round an element."""
    parent = element.getparent()
    assert parent is not None
    wrapper = etree.Element(q("sdt"))
    parent.replace(element, wrapper)
    etree.SubElement(wrapper, q("sdtPr"))
    etree.SubElement(wrapper, q("sdtContent")).append(element)


def controls(*kinds: str) -> Callable[[Element], None]:
    def change(root: Element) -> None:
        for kind in kinds:
            for element in list(root.iter(q(kind))):
                control(element)

    return change


def in_layout_table(columns: int) -> Callable[[Element], None]:
    """The whole report in one cell of a table, empty cells beside it."""

    def change(root: Element) -> None:
        content = [element for element in body(root) if element.tag != q("sectPr")]
        table = etree.Element(q("tbl"))
        row = etree.SubElement(table, q("tr"))
        for place in range(columns):
            cell = etree.SubElement(row, q("tc"))
            if place == columns // 2:
                cell.extend(content)
            etree.SubElement(cell, q("p"))
        body(root).insert(0, table)

    return change


def numbered(root: Element) -> None:
    """Headings whose 一、 is made by the word processor."""
    for paragraph in body(root).iterchildren(q("p")):
        texts = list(paragraph.iter(q("t")))
        whole = "".join(text.text or "" for text in texts)
        if len(whole) < 30 and whole[1:2] == "、" and whole[0] in "一二三四五六":
            texts[0].text = (texts[0].text or "")[2:]
            properties = paragraph.find(q("pPr"))
            if properties is None:
                properties = etree.Element(q("pPr"))
                paragraph.insert(0, properties)
            number = etree.SubElement(properties, q("numPr"))
            etree.SubElement(number, q("ilvl")).set(q("val"), "0")
            etree.SubElement(number, q("numId")).set(q("val"), "7")


def split_runs(root: Element) -> None:
    """Every text a run a character."""
    for text in list(root.iter(q("t"))):
        run = text.getparent()
        assert run is not None
        for sign in reversed(text.text or ""):
            piece = etree.Element(q("r"))
            etree.SubElement(piece, q("t")).text = sign
            run.addnext(piece)
        run.remove(text)


def inserted(root: Element) -> None:
    """Every run a tracked insertion."""
    for run in list(root.iter(q("r"))):
        parent = run.getparent()
        assert parent is not None
        wrapper = etree.Element(q("ins"))
        parent.replace(run, wrapper)
        wrapper.append(run)


def dressed(document: Document, change: Callable[[Element], None], kind: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(data)
                change(root)
                data = etree.tostring(root)
            elif name == "word/_rels/document.xml.rels" and kind:
                data = data.replace(b"</Relationships>", f"{RELATION}</Relationships>".encode())
            if name != "word/numbering.xml":
                target.writestr(name, data)
        if kind:
            target.writestr("word/numbering.xml", NUMBERING.format(kind=kind))
    return packed.getvalue()


DRESSES: dict[str, tuple[Callable[[Element], None], str]] = {
    "controls round paragraphs": (controls("p"), ""),
    "controls round runs": (controls("r"), ""),
    "controls round rows": (controls("tr"), ""),
    "controls round cells": (controls("tc"), ""),
    "controls round tables": (controls("tbl"), ""),
    "controls in controls": (controls("tbl", "tr", "tc", "p", "r"), ""),
    "one layout cell": (in_layout_table(1), ""),
    "a layout table of three columns": (in_layout_table(3), ""),
    "a run a character": (split_runs, ""),
    "numbers as 一": (numbered, "chineseCountingThousand"),
    "numbers as 一 in WPS": (numbered, "japaneseCounting"),
    "numbers as 一 in old files": (numbered, "chineseCounting"),
}


@pytest.mark.parametrize("name", DRESSES)
@pytest.mark.parametrize("document", [all_zero(), busy()], ids=["zero", "busy"])
def test_another_dress_is_clean(document: Document, name: str) -> None:
    change, kind = DRESSES[name]
    data = dressed(document, change, kind)
    assert data != docx_bytes(document)
    report = checked(read(data, document.name))
    assert not accusations(report)
    assert not report.unchecked


def test_what_is_inserted_is_read_and_the_revision_told() -> None:
    report = checked(read(dressed(busy(), inserted), busy().name))
    assert [finding.code for finding in report.findings] == ["IN003"]
