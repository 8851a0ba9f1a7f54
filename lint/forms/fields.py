"""TOML tables read key by key: a wrong type, a missing key and an unknown key are each refused by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lint.errors import PackError
from lint.forms.kept import keep, kept
from lint.model import Phrase

_TYPES = {str: ("文字", "text"), int: ("整数", "a whole number"), bool: ("true 或 false", "true or false"),
          list: ("列表", "a list"), dict: ("表", "a table")}  # fmt: skip


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word most like this one, None if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed on the way to an error

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)


def load_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; PackError if it is missing or no TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        problem = Phrase(f"文件无法读取：{error.strerror}", f"cannot be read: {error.strerror}")
        raise PackError(path.name, "", "", problem) from error
    except UnicodeDecodeError as error:
        raise PackError(path.name, "", "", Phrase("不是 UTF-8 文字", "is not UTF-8 text")) from error
    name = f"{path.parent.name}-{path.stem}"
    data = kept(name, text)
    if data is None:
        data = _parsed(path.name, text)
        keep(name, text, data)
    return data


def _parsed(file: str, text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - 12 ms at start-up, spared when the parsed form was kept

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also a number of thousands of digits, or brackets as deep
        raise PackError(file, "", "", Phrase(f"不是有效的 TOML：{error}", f"is no valid TOML: {error}")) from error


class Fields:
    """A cursor over one TOML table; `done` refuses what nobody asked for. `where` names the table in errors."""

    def __init__(self, data: Mapping[str, Any], file: str, where: str, prefix: str = "") -> None:
        self._data, self._file, self._where, self._prefix = data, file, where, prefix
        self._asked: set[str] = set()

    def error(self, key: str, zh: str, en: str) -> PackError:
        """Return the error for one key of this table."""
        return PackError(self._file, self._where, f"{self._prefix}{key}", Phrase(zh, en))

    def _get(self, key: str, kind: type, *, required: bool) -> Any:  # noqa: ANN401 - TOML holds anything
        self._asked.add(key)
        if key not in self._data:
            if required:
                raise self.error(key, "缺少这一项", "is missing")
            return None
        value = self._data[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            zh, en = _TYPES[kind]
            raise self.error(key, f"应为{zh}", f"must be {en}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; required unless a default is given."""
        value = self._get(key, str, required=default is None)
        if value is None:
            return default or ""
        if default is None and not value.strip():
            raise self.error(key, "不能为空", "must not be empty")
        return str(value)

    def number(self, key: str, *, required: bool = False) -> int | None:
        """Return a whole number, None if it is not there."""
        value = self._get(key, int, required=required)
        return None if value is None else int(value)

    def flag(self, key: str) -> bool:
        """Return a truth value, False if it is not there."""
        return bool(self._get(key, bool, required=False))

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts, () if it is not there."""
        values = self._get(key, list, required=required) or []
        for rank, value in enumerate(values, 1):
            if not isinstance(value, str):
                raise self.error(f"{key}[{rank}]", "应为文字", "must be text")
        return tuple(values)

    def table(self, key: str, *, required: bool = True) -> Fields:
        """Return a table inside this one; an empty one if it is not there and need not be."""
        value = self._get(key, dict, required=required) or {}
        return Fields(value, self._file, self._where, f"{self._prefix}{key}.")

    def tables(self, key: str, *, required: bool = True) -> list[Fields]:
        """Return a list of tables."""
        values = self._get(key, list, required=required) or []
        if required and not values:
            raise self.error(key, "不能为空", "must not be empty")
        for rank, value in enumerate(values, 1):
            if not isinstance(value, dict):
                raise self.error(f"{key}[{rank}]", "应为表", "must be a table")
        places = (f"{self._prefix}{key}[{rank}]." for rank in range(1, len(values) + 1))
        return [Fields(value, self._file, self._where, place) for value, place in zip(values, places, strict=True)]

    def phrase(self, key: str) -> Phrase:
        """Return a wording in both languages."""
        both = self.table(key)
        wording = Phrase(both.text("zh"), both.text("en"))
        both.done()
        return wording

    def raw(self, key: str) -> dict[str, Any]:
        """Return a table as it stands, for somebody else to judge; {} if it is not there."""
        return dict(self._get(key, dict, required=False) or {})

    def named(self, where: str) -> Fields:
        """Return the same table under another name in errors."""
        return Fields(self._data, self._file, where)

    def refuse_doubles(self, key: str, names: Iterable[str]) -> None:
        """Refuse a name that stands twice under a key."""
        seen: set[str] = set()
        for name in names:
            if name in seen:
                raise self.error(key, f"“{name}”出现两次", f"“{name}” stands twice")
            seen.add(name)

    def done(self) -> None:
        """Refuse every key that was not asked for."""
        for key in self._data:
            if key not in self._asked:
                near = nearest(key, sorted(self._asked))
                zh = f"没有这一项{f'，是否想写 {near}' if near else ''}"
                raise self.error(key, zh, f"is unknown{f'; did you mean {near}' if near else ''}")
