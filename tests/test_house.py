"""The house: a module imports only from floors below its own, and third-party packages only where they are at home."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.forms import load_pack
from lint.forms.template import Template
from lint.language.wording import split_number

LINT = Path(__file__).parent.parent / "lint"

FLOORS = (  # top floor first
    "__main__",
    "cli",
    "api",
    "reporters",
    "markup",
    "run",
    "config",
    "engine",
    "rulebook",
    "checks",
    "learn",
    "align",
    "forms",
    "readers",
    "language",
    "findings",
    "errors",
    "model",
)
PACKAGES = {
    "click": {"cli"},
    "lxml": {"readers", "markup"},
    "rapidfuzz": {"align"},
    "docx": {"markup"},
    "pypdfium2": {"readers"},
}
NO_MEANING = {"utils", "util", "helpers", "helper", "common", "misc"}
FILES = sorted(path for path in LINT.rglob("*.py") if path != LINT / "__init__.py")


def floor(path: Path) -> str:
    return path.relative_to(LINT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Dotted names of all imports, also those inside functions and for type checking."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_has_a_floor() -> None:
    assert {floor(path) for path in FILES} <= set(FLOORS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(LINT)))
def test_imports_go_down(path: Path) -> None:
    own = floor(path)
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "lint" and len(parts) > 1 and parts[1] in FLOORS and parts[1] != own:
            assert FLOORS.index(parts[1]) > FLOORS.index(own), f"{own} imports {name} from a floor above"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(LINT)))
def test_packages_stay_at_home(path: Path) -> None:
    for name in imported(path):
        top = name.split(".")[0]
        if top != "lint" and top not in sys.stdlib_module_names:
            assert top in PACKAGES, f"{path.name} imports {name}, which no room may"
            assert floor(path) in PACKAGES[top], f"{name} is not at home in {floor(path)}"


def test_checks_do_not_import_each_other() -> None:
    shared = {"verdict", "naming"}
    for path in (LINT / "checks").glob("*.py"):
        if path.stem in {"__init__", "binding"}:
            continue
        for name in imported(path):
            parts = name.split(".")
            if parts[:2] == ["lint", "checks"]:
                assert parts[2] in shared, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(LINT)))
def test_rooms_are_small_and_named(path: Path) -> None:
    assert path.stem not in NO_MEANING
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 280, f"{path.name} has outgrown its room"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path.name} does not say what it is"


def test_the_form_is_not_named_in_the_code() -> None:
    """Section titles, row labels, headers and years of every edition live in rules/, not in Python."""
    templates = load_pack("cn-disclosure").templates
    words = {word for template in templates for word in _wordings(template) if len(word) >= 3}
    years = {str(year) for template in templates for year in (template.since, template.until, template.binding) if year}
    assert len(words) > 60
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert not [word for word in words if word in text], path.name
        assert not [year for year in years if year in text.replace(f"\\u{year}", "")], path.name
        assert not [template.source for template in templates if template.source in text], path.name


def _wordings(template: Template) -> Iterator[str]:
    """Yield the labels of an edition without their numbers, and the headings."""
    for section in template.sections:
        yield from (section.heading, *section.aliases)
    for spec in template.tables:
        for band in spec.bands:
            paths = [*(column.labels for column in band.columns), *(row.labels for row in band.rows)]
            labels = [label for path in paths for label in path]
            yield from (split_number(label)[1] for label in (band.title, band.stub, *labels))
