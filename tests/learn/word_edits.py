"""The official form as Word bytes with one thing done to its document.xml, as somebody would in Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from tests.learn.blank_forms import SHARED

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICIAL = SHARED / "real" / "official-form-2021.docx"
Element = etree._Element


class Edited(NamedTuple):
    """A copy of the official file, what was done to it, and the words that the change must name."""

    name: str
    root: Element
    says: str


def body() -> Element:
    """The official file's document.xml, fresh to be edited."""
    with zipfile.ZipFile(OFFICIAL) as package:
        return etree.fromstring(package.read("word/document.xml"))


def packed(root: Element) -> bytes:
    """The official file with another document.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(OFFICIAL) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def cells(root: Element) -> list[Element]:
    """The cells that begin somewhere; those that go on with the cell above are none."""
    return [cell for cell in root.iter(f"{WORD}tc") if not _goes_on(cell)]


def rows(root: Element) -> list[Element]:
    """The lines of all tables."""
    return list(root.iter(f"{WORD}tr"))


def paragraphs(root: Element) -> list[Element]:
    """The paragraphs outside tables that say something."""
    return [each for each in root.iterfind(f"{WORD}body/{WORD}p") if text_of(each)]


def text_of(element: Element) -> str:
    """What a cell, line or paragraph says."""
    return "".join(run.text or "" for run in element.iter(f"{WORD}t")).strip()


def write(element: Element, text: str) -> None:
    """Let a cell or paragraph say this."""
    runs = list(element.iter(f"{WORD}t"))
    for run in runs[1:]:
        run.text = ""
    if not runs:
        paragraph = element.find(f"{WORD}p")
        assert paragraph is not None
        runs = [etree.SubElement(etree.SubElement(paragraph, f"{WORD}r"), f"{WORD}t")]
    runs[0].text = text


def remove(element: Element) -> None:
    """Take an element out."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def join(first: Element, second: Element, text: str) -> None:
    """Make one cell of two that stand side by side."""
    write(first, text)
    _span(first, _width(first) + _width(second))
    remove(second)


def labels_changed() -> Iterator[Edited]:
    """Every label lengthened by a word, and blanked."""
    for place, cell in enumerate(cells(body())):
        text = text_of(cell)
        for fresh in (f"{text}增补", "") if text else ():
            root = body()
            write(cells(root)[place], fresh)
            yield Edited(f"{text} → {fresh}", root, fresh or text)


def figures_put_in() -> Iterator[Edited]:
    """Something written into every cell that is to be filled in: a figure, a sign, or words."""
    for place, cell in enumerate(cells(body())):
        if not text_of(cell):
            fresh = ("5", "—", "不填")[place % 3]
            root = body()
            write(cells(root)[place], fresh)
            yield Edited(f"cell {place} → {fresh}", root, fresh)


def lines_deleted() -> Iterator[Edited]:
    """Every line of every table taken out: titles, headers and rows."""
    for place, line in enumerate(rows(body())):
        root = body()
        texts = [text_of(cell) for cell in line.iterfind(f"{WORD}tc")]
        remove(rows(root)[place])
        yield Edited(f"line {place} deleted", root, next(filter(None, reversed(texts)), ""))


def lines_added() -> Iterator[Edited]:
    """A line like it put in after every line, with a new label; and every line put in once more as it is."""
    for place, line in enumerate(rows(body())):
        for says in ("新增事项", text_of(line)):
            root = body()
            old = rows(root)[place]
            fresh = deepcopy(old)
            if says == "新增事项":
                for cell in fresh.iterfind(f"{WORD}tc"):
                    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
                    if merge is not None:  # as Word continues a merged cell over a new line
                        merge.attrib.clear()
                        write(cell, "")
                labels = [cell for cell in fresh.iterfind(f"{WORD}tc") if text_of(cell)]
                for rank, cell in enumerate(reversed(labels)):
                    write(cell, "" if rank else says)
            labels = [cell for cell in fresh.iterfind(f"{WORD}tc") if text_of(cell)]
            old.addnext(fresh)
            yield Edited(f"line {place} and {says}", root, text_of(labels[-1]) if labels else "")


def columns_deleted() -> Iterator[Edited]:
    """Every grid column of every table taken out."""
    for number, table in enumerate(body().iter(f"{WORD}tbl")):
        for column in range(len(table.findall(f"{WORD}tblGrid/{WORD}gridCol"))):
            root = body()
            _drop_column(list(root.iter(f"{WORD}tbl"))[number], column)
            yield Edited(f"column {column} of table {number}", root, "")


def _drop_column(table: Element, column: int) -> None:
    remove(table.findall(f"{WORD}tblGrid/{WORD}gridCol")[column])
    for line in table.iterfind(f"{WORD}tr"):
        start = 0
        for cell in line.findall(f"{WORD}tc"):
            end = start + _width(cell)
            if start <= column < end:
                if end - start == 1:
                    remove(cell)
                else:
                    _span(cell, end - start - 1)
                break
            start = end


def _goes_on(cell: Element) -> bool:
    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
    return merge is not None and merge.get(f"{WORD}val") != "restart"


def _width(cell: Element) -> int:
    span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
    return 1 if span is None else int(span.get(f"{WORD}val", "1"))


def _span(cell: Element, width: int) -> None:
    properties = cell.find(f"{WORD}tcPr")
    assert properties is not None
    span = properties.find(f"{WORD}gridSpan")
    if span is None:
        span = etree.SubElement(properties, f"{WORD}gridSpan")
    span.set(f"{WORD}val", str(width))
