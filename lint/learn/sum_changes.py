"""The sums of two tables → what differs, term by term in the labels of rows and columns."""

from collections.abc import Iterator, Mapping, Sequence

from lint.forms.sums import SumSpec
from lint.forms.template import TableSpec
from lint.learn.changes import Change
from lint.learn.table_changes import Laying
from lint.learn.words import listed, quoted
from lint.model import Phrase

_SPELT_OUT = 8  # terms; of longer sums only the number of terms is told


def sum_changes(laid: Laying) -> Iterator[Change]:
    """Yield the sums gone, new and of other terms; nothing where one side has no sums at all."""
    olds, news = ({spec.key: spec for spec in table.sums} for table in (laid.old, laid.new))
    if olds and news:
        for key, old in olds.items():
            if key not in news:
                yield _whole(laid, laid.old, old, Phrase("取消算式", "a sum is gone"))
            elif _terms(old) != _terms(news[key]):
                yield _altered(laid, old, news[key])
        for key, new in news.items():
            if key not in olds:
                yield _whole(laid, laid.new, new, Phrase("新增算式", "a sum is new"))
    if laid.old.carries and laid.new.carries and laid.old.carries != laid.new.carries:
        yield _carried(laid)


def _terms(spec: SumSpec) -> tuple[object, ...]:
    return spec.along, frozenset(spec.left), frozenset(spec.right)


def _names(table: TableSpec) -> Mapping[str, str]:
    """Return the labels of rows and columns by key."""
    columns = {column.key: band.name(column) for band in table.bands for column in band.columns}
    return columns | {row.key: row.labels[-1] for _, row in table.rows() if row.labels}


def _labels(names: Mapping[str, str], keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(names.get(key, key) for key in keys)


def _formula(names: Mapping[str, str], spec: SumSpec) -> Phrase:
    left, right = (_side(names, keys) for keys in (spec.left, spec.right))
    return Phrase(f"{left.zh}＝{right.zh}", f"{left.en} = {right.en}")


def _side(names: Mapping[str, str], keys: Sequence[str]) -> Phrase:
    if len(keys) > _SPELT_OUT:
        return Phrase(f"{len(keys)} 项之和", f"the sum of {len(keys)} terms")
    marks = [quoted(text) for text in _labels(names, keys)]
    return Phrase("＋".join(marks), " + ".join(marks))


def _whole(laid: Laying, table: TableSpec, spec: SumSpec, what: Phrase) -> Change:
    names = _names(table)
    formula, terms = _formula(names, spec), _labels(names, spec.terms)
    sentence = Phrase(f"{what.zh}：{formula.zh}", f"{what.en}: {formula.en}")
    if table is laid.old:
        return Change("sum-dropped", laid.where, sentence, old=terms)
    return Change("sum-added", laid.where, sentence, new=terms)


def _altered(laid: Laying, old: SumSpec, new: SumSpec) -> Change:
    before, after = _names(laid.old), _names(laid.new)
    gone = _labels(before, [key for key in old.terms if key not in new.terms])
    fresh = _labels(after, [key for key in new.terms if key not in old.terms])
    zh = "，".join([f"不再计{_some(gone).zh}"] * bool(gone) + [f"改计{_some(fresh).zh}"] * bool(fresh))
    en = " and ".join([f"no longer counts {_some(gone).en}"] * bool(gone) + [f"counts {_some(fresh).en}"] * bool(fresh))
    if not (gone or fresh):
        was, now = _formula(before, old), _formula(after, new)
        zh, en = f"由{was.zh}改为{now.zh}", f"was {was.en} and is {now.en}"
    left = listed(_labels(after, new.left))
    sentence = Phrase(f"{left.zh}的算式{zh}", f"the sum for {left.en} {en}")
    return Change("sum-changed", laid.where, sentence, gone, fresh)


def _some(labels: Sequence[str]) -> Phrase:
    """Return labels as a list; of more than two the first and how many."""
    if len(labels) <= 2:
        return listed(labels)
    mark, count = quoted(labels[0]), len(labels)
    return Phrase(f"{mark}等 {count} 项", f"{mark} and {count - 1} more")


def _carried(laid: Laying) -> Change:
    rows = [[_labels(_names(table), carry) for carry in table.carries] for table in (laid.old, laid.new)]
    zh = ["、".join(f"本年{quoted(target)}接上年{quoted(source)}" for source, target in each) for each in rows]
    en = [", ".join(f"{quoted(target)} from last year's {quoted(source)}" for source, target in each) for each in rows]
    sentence = Phrase(f"跨年衔接由{zh[0]}改为{zh[1]}", f"what is carried over: formerly {en[0]}, now {en[1]}")
    olds, news = (tuple("→".join(each) for each in side) for side in rows)
    return Change("carry-changed", laid.where, sentence, olds, news)
