"""Last year's report → what this year's form takes over from it: figures carried forward, the body, the year."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.align import align
from lint.align.subject import Identity, TableMatch, Value
from lint.errors import UsageError
from lint.forms.layout import Values
from lint.forms.template import Band, Carry, CellKind, RowSpec, TableSpec, Template
from lint.language.names import body_name
from lint.model import Document, Phrase

_YEAR_BEHIND = re.compile(r"[(（]?(?<!\d)\d{4}年?度?[)）]?$")
# What stands in a form until somebody writes a name there, and a year in digits, which is no part of a name.
_NO_NAME = re.compile(
    r"[×╳□○◯?？]|[XxＸｘ]{2}|某某|^[(（]|(?<!\d)(?:19|2[01])\d\d(?!\d)|[一二][〇○零一二三四五六七八九]{3}年"
)
_LONGEST = 15  # digits; what is longer is no figure of a report


class Carried(NamedTuple):
    """`figures` by table, row and column key of this year's form; `body` and `year` are those of last year's report.

    `gaps` say which figures could not be taken over, and why.
    """

    figures: Mapping[str, Values]
    body: str = ""
    year: int | None = None
    gaps: tuple[Phrase, ...] = ()


def carried_over(last: Document, template: Template, others: Sequence[Template] = ()) -> Carried:
    """Return what `template` takes over from last year's report, which may be on one of the `others`.

    UsageError if it is no report on this form.
    """
    subject = align(last, template, None, others)
    if not subject.sections and not subject.tables:
        raise UsageError(
            Phrase(
                f"“{last.name}”里找不到这个表单的任何部分或表格，请确认它是去年的报告",
                f"{last.name} has no section and no table of this form; make sure it is last year's report",
            )
        )
    figures: dict[str, Values] = {}
    gaps: list[Phrase] = []
    for spec in template.tables:
        found: dict[str, dict[str, str]] = {}
        for carry in spec.carries:
            row, lacking = _row(spec, carry, subject.tables.get(spec.key))
            found[carry.target] = row
            gaps += lacking
        figures[spec.key] = found
    return Carried(figures, _body(subject.identity), subject.identity.year, tuple(gaps))


def mismatches(carried: Carried, body: str, year: int | None) -> Iterator[Phrase]:
    """Yield what speaks against last year's report being this body's, or the one before `year`."""
    own, theirs = body_name(body), body_name(carried.body)
    if own and theirs and not own.endswith(theirs) and not theirs.endswith(own):
        yield Phrase(
            f"去年的报告是“{carried.body}”的，不是“{body}”的，请核对是否拿错了文件",
            f"last year's report is by {carried.body}, not by {body}; make sure it is the right file",
        )
    if year is not None and carried.year is not None and carried.year != year - 1:
        yield Phrase(
            f"去年的报告应是 {year - 1} 年度的，这一份是 {carried.year} 年度的，请核对结转的数字",
            f"last year's report should be on {year - 1}, this is on {carried.year}; check the figures carried over",
        )


def _body(identity: Identity) -> str:
    """Return the name of a body without a year behind it; "" for what stands in a form that nobody filled in."""
    name = _YEAR_BEHIND.sub("", identity.body or "")
    blank = "__" in identity.title_text or _NO_NAME.search(name) is not None
    return name if len(name) > 1 and name.isprintable() and not blank else ""


def _row(spec: TableSpec, carry: Carry, match: TableMatch | None) -> tuple[dict[str, str], list[Phrase]]:
    """Return the figures of one row by column key, and what is lacking."""
    band, target = _place(spec, carry.target)
    label = target.labels[-1] if target.labels else carry.target
    if match is None:
        zh = f"去年的报告里找不到{spec.name.zh}，“{label}”行请手工填写"
        return {}, [Phrase(zh, f"last year's report lacks {spec.name.en}; fill in the row “{label}” by hand")]
    row: dict[str, str] = {}
    lacking: list[str] = []
    for column in band.columns:
        figure = _figure(match.values.get((carry.source, column.key)), column.kind)
        if figure:
            row[column.key] = figure
        else:
            lacking.append(band.name(column))
    if not lacking:
        return row, []
    zh = (
        f"去年的报告里有 {len(lacking)} 格没有可结转的数字，"
        f"{spec.name.zh}“{label}”行的这几格请手工填写：{'、'.join(lacking)}"
    )
    en = (
        f"{len(lacking)} cells of last year's report have no figure to carry over; in {spec.name.en}, row “{label}”, "
        f"fill these in by hand: {', '.join(lacking)}"
    )
    return row, [Phrase(zh, en)]


def _figure(value: Value | None, kind: CellKind) -> str:
    """Return a figure as it is carried over; "" for none, and for one that such a cell cannot hold."""
    if value is None or value.number is None:
        return ""
    number = value.number
    text = str(number) if isinstance(number, int) else format(number, "f")
    sound = (kind == "change" or number >= 0) and (kind != "count" or text.lstrip("-").isdigit())
    return text if sound and sum(sign.isdigit() for sign in text) <= _LONGEST else ""


def _place(spec: TableSpec, key: str) -> tuple[Band, RowSpec]:
    return next((band, row) for band, row in spec.rows() if row.key == key)
