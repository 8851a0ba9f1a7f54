"""The limits that both READMEs print are those in force."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint.readers.limits import Limits

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_limits_printed_are_those_in_force(name: str) -> None:
    printed = dict(
        re.findall(r"^\| `(?:limits\.)?([a-z-]+)` \| (\d+) \|", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    )
    assert printed == {key.replace("_", "-"): str(value) for key, value in Limits()._asdict().items()}
