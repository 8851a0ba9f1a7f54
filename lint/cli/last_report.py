"""The file named by `--previous` → last year's report, the user's own file, read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli import outputs
from lint.errors import UnreadableDocument, UsageError
from lint.model import Phrase

if TYPE_CHECKING:
    from lint.model import Document


def last_report(path: str) -> Document:
    """Read last year's report; UsageError if it is not there or cannot be read."""
    from lint.readers import read  # noqa: PLC0415 - only where a report is named
    from lint.run.source import Source, printable  # noqa: PLC0415 - likewise

    if not path.strip() or path == outputs.STANDARD_OUTPUT:
        zh, en = "请在 --previous 后面写去年报告的文件名，如", "give --previous the name of last year's report, as in"
        raise UsageError(Phrase(f"{zh} --previous 去年的报告.docx", f"{en} --previous last.docx"))
    file, shown = Path(path), printable(path)
    try:
        there, folder = file.exists(), file.is_dir()
    except OSError:  # a folder on the way may not be entered
        there, folder = False, False
    if not there:
        zh, en = f"找不到去年的报告“{shown}”，请核对路径", f"there is no report {shown}; check the path"
        raise UsageError(Phrase(zh, en))
    if folder:
        zh = f"“{shown}”是文件夹，请在 --previous 后面写其中去年报告的文件名"
        raise UsageError(Phrase(zh, f"{shown} is a folder; name last year's report in it"))
    try:
        return read(Source(file, shown, file.name).load(), file.name)
    except UnreadableDocument as error:
        zh = f"去年的报告“{shown}”无法读取：{error.reason.zh}；请换成能用 Word 或 WPS 打开、没有密码的 .docx 文件"
        en = f"{shown} cannot be read: {error.reason.en}; give a .docx that opens in Word, without a password"
        raise UsageError(Phrase(zh, en)) from error
