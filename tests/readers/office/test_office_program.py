"""Where LibreOffice is looked for, and what is said when it is not there."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from lint.errors import UsageError
from lint.readers.means import Means
from lint.readers.office import convert, find_soffice, reasons
from lint.readers.refusals import Refusal
from tests.readers.office.test_office_kinds import compound, fodt, odt


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    path.chmod(0o755)
    return str(path)


def test_the_path_is_looked_through_in_order(tmp_path: Path) -> None:
    program(tmp_path / "b" / "soffice")
    first = program(tmp_path / "a" / "libreoffice")
    folders = os.pathsep.join([str(tmp_path / "none"), str(tmp_path / "a"), str(tmp_path / "b")])
    assert find_soffice(Means(), "linux", {"PATH": folders}) == first


def test_the_working_folder_is_no_place_to_run_a_program_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "soffice.exe")
    monkeypatch.chdir(tmp_path)
    assert find_soffice(Means(), "win32", {"PATH": os.pathsep.join(["", "."])}) is None
    assert find_soffice(Means(), "win32", {"PATH": str(tmp_path)}) == str(tmp_path / "soffice.exe")


@pytest.mark.parametrize("variable", ["ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"])
def test_windows_installs_it_among_the_programs(tmp_path: Path, variable: str) -> None:
    exe = program(tmp_path / "Program Files 程序" / "LibreOffice" / "program" / "soffice.exe")
    environment = {variable: str(tmp_path / "Program Files 程序")}
    assert find_soffice(Means(), "win32", environment) == exe
    com = program(tmp_path / "Program Files 程序" / "LibreOffice" / "program" / "soffice.com")
    assert find_soffice(Means(), "win32", environment) == com


def test_a_mac_has_it_among_the_applications(tmp_path: Path) -> None:
    if Path("/Applications/LibreOffice.app").exists():
        pytest.skip("it is installed for all users here")
    found = program(tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "MacOS" / "soffice")
    assert find_soffice(Means(), "darwin", {"HOME": str(tmp_path)}) == found


@pytest.mark.parametrize(
    ("configured", "lies"),
    [
        pytest.param("office/program/soffice", "office/program/soffice", id="program"),
        pytest.param("office/program", "office/program/soffice", id="folder-of-the-program"),
        pytest.param("office", "office/program/soffice", id="folder-of-the-installation"),
        pytest.param("office.app", "office.app/Contents/MacOS/soffice", id="application-of-a-mac"),
        pytest.param("bin/office 7.6", "bin/office 7.6", id="program-of-another-name"),
    ],
)
def test_the_configuration_names_it(tmp_path: Path, configured: str, lies: str) -> None:
    found = program(tmp_path / lies)
    assert find_soffice(Means(soffice=str(tmp_path / configured)), "linux", {}) == found


def test_a_bare_name_is_looked_for_on_the_path(tmp_path: Path) -> None:
    found = program(tmp_path / "libreoffice7.6")
    assert find_soffice(Means(soffice="libreoffice7.6"), "linux", {"PATH": str(tmp_path)}) == found


@pytest.mark.parametrize("configured", ["/nowhere/soffice", "no-such-office", "."])
def test_a_configured_program_that_is_not_there_is_an_error_of_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configured: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        find_soffice(Means(soffice=configured), "linux", {"PATH": ""})
    assert configured in caught.value.sentence.zh
    assert configured in caught.value.sentence.en


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(compound("WordDocument"), "旧版 Word", id="doc"),
        pytest.param(compound("CONTENTS"), "Works", id="works"),
        pytest.param(b"{\\rtf1}", "RTF", id="rtf"),
        pytest.param(odt(), "OpenDocument", id="odt"),
        pytest.param(fodt().encode(), "OpenDocument", id="flat-odt"),
    ],
)
def test_without_libreoffice_the_kind_and_the_ways_out_are_told(
    monkeypatch: pytest.MonkeyPatch, data: bytes, kind: str
) -> None:
    monkeypatch.setattr("lint.readers.office.find_soffice", lambda _: None)
    (told,) = convert([data], Means())
    assert isinstance(told, Refusal)
    assert kind in told.reason.zh
    assert not re.match("这是[A-Z]", told.reason.zh)  # a blank stands between Chinese and Latin
    for phrase in told:
        assert "LibreOffice" in phrase.zh
        assert "LibreOffice" in phrase.en
    for words in ("docx", "libreoffice.org", "soffice"):
        assert words in told.advice.zh
        assert words in told.advice.en


def test_every_reason_speaks_both_languages() -> None:
    every = [value for value in vars(reasons).values() if isinstance(value, Refusal)]
    every += [reasons.missing(reasons.RTF), reasons.not_converted(reasons.WORD), reasons.not_started("a", "b")]
    every += [reasons.no_room("a"), Refusal(reasons.not_there("a", ("b",)).sentence, reasons.BROKE_DOWN.advice)]
    assert len(every) > 10
    for refusal in every:
        for phrase in refusal:
            assert any("\u4e00" <= sign <= "\u9fff" for sign in phrase.zh)
            assert not any("\u3000" <= sign <= "\u9fff" for sign in phrase.en)
            assert not phrase.zh.endswith("。")


if sys.platform == "win32":
    pytestmark = pytest.mark.skip(reason="these programs are empty files that may be run")


def test_a_folder_one_may_not_look_into_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = program(tmp_path / "b" / "soffice")

    def forbidden(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_file", forbidden)
    assert find_soffice(Means(), "linux", {"PATH": str(tmp_path / "b")}) == found


def test_a_home_folder_that_there_is_not() -> None:
    with pytest.raises(UsageError, match="~nobody-of-that-name"):
        find_soffice(Means(soffice="~nobody-of-that-name/soffice"), "linux", {})
