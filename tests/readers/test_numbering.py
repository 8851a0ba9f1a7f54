from __future__ import annotations

import pytest

from lint.readers.numerals import numeral
from tests.readers.fragments import document, grid, p, part, table, tbl, tc, texts, tr


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerRoman", {9: "ix", 0: "0"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("lowerLetter", {28: "bb"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 23: "23rd"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 0: "○", 101: "一○一"}),
        (
            "chineseCountingThousand",
            {10: "十", 15: "十五", 100: "一百", 101: "一百零一", 110: "一百一十", 1005: "一千零五"},
        ),
        ("taiwaneseCountingThousand", {21: "二十一"}),
        ("japaneseCounting", {10: "十", 100: "百", 111: "百十一", 250: "二百五十"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰"}),
        ("ideographLegalTraditional", {3: "參"}),
        ("ideographDigital", {10: "一〇", 25: "二五"}),
        ("taiwaneseDigital", {10: "一○"}),
        ("koreanDigital", {12: "일이"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 99: "99"}),
        ("decimalEnclosedCircleChinese", {2: "②"}),
        ("decimalEnclosedParen", {1: "⑴"}),
        ("decimalEnclosedFullstop", {1: "⒈"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("hebrew1", {7: "7"}),
    ],
)
def test_number_formats(style: str, shown: dict[int, str]) -> None:
    assert {number: numeral(number, style) for number in shown} == shown


def level(n: int, style: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}')


def item(text: str, n: int = 0, num: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{num}"/></w:numPr>')


def test_chinese_headings_get_their_numerals_back() -> None:
    lists = numbering(level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"))
    body = (
        item("总体情况")
        + item("主动公开", 1)
        + item("依申请公开", 1)
        + p("正文")
        + item("主动公开政府信息情况")
        + item("甲", 1)
    )
    found = document(body, numbering=lists)
    assert [(paragraph.text, paragraph.numbered) for paragraph in found.paragraphs()] == [
        ("一、总体情况", True),
        ("（一）主动公开", True),
        ("（二）依申请公开", True),
        ("正文", False),
        ("二、主动公开政府信息情况", True),
        ("（一）甲", True),
    ]


@pytest.mark.parametrize(
    ("lists", "body", "expected"),
    [
        pytest.param(numbering(level(0, "bullet", "●")), item("甲"), ["甲"], id="bullet-is-no-number"),
        pytest.param(
            numbering(level(0, "decimal", "%1.")), item("甲") + item("乙"), ["1. 甲", "2. 乙"], id="tab-is-a-blank"
        ),
        pytest.param(
            numbering(level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>')),
            item("甲"),
            ["1.甲"],
            id="nothing-between",
        ),
        pytest.param(numbering(level(0, "decimal", "")), item("甲"), ["甲"], id="no-level-text"),
        pytest.param(
            numbering(level(0, "chineseCounting", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")),
            item("甲") + item("乙", 1),
            ["一甲", "1.1 乙"],
            id="legal-style",
        ),
        pytest.param(
            numbering(level(0, "decimal", "%1、"), level(1, "decimal", "%2）", '<w:lvlRestart w:val="0"/>')),
            item("甲") + item("乙", 1) + item("丙") + item("丁", 1),
            ["1、甲", "1）乙", "2、丙", "2）丁"],
            id="never-restarted",
        ),
        pytest.param(
            numbering(level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2、")),
            item("甲", 1) + item("乙"),
            ["1.1、甲", "1、乙"],
            id="lower-level-first",
        ),
        pytest.param(
            numbering(
                level(0, "decimal", "%1、"),
                nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
                '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
                '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>',
            ),
            item("甲") + item("乙", num=2) + item("丙", num=2) + item("丁", num=3),
            ["1、甲", "5、乙", "6、丙", "7、丁"],
            id="start-override-and-shared-counter",
        ),
        pytest.param(
            numbering(
                level(0, "decimal", "%1、"),
                nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
                + level(0, "chineseCounting", "第%1章")
                + "</w:lvlOverride></w:num>",
            ),
            item("甲"),
            ["第一章甲"],
            id="level-override",
        ),
        pytest.param(
            numbering(level(0, "decimal", "%1、")),
            item("甲", num=0) + item("乙", num=9),
            ["甲", "乙"],
            id="none-or-unknown",
        ),
        pytest.param(
            numbering(level(0, "decimal", "%1、")),
            item("甲") + item("") + item("乙"),
            ["1、甲", "3、乙"],
            id="empty-item-counts",
        ),
        pytest.param(
            numbering(level(0, "decimal", "%1、", "<w:rPr><w:vanish/></w:rPr>")), item("甲"), ["甲"], id="hidden-number"
        ),
    ],
)
def test_list_numbers(lists: str, body: str, expected: list[str]) -> None:
    assert texts(body, numbering=lists) == expected


def test_numbers_through_styles() -> None:
    lists = numbering(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    )
    styles = part(
        "styles",
        '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Plain"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
        "</w:style>",
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        [
            p("甲", properties='<w:pStyle w:val="H1"/>'),
            p("乙", properties='<w:pStyle w:val="H2"/>'),
            p("丙", properties='<w:pStyle w:val="Plain"/>'),
            p("丁", properties=f'<w:pStyle w:val="H1"/>{off}'),
            p("戊", properties='<w:pStyle w:val="H1"/>'),
        ]
    )
    assert texts(body, numbering=lists, styles=styles) == ["一、甲", "（一）乙", "丙", "丁", "二、戊"]


def test_style_links_lead_to_the_levels() -> None:
    lists = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{level(0, "decimal", "%1、")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    assert texts(item("甲"), numbering=lists) == ["1、甲"]


def test_numbered_cells_keep_their_number_even_without_text() -> None:
    lists = numbering(level(0, "decimal", "%1"))
    rows = (tr(tc(inner=item("")), "甲"), tr(tc(inner=item("")), "乙"))
    assert grid(table(tbl(*rows), numbering=lists)) == [["1 ", "甲"], ["2 ", "乙"]]
    named = (tr(tc(inner=item("规章")), "0"), tr(tc(inner=item("文件")), "0"))
    assert grid(table(tbl(*named), numbering=numbering(level(0, "decimal", "%1．")))) == [
        ["1．规章", "0"],
        ["2．文件", "0"],
    ]


def test_a_deleted_mark_takes_its_number_with_it() -> None:
    gone = p("甲", properties='<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>')
    assert texts(gone + item("乙"), numbering=numbering(level(0, "decimal", "%1、"))) == ["1、甲乙"]


def test_an_endless_pattern_is_cut() -> None:
    (text,) = texts(item("甲"), numbering=numbering(level(0, "lowerLetter", "%1" * 50_000)))
    assert text == "a" * 30 + " 甲"
