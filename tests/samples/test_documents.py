from __future__ import annotations

from pathlib import Path

import pytest

from samples.documents import RULES, documents

PAGES = dict(documents())


def _shown(path: object) -> str:
    return str(path.relative_to(RULES)) if isinstance(path, Path) else ""


def test_the_pages_are_those_that_are_promised() -> None:
    promised = ["README.md", "README.en.md", "cn-disclosure/RULES.md", "cn-disclosure/RULES.en.md"]
    assert {RULES / name for name in promised} <= set(PAGES)


@pytest.mark.parametrize("path", PAGES, ids=_shown)
def test_a_stored_page_is_what_would_be_made(path: Path) -> None:
    stored = path.read_text(encoding="utf-8")
    assert stored == PAGES[path], "run: python -m samples.documents"


def test_the_pages_are_made_the_same_every_time() -> None:
    assert dict(documents()) == PAGES
