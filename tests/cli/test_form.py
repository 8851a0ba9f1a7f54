from __future__ import annotations

import json
import tomllib
from pathlib import Path

import docx
import pytest

from lint.forms import load_template
from lint.forms.editions import template_of
from lint.reporters.columns import width
from tests.cli.running import CommandLine
from tests.learn.blank_forms import SHARED

OFFICIAL = SHARED / "real" / "official-form-2021.docx"
beside = pytest.mark.skipif(not OFFICIAL.exists(), reason="the official form lies beside the project, not in it")
RULES = Path(__file__).parents[2] / "rules" / "cn-disclosure"

ROWS = ("甲类事项", "乙类事项")

pytestmark = pytest.mark.usefixtures("folder")


def word_form(path: Path, *rows: str, title: str = "政务服务工作年度报告格式") -> str:
    """A blank form of three parts in Word, its table with these rows."""
    document = docx.Document()
    document.add_paragraph(title)
    document.add_paragraph("一、总体情况")
    document.add_paragraph("（文字描述）")
    document.add_paragraph("二、收到和处理情况")
    table = document.add_table(rows=0, cols=3)
    for texts in (("项目", "件数", "合计"), *((row, "", "") for row in rows)):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("三、存在的主要问题")
    document.add_paragraph("（文字描述）")
    document.save(str(path))
    return path.name


@pytest.fixture
def blank(folder: Path) -> str:
    return word_form(folder / "blank.docx", *ROWS)


def test_without_a_command_the_help_is_shown(command_line: CommandLine) -> None:
    result = command_line("form")
    assert result.status == 0
    assert all(name in result.out for name in ("list", "show", "diff", "verify", "learn", "build"))


@pytest.mark.parametrize("name", ["list", "show", "diff", "verify", "learn", "build"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_has_a_help_page_in_both_languages(command_line: CommandLine, name: str, lang: str) -> None:
    result = command_line("form", name, "--lang", lang, "--help")
    assert result.status == 0
    assert f"reportlint form {name}" in result.out
    assert result.out.isascii() is (lang == "en")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["shwo"], "没有 form 命令“shwo”，是不是 show？（可用：list、show"),
        (["show", "cn-disclosur"], "没有名为“cn-disclosur”的表单，也没有这个文件，是不是 cn-disclosure？"),
        (["show", "2O21"], "是不是 2021？"),
        (["show", "cn-disclosure/2018"], "没有 2018 年版的表单，现有：2019、2021"),
        (["show", "gone.docx"], "找不到表单文件“gone.docx”"),
        (["show", "."], "“.”是文件夹"),
        (["show", "--table", "disputs"], "没有表格“disputs”，是不是 disputes？（可用：disclosed、"),
        (["show", "--table", "disputes", "--output-format", "toml"], "请去掉 --table"),
        (["show", "--output-format", "yaml"], "没有输出格式“yaml”"),
        (["diff", "2019"], "命令后面缺少内容"),
        (["diff", "2019", "2022"], "没有名为“2022”的表单"),
        (["verify"], "请写官方的 Word 文件"),
        (["verify", "2019"], "“2019”不是 Word 文件"),
        (["verify", "a.docx", "b.docx", "--form", "2021"], "一份官方文件"),
        (["verify", "2021", "gone.docx"], "找不到表单文件“gone.docx”"),
        (["learn", "gone.docx"], "gone.docx"),
        (["learn", "."], "“.”是文件夹"),
        (["learn"], "命令后面缺少内容"),
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_command_line_is_one_sentence_and_status_2(
    command_line: CommandLine, argv: list[str], words: str
) -> None:
    result = command_line("form", *argv)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1


# ---------------------------------------------------------------------------------------------------- list and show


def test_list(command_line: CommandLine) -> None:
    lines = command_line("form", "list").out.splitlines()
    assert lines[1].split() == ["cn-disclosure/2019", "2019—2020", "6", "3", "198", "40", "国办公开办函〔2019〕60号"]
    assert lines[2].split() == ["cn-disclosure/2021", "2021", "起", "6", "3", "200", "42", "国办公开办函〔2021〕30号"]
    assert max(map(width, lines)) <= 80
    assert max(map(width, command_line("form", "list", "--lang", "en").out.splitlines())) <= 80
    editions = json.loads(command_line("form", "list", "--output-format", "json").out)
    assert [(each["edition"], each["figures"], each["sums"]) for each in editions] == [
        ("2019", 198, 40),
        ("2021", 200, 42),
    ]


@pytest.mark.parametrize("word", [[], ["cn-disclosure"], ["cn-disclosure/2021"], ["2021"], [str(RULES / "2021.toml")]])
def test_a_form_goes_by_many_names(command_line: CommandLine, word: list[str]) -> None:
    result = command_line("form", "show", *word)
    assert (result.status, result.err) == (0, "")
    assert "“三安全一稳定”" in result.out
    assert "（文字描述，收取信息处理费情况在此处报告。）" in result.out
    assert max(map(width, result.out.splitlines()[1:])) <= 80


def test_an_edition_alone_is_enough_also_where_a_folder_is_called_so(command_line: CommandLine, folder: Path) -> None:
    (folder / "2021").mkdir()
    command_line("form", "build", "2021", "-o", "2021/a.docx")
    assert command_line("form", "show", "2021").status == 0
    alone, whole = (command_line("check", "2021", "--form", form).out for form in ("2021", "cn-disclosure/2021"))
    assert alone == whole != ""
    gone = command_line("check", "2021", "--form", "2018")
    assert (gone.status, gone.out) == (2, "")
    assert "没有名为 2018 的表单" in gone.err


@pytest.mark.parametrize(
    ("extends", "status"), [("cn-disclosure", 0), ("cn-disclosure/2021", 2)], ids=["all editions", "one edition"]
)
def test_an_alias_may_be_for_a_row_of_another_edition(command_line: CommandLine, extends: str, status: int) -> None:
    Path("area.toml").write_text(
        f'extends = "{extends}"\nname = {{ zh = "某区要求", en = "an area" }}\nsource = "某区"\n'
        '[[alias]]\ntable = "applications"\nrow = "other_handling"\nlabels = ["（六）其他情形"]\n',
        encoding="utf-8",
    )
    assert command_line("form", "show", "area.toml").status == status


def test_show_one_table_and_its_keys(command_line: CommandLine) -> None:
    table = command_line("form", "show", "2021", "--table", "disputes").out
    assert "行政复议" in table
    assert "本年收费金额" not in table
    assert "after_total" not in table
    assert "after_total       行政诉讼 › 复议后起诉 › 总计" in command_line("form", "show", "2021", "--keys").out


def test_show_as_data(command_line: CommandLine) -> None:
    text = command_line("form", "show", "2019", "--output-format", "toml").out
    assert template_of(tomllib.loads(text), "2019.toml") == load_template("cn-disclosure", "2019")
    data = json.loads(command_line("form", "show", "2019", "--table", "disputes", "--output-format", "json").out)
    assert [table["key"] for table in data["tables"]] == ["disputes"]
    assert data["tables"][0]["sums"][0]["identity"].startswith("review_total == review_upheld + ")


def test_show_a_blank_form_that_was_never_seen(command_line: CommandLine, blank: str) -> None:
    result = command_line("form", "show", blank)
    assert result.status == 0
    assert "│甲类事项│" in result.out
    assert "二、收到和处理情况" in result.out


# -------------------------------------------------------------------------------------------------- diff and verify


def test_diff_reads_like_a_summary(command_line: CommandLine) -> None:
    result = command_line("form", "diff", "2019", "2021")
    assert result.status == 0
    assert result.out.startswith("cn-disclosure/2019 → cn-disclosure/2021：12 处不同\n")
    assert "\n第六部分\n  · 标题下的提示“（文字描述）”改为" in result.out
    assert max(map(width, result.out.splitlines())) <= 80
    assert command_line("form", "diff", "2021", "2021").out == "cn-disclosure/2021 与 cn-disclosure/2021 没有不同\n"


def test_diff_as_json(command_line: CommandLine) -> None:
    data = json.loads(command_line("form", "diff", "2019", "2021", "--output-format", "json", "--lang", "en").out)
    assert (data["old"], data["new"], len(data["changes"])) == ("cn-disclosure/2019", "cn-disclosure/2021", 12)
    split = next(change for change in data["changes"] if change["kind"] == "row-split")
    assert (split["part"], split["table"], len(split["old"]), len(split["new"])) == ("三", "applications", 1, 3)
    assert split["message"].startswith("row “（六）其他处理” became 3 rows: ")


def test_a_changed_file_shows_as_exactly_that_change(command_line: CommandLine, blank: str, folder: Path) -> None:
    assert command_line("form", "learn", blank, "-o", "form.toml").status == 0
    assert command_line("form", "verify", blank, "--form", "form.toml") == (
        0,
        "一致：form.toml 与官方文件 blank.docx 相符\n",
        "",
    )
    word_form(folder / "changed.docx", "甲类事项", "乙类事务")
    for argv in (["form.toml", "changed.docx"], ["changed.docx", "form.toml"], ["changed.docx", "--like", "form.toml"]):
        result = command_line("form", "verify", *argv)
        assert result.status == 1
        assert "有 1 处不同" in result.out
        assert "“乙类事项”一行改为“乙类事务”" in result.out
    for old, new in (("form.toml", "changed.docx"), (blank, "changed.docx")):
        result = command_line("form", "diff", old, new)
        assert (result.status, "：1 处不同\n" in result.out) == (0, True)


def test_the_title_of_a_file_is_compared_without_what_is_printed_around_it(
    command_line: CommandLine, blank: str, folder: Path
) -> None:
    command_line("form", "learn", blank, "-o", "form.toml")
    word_form(folder / "filled.docx", *ROWS, title="某某局2026年政务服务工作年度报告")
    assert command_line("form", "verify", "form.toml", "filled.docx").status == 0
    word_form(folder / "other.docx", *ROWS, title="政务服务年度报告格式")
    result = command_line("form", "verify", "form.toml", "other.docx")
    assert "报告名称由“政务服务工作年度报告”改为“政务服务年度报告”" in result.out
    assert "有 1 处不同" in result.out


@beside
def test_the_shipped_form_is_what_the_official_file_says(command_line: CommandLine) -> None:
    result = command_line("form", "verify", str(OFFICIAL))
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("一致：cn-disclosure/2021 ")
    other = command_line("form", "verify", str(OFFICIAL), "--form", "cn-disclosure/2019", "--output-format", "json")
    assert other.status == 1
    assert {change["kind"] for change in json.loads(other.out)["changes"]} == {
        "band-dropped",
        "columns-replaced",
        "row-renamed",
        "row-dropped",
        "row-split",
        "hint-changed",
    }


# ------------------------------------------------------------------------------------------------------------ learn


def test_learn_writes_a_template(command_line: CommandLine, blank: str, folder: Path) -> None:
    result = command_line("form", "learn", blank)
    template = template_of(tomllib.loads(result.out), "learnt.toml")
    assert [row.labels for _, row in template.tables[0].rows()] == [("甲类事项",), ("乙类事项",)]
    written = command_line("form", "learn", blank, "-o", "new.toml", "--lang", "en")
    assert (written.out, written.err.splitlines()[0]) == ("", "reportlint: wrote new.toml")
    assert (folder / "new.toml").read_text(encoding="utf-8") == result.out


def test_learn_overwrites_nothing(command_line: CommandLine, blank: str, folder: Path) -> None:
    before = (folder / blank).read_bytes()
    (folder / "new.toml").write_text("mine", encoding="utf-8")
    for target in ("new.toml", blank, ".", "gone/new.toml"):
        result = command_line("form", "learn", blank, "-o", target)
        assert result.status == 2
        assert result.err.count("\n") == 1
    assert (folder / "new.toml").read_text(encoding="utf-8") == "mine"
    assert (folder / blank).read_bytes() == before


def test_a_new_edition_takes_its_year_from_the_name_of_the_file(
    command_line: CommandLine, blank: str, folder: Path
) -> None:
    command_line("form", "learn", blank, "-o", "form.toml")
    word_form(folder / "next.docx", *ROWS, "丙类事项")
    result = command_line("form", "learn", "next.docx", "--like", "form.toml", "-o", "2027.toml")
    assert (result.status, result.out) == (0, "")
    data = tomllib.loads((folder / "2027.toml").read_text(encoding="utf-8"))
    assert (data["edition"], data["since"], data["source"]) == ("2027", 2027, "?")
    assert [row["key"] == "?" for row in data["table"][0]["band"][0]["rows"]] == [False, False, True]
    assert "处标着问号" in result.err
    assert "丙类事项" in result.err
    assert "请把问号" not in result.err
