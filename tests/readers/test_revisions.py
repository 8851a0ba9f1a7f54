from __future__ import annotations

import time

import pytest

from lint.model import Location
from tests.readers.fragments import RESTART, document, grid, kinds, p, run, table, tbl, tc, texts, tr

GONE = "<w:r><w:delText>旧</w:delText></w:r>"
MARK = "<w:rPr><w:del w:id='1'/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "text", "noted"),
    [
        pytest.param(p("甲", inner=f"<w:ins>{run('新')}</w:ins>"), ["甲新"], {"insertion": 1}, id="insertion"),
        pytest.param(p("甲", inner=f"<w:del>{GONE}</w:del>"), ["甲"], {"deletion": 1}, id="deletion"),
        pytest.param(
            p("甲", inner=f"<w:del>{run('旧')}</w:del>"), ["甲"], {"deletion": 1}, id="deletion-with-plain-text"
        ),
        pytest.param(
            p("甲", inner=f"<w:ins><w:del>{run('旧')}</w:del>{run('新')}</w:ins>"),
            ["甲新"],
            {"insertion": 1, "deletion": 1},
            id="deleted-inside-inserted",
        ),
        pytest.param(
            p("甲", inner=f"<w:moveFrom>{run('迁')}</w:moveFrom>") + p("乙", inner=f"<w:moveTo>{run('迁')}</w:moveTo>"),
            ["甲", "乙迁"],
            {"move": 2},
            id="move",
        ),
        pytest.param(
            p("甲", properties="<w:pPrChange><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange>")
            + p(inner=run("乙", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")),
            ["甲", "乙"],
            {"reformatting": 2},
            id="old-formatting-does-not-count",
        ),
        pytest.param(p("甲", properties=MARK) + p("乙"), ["甲乙"], {"deletion": 1}, id="deleted-mark-joins"),
        pytest.param(
            p(properties=MARK, inner=f"<w:del>{GONE}</w:del>") + p("乙"),
            ["乙"],
            {"deletion": 2},
            id="deleted-paragraph",
        ),
        pytest.param(p("甲", properties=MARK), ["甲"], {"deletion": 1}, id="deleted-mark-at-the-end"),
        pytest.param(
            f"<w:sdt><w:sdtContent>{p('甲', properties=MARK)}</w:sdtContent></w:sdt>" + p("乙"),
            ["甲乙"],
            {"deletion": 1},
            id="deleted-mark-inside-a-control",
        ),
        pytest.param(p("甲", inner="<w:r><w:commentReference w:id='0'/></w:r>"), ["甲"], {"comment": 1}, id="comment"),
        pytest.param(
            p("甲", inner="<w:del><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:del>" + run("乙")),
            ["甲乙"],
            {"deletion": 1},
            id="deleted-field-beginning",
        ),
    ],
)
def test_the_accepted_view(body: str, text: list[str], noted: dict[str, int]) -> None:
    assert texts(body) == text
    assert kinds(document(body)) == noted


def test_a_note_stands_where_its_kind_occurs_first() -> None:
    changed = f"<w:ins>{run('新')}</w:ins>"
    found = document(p("甲") + tbl(tr("a", "b"), tr("c", tc(inner=p(inner=changed)))) + p("乙", inner=changed))
    (note,) = found.notes
    assert (note.kind, note.location, note.times) == ("insertion", Location(2, 2, 2), 2)


def test_deleted_rows_and_cells_are_dropped_and_inserted_ones_kept() -> None:
    body = tbl(
        tr("a", "b"),
        tr("x", "y", properties="<w:del w:id='1'/>"),
        tr("c", "d", properties="<w:ins w:id='2'/>"),
        tr("e", tc("z", "<w:cellDel w:id='3'/>"), tc("f", "<w:cellIns w:id='4'/>")),
    )
    assert grid(table(body)) == [["a", "b"], ["c", "d"], ["e", "f"]]
    assert kinds(document(body)) == {"deletion": 2, "insertion": 2}
    assert {note.location.block for note in document(body).notes} == {1}


def test_old_cell_properties_inside_a_change_do_not_count() -> None:
    old = "<w:tcPrChange><w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr></w:tcPrChange>"
    assert grid(table(tbl(tr("a", "b"), tr(tc("c", old), "d")))) == [["a", "b"], ["c", "d"]]


def test_a_cell_merge_under_revision_is_tolerated() -> None:
    body = tbl(tr(tc("a", RESTART), "b"), tr(tc("", "<w:cellMerge w:vMerge='cont' w:id='1'/>"), "c"))
    assert grid(table(body)) == [["a", "b"], ["", "c"]]


def test_a_table_whose_rows_are_all_deleted_leaves_no_block() -> None:
    assert document(p("甲") + tbl(tr("a", "b", properties="<w:del w:id='1'/>"))).blocks == document(p("甲")).blocks


def test_many_deleted_marks_take_time_in_proportion() -> None:
    started = time.process_time()
    (text,) = texts(p("甲乙丙丁" * 10, properties=MARK) * 20_000 + p("完"))
    assert text == "甲乙丙丁" * 200_000 + "完"
    assert time.process_time() - started < 4
