"""Lists of paths (`@list.txt`) as editors, shells and spreadsheets on Chinese computers save them."""

from __future__ import annotations

import codecs
from pathlib import Path

from lint.errors import UsageError
from lint.model import Phrase


def read_list(path: Path) -> list[str]:
    """Return the paths of a list, one a line, blank lines and quotes around a path left out.

    UTF-8, GBK, or UTF-16 with its mark; UsageError if the list cannot be read or names nothing.
    """
    try:
        text = _decoded(path.read_bytes())
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Phrase(
                f"读不出路径清单“{path}”：{_reason(error, 'zh')}",
                f"cannot read the list of paths {path}: {_reason(error, 'en')}",
            )
        ) from error
    paths = [line.strip().strip('"') for line in text.splitlines()]
    paths = [line for line in paths if line]
    if not paths:
        raise UsageError(Phrase(f"路径清单“{path}”是空的", f"the list of paths {path} is empty"))
    return paths


def _decoded(data: bytes) -> str:
    """Return the text of a list; UnicodeDecodeError if it is in none of the encodings."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _reason(error: OSError | UnicodeDecodeError, lang: str) -> str:
    """Return why in the language asked for."""
    if isinstance(error, FileNotFoundError):
        return "no such file" if lang == "en" else "没有这个文件"
    if isinstance(error, UnicodeDecodeError):
        return "it is not a text file" if lang == "en" else "不是文本文件"
    return error.strerror or type(error).__name__
