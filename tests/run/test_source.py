from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from lint.errors import UnreadableDocument
from lint.run import source
from lint.run.source import Source


def _source(path: Path) -> Source:
    return Source(path, path.name, path.name)


def test_reads_a_file(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"words")
    assert _source(tmp_path / "甲.docx").load() == b"words"


def test_reads_standard_input() -> None:
    assert Source(None, "-", "").load(io.BytesIO(b"words")) == b"words"


def test_no_standard_input_is_an_empty_one() -> None:
    assert Source(None, "-", "").load(None) == b""


@pytest.mark.parametrize("limit", [3, 4])
def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(source, "LARGEST", limit)
    path = tmp_path / "a.docx"
    path.write_bytes(b"words")
    with pytest.raises(UnreadableDocument, match="larger than"):
        _source(path).load()
    with pytest.raises(UnreadableDocument, match="larger than"):
        Source(None, "-", "").load(io.BytesIO(b"words"))


def test_a_file_that_has_gone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no regular file"):
        _source(tmp_path / "gone.docx").load()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of POSIX")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.docx"
    os.mkfifo(path)
    with pytest.raises(UnreadableDocument, match="no regular file"):
        _source(path).load()


def test_a_file_one_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"words")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableDocument) as caught:
        _source(path).load()
    assert "权限" in caught.value.reason.zh
