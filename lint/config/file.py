"""The configuration file → settings; what it does not know is refused by file and key, with the nearest name.

`reportlint.toml` or `.reportlint.toml`, else `[tool.reportlint]` of a `pyproject.toml`, in the working folder or the
nearest folder above it that has one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lint.config import unknown
from lint.errors import UsageError
from lint.model import Phrase
from lint.readers.limits import Limits
from lint.readers.means import Means

OWN_NAMES = ("reportlint.toml", ".reportlint.toml")
_SHARED_NAME = "pyproject.toml"
_SECTION = rb"(?m)^\s*\[\s*tool\s*\.\s*reportlint\s*[].]"
_LIMITS = tuple(name.replace("_", "-") for name in Limits._fields if name != "timeout")
_SLASHES = Phrase("；路径里的反斜杠 \\ 请改为 /", "; write / for each \\ of a path")
_KEYS = ("soffice", "timeout", "limits")


class Settings(NamedTuple):
    """What a configuration file says; `file` is None where there is none."""

    means: Means = Means()
    file: Path | None = None


def find_file(folder: Path) -> Path | None:
    """Return the configuration file that holds for work in `folder`, None if there is none."""
    for place in (folder, *folder.parents):
        for name in OWN_NAMES:
            if os.path.isfile(place / name):  # noqa: PTH113 - that of Path raises where one may not look
                return place / name
        if _speaks_of_us(place / _SHARED_NAME):
            return place / _SHARED_NAME
    return None


def _speaks_of_us(path: Path) -> bool:
    """Tell whether a project's file has a section of ours; one that cannot be read is not our concern without it."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if b"reportlint" not in data:
        return False
    import tomllib  # noqa: PLC0415 - 12 ms at start-up, felt by those alone who have such a file

    try:
        tool = tomllib.loads(data.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return re.search(_SECTION, data) is not None
    return isinstance(tool, dict) and "reportlint" in tool


def load_settings(path: Path | None) -> Settings:
    """Read a configuration file, named outright or found; UsageError for what is wrong in it."""
    if path is None:
        return Settings()
    data = _table(path)
    _known(path, "", data, _KEYS)
    given = data.get("limits", {})
    if not isinstance(given, dict):
        raise _wrong(path, "limits", "应写成一节 [limits]", "must be a table, [limits]")
    _known(path, "limits.", given, _LIMITS)
    values: dict[str, Any] = {
        key.replace("-", "_"): _whole(path, f"limits.{key}", value) for key, value in given.items()
    }
    if "timeout" in data:
        values["timeout"] = _seconds(path, data["timeout"])
    return Settings(Means(Limits()._replace(**values), _program(path, data.get("soffice", ""))), path)


def _table(path: Path) -> dict[str, Any]:
    """Return our part of the file."""
    import tomllib  # noqa: PLC0415 - likewise

    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageError(
            Phrase(f"配置文件“{path}”打不开（{why}）", f"the configuration {path} cannot be opened ({why})")
        ) from error
    except UnicodeDecodeError as error:
        raise _wrong(path, "", "文件编码不是 UTF-8，请用记事本另存为 UTF-8", "save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        hint = _SLASHES if "\\" in text else Phrase("", "")
        raise _wrong(path, "", f"不是有效的 TOML：{error}{hint.zh}", f"is no valid TOML: {error}{hint.en}") from error
    if path.name != _SHARED_NAME:
        return data
    tool = data.get("tool", {})
    own = tool.get("reportlint", {}) if isinstance(tool, dict) else {}
    if not isinstance(own, dict):
        raise _wrong(path, "tool.reportlint", "应写成一节 [tool.reportlint]", "must be a table, [tool.reportlint]")
    return own


def _known(path: Path, where: str, data: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in data:
        if key not in keys:
            what = Phrase(f"设置（配置文件“{path}”）", f"setting (configuration {path})")
            hint = unknown(what, f"{where}{key}", [f"{where}{name}" for name in keys], listed=True)
            raise hint


def _whole(path: Path, key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**9:
        raise _wrong(path, key, "应为大于 0 的整数", "must be a whole number above 0")
    return value


def _seconds(path: Path, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 10**6:
        raise _wrong(path, "timeout", "应为大于 0 的秒数", "must be a number of seconds above 0")
    return value


def _program(path: Path, value: object) -> str:
    """Return the path of LibreOffice, taken from the file's own folder if it is not absolute nor of the home folder."""
    if not isinstance(value, str):
        raise _wrong(path, "soffice", "应为 LibreOffice 程序的路径", "must be the path of LibreOffice's program")
    named = ("/" in value or "\\" in value) and not value.startswith("~")
    return str(path.parent / value) if named else value


def _wrong(path: Path, key: str, zh: str, en: str) -> UsageError:
    place = " · ".join(part for part in (str(path), key) if part)
    return UsageError(Phrase(f"配置有误（{place}）：{zh}", f"the configuration is wrong ({place}): {en}"))
