from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint.align import align
from lint.cli import form_build
from lint.errors import UsageError
from lint.forms import load_template
from lint.forms.specimen import SpecimenText, specimen
from lint.model import Paragraph
from lint.readers import read
from samples.exporting import write_text
from samples.writing import docx_bytes
from tests.cli.running import CommandLine, Outcome

pytestmark = pytest.mark.usefixtures("folder")

BODY = "青溪县柳林镇人民政府"
FIGURES = {"natural": "3", "total": "3"}
WRITTEN = Outcome(0, "", "reportlint: 已写入 blank.docx\n")


@pytest.fixture
def build(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    def line(*argv: str) -> Outcome:
        status = form_build.command("zh").main(list(argv), prog_name="reportlint form build", standalone_mode=False)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return line


def _last(name: str, *, edition: str = "2021", year: int = 2023, body: str = BODY) -> str:
    text = SpecimenText(
        body,
        year,
        ("{body}{year}年政府信息公开工作年度报告",),
        values={"applications": {"new": FIGURES, "carried_out": FIGURES}},
    )
    document = specimen(load_template("cn-disclosure", edition), text)
    data = write_text(document).encode() if name.endswith(".txt") else docx_bytes(document)
    Path(name).write_bytes(data)
    return name


def _texts(name: str = "blank.docx") -> list[str]:
    return [block.text for block in read(Path(name).read_bytes(), name).blocks if isinstance(block, Paragraph)]


def _figures(name: str = "blank.docx", edition: str = "2021") -> dict[tuple[str, str], str]:
    subject = align(read(Path(name).read_bytes(), name), load_template("cn-disclosure", edition))
    values = subject.tables["applications"].values
    return {key: value.text for key, value in values.items() if value.text not in {"", "0"}}


@pytest.mark.parametrize(
    ("form", "options", "rows"),
    [
        ("cn-disclosure/2021", [], 28),
        ("cn-disclosure/2019", [], 26),
        ("cn-disclosure", [], 28),
        ("cn-disclosure", ["--year", "2020"], 26),
        ("cn-disclosure", ["--year", "2024"], 28),
        ("2019", [], 26),
    ],
)
def test_the_form_is_named_with_or_without_its_edition(
    build: CommandLine, form: str, options: list[str], rows: int
) -> None:
    assert build(form, "-o", "blank.docx", *options) == WRITTEN
    _, table, _ = read(Path("blank.docx").read_bytes(), "blank.docx").tables()
    assert len(table.grid) == rows


def test_a_file_may_be_the_form(build: CommandLine) -> None:
    build("cn-disclosure/2021", "-o", "official.docx")
    assert build("official.docx", "-o", "blank.docx", "--body", BODY, "--year", "2024").status == 0
    assert _texts()[:2] == [BODY, "2024年政府信息公开工作年度报告"]
    learnt = align(read(Path("blank.docx").read_bytes(), "blank.docx"), load_template("cn-disclosure", "2021"))
    assert learnt.departures == ()


def test_an_edition_in_word_is_filled_in_like_the_edition(build: CommandLine) -> None:
    build("cn-disclosure/2021", "-o", "official.docx")
    options = ["--previous", _last("last.docx")]
    assert build("official.docx", "-o", "blank.docx", *options) == WRITTEN
    build("cn-disclosure/2021", "-o", "direct.docx", *options)
    assert Path("blank.docx").read_bytes() == Path("direct.docx").read_bytes()
    assert _figures() == {("carried_in", key): figure for key, figure in FIGURES.items()}


def test_a_form_without_a_place_for_body_and_year_says_so(build: CommandLine) -> None:
    Path("form.txt").write_text("一、基本情况\n二、主要问题\n", encoding="utf-8")
    done = build("form.txt", "-o", "blank.docx", "--body", BODY, "--year", "2024")
    assert done.status == 0
    assert "单位名称没有地方可填" in done.err
    assert "年度没有地方可填" in done.err


def test_a_blank_form_of_last_year_tells_neither_body_nor_figures(build: CommandLine) -> None:
    build("cn-disclosure/2021", "-o", "last.docx")
    done = build("cn-disclosure", "-o", "blank.docx", "--previous", "last.docx")
    assert done.status == 0
    for sentence in ("请手工填写", "看不出单位名称", "看不出年度"):
        assert sentence in done.err
    build("cn-disclosure", "-o", "nobody.docx")
    assert Path("blank.docx").read_bytes() == Path("nobody.docx").read_bytes()


def test_a_year_may_be_typed_in_full_width(build: CommandLine) -> None:
    assert build("cn-disclosure", "-o", "blank.docx", "--year", "２０２４") == WRITTEN
    assert "2024年政府信息公开工作年度报告" in _texts()


def test_a_name_that_a_check_may_not_tell_is_said_at_once(build: CommandLine) -> None:
    done = build("cn-disclosure", "-o", "blank.docx", "--year", "2024", "--body", "青溪县红领巾")
    assert done.status == 0
    assert "检查时可能认不出“青溪县红领巾”" in done.err


def test_body_and_year_are_filled_in(build: CommandLine) -> None:
    assert build("cn-disclosure", "-o", "blank.docx", "--body", f" {BODY} ", "--year", "2024").status == 0
    texts = _texts()
    assert texts[:2] == [BODY, "2024年政府信息公开工作年度报告"]
    assert "自2024年1月1日起至2024年12月31日止" in texts[2]
    assert texts[-2:] == [BODY, "2025年×月×日"]


@pytest.mark.parametrize("name", ["last.docx", "last.txt"])
def test_last_year_gives_body_year_and_what_is_carried_over(build: CommandLine, name: str) -> None:
    assert build("cn-disclosure", "-o", "blank.docx", "--previous", _last(name)) == WRITTEN
    assert _texts()[:2] == [BODY, "2024年政府信息公开工作年度报告"]
    assert _figures() == {("carried_in", key): figure for key, figure in FIGURES.items()}


def test_last_year_may_be_on_the_edition_before(build: CommandLine) -> None:
    last = _last("last.docx", edition="2019", year=2020)
    assert build("cn-disclosure", "-o", "blank.docx", "--previous", last) == WRITTEN
    assert _figures() == {("carried_in", key): figure for key, figure in FIGURES.items()}


def test_last_year_tells_which_edition_is_due(build: CommandLine) -> None:
    last = _last("last.docx", edition="2019", year=2019)
    assert build("cn-disclosure", "-o", "blank.docx", "--previous", last) == WRITTEN
    assert _figures(edition="2019") == {("carried_in", key): figure for key, figure in FIGURES.items()}
    assert len(list(read(Path("blank.docx").read_bytes(), "blank.docx").tables())[1].grid) == 26


def test_what_is_given_counts_more_than_last_year_and_a_difference_is_told(build: CommandLine) -> None:
    options = ["--body", "青溪县桃园镇人民政府", "--year", "2025", "--previous", _last("last.docx")]
    done = build("cn-disclosure", "-o", "blank.docx", *options)
    assert done.status == 0
    assert f"去年的报告是“{BODY}”的，不是“青溪县桃园镇人民政府”的" in done.err
    assert "去年的报告应是 2024 年度的，这一份是 2023 年度的" in done.err
    assert _texts()[:2] == ["青溪县桃园镇人民政府", "2025年政府信息公开工作年度报告"]


def test_an_edition_that_is_not_in_force_is_told(build: CommandLine) -> None:
    done = build("cn-disclosure/2019", "-o", "blank.docx", "--year", "2024")
    assert done.status == 0
    assert "不适用于 2024 年度" in done.err


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["cn-disclosure"], "-o"),
        (["cn-disclosure", "-o", "-"], "-o"),
        (["cn-disclosure", "-o", "blank.doc"], ".docx"),
        (["cn-disclosure", "-o", "nowhere/blank.docx"], "不存在"),
        (["cn-disclosure", "-o", "."], "文件夹"),
        (["cn-disclosrue", "-o", "blank.docx"], "cn-disclosure"),
        (["cn-disclosure/2018", "-o", "blank.docx"], "2018"),
        (["official.docx", "-o", "blank.docx"], "official.docx"),
        (["cn-disclosure", "-o", "blank.docx", "--body", " "], "--body"),
        (["cn-disclosure", "-o", "blank.docx", "--body", "甲\n乙"], "--body"),
        (["cn-disclosure", "-o", "blank.docx", "--body", "\udcff"], "--body"),
        (["cn-disclosure", "-o", "blank.docx", "--year", "24"], "24"),
        (["cn-disclosure", "-o", "blank.docx", "--previous", "gone.docx"], "gone.docx"),
        (["cn-disclosure", "-o", "blank.docx", "--previous", "empty.docx"], "empty.docx"),
        (["cn-disclosure", "-o", "blank.docx", "--previous", "letter.txt"], "letter.txt"),
        (["cn-disclosure", "-o", "last.docx", "--previous", "last.docx"], "去年的报告“last.docx”"),
        (["last.docx", "-o", "last.docx"], "表单文件“last.docx”"),
        (["cn-disclosure", "-o", "blank.docx", "--previous", ""], "--previous 去年的报告.docx"),
        (["cn-disclosure", "-o", "blank.docx", "--previous", "-"], "--previous 去年的报告.docx"),
        (["cn-disclosure", "-o", "blank.docx", "--previous", "."], "是文件夹"),
        (["2022", "-o", "blank.docx"], "2022 年度用 2021 年版"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_a_sentence_and_no_file(build: CommandLine, argv: list[str], words: str) -> None:
    Path("empty.docx").write_bytes(b"")
    Path("letter.txt").write_text("关于开会的通知", encoding="utf-8")
    before = {_last("last.docx"), "empty.docx", "letter.txt"}
    kept = Path("last.docx").read_bytes()
    with pytest.raises(UsageError) as caught:
        build(*argv)
    assert words in caught.value.sentence.zh
    assert {path.name for path in Path().iterdir()} == before
    assert Path("last.docx").read_bytes() == kept


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04"])
def test_nobody_is_told_to_send_in_a_file_of_his_own(build: CommandLine, data: bytes) -> None:
    Path("last.docx").write_bytes(data)
    with pytest.raises(UsageError) as caught:
        build("cn-disclosure", "-o", "blank.docx", "--previous", "last.docx")
    zh, en = caught.value.sentence
    assert not re.search("报送|重新|提交", zh)
    assert not re.search(r"\bsend\b", en)
    assert "请换成能用 Word 或 WPS 打开" in zh


def test_a_form_that_may_be_filled_in_is_not_overwritten(build: CommandLine) -> None:
    build("cn-disclosure/2021", "-o", "blank.docx")
    first = Path("blank.docx").read_bytes()
    again = build("cn-disclosure/2021", "-o", "blank.docx")  # nothing in it that would be lost
    assert again == Outcome(0, "", "reportlint: blank.docx 已经是这份空白表\n")
    with pytest.raises(UsageError, match=r"blank\.docx"):
        build("cn-disclosure/2019", "-o", "blank.docx")
    assert Path("blank.docx").read_bytes() == first
