from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from lint.errors import UnreadableDocument
from lint.readers import refusals
from lint.readers.limits import MB, Limits
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


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x" * (MB + 1))
    with pytest.raises(UnreadableDocument) as caught:
        _source(path).load(limits=Limits(file_mb=1))
    assert caught.value.reason.zh == "文件大小为 1.1 MB，超出上限 1 MB"
    with pytest.raises(UnreadableDocument) as caught:
        Source(None, "-", "").load(io.BytesIO(b"x" * (MB + 1)), Limits(file_mb=1))
    assert caught.value.reason.zh == "文件大小超出上限 1 MB"
    path.write_bytes(b"x" * MB)
    assert len(_source(path).load(limits=Limits(file_mb=1))) == MB
    assert len(Source(None, "-", "").load(io.BytesIO(b"x" * MB), Limits(file_mb=1))) == MB


def test_what_is_far_too_large_is_not_read_to_find_out(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(10 * 1024 * MB)
    with pytest.raises(UnreadableDocument, match="its size is 10,240 MB"):
        _source(path).load()

    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"x" * size

    stdin = Endless()
    with pytest.raises(UnreadableDocument, match="limit of 8 MB"):
        Source(None, "-", "").load(stdin, Limits(file_mb=8))  # type: ignore[arg-type]
    assert stdin.given <= 12 * MB


def test_a_file_larger_than_one_gulp(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(range(256)) * 40_000)
    assert _source(path).load() == bytes(range(256)) * 40_000


def test_what_is_known_to_be_wrong_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with pytest.raises(UnreadableDocument, match="password"):
        _source(path)._replace(refusal=refusals.LOCKED_ARCHIVE).load()


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
