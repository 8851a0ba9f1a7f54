"""A copy of the official Word file in which one thing was changed shows that change, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import chain, islice

import pytest

from lint.forms import load_pack
from lint.learn import learn
from lint.learn.against import differing
from lint.learn.changes import Change
from lint.learn.named import Named
from lint.readers import read
from tests.learn import word_edits as word
from tests.learn.telling import one

NEWEST = load_pack("cn-disclosure").templates[-1]
KNOWN = Named(NEWEST)

pytestmark = pytest.mark.skipif(not word.OFFICIAL.exists(), reason="the official form lies beside the project")


def file(root: word.Element, like: Named = KNOWN) -> Named:
    """A copy of the official file, learnt like the other side."""
    learned = learn(read(word.packed(root), word.OFFICIAL.name), like=like.template)
    return Named(learned.template, None, learned)


def verified(root: word.Element) -> tuple[Change, ...]:
    """What `form verify` and `form diff` say of a copy beside the shipped edition."""
    return differing(KNOWN, file(root)).changes


def test_the_official_file_says_what_the_template_says() -> None:
    assert verified(word.body()) == ()


@pytest.mark.parametrize(
    ("edits", "count"),
    [
        (word.labels_changed, 158),
        (lambda: islice(word.figures_put_in(), 0, None, 5), 40),
        (lambda: islice(word.figures_put_in(), 185, None), 15),  # the one row of the table without row labels
        (word.lines_deleted, 46),
        (word.lines_added, 92),
        (word.columns_deleted, 29),
    ],
    ids=["labels", "figures", "figures of the last table", "lines deleted", "lines added", "columns deleted"],
)
def test_each_edit_is_one_change(edits: Callable[[], Iterator[word.Edited]], count: int) -> None:
    made = 0
    for edit in edits():
        made += 1
        changes = verified(edit.root)
        assert len(changes) == 1, (edit.name, [change.sentence.zh for change in changes])
        one(changes, *filter(None, [edit.says]))
    assert made == count


def test_it_is_the_same_the_other_way_round_and_between_two_files() -> None:
    alone = learn(read(word.OFFICIAL.read_bytes(), word.OFFICIAL.name))
    old = Named(alone.template, None, alone)
    edits = chain(word.labels_changed(), word.lines_deleted(), word.columns_deleted())
    for edit in islice(edits, 3, None, 11):
        assert len(differing(file(edit.root), KNOWN).changes) == 1, edit.name
        changes = differing(old, file(edit.root, old)).changes
        assert len(changes) == 1, edit.name
        one(changes, *filter(None, [edit.says]))


def changed(edit: Callable[[word.Element], None]) -> tuple[Change, ...]:
    root = word.body()
    edit(root)
    return verified(root)


def cell(root: word.Element, text: str) -> word.Element:
    return next(each for each in word.cells(root) if word.text_of(each) == text)


def below(element: word.Element) -> word.Element:
    """The next element."""
    found = element.getnext()
    assert found is not None
    return found


# ------------------------------------------------------------------------------------------------- cells made one


def test_two_cells_made_one_are_told_by_name() -> None:
    def headers(root: word.Element) -> None:
        first = cell(root, "商业企业")
        word.join(first, below(first), "商业企业科研机构")

    def figures(root: word.Element) -> None:
        first = below(cell(root, "规章"))
        word.join(first, below(first), "")

    assert one(changed(headers)).sentence.zh == "“商业企业”、“科研机构”合并成一格，写着“商业企业科研机构”"
    assert one(changed(figures)).sentence.zh == "“规章·本年制发件数”、“规章·本年废止件数”合并成一格"


def test_many_labels_blanked_or_cells_filled_in_are_told_at_once() -> None:
    def blank(root: word.Element) -> None:
        for each in [each for each in word.cells(root) if word.text_of(each)][-19:-7]:
            word.write(each, "")

    def fill(root: word.Element) -> None:
        for each in word.cells(root)[-15:]:
            word.write(each, "0")

    assert one(changed(blank)).sentence.zh.startswith("12 格（")
    assert one(changed(fill)).sentence.zh.endswith("印上了内容")


def test_what_does_not_show_in_print_is_no_change() -> None:
    def paragraphs(root: word.Element) -> None:
        first = cell(root, "行政规范性文件").find(f"{word.WORD}p")
        assert first is not None
        more = deepcopy(first)
        word.write(first, "行政规范")
        word.write(more, "性文件")
        first.addnext(more)

    def widths(root: word.Element) -> None:
        word.write(cell(root, "1.属于国家秘密"), "１、属于国家秘密")
        word.write(cell(root, "本年收费金额（单位：万元）"), "本年收费金额(单位:万元)")

    assert changed(paragraphs) == ()
    assert changed(widths) == ()


# ---------------------------------------------------------------------------------------- numbers, headings and title


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.属于国家秘密", "2.属于国家秘密"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("（一）予以公开", "（二）予以公开"),
        ("三、本年度办理结果", "四、本年度办理结果"),
    ],
)
def test_another_number_of_a_label_is_told(old: str, new: str) -> None:
    assert one(changed(lambda root: word.write(cell(root, old), new)), old, new).kind.endswith("-renumbered")


HEADINGS = [f"{spec.numeral}、{spec.heading}" for spec in NEWEST.sections]


def heading(root: word.Element, text: str) -> word.Element:
    return next(each for each in word.paragraphs(root) if word.text_of(each) == text)


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_without_its_number_or_gone_is_one_change(text: str) -> None:
    unnumbered = one(changed(lambda root: word.write(heading(root, text), text[2:])), text, text[2:])
    assert unnumbered.kind == "section-renumbered"
    assert one(changed(lambda root: word.remove(heading(root, text))), text).kind == "section-dropped"
    root = word.body()
    word.remove(heading(root, text))
    assert one(differing(file(root), KNOWN).changes, text).kind == "section-added"


def test_all_numbers_of_headings_gone_are_one_change() -> None:
    def edit(root: word.Element) -> None:
        for text in HEADINGS:
            word.write(heading(root, text), text[2:])

    assert one(changed(edit)).sentence.zh.startswith("6 个部分只改了序号：“一、总体情况”去掉了序号")


@pytest.mark.parametrize("text", ["政府信息公开工作总结", "全新名称", ""])
def test_a_title_reworded_is_told_whatever_it_says(text: str) -> None:
    change = one(changed(lambda root: word.write(word.paragraphs(root)[0], text)), *filter(None, [text]))
    assert (change.kind, change.old) == ("title", (NEWEST.title,))


def test_a_year_and_a_body_in_the_title_are_none_of_the_forms_business() -> None:
    assert changed(lambda root: word.write(word.paragraphs(root)[0], f"某局2021年{NEWEST.title}")) == ()


# ------------------------------------------------------------------------------------------------- larger pieces


@pytest.mark.parametrize("place", range(3))
def test_a_table_gone_or_doubled_is_one_change(place: int) -> None:
    def table(root: word.Element) -> word.Element:
        return list(root.iter(f"{word.WORD}tbl"))[place]

    def double(root: word.Element) -> None:
        between = deepcopy(word.paragraphs(root)[0])
        word.write(between, "")
        table(root).addnext(between)
        between.addnext(deepcopy(table(root)))

    assert one(changed(lambda root: word.remove(table(root)))).kind == "table-dropped"
    assert one(changed(double)).kind == "table-added"


def test_a_row_moved_and_rows_and_columns_swapped_are_one_change() -> None:
    def move(root: word.Element) -> None:
        lines = word.rows(root)
        lines[27].addnext(lines[24])

    def swap_rows(root: word.Element) -> None:
        lines = word.rows(root)
        lines[24].addnext(lines[23])

    def swap_headers(root: word.Element) -> None:
        first, second = cell(root, "自然人"), cell(root, "法人或其他组织").getnext()
        assert second is not None
        word.write(first, "总计")
        word.write(second, "自然人")

    assert one(changed(move)).kind == "row-moved"
    assert one(changed(swap_rows)).kind == "row-swapped"
    assert one(changed(swap_headers)).kind == "column-swapped"


def test_a_paragraph_put_below_a_heading_is_told_as_a_hint() -> None:
    def edit(root: word.Element) -> None:
        fresh = deepcopy(word.paragraphs(root)[1])
        word.write(fresh, "新增的一段说明。")
        heading(root, HEADINGS[1]).addnext(fresh)

    assert one(changed(edit), "新增的一段说明。").kind == "hint-changed"


def test_two_changes_are_two() -> None:
    def edit(root: word.Element) -> None:
        word.write(cell(root, "规章"), "规章甲")
        word.remove(word.rows(root)[30])

    assert [change.kind for change in changed(edit)] == ["row-renamed", "row-dropped"]
