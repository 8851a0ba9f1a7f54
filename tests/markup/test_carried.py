from __future__ import annotations

import pytest

from lint.errors import UsageError
from lint.forms import load_pack
from lint.forms.specimen import SpecimenText, specimen
from lint.forms.template import CellKind
from lint.markup.carried import Carried, carried_over, mismatches
from lint.model import Document, Location, Paragraph
from samples.writing import docx_bytes
from tests.markup.blanks import BODY, template

FIGURES = {"natural": "3", "business": "1", "total": "4"}
FORM = load_pack("cn-disclosure")


def _report(edition: str, year: int, values: dict[str, dict[str, str]]) -> Document:
    text = SpecimenText(BODY, year, ("{body}{year}年政府信息公开工作年度报告",), values={"applications": values})
    return specimen(template(edition), text)


@pytest.mark.parametrize(("edition", "year"), [("2021", 2022), ("2019", 2020)])
def test_the_row_carried_forward_is_taken_over_from_either_edition(edition: str, year: int) -> None:
    last = _report(edition, year, {"carried_out": FIGURES, "carried_in": {"natural": "9"}})
    carried = carried_over(last, template("2021"), FORM.besides(template("2021")))
    assert (carried.body, carried.year, carried.gaps) == (BODY, year, ())
    row = carried.figures["applications"]["carried_in"]
    assert {key: row[key] for key in FIGURES} == FIGURES
    assert set(row.values()) == {"0", "1", "3", "4"}
    assert list(carried.figures["applications"]) == ["carried_in"]


def test_what_is_no_number_is_left_open_and_named() -> None:
    last = _report("2021", 2022, {"carried_out": {"natural": "三件", "research": "", "total": "1,200"}})
    carried = carried_over(last, template("2021"))
    row = carried.figures["applications"]["carried_in"]
    assert "natural" not in row
    assert "research" not in row
    assert row["total"] == "1200"
    (gap,) = carried.gaps
    assert "2 格" in gap.zh
    assert "自然人、科研机构" in gap.zh
    assert "二、上年结转" in gap.zh


@pytest.mark.parametrize("text", ["-1", "－1", "1.5", "12345678901234567890123456", "1" * 16])
def test_what_no_such_cell_can_hold_is_left_open_and_named(text: str) -> None:
    carried = carried_over(_report("2021", 2022, {"carried_out": {"natural": text}}), template("2021"))
    assert "natural" not in carried.figures["applications"]["carried_in"]
    assert "请手工填写：自然人" in carried.gaps[0].zh


@pytest.mark.parametrize(
    ("kind", "text", "figure"),
    [
        *(("amount", "1.5", "1.5"), ("amount", "-1", None), ("amount", "2.00", "2")),
        *(("change", "-1", "-1"), ("change", "1.5", "1.5"), ("count", "7", "7"), ("count", "0", "0")),
    ],
)
def test_the_kind_of_a_column_says_what_it_can_hold(kind: CellKind, text: str, figure: str | None) -> None:
    own = template("2021").table("applications")
    (band,) = own.bands
    first = band.columns[0]._replace(kind=kind)
    table = own._replace(bands=(band._replace(columns=(first, *band.columns[1:])),))
    form = template("2021")._replace(tables=(table,))
    carried = carried_over(_report("2021", 2022, {"carried_out": {first.key: text}}), form)
    assert carried.figures["applications"]["carried_in"].get(first.key) == figure


@pytest.mark.parametrize(
    ("front", "body"),
    [
        (("××单位", "××××年{title}"), ""),
        (("××××年{title}",), ""),
        (("××县财政局", "2022年{title}"), ""),
        (("XX县财政局", "2022年{title}"), ""),
        (("____县财政局", "2022年{title}"), ""),
        (("（单位名称）2022年{title}",), ""),
        (("青溪县财政局2100年{title}",), "青溪县财政局"),
        (("青溪县财政局（2100年）{title}",), "青溪县财政局"),
        (("青溪县2100年财政局{title}",), ""),
        (("青溪县财政局2022年{title}",), "青溪县财政局"),
        (("青溪县第2中学2022年{title}",), "青溪县第2中学"),
        (("青溪县12345热线办2022年{title}",), "青溪县12345热线办"),
    ],
)
def test_a_prompt_or_a_year_is_no_body(front: tuple[str, ...], body: str) -> None:
    title = tuple(line.format(title=template("2021").title) for line in front)
    last = specimen(template("2021"), SpecimenText(BODY, 2022, title))
    assert carried_over(last, template("2021")).body == body


def test_a_report_without_the_table_leaves_the_row_open() -> None:
    last = _report("2021", 2022, {})
    without = last._replace(blocks=tuple(block for block in last.blocks if isinstance(block, Paragraph)))
    carried = carried_over(without, template("2021"))
    assert carried.figures["applications"]["carried_in"] == {}
    assert "第三部分表格" in carried.gaps[0].zh


def test_something_else_is_refused() -> None:
    letter = Document("letter.docx", (Paragraph("关于开会的通知", Location(1)),))
    with pytest.raises(UsageError, match=r"letter\.docx"):
        carried_over(letter, template("2021"))


@pytest.mark.parametrize(
    ("body", "year", "said"),
    [
        (BODY, 2023, []),
        ("柳林镇人民政府", 2023, []),
        ("", None, []),
        ("青溪县桃园镇人民政府", 2023, ["桃园"]),
        (BODY, 2024, ["2023 年度"]),
        (BODY, 2022, ["2021 年度"]),
    ],
)
def test_another_body_or_year_is_told(body: str, year: int | None, said: list[str]) -> None:
    sentences = [phrase.zh for phrase in mismatches(Carried({}, BODY, 2022), body, year)]
    assert len(sentences) == len(said)
    assert all(word in sentence for word, sentence in zip(said, sentences, strict=True))


def test_a_report_as_word_file_is_read_like_the_document() -> None:
    from lint.readers import read  # noqa: PLC0415 - of this test only

    last = _report("2021", 2022, {"carried_out": FIGURES})
    direct, by_file = (carried_over(each, template("2021")) for each in (last, read(docx_bytes(last), "a.docx")))
    assert direct == by_file
