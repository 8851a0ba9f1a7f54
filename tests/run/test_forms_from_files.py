"""Forms given as files: templates of one's own, of a shipped form's name, overlays – and what a report says of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import lint
from lint.errors import PackError, UsageError
from lint.findings import Report
from lint.forms.store import rules_folder
from lint.model import Document
from lint.rulebook import load_rulebook
from samples.make import FOLDER
from samples.writing import docx_bytes
from tests.forms.overlay_files import HEAD
from tests.whole.checking import all_zero, busy, edited

DISTRICT = FOLDER / "district" / "district.toml"
OWN = """
form = "visits"
edition = "1"
since = 2000
title = ""
source = "某街道走访要求"
name = { zh = "走访登记表", en = "the visits form" }

[[section]]
key = "summary"
numeral = "一"
heading = "走访概况"

[[section]]
key = "figures"
numeral = "二"
heading = "走访户数"

[[table]]
key = "visits"
section = "figures"
name = { zh = "走访户数表", en = "the table of visits" }

[[table.band]]
stub = "类别"
columns = [{ key = "planned", labels = ["计划户数"] }, { key = "done", labels = ["实际户数"] }]
rows = [{ key = "poor", labels = ["困难家庭"] }, { key = "old", labels = ["独居老人"] }]
"""
VISITS = (
    "某街道\n一、走访概况\n全年走访两轮。\n二、走访户数\n类别\t计划户数\t实际户数\n困难家庭\t12\t{}\n独居老人\t30\t28\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "visits.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def judged(document: Document, form: str | Path, lang: str = "zh") -> Report:
    return lint.check_bytes(docx_bytes(document), document.name, form=form, lang=lang)


def shipped(edition: str) -> str:
    return (rules_folder() / "cn-disclosure" / f"{edition}.toml").read_text(encoding="utf-8")


class TestOwnTemplate:
    def test_any_rule_that_needs_no_more_than_a_template_is_checked(self, own: Path) -> None:
        sound = lint.check_bytes(VISITS.format("9").encode(), "走访.txt", form=own)
        assert (codes(sound), sound.form, sound.edition) == ([], "visits", "1")
        assert sound.form_name == "走访登记表"
        blank = lint.check_bytes(VISITS.format("").encode(), "走访.txt", form=str(own))
        assert codes(blank) == ["TB010"]
        renamed = lint.check_bytes(VISITS.format("9").replace("独居老人", "空巢老人").encode(), "走访.txt", form=own)
        assert codes(renamed) == ["TB003"]
        headless = lint.check_bytes(VISITS.format("9").replace("一、走访概况\n", "").encode(), "走访.txt", form=own)
        assert codes(headless) == ["ST001"]

    def test_it_is_the_form_whatever_year_the_report_is_on(self, own: Path) -> None:
        own.write_text(OWN.replace("since = 2000", "since = 2030"), encoding="utf-8")
        report = lint.check_bytes(VISITS.format("").encode(), "走访.txt", form=own, year=2021)
        assert codes(report) == ["TB010"]

    def test_load_form(self, own: Path) -> None:
        form = lint.load_form(own)
        assert (form.form, [template.edition for template in form.templates]) == ("visits", ["1"])
        assert lint.load_form("cn-disclosure/2021").templates == lint.load_form("cn-disclosure", "2021").templates
        with pytest.raises(UsageError):
            lint.load_form(own, "2")

    def test_what_is_still_open_in_it_is_refused(self, own: Path) -> None:
        own.write_text(OWN.replace('key = "poor"', 'key = "?"'), encoding="utf-8")
        with pytest.raises(PackError, match=r"visits\.toml"):
            lint.load_form(own)

    def test_its_mistakes_are_named_by_the_file_as_given(self, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        own.write_text(OWN.replace("stub", "stbu"), encoding="utf-8")
        monkeypatch.chdir(own.parent.parent)
        with pytest.raises(PackError) as refused:
            lint.load_form(f"{own.parent.name}/visits.toml")
        assert refused.value.file == f"{own.parent.name}/visits.toml"


class TestTemplateOfAShippedForm:
    def test_it_brings_the_rules_of_the_form(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.toml"
        path.write_text(shipped("2021"), encoding="utf-8")
        book = load_rulebook(path)
        assert book.pack.rules == load_rulebook("cn-disclosure").pack.rules
        assert book.adjusted == ()
        assert codes(
            judged(edited(busy(), "set-value", table="applications", row="new", column="natural", to="42"), path)
        )

    def test_rules_that_cannot_be_checked_are_left_out_and_that_is_said(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.toml"
        path.write_text(shipped("2021").replace('key = "other"\nnumeral', 'key = "else"\nnumeral'), encoding="utf-8")
        book = load_rulebook(path)
        assert [rule.until for rule in book.pack.rules if rule.code == "ST010"] == [2020], "no year of this edition"
        assert [sentence.zh for sentence in book.adjusted] == [
            "国办2021年印发的年度报告格式（mine.toml）没有规则 ST010 要查的部分、表格或合计，这些规则没有用"
        ]
        assert "ST010" in judged(busy(), path, "en").adjusted[0]

    def test_in_the_folder_of_the_form_it_is_a_mistake(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(rules_folder(), tmp_path / "rules")
        monkeypatch.setattr("lint.forms.rules_folder", lambda: tmp_path / "rules")
        monkeypatch.setattr("lint.rulebook.rules_folder", lambda: tmp_path / "rules")
        path = tmp_path / "rules" / "cn-disclosure" / "2021.toml"
        rules = path.with_name("rules.toml")
        rules.write_text(
            rules.read_text(encoding="utf-8").replace('section = "other"', 'section = "else"'), encoding="utf-8"
        )
        with pytest.raises(PackError) as refused:
            load_rulebook(path)
        assert (refused.value.file, refused.value.where, refused.value.key) == ("rules.toml", "ST010", "with.section")


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ("gone.toml", "找不到表单文件“gone.toml”"),
        ("gone.docx", "找不到表单文件“gone.docx”"),
        ("x" * 300 + ".toml", "找不到表单文件"),
        ("a\0b.toml", "找不到表单文件"),
        (".", "“.”是文件夹，请写其中的表单文件"),
        ("folder", "“folder”是文件夹"),
        ("cn-disclosur", "没有名为 cn-disclosur 的表单，是否想用 cn-disclosure"),
        ("cn-disclosur/2021", "是否想用 cn-disclosure"),
        ("cn-disclosure/2022", "没有 2022 年版的表单"),
        ("neither.toml", "看不出是什么文件：补充规定要写 extends，完整的表单要写 form"),
        ("broken.toml", "不是有效的 TOML"),
        ("empty.docx", "“empty.docx”无法读取"),
    ],
)
def test_what_is_no_form_is_refused_in_a_sentence(
    form: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("neither.toml").write_text("name = 'x'\n", encoding="utf-8")
    Path("broken.toml").write_text("form = \n", encoding="utf-8")
    Path("empty.docx").write_bytes(b"")
    with pytest.raises(UsageError) as refused:
        load_rulebook(form)
    assert sentence in refused.value.sentence.zh


def test_a_folder_of_a_shipped_forms_name_is_in_nobodys_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cn-disclosure").mkdir()
    assert load_rulebook("cn-disclosure").edition is None
    assert load_rulebook("cn-disclosure/2021").edition == "2021"


def test_what_is_accepted_besides_is_no_finding(tmp_path: Path) -> None:
    path = tmp_path / "area.toml"
    path.write_text(
        HEAD + '[[alias]]\ntable = "applications"\nrow = "granted"\nlabels = ["（一）已经公开"]\n'
        '[[alias]]\ntable = "applications"\ncolumn = "business"\nlabels = ["企业"]\n'
        '[[alias]]\nsection = "problems"\nheadings = ["问题与改进"]\n',
        encoding="utf-8",
    )
    report = edited(busy(), "rename-row", table="applications", row="granted", to="（一）已经公开")
    report = edited(report, "rename-column", table="applications", column="business", to="企业")
    report = edited(report, "rename-heading", section="problems", to="问题与改进")
    report = edited(report, "replace-text", old="存在的主要问题及改进情况、", new="问题与改进、")
    assert set(codes(judged(report, "cn-disclosure"))) >= {"TB003", "TB005", "ST003"}
    accepted = judged(report, path)
    assert codes(accepted) == []
    assert len(accepted.adjusted) == 3
    assert accepted.form_name == "国办2021年印发的年度报告格式和某区要求"
    altered = edited(busy(), "rename-row", table="applications", row="granted", to="（一）全部公开")
    assert codes(judged(altered, path)) == ["TB003"]


class TestDistrict:
    """The sample overlay does what it says."""

    @pytest.fixture
    def proper(self) -> Document:
        report = edited(all_zero(), "replace-text", old="青溪县市场监督管理局", new="青溪县柳林镇人民政府")
        report = edited(report, "set-name", to="柳林镇.docx")
        report = edited(
            report, "insert-paragraph", section="other", text="全年承办人大代表建议2件，均已办结。政协委员提案1件。"
        )
        return edited(report, "insert-paragraph", section="other", text="联系电话：0533-1234567。")

    def test_a_proper_report_is_clean(self, proper: Document) -> None:
        assert codes(judged(proper, DISTRICT)) == []
        renamed = edited(proper, "rename-heading", section="problems", to="存在的主要问题及改进措施")
        renamed = edited(renamed, "replace-text", old="及改进情况、", new="及改进措施、")
        assert codes(judged(renamed, DISTRICT)) == []

    def test_further_matters_are_asked_for(self, proper: Document) -> None:
        silent = edited(proper, "drop-paragraph", containing="建议")
        silent = edited(silent, "drop-paragraph", containing="联系电话")
        assert codes(judged(silent, "cn-disclosure")) == []
        report = judged(silent, DISTRICT)
        assert sorted(codes(report)) == ["QX001", "QX002"]
        assert {finding.basis.partition("：")[0] for finding in report.findings} == {"青政办函〔2024〕58号"}

    def test_townships_are_due_earlier(self, proper: Document) -> None:
        late = edited(proper, "set-date", to="2025年1月25日")
        assert codes(judged(late, "cn-disclosure")) == []
        (finding,) = judged(late, DISTRICT).findings
        assert (finding.code, finding.expected) == ("DT012", "2025年1月20日")
        bureau = edited(busy(), "set-date", to="2025年1月25日")
        assert "DT012" not in codes(judged(bureau, DISTRICT))

    def test_the_period_is_required(self, proper: Document) -> None:
        silent = edited(
            proper, "replace-text", old="本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。", new=""
        )
        (finding,) = judged(silent, DISTRICT).findings
        assert (finding.code, finding.severity) == ("DT001", "error")

    def test_what_it_loosens_is_said(self, proper: Document) -> None:
        said = (
            "青溪县编报要求（district.toml）认可“存在的主要问题及改进措施”为标题“存在的主要问题及改进情况”的另一写法",
        )
        assert judged(proper, DISTRICT).adjusted == said
        assert lint.check_bytes(b"", "空.docx", form=DISTRICT).adjusted == said


def test_a_run_with_a_shipped_form_reads_nothing_of_overlays() -> None:
    script = (
        "import sys, lint; lint.check_bytes(b'', 'a.docx');"
        "print([name for name in sys.modules if name.startswith(('lint.forms.overlay', 'lint.learn'))])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=FOLDER.parent)
    assert done.stdout.decode().strip() == "[]"
