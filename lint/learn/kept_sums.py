"""The sums and carry-overs of a known table that still hold in the new one, and what must be said of the others."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint.forms.editions import OPEN
from lint.forms.sums import SumSpec
from lint.forms.template import TableSpec
from lint.model import Phrase


class _Line(NamedTuple):
    """A row or column of the new table: its key (“?” if new) and its label path."""

    key: str
    path: tuple[str, ...]


def with_sums(table: TableSpec, like: TableSpec, remarks: list[Phrase]) -> TableSpec:
    """Return the table with the known sums and carries whose rows and columns are all still there."""
    rows = [_Line(row.key, row.labels) for _, row in table.rows()]
    columns = [_Line(column.key, column.labels) for band in table.bands for column in band.columns]
    lines: Mapping[str, list[_Line]] = {"column": rows, "row": columns}
    known = {"column": {row.key: row.labels for _, row in like.rows()}}
    known["row"] = {column.key: column.labels for band in like.bands for column in band.columns}
    sums = []
    for each in like.sums:
        gone = sorted(set(each.terms) - {line.key for line in lines[each.along]})
        if gone:
            names = "、".join("".join(known[each.along][key][-1:]) or key for key in gone)
            zh = f"{like.name.zh}：合计 {each.key} 用到的“{names}”没有了，这条合计没有沿用，请重写"
            en = f"{like.name.en}: the sum {each.key} was dropped, as “{names}” is gone; write it anew"
            remarks.append(Phrase(zh, en))
        else:
            sums.append(each)
            remarks += _newcomers(each, lines[each.along], like)
    kept = {line.key for line in rows}
    carries = tuple(carry for carry in like.carries if set(carry) <= kept)
    if len(carries) < len(like.carries):
        zh, en = (
            "上下年结转的两行有一行没有了，结转关系没有沿用",
            "a row of a carry-over is gone; the carry-over was dropped",
        )
        remarks.append(Phrase(f"{like.name.zh}：{zh}", f"{like.name.en}: {en}"))
    return table._replace(sums=tuple(sums), carries=carries)


def _newcomers(each: SumSpec, lines: Sequence[_Line], like: TableSpec) -> list[Phrase]:
    """Return a remark for each new row or column whose whole group takes part in a sum: the sum may need it."""
    remarks = []
    for line in lines:
        group = [other.key for other in lines if other.path[:-1] == line.path[:-1] and other.key != OPEN]
        if line.key == OPEN and group and set(group) <= set(each.terms):
            name = line.path[-1] if line.path else OPEN
            zh = f"{like.name.zh}：“{name}”是新增的，同组各项都计入合计 {each.key}，请看它是否也要计入"
            en = f"{like.name.en}: “{name}” is new, and all of its group count in the sum {each.key}; should it too?"
            remarks.append(Phrase(zh, en))
    return remarks
