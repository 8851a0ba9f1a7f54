"""Which edition a report is held against: by its year, by the tables it really has, or by neither."""

from __future__ import annotations

import pytest

from lint import engine
from lint.findings import Report
from lint.forms.specimen import SpecimenText, specimen
from lint.forms.template import Template
from lint.model import Document
from tests.whole.checking import accusations, arrived, checked, edited, examples, rulebook, told

NEW, OLD = examples().template, examples("2019").template
CODES = frozenset(rule.code for rule, _ in rulebook().checks)


def text(year: int) -> SpecimenText:
    """A township's report without figures; its preamble cites no notice."""
    made = examples().report
    preamble = (f"本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。",)
    return made._replace(year=year, values={}, preamble=preamble, name="report.docx")


def report_on(year: int, template: Template) -> Document:
    return specimen(template, text(year))


def with_tables(*editions: Template) -> Template:
    """A form with each table of another edition."""
    return NEW._replace(tables=tuple(edition.tables[rank] for rank, edition in enumerate(editions)))


def with_bands(*bands: tuple[Template, int]) -> Template:
    """A form whose table two has blocks of several editions."""
    mixed = NEW.tables[0]._replace(bands=tuple(template.tables[0].bands[rank] for template, rank in bands))
    return NEW._replace(tables=(mixed, *NEW.tables[1:]))


def the_one_error(report: Report) -> str:
    (finding,) = accusations(report)
    return f"{finding.code} {finding.message}"


@pytest.mark.parametrize(
    ("year", "template"), [(2019, OLD), (2020, OLD), (2021, NEW), (2025, NEW)], ids=["2019", "2020", "2021", "2025"]
)
@pytest.mark.parametrize("way", ["document", "word", "text"])
def test_the_edition_follows_the_year(year: int, template: Template, way: str) -> None:
    report = checked(report_on(year, template), way)
    assert (report.edition, report.year) == (template.edition, year)
    assert accusations(report) == []
    assert report.unchecked == ()


@pytest.mark.parametrize("year", [2021, 2022, 2024])
@pytest.mark.parametrize("way", ["document", "word", "text"])
def test_the_form_of_2019_after_its_time_is_one_error(year: int, way: str) -> None:
    report = checked(report_on(year, OLD), way)
    assert the_one_error(report).startswith("ST011 第二部分表格、第三部分表格")
    assert report.edition == "2019"
    assert report.unchecked == ()
    (finding,) = accusations(report)
    assert (finding.found, finding.expected) == ("2019", "2021")
    assert "2021" in finding.basis
    assert [place.table for place in finding.related] == ["disclosed", "applications"]


def test_the_form_of_2021_before_its_time_is_one_error() -> None:
    assert the_one_error(checked(report_on(2020, NEW))).startswith("ST011 第二部分表格、第三部分表格")


def test_what_is_wrong_on_the_form_used_is_still_told() -> None:
    document = edited(report_on(2022, OLD), "rename-row", "2019", table="disclosed", row="normative", to="政策文件")
    found = told(checked(document))
    assert [code for code, _, _ in found] == ["ST011", "TB003"]
    basis = next(each.basis for each in checked(document).findings if each.code == "TB003")
    assert "2019" in basis
    document = edited(report_on(2022, OLD), "set-values", "2019", table="applications", values={"new": {"total": "3"}})
    assert [code for code, _, _ in told(checked(document))] == ["ST011", "AR001", "AR003"]


@pytest.mark.parametrize(
    ("year", "template", "said"),
    [
        pytest.param(2022, with_tables(OLD, NEW, NEW), "ST011 第二部分表格用", id="table two of 2019, three of 2021"),
        pytest.param(2022, with_tables(NEW, OLD, NEW), "TB001 第三部分表格缺少 3 行", id="group six in one row"),
        pytest.param(2020, with_tables(OLD, NEW, NEW), "ST011 第三部分表格用", id="2020: table three of 2021"),
        pytest.param(2020, with_tables(NEW, OLD, NEW), "ST011 第二部分表格用", id="2020: table two of 2021"),
        pytest.param(
            2023,
            with_bands((OLD, 0), (NEW, 1), (NEW, 2), (NEW, 3)),
            "ST011 第二部分表格的“第二十条第（一）项”用",
            id="one block of 2019",
        ),
        pytest.param(
            2023,
            with_bands((NEW, 0), (OLD, 1), (OLD, 2), (OLD, 3), (OLD, 4)),
            "ST011 第二部分表格的“第二十条第（五）项”“第二十条第（六）项”“第二十条第（八）项”“第二十条第（九）项”用",
            id="all blocks but one of 2019",
        ),
        pytest.param(
            2023,
            with_bands((NEW, 0), (OLD, 1), (NEW, 2), (NEW, 3)),
            "ST011 第二部分表格的“第二十条第（五）项”用",
            id="a block whose headers another block has too",
        ),
        pytest.param(
            2023,
            with_bands((NEW, 0), (NEW, 1), (NEW, 2), (NEW, 3), (OLD, 4)),
            "ST011 第二部分表格的“第二十条第（九）项”用",
            id="a block of 2019 added",
        ),
    ],
)
@pytest.mark.parametrize("way", ["document", "word", "text"])
def test_a_mixed_form_gives_one_sentence(year: int, template: Template, said: str, way: str) -> None:
    assert the_one_error(checked(report_on(year, template), way)).startswith(said)


def test_columns_of_2019_over_rows_of_2021() -> None:
    band = NEW.tables[0].bands[0]._replace(columns=OLD.tables[0].bands[0].columns)
    mixed = NEW.tables[0]._replace(bands=(band, *NEW.tables[0].bands[1:]))
    document = report_on(2022, NEW._replace(tables=(mixed, *NEW.tables[1:])))
    assert the_one_error(checked(document)).startswith("ST011 第二部分表格的“第二十条第（一）项”用")


@pytest.mark.parametrize("label", ["本年新制作数量", "处理决定数量"])
def test_one_header_of_another_edition_is_an_altered_header(label: str) -> None:
    column, row = ("made", "rules") if label == "本年新制作数量" else ("decisions", "permits")
    document = edited(report_on(2022, NEW), "rename-column", table="disclosed", column=column, row=row, to=label)
    assert [code for code, _, _ in told(checked(document))] == ["TB005"]


def test_an_edition_asked_for_is_the_one_due() -> None:
    document = report_on(2022, OLD)
    asked = engine.check(document, rulebook(), engine.Options(CODES, edition="2019"), "x")
    assert accusations(asked) == []
    other = engine.check(document, rulebook(), engine.Options(CODES, edition="2021"), "x")
    assert the_one_error(other).startswith("ST011")


def test_without_a_year_no_edition_is_wrong() -> None:
    document = edited(report_on(2022, OLD), "set-title", title=("青溪县市场监督管理局政府信息公开工作年度报告",))
    document = edited(document, "replace-text", old="2022年", new="本年")
    document = edited(document, "set-date", to="")
    report = checked(document)
    assert report.year is None
    assert not [code for code, _, _ in told(report) if code.startswith(("TB", "ST"))]
    assert "ST011" in {each.code for each in report.unchecked}
    assert report.edition == "2019"  # the form it uses


def test_without_a_year_the_edition_that_fits_is_taken() -> None:
    """Also where the newest differs in a row or two: that cannot be told from a slip, so nobody is accused of one."""
    spec = NEW.tables[1]
    rows = tuple(
        row._replace(labels=(*row.labels[:-1], f"{row.labels[-1]}件数")) if row.key == "granted" else row
        for row in spec.bands[0].rows
    )
    newest = NEW._replace(
        edition="2030",
        since=2030,
        tables=(NEW.tables[0], spec._replace(bands=(spec.bands[0]._replace(rows=rows),)), NEW.tables[2]),
    )
    book = rulebook()._replace(pack=rulebook().pack._replace(templates=(OLD, NEW, newest)))
    for template in (OLD, NEW, newest):
        document = edited(
            report_on(2022, template), "set-title", title=("青溪县市场监督管理局政府信息公开工作年度报告",)
        )
        document = edited(document, "replace-text", old="2022年", new="本年")
        document = edited(document, "set-date", to="")
        report = engine.check(document, book, engine.Options(CODES), "x")
        assert (report.year, report.edition) == (None, template.edition)
        assert {code for code, _, _ in told(report)} <= {"IN005", "PB001"}


def old_structure(year: int, *, tables: bool = False) -> Document:
    """As the Regulation of 2008 had it, before there was a form."""
    document = report_on(year, NEW)
    for table in () if tables else ("disclosed", "applications", "disputes"):
        document = edited(document, "drop-table", table=table)
    document = edited(document, "rename-heading", section="overview", to="概述")
    document = edited(document, "rename-heading", section="applications", to="政府信息依申请公开情况")
    return edited(document, "rename-heading", section="disputes", to="政府信息公开收费及减免情况")


@pytest.mark.parametrize("year", [2020, 2021, 2024])
def test_the_structure_of_before_2019_is_one_warning(year: int) -> None:
    report = checked(old_structure(year))
    assert the_one_error(report).startswith("ST014")
    reasons = {each.code: each.reason for each in report.unchecked}
    assert {"ST001", "ST003", "ST008", "TB001", "AR001"} <= set(reasons)


@pytest.mark.parametrize("year", [2016, 2019])
def test_in_its_own_time_the_old_structure_was_right(year: int) -> None:
    report = checked(old_structure(year))
    assert [code for code in told(report) if code[0] != "DT012"] == []
    assert {"ST001", "TB001"} <= {each.code for each in report.unchecked}


def test_old_headings_over_the_tables_of_the_form_are_one_warning_too() -> None:
    document = old_structure(2022, tables=True)
    assert the_one_error(checked(document)).startswith("ST014")
    document = edited(document, "rename-row", table="applications", row="granted", to="（一）准予公开")
    assert [code for code, _, _ in told(checked(document))] == ["ST014", "TB003"]


def test_two_altered_headings_are_no_old_structure() -> None:
    document = edited(report_on(2022, NEW), "rename-heading", section="applications", to="依申请公开情况")
    document = edited(document, "rename-heading", section="other", to="收费及减免情况")
    assert [code for code, _, _ in told(checked(document))] == ["ST003", "ST003"]


@pytest.mark.parametrize("number", ["", "{rank}.", "（{numeral}）", "{numeral}、"])
def test_the_old_structure_is_known_however_it_is_numbered(number: str) -> None:
    headings = (
        "概述",
        "主动公开政府信息的情况",
        "依申请公开政府信息的情况",
        "政府信息公开的收费及减免情况",
        "因政府信息公开申请行政复议、提起行政诉讼的情况",
        "政府信息公开工作存在的主要问题及改进情况",
    )
    made = text(2022)
    title, period = made.title[0].format(body=made.body, year=2022), made.preamble[0]
    blocks = [title, period]
    for rank, (numeral, heading) in enumerate(zip("一二三四五六", headings, strict=True), 1):
        blocks += [number.format(rank=rank, numeral=numeral) + heading, "本年度各项工作有序推进，未发生相关情况。"]
    document = edited(report_on(2022, NEW), "other-document", text=(*blocks, made.body, "2023年1月16日"))
    for way in ("document", "word"):
        assert the_one_error(checked(document, way)).startswith("ST014")


def test_a_report_on_2019_may_have_a_form_of_its_own() -> None:
    document = report_on(2019, OLD)
    for table in ("disclosed", "applications", "disputes"):
        document = edited(document, "drop-table", "2019", table=table)
    document = edited(document, "drop-section", section="disputes")
    report = checked(document)
    assert told(report) == []
    assert any("鼓励" in each.reason for each in report.unchecked)


def test_a_later_year_gives_no_such_leave() -> None:
    document = edited(report_on(2020, OLD), "drop-section", "2019", section="disputes")
    assert [code for code, _, _ in told(checked(document))] == ["ST001"]


@pytest.mark.parametrize(
    ("year", "severity"), [(2019, None), (2020, "info"), (2021, "error")], ids=["2019", "2020", "2021"]
)
def test_the_fee_is_asked_for_by_year(year: int, severity: str | None) -> None:
    document = report_on(year, NEW if year > 2020 else OLD)
    document = edited(document, "set-section", section="other", text=("没有其他需要报告的事项。",))
    found = [each.severity for each in checked(document).findings if each.code == "ST010"]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize("figure", ["-3", "+3", "－3", "0", "12"])
def test_the_change_of_the_old_form_may_have_a_sign(figure: str) -> None:
    for row in ("permits", "other_services", "penalties", "coercion", "fees"):
        document = edited(
            report_on(2020, OLD), "set-value", "2019", table="disclosed", row=row, column="change", to=figure
        )
        assert told(checked(document)) == []


def test_text_run_together_says_nothing_of_the_edition() -> None:
    document = arrived(report_on(2022, OLD), "document")
    for table in ("disclosed", "applications", "disputes"):
        document = edited(document, "drop-table", "2019", table=table)
    bands = [band for spec in OLD.tables for band in spec.bands]
    paths = [each.labels for band in bands for each in band.columns] + [
        row.labels for band in bands for row in band.rows
    ]
    words = "".join(label for path in paths for label in path)
    report = checked(edited(document, "insert-paragraph", text=words, section="applications"))
    assert [code for code, _, _ in told(report)] == []
    assert {"ST008", "ST011"} <= {each.code for each in report.unchecked}
