"""A pack that is kept between runs is the very pack, and never outlives a change of what it was made of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lint.errors import PackError
from lint.forms import load_pack
from lint.forms.compiled import recall, remember
from lint.forms.store import rules_folder
from lint.rulebook import load_rulebook

FORM = "cn-disclosure"


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the form data, and a cache of its own."""
    folder = tmp_path / "rules"
    shutil.copytree(rules_folder(), folder)
    for module in ("lint.forms", "lint.forms.compiled", "lint.rulebook"):
        monkeypatch.setattr(f"{module}.rules_folder", lambda: folder)
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_recalled_is_what_was_read(rules: Path) -> None:
    assert rules.is_dir()
    assert recall(FORM) is None
    read = load_rulebook(FORM)
    assert recall(FORM) == (read.pack.templates, read.pack.rules)
    assert load_rulebook(FORM) == read


@pytest.mark.parametrize("file", ["general.toml", "codes.toml", f"{FORM}/2019.toml", f"{FORM}/keys.toml"])
def test_a_slip_made_later_is_still_refused(rules: Path, file: str) -> None:
    load_rulebook(FORM)
    change(rules / file, "=", "==")
    with pytest.raises(PackError) as refused:
        load_rulebook(FORM)
    assert refused.value.file == Path(file).name


def test_a_slip_that_only_binding_finds_is_still_refused(rules: Path) -> None:
    load_rulebook(FORM)
    change(rules / FORM / "rules.toml", "{missing}", "{misssing}")
    with pytest.raises(PackError, match="misssing"):
        load_rulebook(FORM)
    with pytest.raises(PackError, match="misssing"):
        load_rulebook(FORM)  # what was refused is not kept


def test_a_change_is_seen(rules: Path) -> None:
    load_rulebook(FORM)
    change(rules / FORM / "2021.toml", "本年收费金额", "本年收费总额")
    labels = {
        column.labels
        for spec in load_rulebook(FORM).pack.template("2021", None).tables
        for band in spec.bands
        for column in band.columns
    }
    assert ("本年收费总额（单位：万元）",) in labels


@pytest.mark.parametrize("content", [b"", b"{", b'{"text": "x"}', b"[1]"])
def test_damage_is_passed_over(rules: Path, content: bytes) -> None:
    read = load_rulebook(FORM)
    (rules.parent / "cache" / f"pack-{FORM}.json").write_bytes(content)
    assert recall(FORM) is None
    assert load_rulebook(FORM) == read


@pytest.mark.parametrize("field", ["templates", "rules"])
def test_another_shape_is_passed_over(rules: Path, field: str) -> None:
    pack = load_pack(FORM)
    remember(FORM, *(((), pack.rules) if field == "templates" else (pack.templates, ())))
    path = rules.parent / "cache" / f"pack-{FORM}.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'"{field}": []', f'"{field}": [["x"]]'), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    assert recall(FORM) is None
