"""What is kept between runs may be lost, damaged or out of reach, and nothing is the worse for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.forms.kept import keep, kept


def test_it_counts_for_the_same_text_only() -> None:
    keep("a-test", "text", {"a": 1})
    assert kept("a-test", "text") == {"a": 1}
    assert kept("a-test", "other text") is None
    assert kept("another-test", "text") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"text": "text"}', b"\xff"])
def test_damage_is_passed_over(content: bytes, own_cache: Path) -> None:
    (own_cache / "a-damaged.json").write_bytes(content)
    assert kept("a-damaged", "text") is None


def test_a_folder_in_its_place_leaves_nothing_behind(own_cache: Path) -> None:
    (own_cache / "a-folder.json").mkdir(exist_ok=True)
    keep("a-folder", "text", {})
    assert kept("a-folder", "text") is None
    assert not list(own_cache.glob("a-folder.*.tmp"))


def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    keep("a-test", "text", {})
    assert kept("a-test", "text") is None
