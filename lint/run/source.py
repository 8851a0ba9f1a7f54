"""One thing to check: a file or the standard input, with the path under which reports speak of it."""

from pathlib import Path
from typing import BinaryIO, NamedTuple

from lint.errors import UnreadableDocument
from lint.model import Phrase

LARGEST = 300 * 2**20  # bytes; far above any report, far below what would exhaust a desktop computer
LOCK_PREFIX = "~$"


class Source(NamedTuple):
    """`path` is None for the standard input; `shown` stands in reports, `name` (without folders) goes to the reader."""

    path: Path | None
    shown: str
    name: str

    def load(self, standard_input: BinaryIO | None = None) -> bytes:
        """Return the bytes; UnreadableDocument if they cannot be had."""
        if self.path is None:
            return _within_bounds(standard_input.read(LARGEST + 1) if standard_input else b"")
        try:
            if not self.path.is_file():
                raise UnreadableDocument(
                    Phrase("这不是普通文件", "this is no regular file"),
                    Phrase("请提交 Word 文档（.docx）", "send a Word document (.docx)"),
                )
            with self.path.open("rb") as stream:
                return _within_bounds(stream.read(LARGEST + 1))
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


def _within_bounds(data: bytes) -> bytes:
    """Return `data`; UnreadableDocument if there is more of it than any report needs."""
    if len(data) > LARGEST:
        raise UnreadableDocument(
            Phrase(
                f"文件超过 {LARGEST >> 20} MB，不会是一份年度报告",
                f"the file is larger than {LARGEST >> 20} MB, which no annual report is",
            ),
            Phrase("请提交不含大幅图片和附件的报告文档", "send the report without large pictures and attachments"),
        )
    return data
