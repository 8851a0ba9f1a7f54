from __future__ import annotations

import pytest

from lint.align.identity import identify, lacking
from lint.align.subject import Identity
from lint.forms.template import Template
from lint.model import Block, Cell, Document, Location, Paragraph, Phrase, Table

TEMPLATE = Template("f", "2021", 2021, None, Phrase("", ""), "政府信息公开工作年度报告", "", (), ())
TITLE = "敬仲镇人民政府2021年政府信息公开工作年度报告"
PREAMBLE = "本报告根据《关于印发<格式>的通知》编制。本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。"
END = ("敬仲镇人民政府", "2022年1月17日")


def _identity(
    front: tuple[str, ...] = (TITLE, PREAMBLE),
    end: tuple[str, ...] = END,
    *,
    overview: str = "2021年主动公开信息。",
    name: str = "报告.docx",
    year: int | None = None,
) -> Identity:
    lines = (*front, "一、总体情况", overview, "六、其他需要报告的事项", "无。", *end)
    blocks = tuple(Paragraph(line, Location(number)) for number, line in enumerate(lines, 1))
    first = len(front) + 1
    return identify(Document(name, blocks), TEMPLATE, first, year, overview=blocks[first : first + 1])


def _title(*front: str) -> str:
    return _identity((*front, PREAMBLE)).title_text


@pytest.mark.parametrize(
    "front",
    [
        (TITLE,),
        ("", "敬仲镇人民政府", "2021年政府信息公开工作年度报告"),
        ("敬仲镇人民政府\n2021年政府信息公开工作年度报告",),
        ("敬仲镇人民政府", "", "2021年政府信息公开", "工作年度报告"),
        ("敬仲镇人民政府2021年", "政府信息公开工作年度报告"),
        ("敬仲镇人民政府文件", "敬政发〔2022〕3号", TITLE),
        ("发布时间：2022-01-20", "来源：敬仲镇人民政府", TITLE),
        ("首页>政务公开>政府信息公开年报", TITLE),
        (TITLE, "发布日期：2022-01-20　字号：大 中 小", "（2022年1月17日）"),
    ],
)
def test_finds_the_title_on_one_line_or_several(front: tuple[str, ...]) -> None:
    assert _title(*front) == TITLE


def test_takes_a_year_on_a_line_below_into_the_title() -> None:
    assert _title("敬仲镇政府信息公开工作年度报告", "（2021年度）") == "敬仲镇政府信息公开工作年度报告（2021年度）"


@pytest.mark.parametrize(
    "front",
    [
        (),
        ("现将敬仲镇2021年政府信息公开工作年度报告公布如下。",),
        ("根据要求，编制2021年政府信息公开工作年度报告",),
        ("政府信息公开指南",),
        ("各科室：",),
    ],
)
def test_takes_no_sentence_for_a_title(front: tuple[str, ...]) -> None:
    identity = _identity((*front, PREAMBLE))
    assert identity.title == ()
    assert "title" in lacking(identity)


def test_a_document_without_sections_may_have_a_title() -> None:
    cell = Cell("规章", Location(3, 1, 1))
    blocks: tuple[Block, ...] = (
        Paragraph(TITLE, Location(1)),
        Paragraph(PREAMBLE, Location(2)),
        Table(((cell,),), Location(3)),
        Paragraph("2022年1月17日", Location(4)),
    )
    identity = identify(Document("x.docx", blocks), TEMPLATE, None)
    assert (identity.title_text, identity.year, identity.signed_on) == (TITLE, 2021, (2022, 1, 17))


@pytest.mark.parametrize(
    ("end", "signed_on", "body"),
    [
        (("敬仲镇人民政府", "2022年1月17日"), (2022, 1, 17), "敬仲镇人民政府"),
        (("敬仲镇人民政府（盖章）", "", "二〇二二年一月十七日"), (2022, 1, 17), "敬仲镇人民政府"),
        (("敬仲镇人民政府　2022年1月17日",), (2022, 1, 17), "敬仲镇人民政府"),
        (("敬仲镇人民政府\n2022年1月17日",), (2022, 1, 17), "敬仲镇人民政府"),
        (("敬仲镇人民政府", "2022.1.17"), (2022, 1, 17), "敬仲镇人民政府"),
        (("敬仲镇人民政府", "2022 年 1 月 17 日", "（此件公开发布）", "- 3 -"), (2022, 1, 17), "敬仲镇人民政府"),
        (("2022年1月17日（盖章）",), (2022, 1, 17), None),
        (("敬仲镇人民政府", "2022年1月32日"), None, "敬仲镇人民政府"),
        (("敬仲镇人民政府", "2022年1月"), None, "敬仲镇人民政府"),
    ],
)
def test_finds_the_signature(end: tuple[str, ...], signed_on: tuple[int, int, int] | None, body: str | None) -> None:
    identity = _identity(("2021年政府信息公开工作年度报告", PREAMBLE), end)
    assert identity.signed is not None
    assert (identity.signed_on, identity.body, identity.year) == (signed_on, body, 2021)


@pytest.mark.parametrize(
    "end",
    [
        (),
        ("敬仲镇人民政府",),
        ("截至2022年1月17日，无其他事项。",),
        ("发布时间：2022-01-20",),
        ("敬仲镇办公室2022年1月17日印发",),
        ("年 月 日",),
    ],
)
def test_takes_no_other_date_for_a_signature(end: tuple[str, ...]) -> None:
    identity = _identity(end=end)
    assert identity.signed is None
    assert set(lacking(identity)) == {"signature"}


def _parts(title: int | None, period: int | None, signature: int | None) -> Identity:
    return _identity(
        (
            f"敬仲镇{f'{title}年' if title else ''}政府信息公开工作年度报告",
            f"统计期限为{period}年1月1日至12月31日。" if period else "根据《条例》编制。",
        ),
        (f"{signature}年1月17日",) if signature else (),
    )


@pytest.mark.parametrize(
    ("title", "period", "signature", "year"),
    [
        (2021, 2021, 2022, 2021),
        (2021, 2020, 2022, 2021),
        (2020, 2021, 2022, 2021),
        (2021, 2021, 2021, 2021),
        (2021, 2020, None, 2021),
        (2021, None, 2020, 2021),
        (2021, 2020, 2020, 2021),
        (2021, 2020, 2021, 2020),
        (None, 2021, 2021, 2021),
        (None, None, 2022, 2021),
        (None, 2021, None, 2021),
        (None, None, None, None),
    ],
)
def test_the_report_year_is_what_most_agree_on(
    title: int | None, period: int | None, signature: int | None, year: int | None
) -> None:
    identity = _parts(title, period, signature)
    assert (identity.year, identity.title_year, identity.period_year) == (year, title, period)


def test_the_year_the_user_names_wins() -> None:
    assert _identity(year=2019).year == 2019


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("敬仲镇2021年政府信息公开工作年度报告.docx", 2021),
        ("敬仲镇2020年政府信息公开工作年度报告.docx", 2020),
        ("2020年年报.docx", 2020),
        ("敬仲镇政府信息公开工作年度报告2020.docx", 2020),
        ("敬仲镇政府信息公开工作年度报告2022.docx", None),  # the year in which it was compiled
        ("敬仲镇政府信息公开工作年度报告20220117.docx", None),
        ("敬仲镇政府信息公开工作年度报告2022-01-17.docx", None),
        ("敬仲镇政府信息公开工作年度报告2022.1.17.docx", None),
        ("2022年1月上报.docx", None),
        ("2022年报送2020年度年报.docx", 2020),
        ("2020年和2021年报告.docx", None),
        ("t20220112_80599.docx", None),
        ("scan2020.docx", None),
        ("-", None),
    ],
)
def test_takes_a_year_from_the_file_name_only_without_doubt(name: str, year: int | None) -> None:
    assert _identity(name=name).file_year == year


def test_the_period_may_stand_on_the_line_below_its_noun() -> None:
    identity = _identity((TITLE, "本报告所列数据的统计期限为：", "2021年1月1日至2021年12月31日"))
    assert [placed.statement.defect for placed in identity.periods] == [""]


def test_running_text_serves_only_where_nothing_is_stated() -> None:
    running = "自2021年1月1日起至2021年12月31日止，主动公开信息10条。"
    assert len(_identity(overview=running).periods) == 1
    (placed,) = _identity((TITLE,), overview=running).periods
    assert placed.statement.running
    assert placed.location == Location(3)


def test_what_a_web_page_prints_under_the_title_is_no_statement() -> None:
    identity = _identity((TITLE, "发布时间: 2022-01-12", "浏览次数：2021", PREAMBLE))
    assert [placed.location for placed in identity.periods] == [Location(4)]
    assert [paragraph.text for paragraph in identity.preamble] == [PREAMBLE]
