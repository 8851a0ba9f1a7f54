from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# ```console, a line "$ reportlint …", what it prints, ```
SHOWN = [
    (readme, *match.groups())
    for readme in ("README.md", "README.zh-CN.md")
    for match in re.finditer(
        r"^```console\n\$ reportlint (.+)\n((?s:.*?))^```$", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE
    )
]


def test_both_readmes_show_output() -> None:
    assert {readme for readme, _, _ in SHOWN} == {"README.md", "README.zh-CN.md"}


@pytest.mark.parametrize(("readme", "arguments", "shown"), SHOWN)
def test_the_readme_shows_what_is_printed(readme: str, arguments: str, shown: str) -> None:
    command = [sys.executable, "-m", "lint", *shlex.split(arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.decode().replace("\r\n", "\n") == shown, readme
