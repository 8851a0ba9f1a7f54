from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.forms import load_pack, load_template
from lint.forms.departures import Edit, departed
from lint.forms.editions import OPEN, template_of
from lint.forms.template import Band, RowSpec, TableSpec, Template
from lint.learn import from_file, learn, toml_text
from lint.model import Phrase
from tests.learn.blank_forms import SHARED, blank

EDITIONS = load_pack("cn-disclosure").templates
NEWEST = EDITIONS[-1]
OFFICIAL = sorted((SHARED / "real").glob("official-form-2021.docx"))
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("clean-*.docx"))
ROWS = [
    (template, table.key, row.key)
    for template in EDITIONS
    for table in template.tables
    for _, row in table.rows()
    if row.labels
]
COLUMNS = [
    (template, table.key, column.key)
    for template in EDITIONS
    for table in template.tables
    if len(table.bands) == 1
    for column in table.bands[0].columns
]


def _id(value: object) -> str:
    return value.edition if isinstance(value, Template) else str(value)


def _with(template: Template, key: str, change: Callable[[TableSpec], TableSpec]) -> Template:
    return template._replace(tables=tuple(change(each) if each.key == key else each for each in template.tables))


def _with_rows(spec: TableSpec, change: Callable[[RowSpec], tuple[RowSpec, ...]]) -> TableSpec:
    def rows(band: Band) -> tuple[RowSpec, ...]:
        return tuple(made for row in band.rows for made in change(row))

    spec = spec._replace(bands=tuple(band._replace(rows=rows(band)) for band in spec.bands if rows(band)))
    return _with_what_is_left(spec)


def _with_what_is_left(spec: TableSpec) -> TableSpec:
    """The table without the sums and carries that name what is gone."""
    rows = {row.key for _, row in spec.rows()}
    columns = {column.key for band in spec.bands for column in band.columns}
    due = {"column": rows, "row": columns}
    return spec._replace(
        sums=tuple(each for each in spec.sums if set(each.terms) <= due[each.along]),
        carries=tuple(carry for carry in spec.carries if set(carry) <= rows),
    )


def _learnt_after(template: Template, op: str, **options: object) -> Template:
    return learn(departed(blank(template), template, [Edit(op, options)]), like=template).template


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.name)
def test_the_official_file_gives_the_shipped_template_key_for_key(path: Path) -> None:
    learned = from_file(path, load_template("cn-disclosure", "2021"))
    assert learned.template == load_template("cn-disclosure", "2021")
    assert learned.open == learned.remarks == ()


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.name)
def test_without_a_known_template_only_keys_and_the_like_are_made_up(path: Path) -> None:
    learned = from_file(path)
    template = learned.template
    shipped = load_template("cn-disclosure", "2021")
    assert template_of(tomllib.loads(toml_text(template)), "learnt.toml") == template
    assert learned.open == ()
    assert template.title == shipped.title
    assert [spec[1:3] for spec in template.sections] == [spec[1:3] for spec in shipped.sections]
    assert [spec.hint for spec in template.sections] == [spec.hint for spec in shipped.sections]
    for own, known in zip(template.tables, shipped.tables, strict=True):
        assert (own.name, own.note) == (known.name, known.note)
        for band, other in zip(own.bands, known.bands, strict=True):
            assert (band.title, band.stub) == (other.title, other.stub)
            assert [column[1:4] for column in band.columns] == [column[1:4] for column in other.columns]
            assert [row.labels for row in band.rows] == [row.labels for row in other.rows]


@pytest.mark.parametrize("template", EDITIONS, ids=_id)
def test_the_blank_form_of_an_edition_gives_it_back(template: Template) -> None:
    learned = learn(blank(template), like=template)
    assert learned.template == template
    assert (learned.remarks, learned.open) == ((), ())


@pytest.mark.parametrize("template", EDITIONS, ids=_id)
def test_a_filled_in_form_gives_the_edition_and_says_what_it_is(template: Template) -> None:
    learned = learn(blank(template, "3"), like=template)
    assert learned.template == template
    assert [remark.zh for remark in learned.remarks] == ["这是一份填好的报告，数字没有收入"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_samples_are_filled_in_reports_on_the_newest_edition(path: Path) -> None:
    assert from_file(path, NEWEST).template == NEWEST


@pytest.mark.parametrize(("template", "table", "row"), ROWS, ids=_id)
@pytest.mark.parametrize("wording", ["{}等情形", "全新的事项"])
def test_a_renamed_row_keeps_its_key(template: Template, table: str, row: str, wording: str) -> None:
    leaf = next(each.labels[-1] for _, each in template.table(table).rows() if each.key == row)
    to = wording.format(leaf)

    def rename(each: RowSpec) -> tuple[RowSpec, ...]:
        return (each._replace(labels=(*each.labels[:-1], to)) if each.key == row else each,)

    expected = _with(template, table, lambda spec: _with_rows(spec, rename))
    assert _learnt_after(template, "rename-row", table=table, row=row, to=to) == expected


@pytest.mark.parametrize(("template", "table", "row"), ROWS, ids=_id)
def test_an_added_row_is_open(template: Template, table: str, row: str) -> None:
    def add(each: RowSpec) -> tuple[RowSpec, ...]:
        fresh = RowSpec(OPEN, (*each.labels[:-1], "新设的事项"))
        return (each, fresh) if each.key == row else (each,)

    expected = _with(template, table, lambda spec: _with_rows(spec, add))
    assert _learnt_after(template, "add-row", table=table, after=row, label="新设的事项", value="") == expected


@pytest.mark.parametrize(("template", "table", "row"), ROWS, ids=_id)
def test_a_dropped_row_is_gone_with_the_sums_that_need_it(template: Template, table: str, row: str) -> None:
    spec = template.table(table)
    home = next(band for band, each in spec.rows() if each.key == row)
    if len(home.rows) == 1:
        document = departed(blank(template), template, [Edit("drop-band", {"table": table, "row": row})])
    else:
        document = departed(blank(template), template, [Edit("drop-row", {"table": table, "row": row})])
    learned = learn(document, like=template)
    expected = _with(template, table, lambda each: _with_rows(each, lambda own: () if own.key == row else (own,)))
    assert learned.template == expected
    lost = [each.key for each in spec.sums if row in each.terms]
    told = [remark.zh for remark in learned.remarks if "这条合计没有沿用" in remark.zh]
    assert [re.findall("合计 ([a-z-]+)", text)[0] for text in told] == lost


@pytest.mark.parametrize(("template", "table", "column"), COLUMNS, ids=_id)
def test_a_dropped_column_is_gone_with_the_sums_that_need_it(template: Template, table: str, column: str) -> None:
    def drop(spec: TableSpec) -> TableSpec:
        bands = (
            band._replace(columns=tuple(each for each in band.columns if each.key != column)) for band in spec.bands
        )
        return _with_what_is_left(spec._replace(bands=tuple(bands)))

    assert _learnt_after(template, "drop-column", table=table, column=column) == _with(template, table, drop)


@pytest.mark.parametrize(("template", "table", "column"), COLUMNS, ids=_id)
def test_a_renamed_column_keeps_its_key_and_gets_its_unit(template: Template, table: str, column: str) -> None:
    def rename(spec: TableSpec) -> TableSpec:
        bands = (
            band._replace(
                columns=tuple(
                    each._replace(labels=(*each.labels[:-1], "费用（单位：元）"), kind="amount", unit="元")
                    if each.key == column
                    else each
                    for each in band.columns
                )
            )
            for band in spec.bands
        )
        return spec._replace(bands=tuple(bands))

    learnt = _learnt_after(template, "rename-column", table=table, column=column, to="费用（单位：元）")
    assert learnt == _with(template, table, rename)


def test_an_added_column_is_open_and_may_belong_to_a_sum() -> None:
    edit = Edit("add-column", {"table": "applications", "after": "legal_service", "label": "事业单位", "value": ""})
    learned = learn(departed(blank(NEWEST), NEWEST, [edit]), like=NEWEST)
    keys = [column.key for column in learned.template.table("applications").bands[0].columns]
    assert keys == ["natural", "business", "research", "public_interest", "legal_service", OPEN, "other", "total"]
    assert learned.template.table("applications").sums == NEWEST.table("applications").sums
    assert [each for each in learned.remarks if "“事业单位”是新增的" in each.zh and "row-total" in each.zh]
    assert learned.open == (
        Phrase("第三部分表格“事业单位”列的 key", "the key of column “事业单位” in the table of part 三"),
    )


def test_a_row_added_to_a_group_that_is_summed_is_told() -> None:
    edit = Edit("add-row", {"table": "applications", "after": "refused_law", "label": "3.新的理由", "value": ""})
    remarks = learn(departed(blank(NEWEST), NEWEST, [edit]), like=NEWEST).remarks
    assert [remark.zh for remark in remarks] == [
        "第三部分表格：“3.新的理由”是新增的，同组各项都计入合计 result-total，请看它是否也要计入"
    ]


@pytest.mark.parametrize(
    ("label", "to"),
    [("第二十条第（一）项", "第二十条第（二）项"), ("第二十条第（八）项", "收费"), ("信息内容", "内容")],
)
def test_another_title_or_corner_is_that_change_alone(label: str, to: str) -> None:
    learnt = _learnt_after(NEWEST, "rename-header", table="disclosed", label=label, to=to)
    first = next(place for place, band in enumerate(NEWEST.tables[0].bands) if label in {band.title, band.stub})
    in_corner = label == "信息内容"

    def rename(spec: TableSpec) -> TableSpec:
        old = spec.bands[first]
        changed = old._replace(stub=to) if in_corner else old._replace(title=to)
        return spec._replace(bands=(*spec.bands[:first], changed, *spec.bands[first + 1 :]))

    assert learnt == _with(NEWEST, "disclosed", rename)


def test_another_note_is_still_the_note() -> None:
    old = NEWEST.table("applications").bands[0].stub
    to = old.replace("第一项加第二项之和", "第一项与第二项之和")
    learnt = _learnt_after(NEWEST, "rename-header", table="applications", label=old, to=to).table("applications")
    assert (learnt.note, learnt.bands[0].stub) == (True, to)
    assert learnt._replace(bands=()) == NEWEST.table("applications")._replace(bands=())


def test_another_group_label_keeps_the_keys_of_its_rows() -> None:
    learnt = _learnt_after(NEWEST, "rename-group", table="applications", row="granted", to="三、办理结果")
    known = [row.key for _, row in NEWEST.table("applications").rows()]
    assert [row.key for _, row in learnt.table("applications").rows()] == known
    assert learnt.table("applications").sums == NEWEST.table("applications").sums


def test_rows_that_changed_places_keep_their_keys() -> None:
    learnt = _learnt_after(NEWEST, "swap-rows", table="applications", row="granted", other="partly_granted")
    keys = [row.key for _, row in learnt.table("applications").rows()]
    assert keys[2:4] == ["partly_granted", "granted"]
    assert OPEN not in keys


@pytest.mark.parametrize("key", [spec.key for spec in NEWEST.sections])
def test_a_renamed_heading_keeps_its_key(key: str) -> None:
    learnt = _learnt_after(NEWEST, "rename-heading", section=key, to="某某方面的新情况")
    sections = tuple(spec._replace(heading="某某方面的新情况") if spec.key == key else spec for spec in NEWEST.sections)
    assert learnt == NEWEST._replace(sections=sections)


def test_a_heading_that_reads_like_an_alias_is_that_section() -> None:
    known = NEWEST.section("disclosed")
    learnt = _learnt_after(NEWEST, "rename-heading", section="disclosed", to=known.aliases[0]).section("disclosed")
    assert learnt == known._replace(heading=known.aliases[0], aliases=())


@pytest.mark.parametrize("key", [spec.key for spec in NEWEST.sections])
def test_a_dropped_section_is_gone_and_the_others_are_as_they_were(key: str) -> None:
    learned = learn(departed(blank(NEWEST), NEWEST, [Edit("drop-section", {"section": key})]), like=NEWEST)
    assert learned.template == NEWEST._replace(
        sections=tuple(spec for spec in NEWEST.sections if spec.key != key),
        tables=tuple(spec for spec in NEWEST.tables if spec.section != key),
    )
    assert [remark for remark in learned.remarks if f"（{key}）" in remark.zh]


def test_a_new_section_is_open() -> None:
    edit = Edit("add-section", {"heading": "七、下一年度工作安排", "text": ()})
    learned = learn(departed(blank(NEWEST), NEWEST, [edit]), like=NEWEST)
    assert learned.template.sections[:-1] == NEWEST.sections
    assert learned.template.sections[-1][:3] == (OPEN, "七", "下一年度工作安排")
    assert learned.open == (Phrase("“七、下一年度工作安排”这一部分的 key", "the key of part “七、下一年度工作安排”"),)


def test_a_table_cut_by_a_page_break_is_one() -> None:
    edit = Edit("split-table", {"table": "applications", "row": "carried_out"})
    learned = learn(departed(blank(NEWEST), NEWEST, [edit]), like=NEWEST)
    assert learned.template == NEWEST
    assert [remark.zh for remark in learned.remarks] == ["第三部分表格：在文件里断成 2 张，已接成一张收入"]


def test_a_new_edition_is_dated_anew_and_asks_for_name_and_source() -> None:
    old = EDITIONS[0]
    assert old.until is not None
    learned = learn(blank(old), like=old, edition="2031")
    undated = old._replace(since=2031, until=None, binding=None)
    assert learned.template == undated._replace(edition="2031", name=Phrase(OPEN, OPEN), source=OPEN)
    assert [place.en.partition(":")[0] for place in learned.open] == ["name", "source"]
    named = learn(blank(old), like=old, edition="2031", since=2032, name=Phrase("新格式", "the new form"))
    assert (named.template.since, named.template.name.zh) == (2032, "新格式")


def test_the_same_edition_is_what_it_was() -> None:
    assert learn(blank(NEWEST), like=NEWEST, edition=NEWEST.edition).template == NEWEST
    assert learn(blank(NEWEST), like=NEWEST, form="own").template == NEWEST._replace(form="own")


def test_one_edition_learnt_like_another_keeps_keys_only_for_what_is_the_same() -> None:
    old, new = EDITIONS[0], NEWEST
    learned = learn(blank(new), like=old, edition=new.edition)
    applications = learned.template.table("applications")
    known = {row.labels: row.key for _, row in old.table("applications").rows()}
    assert [row.key for _, row in applications.rows()] == [
        known.get(row.labels, OPEN) for _, row in new.table("applications").rows()
    ]
    assert "result-total" not in {each.key for each in applications.sums}
    disclosed = {c.labels[-1]: c.key for band in learned.template.table("disclosed").bands for c in band.columns}
    assert disclosed["本年制发件数"] == "made"
    assert disclosed["现行有效件数"] == OPEN
    assert disclosed["本年收费金额（单位：万元）"] == OPEN
