from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from lint.errors import UsageError
from lint.run.discovery import Search, search

HEADED = "一、总体情况\n".encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str, data: bytes = b"x") -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def find(*paths: str, exclude: Sequence[str] = (), stdin_name: str = "") -> Search:
    return search(paths, exclude=exclude, stdin_name=stdin_name, resembles=lambda data: data == HEADED)


def shown(result: Search) -> list[str]:
    return [source.shown for source in result.sources]


def link(name: str, target: Path) -> None:
    try:
        Path(name).symlink_to(target, target_is_directory=target.is_dir())
    except OSError:  # Windows lets only some users make links
        pytest.skip("no right to make links")


@pytest.mark.usefixtures("folder")
def test_documents_of_every_kind_sorted_by_path() -> None:
    word = ["docx", "docm", "dotx", "dotm", "doc", "dot", "wps", "wpt", "rtf"]
    others = ["odt", "ott", "fodt", "pdf", "ofd", "mht", "mhtml"]
    made = [f"报送/{kind}/乙镇 1.{kind}" for kind in word + others] + ["报送/甲镇.DOCM", "报送/a/z.PDF", "报送/b.dotx"]
    make(*made)
    make("报送/data.xlsx", "报送/photo.jpg", "报送/setup.exe", "报送/feed.xml", "报送/pdf.d/pdf")
    assert shown(find("报送")) == sorted(made)


@pytest.mark.usefixtures("folder")
def test_lock_files_and_hidden_folders_are_left_out_and_named() -> None:
    make("a.docx", "~$a.docx", ".git/b.docx", "sub/._a.docx")
    result = find(".")
    assert shown(result) == ["a.docx"]
    assert [skipped.path for skipped in result.skipped] == [".git", "sub/._a.docx", "~$a.docx"]


@pytest.mark.usefixtures("folder")
def test_texts_are_taken_only_when_they_look_like_a_report() -> None:
    taken = ["a.markdown", "b.shtml", "c.xhtml", "notes.md", "page.html", "report.txt"]
    make(*taken, data=HEADED)
    make("README.md", "todo.txt", "index.htm")
    result = find(".")
    assert shown(result) == taken
    assert [skipped.path for skipped in result.skipped] == ["README.md", "index.htm", "todo.txt"]


@pytest.mark.usefixtures("folder")
def test_a_path_named_outright_is_always_taken() -> None:
    make("~$a.docx", "todo.txt", ".hidden/b.docx", "data.xlsx")
    names = ("~$a.docx", "todo.txt", ".hidden/b.docx", "data.xlsx")
    assert shown(find(*names, exclude=["*"])) == sorted(names)


@pytest.mark.usefixtures("folder")
def test_a_hidden_folder_named_outright_is_searched() -> None:
    make(".hidden/b.docx")
    assert shown(find(".hidden")) == [".hidden/b.docx"]


@pytest.mark.parametrize("pattern", ["草稿", "草稿/", "*.docm", "草稿/*"])
@pytest.mark.usefixtures("folder")
def test_exclude(pattern: str) -> None:
    make("root/草稿/b.docm", "root/a.docx")
    result = find("root", exclude=[pattern])
    assert shown(result) == ["root/a.docx"]
    assert "--exclude" in result.skipped[0].reason.en


@pytest.mark.usefixtures("folder")
def test_exclude_a_folder_further_down() -> None:
    make("root/镇/草稿/b.docm", "root/a.docx")
    assert shown(find("root", exclude=["草稿/"])) == ["root/a.docx"]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_documents_is_a_problem() -> None:
    make("empty/readme.txt", "full/a.docx")
    result = find("empty", "full")
    assert shown(result) == ["full/a.docx"]
    assert [problem.en for problem in result.problems] == ["no document in the folder empty"]


@pytest.mark.usefixtures("folder")
def test_a_missing_path_is_a_problem_and_the_others_go_on() -> None:
    make("a.docx")
    result = find("nowhere.docx", "a.docx")
    assert shown(result) == ["a.docx"]
    assert [problem.zh for problem in result.problems] == ["找不到“nowhere.docx”"]


@pytest.mark.usefixtures("folder")
def test_a_file_found_twice_is_checked_once() -> None:
    make("sub/a.docx", "sub/todo.txt")
    result = find("sub", "sub/a.docx", "./sub/../sub/a.docx", "sub/todo.txt")
    assert shown(result) == ["sub/a.docx", "sub/todo.txt"]


def test_linked_folders_are_not_entered(folder: Path) -> None:
    make("root/a.docx", "elsewhere/b.docx")
    link("root/loop", folder / "root")
    link("root/away", folder / "elsewhere")
    result = find("root")
    assert shown(result) == ["root/a.docx"]
    assert [skipped.path for skipped in result.skipped] == ["root/away", "root/loop"]
    assert shown(find("root/away")) == ["root/away/b.docx"]


def test_a_broken_link_is_left_to_the_check_to_explain(folder: Path) -> None:
    make("root/a.docx")
    link("root/b.docx", folder / "gone.docx")
    assert shown(find("root")) == ["root/a.docx", "root/b.docx"]


def test_paths_outside_the_working_folder_are_shown_from_the_folder_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make("报送/镇/a.docx", "work/.keep")
    monkeypatch.chdir(folder / "work")
    assert shown(find("../报送")) == ["镇/a.docx"]
    assert shown(find(str(folder / "报送"))) == ["镇/a.docx"]
    assert shown(find("../报送/镇/a.docx")) == ["a.docx"]


def test_paths_that_would_be_shown_alike_are_told_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("甲/2021/a.docx", "乙/2021/a.docx", "乙/c.docx", "work/.keep")
    monkeypatch.chdir(folder / "work")
    assert shown(find("../甲/2021", "../乙/2021", "../乙/c.docx")) == sorted(
        ["甲/2021/a.docx", "乙/2021/a.docx", "c.docx"]
    )


@pytest.mark.usefixtures("folder")
def test_patterns_are_followed_unless_a_file_has_that_name() -> None:
    make("a1.docx", "a2.docx", "b[1].docx", "b1.docx")
    assert shown(find("a*.docx")) == ["a1.docx", "a2.docx"]
    assert shown(find("b[1].docx")) == ["b[1].docx"]
    assert find("z*.docx").problems[0].en == "z*.docx does not exist"


@pytest.mark.parametrize(
    ("data", "count"),
    [
        pytest.param("甲 镇.docx\n\n乙.docx\n".encode(), 2, id="utf-8"),
        pytest.param("\ufeff甲 镇.docx\r\n乙.docx".encode(), 2, id="mark and CRLF"),
        pytest.param("甲 镇.docx\r\n乙.docx\r\n".encode("gbk"), 2, id="GBK"),
        pytest.param("甲 镇.docx\r\n乙.docx\r\n".encode("utf-16"), 2, id="UTF-16"),
        pytest.param('  "甲 镇.docx"  \n'.encode(), 1, id="quoted and indented"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_lists_of_paths(data: bytes, count: int) -> None:
    make("甲 镇.docx", "乙.docx")
    make("list.txt", data=data)
    result = find("@list.txt")
    assert len(result.sources) == count
    assert not result.problems


@pytest.mark.parametrize(
    ("data", "words"), [(b"\r\n\r\n", "is empty"), (b"\xff\xff\x00", "not a text"), (None, "no such file")]
)
@pytest.mark.usefixtures("folder")
def test_lists_that_cannot_serve(data: bytes | None, words: str) -> None:
    if data is not None:
        make("list.txt", data=data)
    with pytest.raises(UsageError, match=words):
        find("@list.txt")


@pytest.mark.parametrize(("given", "path", "name"), [("", "-", ""), ("报送/甲.docx", "报送/甲.docx", "甲.docx")])
@pytest.mark.usefixtures("folder")
def test_standard_input(given: str, path: str, name: str) -> None:
    (source,) = find("-", "-", stdin_name=given).sources
    assert (source.path, source.shown, source.name) == (None, path, name)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names that are not text")
@pytest.mark.usefixtures("folder")
def test_a_name_that_is_no_text_can_be_shown() -> None:
    try:
        make(os.fsdecode(b"\xb1\xa8.docx"))
    except OSError:  # some file systems refuse such names
        pytest.skip("the file system refuses the name")
    assert shown(find(".")) == ["\\udcb1\\udca8.docx"]


@pytest.mark.usefixtures("folder")
def test_an_empty_path_is_not_the_working_folder() -> None:
    make("a.docx")
    with pytest.raises(UsageError, match="empty"):
        find("")


@pytest.mark.usefixtures("folder")
def test_a_path_that_cannot_be_looked_at_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.docx")
    result = find("长" * 5_000, "a.docx")
    assert shown(result) == ["a.docx"]
    assert "cannot open" in result.problems[0].en

    def locked(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", locked)
    assert [problem.en for problem in find("锁/a.docx").problems] == ["cannot open 锁/a.docx (Permission denied)"]


@pytest.mark.usefixtures("folder")
def test_links_in_circles_are_files_that_cannot_be_opened() -> None:
    make("a.docx")
    link("b.docx", Path("b.docx"))
    link("c", Path("c"))
    assert shown(find(".")) == ["a.docx", "b.docx"]
