"""How LibreOffice is started, timed, ended and tried again, shown with a program that pretends to be it."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from lint.readers.limits import exceeded
from lint.readers.office import convert, reasons
from lint.readers.refusals import Refusal
from tests.readers.office.pretended import Pretended

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program that pretends is a script")

LATE = exceeded("timeout", None, 1)
DAMAGED = reasons.not_converted(reasons.RTF)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pretended]:
    """The program; whatever happens, nothing of it may run on and no file may stay."""
    made = Pretended(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(made.temporary))
    yield made
    assert made.survivors() == []
    assert list(made.temporary.iterdir()) == []


def rtf(*told: str) -> list[bytes]:
    return [f"{{\\rtf1 {text}}}".encode() for text in told]


def outcomes(office: Pretended, *told: str, timeout: float = 20) -> list[str | Refusal]:
    made = convert(rtf(*told), office.means(timeout))
    return [one if isinstance(one, Refusal) else one[7:].partition(b"}")[0].decode() for one in made]


@pytest.mark.parametrize(
    ("told", "expected", "starts"),
    [
        pytest.param(["a", "b", "c"], ["a", "b", "c"], ["1.rtf 2.rtf 3.rtf"], id="several-in-one-start"),
        pytest.param(["fail", "b"], [DAMAGED, "b"], ["1.rtf 2.rtf", "1.rtf"], id="failure-tried-again-alone"),
        pytest.param(["a", "fail once"], ["a", "fail once"], ["1.rtf 2.rtf", "1.rtf"], id="second-try-does-it"),
        pytest.param(
            ["a", "crash", "c"],
            ["a", reasons.BROKE_DOWN, "c"],
            ["1.rtf 2.rtf 3.rtf", "1.rtf", "1.rtf"],
            id="one-that-breaks-it-costs-no-other",
        ),
        pytest.param(["crash once"], ["crash once"], ["1.rtf", "1.rtf"], id="broke-down-once"),
    ],
)
def test_what_comes_to_nothing_is_tried_once_more(
    office: Pretended, told: list[str], expected: list[str | Refusal], starts: list[str]
) -> None:
    assert outcomes(office, *told) == expected
    assert office.lines("starts") == starts


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(["hang"], [LATE], id="alone"),
        pytest.param(["half hang"], [LATE], id="half-written"),
        pytest.param(["hang once"], ["hang once"], id="only-the-first-time"),
    ],
)
def test_a_hanging_conversion_is_ended_with_all_it_started(
    office: Pretended, told: list[str], expected: list[str | Refusal]
) -> None:
    started = time.monotonic()
    assert outcomes(office, *told, timeout=1) == expected
    assert time.monotonic() - started < 8
    assert len(office.lines("pids")) >= 2  # a child of its own among them


def test_further_files_have_no_more_time_than_the_limit(office: Pretended) -> None:
    started = time.monotonic()
    assert outcomes(office, "hang", "hang", "hang", timeout=0.5) == [exceeded("timeout", None, 0.5)] * 3
    assert time.monotonic() - started < 8  # three times the limit together, and once more each


def test_a_hanging_file_takes_no_other_with_it(office: Pretended, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.readers.office._FURTHER", 0.2)
    assert outcomes(office, "a", "hang", "c", timeout=1) == ["a", LATE, "c"]
    assert office.lines("starts") == ["1.rtf 2.rtf 3.rtf", "1.rtf", "1.rtf"]


def test_a_further_file_brings_further_time(office: Pretended) -> None:
    assert outcomes(office, "slow", "slow", "slow", "slow", timeout=1.2) == ["slow"] * 4
    assert len(office.lines("starts")) == 1


def test_what_comes_back_is_limited(office: Pretended) -> None:
    (made,) = convert(rtf("large"), office.means(file_mb=2))
    assert made == exceeded("file_mb", 3.1, 2)


def test_calls_side_by_side_share_nothing(office: Pretended) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda number: outcomes(office, f"slow {number}"), range(4)))
    assert made == [[f"slow {number}"] for number in range(4)]
    assert len(set(office.lines("profiles"))) == 4


def test_the_profile_and_the_environment_shut_a_document_in(office: Pretended, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy:8080")
    monkeypatch.setenv("ALL_PROXY", "http://proxy:8080")
    outcomes(office, "a")
    settings = "\n".join(office.lines("settings"))
    for name, value in (
        ("MacroSecurityLevel", "3"),
        ("DisableMacrosExecution", "true"),
        ("BlockUntrustedRefererLinks", "true"),
        ("Link", "2"),
        ("ooInetHTTPSProxyPort", "9"),
    ):
        assert f'"{name}" oor:op="fuse"><value>{value}</value>' in settings
    (environment,) = office.lines("environment")
    assert "proxy:8080" not in environment
    assert f"'TMPDIR': '{office.temporary}" in environment
    (profile,) = office.lines("profiles")
    assert profile.startswith("-env:UserInstallation=file:///")
    assert "%E4%B8%B4%E6%97%B6%20files" in profile


def test_a_program_that_cannot_start_is_told(office: Pretended) -> None:
    office.program.write_bytes(b"\0\1\2 no program")
    (made,) = convert(rtf("a"), office.means())
    assert isinstance(made, Refusal)
    assert str(office.program) in made.reason.zh
    assert "启动不了" in made.reason.zh


def test_a_temporary_folder_that_is_not_there_is_told(office: Pretended, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(office.temporary / "gone"))
    (made,) = convert(rtf("a"), office.means())
    assert isinstance(made, Refusal)
    assert "临时文件夹" in made.reason.zh


def test_a_disk_that_is_full_is_told(office: Pretended, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=4_096))
    made = convert(rtf("a", "fail", "crash"), office.means())
    assert isinstance(made[0], bytes)
    assert made[1:] == [reasons.no_room(os.strerror(errno.ENOSPC))] * 2


def test_an_interruption_while_files_are_removed_leaves_none(
    office: Pretended, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove, calls = shutil.rmtree, list[Path]()

    def interrupted(folder: Path, *, ignore_errors: bool) -> None:
        calls.append(folder)
        if len(calls) == 1:
            raise KeyboardInterrupt
        remove(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr("shutil.rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        convert(rtf("a"), office.means())
    assert len(calls) == 2


def test_an_interruption_ends_it_and_goes_on(office: Pretended) -> None:
    code = (
        "import sys; from lint.readers.office import convert; from lint.readers.means import Means\n"
        "try: convert([b'{\\\\rtf1 hang}'], Means(soffice=sys.argv[1]))\n"
        "except KeyboardInterrupt: sys.exit(130)"
    )
    command = [sys.executable, "-c", code, str(office.program)]
    environment = {**os.environ, "TMPDIR": str(office.temporary)}
    with subprocess.Popen(command, env=environment, cwd=Path(__file__).parents[3]) as process:
        until = time.monotonic() + 20
        while not office.lines("hanging") and time.monotonic() < until:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
    assert len(office.lines("pids")) == 2
