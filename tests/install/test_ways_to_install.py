"""The form data is found from a wheel, from an editable install and from a checkout alike."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "missing-section.docx"


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def interpreter(folder: Path) -> Path:
    """A new environment that sees what the project depends on, but not the project."""
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).stdout.strip()
    for package in ("click", "lxml", "rapidfuzz"):
        (Path(site) / package).symlink_to(Path(sysconfig.get_path("platlib")) / package, target_is_directory=True)
    return python


def installed(python: Path, *what: str, folder: Path) -> Path:
    done = run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", *what, folder=folder)
    assert done.returncode == 0, done.stderr
    return python


def assert_works(python: Path, folder: Path) -> None:
    done = run(python, "-m", "lint", "check", "--output-format", "concise", SAMPLE, folder=folder)
    assert done.returncode == 1, done.stderr
    assert "ST001" in done.stdout


@pytest.mark.parametrize("way", ["wheel", "editable", "checkout"])
def test_the_form_is_found(way: str, tmp_path: Path) -> None:
    python = interpreter(tmp_path / "environment")
    if way == "checkout":
        assert_works(python, ROOT)
        return
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    installed(python, *(["-e"] if way == "editable" else []), str(ROOT), folder=elsewhere)
    assert_works(python, elsewhere)
    where = run(python, "-c", "from lint.forms.store import rules_folder; print(rules_folder())", folder=elsewhere)
    inside = Path(where.stdout.strip())
    assert (ROOT in inside.parents) == (way == "editable")
    assert (inside / "cn-disclosure" / "2021.toml").is_file()
