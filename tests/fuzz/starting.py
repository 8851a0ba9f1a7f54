"""Sound reports that the mutators start from: conforming ones, those with a defect each, and one of oddities."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from lint.model import Document
from samples.writing import docx_bytes
from tests.readers.fragments import SPACES, docx, p, part, run, span, tbl, tc, tr
from tests.whole.checking import all_zero, busy, examples

SAMPLES = Path(__file__).parents[2] / "samples"

_NUMBERING = part(
    "numbering",
    "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="%{level + 1}、"/></w:lvl>'
            for level, style in enumerate(("chineseCounting", "decimal", "upperRoman", "lowerLetter"))
        )
        + f'</w:abstractNum><w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in (1, 2)
    ),
)
_STYLES = part(
    "styles",
    '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="I"><w:basedOn w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>',
)
_LISTED = '<w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'
_ODDITIES = (
    p("甲镇人民政府2021年政府信息公开工作年度报告")
    + p("总体情况", properties=_LISTED)
    + p("乙", inner=f'<w:ins w:id="1">{run("新")}</w:ins><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')
    + tbl(
        tr(tc("a", span(2)), "b"),
        tr("c", tc("d", '<w:vMerge w:val="restart"/>'), tc("", inner=tbl(tr("1", "2")) + p("e"))),
        tr("f", tc("", "<w:vMerge/>"), "3"),
        columns=[900, 200, 900],
    )
    + p(inner='<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>')
    + p("题", inner='<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    + p(
        inner=f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    + p("其他", properties='<w:pStyle w:val="I"/>')
)


@cache
def words() -> tuple[bytes, ...]:
    """Word packages: the samples, and one with a little of everything a body may hold."""
    return (
        *(path.read_bytes() for path in sorted(SAMPLES.glob("*.docx"))),
        docx(_ODDITIES, styles=_STYLES, numbering=_NUMBERING),
        docx(_ODDITIES * 3, styles=_STYLES, numbering=_NUMBERING),
    )


@cache
def _built(edition: str | None, rank: int) -> Document:
    made = examples(edition)
    whole = [example for example in made.examples if not example.file]
    return made.document(whole[rank]) if rank < len(whole) else made.document()


def document(rng: Random) -> Document:
    """Return a conforming report of either edition, or one with a defect."""
    edition = rng.choice([None, None, "2019"])
    match rng.randrange(4):
        case 0:
            return busy(edition)
        case 1:
            return all_zero(edition)
        case _:
            return _built(edition, rng.randrange(len(examples(edition).examples)))


def word(rng: Random) -> bytes:
    """Return a sound Word package."""
    return rng.choice(words()) if rng.random() < 0.8 else docx_bytes(document(rng))


def declared() -> dict[str, str]:
    """Return the prefixes that the fragments use, for mutators that write elements of their own."""
    return dict(SPACES)
