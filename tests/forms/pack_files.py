"""The files of the shipped pack as data, to be changed and loaded again."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from lint.errors import PackError
from lint.forms import load_pack
from lint.forms.store import rules_folder
from lint.rulebook import load_rulebook

RULES = rules_folder()
FOLDER = RULES / "cn-disclosure"
PACK = load_pack("cn-disclosure")
FILES = {
    path.name: path
    for path in (RULES / "codes.toml", RULES / "general.toml", *sorted(FOLDER.glob("*.toml")))
    if not path.stem.startswith(("examples", "blank"))
}
DATA = {name: tomllib.loads(path.read_text(encoding="utf-8")) for name, path in FILES.items()}


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401 - TOML
    """Every key of every table, as a path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(key, str):
            yield (*path, key)
        yield from places(value, (*path, key))


def spoiled(name: str, path: tuple[str | int, ...], spoil: str) -> dict[str, Any]:
    """The file's data with one key misspelt, lost, or holding another kind of value."""
    data: Any = copy.deepcopy(DATA[name])
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    key = path[-1]
    value = holder.pop(key)
    if spoil == "misspelt":
        holder[f"{key}x"] = value
    elif spoil == "other kind":
        holder[key] = 3.5
    return dict(data)


def values(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401
    """Every text, with its path."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if isinstance(value, str):
            yield (*path, key), value
        yield from values(value, (*path, key))


def replaced(name: str, path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    data: Any = copy.deepcopy(DATA[name])
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = text
    return dict(data)


def refuses(name: str, data: dict[str, Any]) -> None:
    """The pack with one file changed is refused; file, and rule or key, are named."""
    with pytest.raises(PackError) as refused:
        load_data(name, data)
    assert refused.value.file in FILES
    assert refused.value.key or refused.value.where


def load_data(name: str, data: dict[str, Any]) -> None:
    """Load the whole pack, one file's data replaced."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lint.rulebook.recall", lambda _: None)
        patch.setattr("lint.rulebook.remember", lambda *_: None)
        for module in ("lint.forms.editions", "lint.forms.rule", "lint.forms.published"):
            patch.setattr(f"{module}.load_toml", lambda path: data if path.name == name else DATA[path.name])
        load_rulebook("cn-disclosure")
