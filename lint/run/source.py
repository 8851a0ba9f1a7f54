"""One thing to check: a file, a member of an archive or the standard input, and the path by which reports call it."""

import io
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lint.errors import UnreadableDocument
from lint.model import Phrase
from lint.readers.directory import Entry
from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.refusals import Refusal

LOCK_PREFIX = "~$"
_USUAL = Limits()
_AT_ONCE = 4 * MB  # bytes asked for in one go; most files have fewer


class Source(NamedTuple):
    """`path` is None for the standard input; `shown` stands in reports, `name` (without folders) goes to the reader.

    With a `member`, `path` is that of the archive it lies in; `refusal` is why it cannot be read, if that is known.
    """

    path: Path | None
    shown: str
    name: str
    member: Entry | None = None
    refusal: Refusal | None = None

    def load(self, standard_input: BinaryIO | None = None, limits: Limits = _USUAL) -> bytes:
        """Return the bytes; UnreadableDocument if they cannot be had or are beyond the limits."""
        if self.refusal is not None:
            raise self.refusal.error()
        if self.path is None:
            return _up_to(limits.file_mb, standard_input) if standard_input else b""
        try:
            if not self.path.is_file():
                raise UnreadableDocument(
                    Phrase("这不是普通文件", "this is no regular file"),
                    Phrase("请提交 Word 文档（.docx）", "send a Word document (.docx)"),
                )
            with self.path.open("rb") as stream:
                if self.member is not None:
                    return _unpacked(stream, self.member, limits)
                size = stream.seek(0, io.SEEK_END)
                if size > limits.file_mb * MB:
                    raise exceeded("file_mb", megabytes(size), limits.file_mb).error()
                stream.seek(0)
                return _up_to(limits.file_mb, stream)
        except PermissionError as error:
            raise UnreadableDocument(
                Phrase("没有读取权限，或文件正被其他程序占用", "no permission to read it, or another program holds it"),
                Phrase(
                    "请关闭正在打开它的程序，或调整文件权限后再检查",
                    "close the program that has it open, or change its permissions, and check again",
                ),
            ) from error
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise UnreadableDocument(
                Phrase(f"文件打不开（{why}）", f"the file cannot be opened ({why})"),
                Phrase(
                    "请确认文件仍在原处，必要时重新复制一份", "make sure that the file is still there, or copy it again"
                ),
            ) from error


def printable(path: str) -> str:
    """Return a path that any stream can write: bytes of a name that are no UTF-8 are spelled out."""
    try:
        # Under a locale without Chinese, Python holds the bytes of UTF-8 names as surrogates.
        return path.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _up_to(most: int, stream: BinaryIO) -> bytes:
    """Return what the stream holds; UnreadableDocument if that is more than `most` MB, without reading on."""
    pieces, size = [], 0
    while piece := stream.read(_AT_ONCE):
        pieces.append(piece)
        size += len(piece)
        if size > most * MB:
            raise exceeded("file_mb", None, most).error()
    return b"".join(pieces)


def _unpacked(stream: BinaryIO, member: Entry, limits: Limits) -> bytes:
    from lint.readers.archive import content  # noqa: PLC0415 - few sources lie in archives
    from lint.readers.package import PartError  # noqa: PLC0415 - likewise

    try:
        return content(stream, member, limits)
    except PartError as error:
        raise error.refusal.error() from error
