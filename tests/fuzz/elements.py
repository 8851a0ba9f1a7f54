"""The tree of a Word part → the same with elements dropped, doubled, moved, wrapped, renamed and oddities put in."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from tests.fuzz.cases import NUMBERS, SIGNS
from tests.fuzz.starting import declared
from tests.readers.fragments import DECLARED, W_URI, p, run, tbl, tr

Element = etree._Element

_W = f"{{{W_URI}}}"
_MC = f"{{{declared()['mc']}}}"
_NAMED = (
    "p r t tbl tr tc body tab br cr sym ptab sdt sdtContent customXml smartTag ins del moveFrom moveTo "
    "txbxContent pict object drawing hyperlink fldSimple ruby rt rubyBase pPr rPr tcPr trPr tblPr tblGrid gridCol "
    "gridSpan vMerge hMerge gridBefore gridAfter cellDel cellIns numPr numId ilvl vanish pStyle rStyle altChunk "
    "sectPr delText instrText commentReference unknown"
)
_WRAPPING = (
    "ins del moveFrom moveTo sdt sdtContent customXml smartTag hyperlink fldSimple r p tc tr tbl txbxContent rt pPr bdo"
)
_SET_OFTEN = "val w type fldCharType ilvl numId start font char id author name"
_MEANT = "gridSpan vMerge hMerge gridBefore gridCol numId ilvl p tbl tr tc t r pStyle fldChar"
_NAMES, _WRAPS, _ATTRIBUTES = _NAMED.split(), _WRAPPING.split(), _SET_OFTEN.split()
_TELLING = tuple(_W + name for name in _MEANT.split())
_WORDS = (
    "restart",
    "continue",
    "begin",
    "separate",
    "end",
    "page",
    "textWrapping",
    "decimal",
    "chineseCounting",
    "bullet",
    "none",
)
_SMALL, _SECOND = tbl(tr("a", "b")), f"<mc:Fallback>{run('退')}</mc:Fallback>"
_SNIPPETS = tuple(
    etree.fromstring(f"<x {DECLARED}>{xml}</x>")[0]
    for xml in (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:r><w:instrText>IF 1 = 1</w:instrText></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="D800"/></w:r>',
        '<w:r><w:sym w:font="Symbol" w:char="-1"/></w:r>',
        '<w:r><w:br w:type="page"/><w:br/><w:tab/><w:ptab/><w:cr/><w:noBreakHyphen/></w:r>',
        "<w:r><w:ruby><w:rt><w:r><w:t>zhen</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>镇</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:r><m:t>1+1</m:t></m:r></m:oMath>",
        '<w:altChunk r:id="r1"/>',
        '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>',
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框')}{_SMALL}</w:txbxContent></v:textbox></w:pict></w:r>",
        f'<mc:AlternateContent><mc:Choice Requires="wps">{run("选")}</mc:Choice>{_SECOND}</mc:AlternateContent>',
        f'<mc:AlternateContent><mc:Choice Requires="xx">{p("选")}</mc:Choice></mc:AlternateContent>',
        '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>',
        '<w:trPr><w:del w:id="1"/></w:trPr>',
        '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>',
        "<w:tcPr><w:hMerge/></w:tcPr>",
        '<w:trPr><w:gridBefore w:val="3"/></w:trPr>',
        '<w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr>',
        "<w:rPr><w:vanish/></w:rPr>",
        '<w:rPrChange w:id="2"><w:rPr><w:vanish/></w:rPr></w:rPrChange>',
        '<w:commentReference w:id="0"/>',
        tbl(tr(tbl(tr("a", "b"), tr("c", "d")), "e"), tr("f")),
        tbl(),
        tbl(tr()),
        "<w:tc/>",
    )
)  # fmt: skip


def _parent(at: Element) -> Element:
    parent = at.getparent()
    return at if parent is None else parent


def _drop(_: Random, at: Element, __: list[Element]) -> None:
    if (parent := at.getparent()) is not None:
        parent.remove(at)


def _double(rng: Random, at: Element, _: list[Element]) -> None:
    if (parent := at.getparent()) is not None:
        place = parent.index(at)
        for _copy in range(rng.choice([1, 1, 2, 5, 60])):
            parent.insert(place, deepcopy(at))


def _move(rng: Random, at: Element, others: list[Element]) -> None:
    target = rng.choice(others)
    if at not in {*target.iterancestors(), target} and at.getparent() is not None:
        target.insert(rng.randrange(len(target) + 1), at)


def _swap(rng: Random, at: Element, others: list[Element]) -> None:
    target = rng.choice(others)
    if at in {*target.iterancestors(), target} or target in set(at.iterancestors()):
        return
    one, other = at.getparent(), target.getparent()
    if one is not None and other is not None:
        first, second = deepcopy(at), deepcopy(target)
        one.replace(at, second)
        other.replace(target, first)


def _wrap(rng: Random, at: Element, _: list[Element]) -> None:
    for _level in range(rng.choice([1, 1, 1, 2, 3, 20, 100, 240])):
        parent = at.getparent()
        if parent is None:
            return
        place = parent.index(at)
        outer = (
            etree.Element(_W + rng.choice(_WRAPS)) if rng.random() < 0.9 else etree.Element(_MC + "AlternateContent")
        )
        parent.insert(place, outer)
        inner = outer
        if outer.tag.startswith(_MC):
            inner = etree.SubElement(
                outer, _MC + rng.choice(["Choice", "Fallback"]), {"Requires": rng.choice(["", "wps", "none"])}
            )
        inner.append(at)
        at = outer


def _unwrap(_: Random, at: Element, __: list[Element]) -> None:
    if (parent := at.getparent()) is not None:
        place = parent.index(at)
        for child in reversed(at):
            parent.insert(place + 1, child)
        parent.remove(at)


def _rename(rng: Random, at: Element, _: list[Element]) -> None:
    at.tag = _W + rng.choice(_NAMES)


def _set(rng: Random, at: Element, _: list[Element]) -> None:
    names = list(at.attrib)
    name = rng.choice(names) if names and rng.random() < 0.8 else _W + rng.choice(_ATTRIBUTES)
    at.set(name, rng.choice([*NUMBERS, *_WORDS]))


def _unset(rng: Random, at: Element, _: list[Element]) -> None:
    if at.attrib:
        del at.attrib[rng.choice(list(at.attrib))]


def _insert(rng: Random, at: Element, _: list[Element]) -> None:
    at.insert(rng.randrange(len(at) + 1), deepcopy(rng.choice(_SNIPPETS)))


def _text(rng: Random, at: Element, _: list[Element]) -> None:
    at.text = fit(rng.choice(SIGNS)) * rng.choice([1, 1, 1, 30])


def _respell(rng: Random, at: Element, _: list[Element]) -> None:
    text = at.text or ""
    place = rng.randrange(len(text) + 1)
    at.text = text[:place] + fit(rng.choice(SIGNS)) + text[place + rng.randrange(3) :]


def fit(text: str) -> str:
    """Return the text without the signs that XML 1.0 does not allow."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")


_CHANGES: tuple[Callable[[Random, Element, list[Element]], None], ...] = (
    _drop, _double, _move, _swap, _wrap, _wrap, _unwrap, _rename, _set, _set, _unset, _insert, _insert, _insert, _text,
    _respell,
)  # fmt: skip


def changed(rng: Random, root: Element) -> None:
    """Change the tree at one place, which is most often one that means something to a reader."""
    everywhere = list(root.iter(etree.Element))
    wanted = list(root.iter(rng.choice(_TELLING))) if rng.random() < 0.8 else everywhere
    at = rng.choice(wanted or everywhere)
    if rng.random() < 0.1:
        at = _parent(at)
    rng.choice(_CHANGES)(rng, at, everywhere)
