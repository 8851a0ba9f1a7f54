from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from lint.forms import load_pack

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


@pytest.mark.parametrize(("readme", "total"), [("README.md", r"all (\d+)\b"), ("README.zh-CN.md", r"全部 (\d+) 条")])
def test_the_readme_counts_the_rules(readme: str, total: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    codes = sorted({rule.code for rule in load_pack("cn-disclosure").rules})
    families = {code[:2]: [other for other in codes if other[:2] == code[:2]] for code in codes}
    told = re.findall(r"^\| ([A-Z]{2}\d{3})–([A-Z]{2}\d{3}) \| (\d+) \|", text, re.MULTILINE)
    assert {(each[0], each[-1], str(len(each))) for each in families.values()} == set(told)
    assert set(re.findall(total, text)) == {str(len(codes))}
