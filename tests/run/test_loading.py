"""Files that wait for another process go to it in groups, and all come back in their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import UnreadableDocument, UsageError
from lint.readers.means import Means
from lint.run import loading
from lint.run.loading import Loaded, load_all
from lint.run.source import Source

_RTF = b"{\\rtf1 x}"


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The names in every start of the other process, which hands the bytes back in capitals."""
    seen: list[list[str]] = []

    def prepare(files: list[tuple[bytes, str]], _: Means) -> list[bytes]:
        seen.append([name for _, name in files])
        return [data.upper() for data, _ in files]

    monkeypatch.setattr(loading, "prepare", prepare)
    return seen


def sources(folder: Path, **contents: bytes) -> list[Source]:
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [Source(folder / name, name, name) for name in contents]


def shown(loaded: list[Loaded]) -> list[str]:
    return [one.source.shown for one in loaded]


def test_files_we_read_ourselves_come_at_once(tmp_path: Path, groups: list[list[str]]) -> None:
    stream = load_all(sources(tmp_path, a=b"text", b=_RTF), Means(), None)
    assert next(stream) == Loaded(Source(tmp_path / "a", "a", "a"), b"text")
    assert groups == []
    assert next(stream).prepared == b"{\\RTF1 X}"
    assert groups == [["b"]]


def test_those_behind_a_waiting_one_keep_their_order(tmp_path: Path, groups: list[list[str]]) -> None:
    found = list(load_all(sources(tmp_path, a=_RTF, b=b"text", c=_RTF, d=b"more"), Means(), None))
    assert shown(found) == ["a", "b", "c", "d"]
    assert [one.prepared for one in found] == [b"{\\RTF1 X}", None, b"{\\RTF1 X}", None]
    assert groups == [["a", "c"]]


def test_a_group_is_not_endless(tmp_path: Path, groups: list[list[str]]) -> None:
    many = sources(tmp_path, **{f"n{number:03}": _RTF for number in range(40)})
    assert shown(list(load_all(many, Means(), None))) == [source.shown for source in many]
    assert [len(group) for group in groups] == [16, 16, 8]


def test_a_group_is_not_heavy(tmp_path: Path, groups: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_HELD", 20)
    assert shown(list(load_all(sources(tmp_path, a=_RTF, b=b"x" * 20, c=_RTF), Means(), None))) == ["a", "b", "c"]
    assert groups == [["a"], ["c"]]


def test_a_bug_met_in_one_of_a_group_costs_the_others_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def prepare(*_: object) -> list[bytes]:
        raise ZeroDivisionError

    monkeypatch.setattr(loading, "prepare", prepare)
    found = list(load_all(sources(tmp_path, a=_RTF, b=b"text", c=_RTF), Means(), None))
    assert shown(found) == ["a", "b", "c"]
    assert [one.prepared for one in found] == [None] * 3


def test_a_mistake_in_the_configuration_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError):
        list(load_all(sources(tmp_path, a=_RTF), Means(soffice="no-such-office"), None))


def test_what_cannot_be_had_stays_in_its_place(tmp_path: Path, groups: list[list[str]]) -> None:
    (one, two) = sources(tmp_path, a=_RTF, c=_RTF)
    gone = Source(tmp_path / "b", "b", "b")
    found = list(load_all([one, gone, two], Means(), None))
    assert shown(found) == ["a", "b", "c"]
    assert isinstance(found[1].content, UnreadableDocument)
    assert groups == [["a", "c"]]
