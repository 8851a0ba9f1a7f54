"""`--form` with files: what is said of it, where the form lies among the submissions, and outputs in its way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint.forms.layout import laid_out
from lint.forms.template import Band, ColumnSpec, RowSpec, TableSpec
from lint.model import Block, Document, Location, Paragraph, Phrase
from samples.writing import docx_bytes
from tests.cli.running import CommandLine
from tests.forms.overlay_files import HEAD

pytestmark = pytest.mark.usefixtures("folder")
LOOSE = HEAD + '[severity]\nST001 = "info"\nTB010 = "off"\n'
SAID = ("某区要求（area.toml）把 ST001 由错误降为提示", "某区要求（area.toml）停用了规则 TB010")
TABLE = TableSpec(
    "visits",
    "figures",
    Phrase("走访户数表", "the table of visits"),
    (
        Band(
            "",
            "类别",
            (ColumnSpec("done", ("实际户数",)),),
            (RowSpec("poor", ("困难家庭",)), RowSpec("old", ("独居老人",))),
        ),
    ),
)


def report(poor: str, old: str) -> Document:
    """The visits form with these figures, "" for a blank one."""
    figures = laid_out(TABLE, {"poor": {"done": poor}, "old": {"done": old}})
    texts = ("街道走访登记表", "一、走访概况", "", "二、走访户数")
    blocks: list[Block] = [Paragraph(text, Location(rank)) for rank, text in enumerate(texts, 1)]
    if poor:
        blocks[2] = Paragraph("全年走访两轮。", Location(3))
    return Document("走访.docx", (*blocks, figures._replace(location=Location(5))))


def put(*names: str, poor: str = "12", old: str = "28") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(docx_bytes(report(poor, old)))


@pytest.fixture
def area() -> str:
    Path("area.toml").write_text(LOOSE, encoding="utf-8")
    return "area.toml"


class TestBlankWordForm:
    @pytest.fixture(autouse=True)
    def blank(self, folder: Path) -> None:
        assert Path.cwd() == folder
        put("form/blank.docx", poor="", old="")

    def test_it_is_enough_to_check_a_submission(self, command_line: CommandLine) -> None:
        put("sound.docx")
        put("gap.docx", old="")
        sound = command_line("check", "sound.docx", "--form", "form/blank.docx")
        assert (sound.status, sound.err) == (0, "")
        assert "成立" in sound.out
        gap = command_line("check", "gap.docx", "--form", "form/blank.docx", "--output-format", "concise")
        assert "TB010" in gap.out

    def test_it_is_no_submission_where_a_folder_holds_it(self, command_line: CommandLine) -> None:
        put("form/a.docx", "form/b.docx")
        told = command_line("check", "form", "--form", "form/blank.docx", "-v")
        assert told.err == "reportlint: 略过 form/blank.docx（就是 --form 指定的表单）\n"
        assert told.status == 0
        assert command_line("check", "form", "--form", "form/blank.docx").err == ""
        listed = command_line("check", "form", "--form", "form/blank.docx", "--show-files")
        assert listed.out == "form/a.docx\nform/b.docx\n"

    def test_a_folder_of_nothing_else_has_nothing_to_check(self, command_line: CommandLine) -> None:
        alone = command_line("check", "form", "--form", "form/blank.docx")
        assert (alone.status, alone.out) == (2, "")
        assert "除表单本身外，没有可检查的文档" in alone.err

    def test_named_outright_it_is_checked(self, command_line: CommandLine) -> None:
        put("form/a.docx")
        listed = command_line("check", "form", "form/blank.docx", "--form", "form/blank.docx", "--show-files")
        assert listed.out == "form/a.docx\nform/blank.docx\n"

    def test_no_output_overwrites_it(self, command_line: CommandLine) -> None:
        put("a.docx")
        before = Path("form/blank.docx").read_bytes()
        refused = command_line("check", "a.docx", "--form", "form/blank.docx", "-o", "form/blank.docx")
        assert refused.status == 2
        assert Path("form/blank.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ("gone.docx", "reportlint: 找不到表单文件“gone.docx”\n"),
        ("cn-disclosur", "reportlint: 没有名为 cn-disclosur 的表单，是否想用 cn-disclosure\n"),
        ("cn-disclosure/2022", "2022"),
        ("wrong.toml", "reportlint: 表单数据有误（wrong.toml · severity.ST01）：没有规则“ST01”，是否想写 ST001\n"),
    ],
)
def test_what_is_no_form_is_a_sentence_and_status_2(command_line: CommandLine, form: str, sentence: str) -> None:
    put("a.docx")
    Path("wrong.toml").write_text(HEAD + '[severity]\nST01 = "info"\n', encoding="utf-8")
    refused = command_line("check", "a.docx", "--form", form)
    assert (refused.status, refused.out) == (2, "")
    assert sentence in refused.err


class TestAdjusted:
    """Whoever reads a report sees what was asked less than the form asks."""

    def test_it_stands_below_the_subject(self, command_line: CommandLine, area: str) -> None:
        put("a.docx")
        lines = command_line("check", "a.docx", "--form", area).out.splitlines()
        assert lines[1].endswith("和某区要求")
        assert [line for line in lines if "调整" in line] == [f"  调整：{sentence}" for sentence in SAID]

    def test_for_several_files_it_is_told_once(self, command_line: CommandLine, area: str) -> None:
        put("a.docx", "b.docx", "c.docx")
        lines = command_line("check", ".", "--form", area).out.splitlines()
        assert [line for line in lines if "调整" in line] == [f"调整：{sentence}" for sentence in SAID]
        assert lines[0].startswith("调整")
        english = command_line("check", ".", "--form", area, "--lang", "en").out
        assert english.startswith("adjusted: District demands (area.toml) lowers ST001 from error to info\n")

    def test_quiet_tells_it_where_it_tells_anything(self, command_line: CommandLine, area: str) -> None:
        put("a.docx")
        assert "调整" in command_line("check", "-q", "a.docx", "--form", area, "--select", "ST,TB,IN").out
        assert command_line("check", "-q", "a.docx", "--form", area, "--select", "IN001").out == ""

    def test_json_always_has_it(self, command_line: CommandLine, area: str) -> None:
        put("a.docx")
        for form, said in ((area, list(SAID)), ("cn-disclosure", [])):
            output = json.loads(command_line("check", "a.docx", "--form", form, "--output-format", "json").out)
            assert output["reports"][0]["adjusted"] == said

    def test_one_line_a_finding_leaves_it_to_standard_error(self, command_line: CommandLine, area: str) -> None:
        put("a.docx", "b.docx")
        concise = command_line("check", ".", "--form", area, "--output-format", "concise")
        assert "调整" not in concise.out
        assert concise.err.splitlines() == [f"reportlint: 调整：{sentence}" for sentence in SAID]
        both = command_line(
            *("check", ".", "--form", area, "--output-format", "concise", "-o", "-"),
            *("--output-format", "json", "-o", "all.json"),
        )
        assert both.err == ""
        assert "调整" in command_line("check", ".", "--form", area, "--statistics").err

    def test_a_rule_switched_off_may_still_be_named(self, command_line: CommandLine, area: str) -> None:
        put("a.docx")
        assert command_line("check", "a.docx", "--form", area, "--ignore", "TB010").status != 2
