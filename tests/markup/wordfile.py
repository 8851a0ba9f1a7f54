"""The XML of a built Word file, and the order in which the schema wants the children of its elements."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.oxml.ns import qn

from lint.markup.elements import Element

# ECMA-376 part 1, in the order of the sequences; what these files have no use for is left out.
ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs snapToGrid spacing ind jc "
    "textAlignment outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs strike color spacing w kern position sz szCs highlight u lang",
    "w:tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "w:tblBorders": "top left bottom right insideH insideV",
    "w:tblCellMar": "top left bottom right",
    "w:trPr": None,  # a choice, in any order
    "w:tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "w:sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding text",
    "w:sdt": "sdtPr sdtEndPr sdtContent",
    "w:p": "pPr |r sdt fldSimple",  # what stands behind the bar comes in any order
    "w:r": "rPr |t br",
    "w:tc": "tcPr |p",
    "w:sectPr": "headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg docGrid",
    "w:tbl": "tblPr tblGrid tr",
    "w:tr": "trPr tc",
    "w:style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr",
}
MANY = {"tr", "tc", "gridCol", "footerReference", "headerReference"}  # what may stand more than once


def body(data: bytes) -> Element:
    return docx.Document(BytesIO(data)).element.body


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def controls(data: bytes) -> Iterator[tuple[str, str, bool]]:
    """Text, lock ("" for none) of each control, and whether it is a prompt."""
    for control in body(data).iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        lock = properties.find(qn("w:lock"))
        prompt = properties.find(qn("w:showingPlcHdr")) is not None
        text = "".join(piece.text or "" for piece in control.iter(qn("w:t")))
        yield text, "" if lock is None else lock.get(qn("w:val")), prompt


def misplaced(root: Element) -> list[str]:
    """Children that stand where the schema does not want them, or that are unknown to the list above."""
    found = []
    for tag, names in ORDER.items():
        if names is None:
            continue
        first, _, free = names.partition("|")
        ranks = {qn(f"w:{name}"): rank for rank, name in enumerate(first.split())}
        ranks |= dict.fromkeys((qn(f"w:{name}") for name in free.split()), len(ranks))
        many = {qn(f"w:{name}") for name in (*MANY, *free.split())}
        for element in root.iter(qn(tag)):
            tags = [child.tag for child in element]
            places = [ranks.get(name, -1) for name in tags]
            single = [name for name in tags if name not in many]
            if places != sorted(places) or -1 in places or len(single) != len(set(single)):
                found.append(f"{tag}: {tags}")
    return found
