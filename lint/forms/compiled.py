"""A whole pack kept as JSON once it was found sound: reading it from TOML and judging it takes five times as long.

It counts only for the very texts it was made of and for this program; it can be deleted at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lint
from lint.forms.kept import keep, kept
from lint.forms.rule import Rule
from lint.forms.store import rules_folder
from lint.forms.sums import SumSpec
from lint.forms.template import Band, Carry, ColumnSpec, Printed, RowSpec, SectionSpec, TableSpec, Template
from lint.model import Phrase

_MADE_OF = ("compiled.py", "rule.py", "sums.py", "template.py", "editions.py")  # what shapes the values that are kept


def recall(form: str) -> tuple[tuple[Template, ...], tuple[Rule, ...]] | None:
    """Return a form's editions and rules as they were kept, None if its files have changed since or cannot be read."""
    stamp = _stamp(form)
    data = kept(f"pack-{form}", stamp) if stamp else None
    if data is None:
        return None
    try:
        return tuple(map(_template, data["templates"])), tuple(map(_rule, data["rules"]))
    except (KeyError, TypeError, ValueError):
        return None


def remember(form: str, templates: Sequence[Template], rules: Sequence[Rule]) -> None:
    """Keep what was read and found sound for the next run."""
    stamp = _stamp(form)
    if stamp:
        keep(f"pack-{form}", stamp, {"templates": list(templates), "rules": list(rules)})


def _stamp(form: str) -> str:
    """Return the texts a pack is made of, and what tells this program from another; "" if they cannot be read."""
    folder = rules_folder()
    paths = [folder / "codes.toml", folder / "general.toml", *sorted((folder / form).glob("*.toml"))]
    try:
        texts = [f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in paths if _counts(path)]
        program = [str((Path(__file__).parent / name).stat().st_mtime_ns) for name in _MADE_OF]
    except (OSError, UnicodeDecodeError):
        return ""
    return "\0".join([lint.__version__, *program, *texts])


def _counts(path: Path) -> bool:
    """Tell what a pack is made of from what is read apart from it."""
    return not path.stem.startswith(("examples", "blank"))


def _template(data: list[Any]) -> Template:
    template = Template._make(_tuples(data))
    return template._replace(
        name=Phrase._make(template.name),
        sections=tuple(SectionSpec._make(_tuples(each)) for each in template.sections),
        tables=tuple(_table(each) for each in template.tables),
    )


def _table(data: Any) -> TableSpec:  # noqa: ANN401 - as JSON has it
    table = TableSpec._make(data)
    return table._replace(
        name=Phrase._make(table.name),
        bands=tuple(_band(each) for each in table.bands),
        sums=tuple(SumSpec._make(_tuples(each)) for each in table.sums),
        carries=tuple(map(Carry._make, table.carries)),
        printed=tuple(map(Printed._make, table.printed)),
    )


def _band(data: Any) -> Band:  # noqa: ANN401 - as JSON has it
    band = Band._make(_tuples(data))
    return band._replace(
        columns=tuple(ColumnSpec._make(_tuples(each)) for each in band.columns),
        rows=tuple(RowSpec._make(_tuples(each)) for each in band.rows),
    )


def _rule(data: list[Any]) -> Rule:
    rule = Rule._make(_tuples(data))
    return rule._replace(
        basis=Phrase._make(rule.basis), message=Phrase._make(rule.message), advice=Phrase._make(rule.advice)
    )


def _tuples(values: Any) -> list[Any]:  # noqa: ANN401 - as JSON has it
    """Return the fields of a value with its lists made tuples."""
    return [tuple(value) if isinstance(value, list) else value for value in values]
