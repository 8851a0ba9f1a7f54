"""The command as a process of its own: streams, encodings, pipes, statuses, and what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

import lint

ROOT = Path(lint.__file__).parent.parent
REPORT = "某镇人民政府\n2021年政府信息公开工作年度报告\n一、总体情况\n总体良好。\n".encode()


def start(*argv: str, cwd: Path, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "lint", *argv],
        cwd=cwd,
        input=data,
        capture_output=True,
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "甲镇 2021.txt").write_bytes(REPORT)
    (tmp_path / "坏的.docx").write_bytes(b"\xff\xd8\xff\xe0JFIF")
    return tmp_path


def test_a_run_over_a_folder(folder: Path) -> None:
    done = start("check", cwd=folder)
    assert done.returncode == 1
    assert done.stderr == b""
    text = done.stdout.decode()
    assert "坏的.docx  无法读取" in text
    assert "这是图片" in text
    assert "ST001" in text
    assert b"\r" not in done.stdout
    assert b"\x1b" not in done.stdout


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    first, second = (start("check", "--output-format", "json", cwd=folder, PYTHONHASHSEED=seed) for seed in "12")
    assert first.stdout == second.stdout
    assert str(folder).encode() not in first.stdout


def test_streams_are_utf8_whatever_the_console(folder: Path) -> None:
    done = start("check", "--output-format", "json", cwd=folder, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert [report["path"] for report in json.loads(done.stdout.decode())["reports"]] == ["坏的.docx", "甲镇 2021.txt"]
    done = start("check", "没有.docx", cwd=folder, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert "找不到“没有.docx”" in done.stderr.decode()


def test_a_console_that_knows_no_chinese(folder: Path) -> None:
    done = start("check", cwd=folder, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 1
    assert "甲镇 2021.txt" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_standard_input(folder: Path) -> None:
    done = start("check", "-", "--stdin-filename", "甲镇 2021.txt", "--output-format", "json", cwd=folder, data=REPORT)
    (report,) = json.loads(done.stdout)["reports"]
    named = start("check", "甲镇 2021.txt", "--output-format", "json", cwd=folder)
    assert json.loads(named.stdout)["reports"] == [report]
    assert start("check", "-", "--output-format", "concise", cwd=folder).stdout.startswith(b"-:0:0:0: IN001 ")


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    for number in range(40):
        (folder / f"{number}.txt").write_bytes(REPORT)
    with subprocess.Popen(
        [sys.executable, "-m", "lint", "check", "--output-format", "json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names that are not text")
def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xb1\xa8.txt")).write_bytes(REPORT)
    except OSError:  # some file systems refuse such names
        pytest.skip("the file system refuses the name")
    for form in ("text", "concise", "json"):
        done = start("check", "--output-format", form, cwd=tmp_path)
        assert done.returncode == 1
        assert b"udcb1" in done.stdout


@pytest.mark.parametrize("argv", [["version"], ["--version"]])
def test_the_version_needs_no_click(tmp_path: Path, argv: list[str]) -> None:
    (tmp_path / "click.py").write_text("raise ImportError\n")
    done = start(*argv, cwd=tmp_path, PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))
    assert done.stdout == f"reportlint {lint.__version__}{os.linesep}".encode()


def test_importing_the_package_is_cheap() -> None:
    code = "import sys, lint; print(sorted({'click', 'lxml', 'tomllib', 'zipfile', 'lint.engine'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device of a full disk")
@pytest.mark.parametrize("argv", [["check"], ["check", "--help"], ["rule", "AR001"]])
def test_a_full_disk_behind_standard_output(folder: Path, argv: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = start_with(argv, cwd=folder, stdout=full)
    assert done.returncode == 2
    assert "写不了标准输出" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    with Path("/dev/full").open("wb") as full:
        assert start_with(["check", "没有.docx"], cwd=folder, stderr=full).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the stream")
def test_a_closed_standard_output(folder: Path) -> None:
    done = start_with(["check"], cwd=folder, closed=True)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no one delete the folder a program works in")
def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    code = f"import os; os.rmdir({str(tmp_path)!r}); from lint.cli.app import run; raise SystemExit(run(['check']))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "当前文件夹已不存在" in done.stderr.decode()


def start_with(
    argv: list[str], *, cwd: Path, stdout: IO[bytes] | int = subprocess.PIPE, stderr: IO[bytes] | int = subprocess.PIPE,
    closed: bool = False,
) -> subprocess.CompletedProcess[bytes]:  # fmt: skip
    command = [sys.executable, "-m", "lint", *argv]
    return subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *command] if closed else command,
        cwd=cwd,
        stdout=stdout,
        stderr=stderr,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


@pytest.mark.parametrize(
    ("form", "status"),
    [("cn-disclosure", 0), ("cn-disclosure/2021", 0), ("cn-disclosure/2019", 1), ("cn-disclosure/2017", 2)],
)
def test_a_form_may_be_named_with_its_edition(form: str, status: int) -> None:
    done = start("check", "--form", form, "samples/clean-township.docx", cwd=ROOT)
    assert done.returncode == status
    assert (b"2021" in done.stderr) == (status == 2)


@pytest.mark.parametrize("argv", [("version",), ("--version",)])
def test_the_version_on_a_full_disk_is_no_traceback(argv: tuple[str, ...]) -> None:
    full = Path("/dev/full")
    if not full.exists():  # Linux has it; the other systems have no such device
        return
    with full.open("wb") as stream:
        command = [sys.executable, "-m", "lint", *argv]
        done = subprocess.run(command, cwd=ROOT, stdout=stream, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
