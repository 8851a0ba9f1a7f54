"""What other programs speak in and is never renamed: the codes of rules, and the keys of a form. Slips are refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from lint.errors import PackError
from lint.forms.fields import Fields, load_toml, nearest
from lint.forms.rule import Rule
from lint.forms.template import Template
from lint.model import Phrase


def published_codes(path: Path) -> dict[str, str]:
    """Return the name of every published code, in the order of reports."""
    fields = Fields(load_toml(path), path.name, "")
    codes = fields.raw("codes")
    fields.done()
    for code, name in codes.items():
        if not isinstance(name, str):
            raise fields.error(f"codes.{code}", "应为文字", "must be text")
    return codes


def refuse_unpublished_codes(rules: Iterable[Rule], codes: Mapping[str, str], *, own_letters: bool = True) -> None:
    """Refuse a rule whose code or name is not published; with `own_letters`, other letters than ours are free."""
    families = {code[:2] for code in codes}
    for rule in rules:
        if own_letters and rule.code[:2] not in families:
            continue
        if rule.code not in codes:
            raise _unknown(rule.file, rule.code, "code", rule.code, codes)
        if rule.name != codes[rule.code]:
            name = codes[rule.code]
            raise rule.error("name", f"{rule.code} 的名称是 {name}", f"{rule.code} is called {name}")


def refuse_unpublished_keys(path: Path, templates: Iterable[Template]) -> None:
    """Refuse a key of an edition that is not in the form's list of keys, and a key listed that no edition has."""
    if not path.is_file():
        return
    listed = _listed(path)
    used: dict[str, set[str]] = {what: set() for what in listed}
    for template in templates:
        for what, own in _keys(template).items():
            for key in own:
                if key not in listed.get(what, ()):
                    raise _unknown(f"{template.edition}.toml", "", what, key, listed.get(what, ()))
            used[what].update(own)
    for what, keys in listed.items():
        for key in keys:
            if key not in used[what]:
                raise _unknown(path.name, "", what, key, used[what])


def _listed(path: Path) -> dict[str, tuple[str, ...]]:
    fields = Fields(load_toml(path), path.name, "")
    listed: dict[str, tuple[str, ...]] = {"section": fields.texts("sections", required=True)}
    tables = fields.raw("tables")
    listed["table"] = tuple(tables)
    holder = fields.table("tables")
    for table in tables:
        each = holder.table(table)
        listed[f"{table}.row"] = each.texts("rows", required=True)
        listed[f"{table}.column"] = each.texts("columns", required=True)
        each.done()
    holder.done()
    fields.done()
    return listed


def _keys(template: Template) -> dict[str, list[str]]:
    keys = {"section": [spec.key for spec in template.sections], "table": [spec.key for spec in template.tables]}
    for spec in template.tables:
        keys[f"{spec.key}.row"] = [row.key for _, row in spec.rows()]
        keys[f"{spec.key}.column"] = [column.key for band in spec.bands for column in band.columns]
    return keys


def _unknown(file: str, where: str, key: str, word: str, known: Iterable[str]) -> PackError:
    near = nearest(word, sorted(known))
    zh, en = f"没有公布过“{word}”", f"“{word}” is not a published name"
    if near:
        zh, en = f"{zh}，是否想写 {near}", f"{en}; did you mean {near}"
    return PackError(file, where, key, Phrase(zh, en))
