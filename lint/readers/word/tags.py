"""Names of WordprocessingML elements and attributes, in the transitional namespace."""

from __future__ import annotations

from typing import Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def w(name: str) -> str:
    """Return the qualified name of a Word element or attribute."""
    return _W + name


DOCUMENT, BODY, P, R, T = w("document"), w("body"), w("p"), w("r"), w("t")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
PPR, RPR, TRPR, TBL_GRID, GRID_COL = w("pPr"), w("rPr"), w("trPr"), w("tblGrid"), w("gridCol")
GRID_SPAN, V_MERGE, H_MERGE = w("gridSpan"), w("vMerge"), w("hMerge")
GRID_BEFORE, GRID_AFTER, CELL_DEL, CELL_INS = w("gridBefore"), w("gridAfter"), w("cellDel"), w("cellIns")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
SDT, CUSTOM_XML, SMART_TAG, ALT_CHUNK = w("sdt"), w("customXml"), w("smartTag"), w("altChunk")
TXBX, DRAWING, PICT, OBJECT = w("txbxContent"), w("drawing"), w("pict"), w("object")
TAB, TABS, BR, CR, SYM, PTAB, NO_BREAK_HYPHEN = (
    w("tab"), w("tabs"), w("br"), w("cr"), w("sym"), w("ptab"), w("noBreakHyphen"),
)  # fmt: skip
RUBY, RUBY_TEXT = w("ruby"), w("rt")
FLD_CHAR, FLD_CHAR_TYPE = w("fldChar"), w("fldCharType")
NUM_PR, NUM_ID, ILVL, P_STYLE, R_STYLE, VANISH = (
    w("numPr"), w("numId"), w("ilvl"), w("pStyle"), w("rStyle"), w("vanish"),
)  # fmt: skip
COMMENT_REFERENCE = w("commentReference")
VAL, TYPE, CHAR, FONT, WIDTH = w("val"), w("type"), w("char"), w("font"), w("w")
REFORMATTING: Final = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr", "numbering")
)
MATH, MATH_TEXT = _M + "oMath", _M + "t"
BLIP, IMAGE_DATA = _A + "blip", _V + "imagedata"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"

PROPERTIES: Final = frozenset(
    map(w, ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sectPr", "sdtPr", "sdtEndPr", "rubyPr"))
)
DROPPED: Final = frozenset({DEL, MOVE_FROM, w("delText"), w("instrText"), w("delInstrText"), RUBY_TEXT, FALLBACK})
SKIPPED: Final = PROPERTIES | DROPPED
OFF: Final = frozenset({"0", "false", "off"})
