"""One pass in C over the whole part → which paragraphs and cells need the careful walk, and what was odd.

Everything that is not listed here is read on the fast path: a paragraph is then the join of the `w:t` met in this pass.
"""

from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from lint.readers.word import tags

_INLINE: Final = frozenset({
    tags.TAB, tags.BR, tags.CR, tags.SYM, tags.PTAB, tags.NO_BREAK_HYPHEN, tags.RUBY, tags.FLD_CHAR, tags.MATH,
    tags.DRAWING, tags.PICT, tags.OBJECT, tags.TXBX,
})  # fmt: skip
_WRAPPERS: Final = frozenset({
    tags.SDT, tags.CUSTOM_XML, tags.SMART_TAG, tags.ALTERNATE, tags.ALT_CHUNK, tags.TBL,
})  # fmt: skip
_CELL: Final = frozenset({tags.GRID_SPAN, tags.V_MERGE, tags.H_MERGE, tags.CELL_DEL})
_ROW: Final = frozenset({tags.GRID_BEFORE, tags.GRID_AFTER})
_REFORMATTING: Final = frozenset(tags.REFORMATTING)
_REVISIONS: Final = {
    tags.INS: "insertion", tags.CELL_INS: "insertion", tags.DEL: "deletion", tags.MOVE_FROM: "move",
    tags.MOVE_TO: "move", tags.COMMENT_REFERENCE: "comment", **dict.fromkeys(tags.REFORMATTING, "reformatting"),
}  # fmt: skip
_LONG_WAY: Final = 12  # levels; a text box stands ten below its paragraph
_ALWAYS: Final = (*_INLINE, *_WRAPPERS, *_CELL, *_ROW, *_REVISIONS, tags.NUM_PR, tags.VANISH)


class Survey(NamedTuple):
    """What the pass found, keyed by element; filled once by `survey` and only read afterwards."""

    texts: dict[Element, list[str]]  # paragraph → the texts in it; those of odd paragraphs mean nothing
    cells: dict[Element, list[list[str]]]  # cell → the texts of the paragraphs right in it
    odd: set[Element]  # paragraphs that are more than the join of their w:t
    complex_cells: set[Element]  # cells that hold more than plain paragraphs
    properties: dict[Element, list[Element]]  # of cells and rows: gridSpan, vMerge, gridBefore ...
    deleted: set[Element]  # rows and cells deleted by a tracked change
    joined: set[Element]  # paragraphs whose mark is deleted: they run on into the next
    numbered: dict[Element, Element]  # paragraph → its numPr
    styled: dict[Element, str]  # paragraph → its style, where that style has a number or hides
    vanishing: set[Element]  # paragraphs with runs that may be hidden
    anchors: dict[Element, list[str]]  # paragraph → kinds of note that occur there first
    counts: dict[str, int]  # kind of note → how often
    begun: list[int]  # difference of field beginnings and ends, to tell broken fields
    around: dict[Element, Element | None]  # element deep inside → the nearest paragraph around it


def survey(root: Element, styles: frozenset[str]) -> Survey:
    """Look once at every element that matters; `styles` are the identifiers of styles with a number or that hide."""
    seen = Survey({}, {}, set(), set(), {}, set(), set(), {}, {}, set(), {}, {}, [0], {})
    wanted = (*_ALWAYS, tags.P_STYLE, tags.R_STYLE) if styles else _ALWAYS
    texts: list[str] = []
    for element in root.iter(tags.T, tags.P, *wanted):
        tag = element.tag
        if tag == tags.T:
            texts.append(element.text or "")
            continue
        parent = element.getparent()
        if parent is None:
            continue
        if tag == tags.P:
            texts = _begin(seen, element, parent)
        elif tag in _INLINE:
            _inline(seen, element, tag, parent)
        elif tag in _CELL or tag in _ROW:
            _geometry(seen, element, tag, parent)
        elif tag in _WRAPPERS:
            _wrapper(seen, tag, parent)
        elif tag in _REVISIONS:
            _revision(seen, element, tag, parent)
        else:
            _formatting(seen, element, tag, parent, styles)
    seen.complex_cells.update(cell for p in seen.odd if (cell := p.getparent()) is not None and cell.tag == tags.TC)
    return seen


def _begin(seen: Survey, paragraph: Element, parent: Element) -> list[str]:
    """Return where the texts of a paragraph will be gathered."""
    texts: list[str] = []
    seen.texts[paragraph] = texts
    if parent.tag == tags.TC:
        seen.cells.setdefault(parent, []).append(texts)
    elif parent.tag != tags.BODY and (outer := _paragraph(seen, parent)) is not None:
        seen.odd.add(outer)  # a text box, or a paragraph inside a paragraph as some programs write it
    return texts


def _paragraph(seen: Survey, element: Element | None) -> Element | None:
    """Return the nearest paragraph around an element; a long way is remembered, lest many elements go it each."""
    passed: list[Element] = []
    while element is not None and element.tag != tags.P:
        if element in seen.around:
            return seen.around[element]
        passed.append(element)
        element = element.getparent()
    if len(passed) > _LONG_WAY:
        seen.around.update(dict.fromkeys(passed, element))
    return element


def _inline(seen: Survey, element: Element, tag: str, parent: Element) -> None:
    if tag == tags.TAB and parent.tag == tags.TABS:
        return  # a tab stop, not a tab
    if tag == tags.FLD_CHAR:
        kind = element.get(tags.FLD_CHAR_TYPE)
        seen.begun[0] += 1 if kind == "begin" else -1 if kind == "end" else 0
    if tag == tags.TXBX:
        seen.odd.update(element.iter(tags.P))  # what follows the box would else be taken for text of its last paragraph
    paragraph = _paragraph(seen, parent)
    if paragraph is not None:
        seen.odd.add(paragraph)


def _wrapper(seen: Survey, tag: str, parent: Element) -> None:
    if parent.tag == tags.TC:
        seen.complex_cells.add(parent)
    elif tag == tags.ALTERNATE:
        paragraph = _paragraph(seen, parent)
        if paragraph is not None:
            seen.odd.add(paragraph)


def _geometry(seen: Survey, element: Element, tag: str, properties: Element) -> None:
    owner = properties.getparent()
    if owner is None or owner.tag not in {tags.TC, tags.TR}:
        return  # the old properties kept inside a tracked change
    if tag == tags.CELL_DEL:
        seen.deleted.add(owner)
        _count(seen, "deletion", owner)
    else:
        seen.properties.setdefault(owner, []).append(element)


def _revision(seen: Survey, element: Element, tag: str, parent: Element) -> None:
    owner = parent.getparent()
    drops = tag in {tags.DEL, tags.MOVE_FROM}
    if parent.tag == tags.TRPR and owner is not None:
        if drops:
            seen.deleted.add(owner)
    elif drops and parent.tag == tags.RPR and owner is not None and owner.tag == tags.PPR:
        paragraph = owner.getparent()
        if paragraph is not None:
            seen.joined.add(paragraph)
            seen.odd.add(paragraph)
            if (cell := paragraph.getparent()) is not None and cell.tag == tags.TC:
                seen.complex_cells.add(cell)
    elif drops:
        paragraph = _paragraph(seen, parent)
        if paragraph is not None:
            seen.odd.add(paragraph)
    elif parent.tag == tags.TC:
        seen.complex_cells.add(parent)
    _count(seen, _REVISIONS[tag], element)


def _count(seen: Survey, kind: str, element: Element) -> None:
    """Count one more of this kind; the first is pinned to the nearest paragraph around it, else inside or after it."""
    known = seen.counts.get(kind, 0)
    seen.counts[kind] = known + 1
    if known:
        return
    paragraph, place = _paragraph(seen, element), element
    while paragraph is None:
        paragraph = next(place.iter(tags.P), None)
        parent = place.getparent()
        if parent is None:
            break
        place = parent
    if paragraph is not None:
        seen.anchors.setdefault(paragraph, []).append(kind)
        seen.odd.add(paragraph)


def _formatting(seen: Survey, element: Element, tag: str, parent: Element, styles: frozenset[str]) -> None:
    """Sort out numPr, vanish and style references; those in a tracked change's old properties do not count."""
    owner = parent.getparent()
    if owner is None:
        return
    if tag in {tags.NUM_PR, tags.P_STYLE}:
        style = element.get(tags.VAL, "")
        if parent.tag != tags.PPR or owner.tag != tags.P or (tag == tags.P_STYLE and style not in styles):
            return
        if tag == tags.NUM_PR:
            seen.numbered[owner] = element
        else:
            seen.styled[owner] = style
        seen.odd.add(owner)
    elif owner.tag == tags.R and (tag == tags.VANISH or element.get(tags.VAL) in styles):
        paragraph = _paragraph(seen, owner)
        if paragraph is not None:
            seen.vanishing.add(paragraph)
            seen.odd.add(paragraph)
