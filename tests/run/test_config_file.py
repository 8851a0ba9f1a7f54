from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.file import find_file, load_settings
from lint.errors import UsageError
from lint.readers.limits import Limits


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert find_file(tmp_path) is None
    settings = load_settings(None)
    assert settings.means.limits == Limits()
    assert settings.means.soffice == ""


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    outer = written(tmp_path / "reportlint.toml", "")
    inner = written(tmp_path / "甲" / "pyproject.toml", "[tool.reportlint]\n")
    (tmp_path / "甲" / "乙").mkdir()
    assert find_file(tmp_path / "甲" / "乙") == inner
    assert find_file(tmp_path) == outer


def test_a_file_of_our_own_wins_over_that_of_the_project(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool.reportlint]\n")
    hidden = written(tmp_path / ".reportlint.toml", "")
    assert find_file(tmp_path) == hidden
    plain = written(tmp_path / "reportlint.toml", "")
    assert find_file(tmp_path) == plain


def test_a_project_that_does_not_speak_of_us_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool.ruff]\n")
    assert find_file(tmp_path) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('dependencies = ["reportlint[pdf]"]\n', id="needs-us"),
        pytest.param("# [tool.reportlint] is written elsewhere\n[tool.ruff]\n", id="a-remark"),
        pytest.param("[tool.reportlint-web]\nport = 1\n", id="another-tool"),
        pytest.param('[project]\ndependencies = ["reportlint"\n', id="broken-and-not-ours"),
        pytest.param('tool = "reportlint"\n', id="no-table"),
    ],
)
def test_a_project_without_our_section_does_not_end_the_search(tmp_path: Path, text: str) -> None:
    outer = written(tmp_path / "reportlint.toml", "")
    written(tmp_path / "甲" / "pyproject.toml", text)
    assert find_file(tmp_path / "甲") == outer


@pytest.mark.parametrize("text", ["[tool]\nreportlint = {timeout = 5}\n", '[ tool . "reportlint" ]\ntimeout = 5\n'])
def test_our_section_is_known_in_every_spelling(tmp_path: Path, text: str) -> None:
    shared = written(tmp_path / "pyproject.toml", text)
    assert find_file(tmp_path) == shared
    assert load_settings(shared).means.limits.timeout == 5


def test_our_section_in_a_broken_project_is_told(tmp_path: Path) -> None:
    shared = written(tmp_path / "pyproject.toml", "[tool.reportlint]\ntimeout =\n")
    assert find_file(tmp_path) == shared
    with pytest.raises(UsageError, match="no valid TOML"):
        load_settings(shared)


@pytest.mark.parametrize(("name", "head"), [("reportlint.toml", ""), ("pyproject.toml", "[tool.reportlint]\n")])
def test_every_setting_is_taken(tmp_path: Path, name: str, head: str) -> None:
    limits = "[tool.reportlint.limits]" if head else "[limits]"
    text = f'{head}timeout = 2.5\nsoffice = "office/soffice"\n{limits}\nentries = 7\npdf-pages = 3\n'
    means = load_settings(written(tmp_path / name, text)).means
    assert means.limits == Limits(timeout=2.5, entries=7, pdf_pages=3)
    assert Path(means.soffice) == tmp_path / "office" / "soffice"


@pytest.mark.parametrize("program", ["soffice", "~/office/soffice"])
def test_a_program_on_the_path_or_in_the_home_folder_is_not_beside_the_file(tmp_path: Path, program: str) -> None:
    assert load_settings(written(tmp_path / "reportlint.toml", f'soffice = "{program}"')).means.soffice == program


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("timeuot = 3", "timeuot；did you mean timeout"),
        ("[limits]\nentrys = 3", "limits.entrys；did you mean limits.entries"),
        ("[limits]\nentries = 0", "limits.entries；whole number above 0"),
        ("[limits]\nentries = true", "limits.entries；whole number above 0"),
        ("[limits]\nentries = 1.5", "limits.entries；whole number above 0"),
        ("limits = 3", "limits；must be a table"),
        ("timeout = 0", "timeout；seconds above 0"),
        ("timeout = nan", "timeout；seconds above 0"),
        ('timeout = "5"', "timeout；seconds above 0"),
        ("soffice = 3", "soffice；must be the path"),
        ("a = ", "reportlint.toml；no valid TOML"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path / "reportlint.toml", text)
    with pytest.raises(UsageError) as caught:
        load_settings(path)
    sentence = caught.value.sentence
    assert all(piece in sentence.en for piece in (str(path), *said.split("；")))
    assert str(path) in sentence.zh


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_a_file_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "reportlint.toml"
    path.write_text('soffice = "D:/办公/soffice.exe"\n', encoding=encoding)
    with pytest.raises(UsageError) as caught:
        load_settings(path)
    assert "另存为 UTF-8" in caught.value.sentence.zh
    assert "codec" not in caught.value.sentence.en


def test_a_path_written_as_on_windows(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings(written(tmp_path / "reportlint.toml", 'soffice = "D:\\LibreOffice\\program"\n'))
    assert "反斜杠 \\ 请改为 /" in caught.value.sentence.zh
    assert "write / for each \\" in caught.value.sentence.en


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings(tmp_path / "none.toml")
    assert "none.toml" in caught.value.sentence.en
