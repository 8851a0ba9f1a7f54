"""What is written about the kinds of check is true, and nothing is left out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from lint.checks import KINDS, binding
from lint.errors import PackError
from lint.forms import load_pack, pack_names
from lint.forms.fields import Fields
from lint.forms.kinds import Kind, Option, load_kinds, read_kinds
from lint.forms.rule import read_rule
from lint.forms.store import rules_folder

TOLD = load_kinds()
PACK = load_pack("cn-disclosure")


def _name(kind: Kind) -> str:
    return kind.name


def test_every_kind_is_told_once() -> None:
    assert sorted(kind.name for kind in TOLD.kinds) == sorted(KINDS)


@pytest.mark.parametrize("kind", TOLD.kinds, ids=_name)
def test_options_and_facts_are_those_of_the_check(kind: Kind) -> None:
    check = KINDS[kind.name]
    assert [option.name for option in kind.options] == list(getattr(check, "_fields", ()))
    assert sorted(fact.name for fact in kind.facts) == sorted(check.facts())


@pytest.mark.parametrize("kind", TOLD.kinds, ids=_name)
def test_defaults_are_those_of_the_check(kind: Kind) -> None:
    defaults: dict[str, Any] = getattr(KINDS[kind.name], "_field_defaults", {})
    for option in kind.options:
        if option.default is None:
            assert option.name not in defaults
        else:
            given = tomllib.loads(f"given = {option.default}")["given"]
            assert (tuple(given) if isinstance(given, list) else given) == defaults[option.name]


def _fits(option: Option, hint: Any) -> bool:  # noqa: ANN401 - a type as written
    inner = get_args(hint)[0] if get_origin(hint) is tuple else None
    choices = get_args(hint) if inner is None else get_args(inner)
    kinds: dict[Any, set[str]] = {bool: {"flag"}, int: {"number"}, str: {"text", "section", "table"}}
    if get_origin(hint) is Literal:
        return option.kind == "choice" and [choice.name for choice in option.choices] == list(choices)
    if get_origin(inner) is Literal:
        return option.kind == "choices" and [choice.name for choice in option.choices] == list(choices)
    if inner is str:
        return option.kind in {"texts", "sections", "sums"}
    if get_origin(hint) is re.Pattern:
        return option.kind == "pattern"
    if get_origin(hint) is get_origin(Mapping[str, str]):
        return option.kind == "patterns"
    return option.kind in kinds[hint]


@pytest.mark.parametrize("kind", TOLD.kinds, ids=_name)
def test_types_and_choices_are_those_of_the_check(kind: Kind) -> None:
    hints = get_type_hints(KINDS[kind.name])
    assert [option.name for option in kind.options if not _fits(option, hints[option.name])] == []


def test_facts_and_requirements_of_every_rule_are_told() -> None:
    assert {fact.name for fact in TOLD.facts} == binding._ALWAYS
    words = {term.name for term in TOLD.requirements}
    assert words == {*binding._REQUIREMENTS, "section:KEY", "table:KEY"}
    assert [term.name for term in TOLD.severities] == ["error", "warning", "info"]


@pytest.mark.parametrize("kind", TOLD.kinds, ids=_name)
def test_the_example_is_a_rule_of_the_kind(kind: Kind) -> None:
    (data,) = tomllib.loads(kind.example)["rule"]
    rule = read_rule(Fields(data, "example", ""), "example")
    assert rule.check == kind.name
    assert rule.code.startswith("ZB")
    binding.bind(rule, PACK.templates)
    assert _required(kind, rule.options) <= set(rule.requires)


def test_the_examples_can_stand_in_one_file() -> None:
    codes = [tomllib.loads(kind.example)["rule"][0]["code"] for kind in TOLD.kinds]
    assert len(set(codes)) == len(codes)


def _required(kind: Kind, options: Mapping[str, Any]) -> set[str]:
    return {word.replace("KEY", str(options.get(word.partition(":")[0], ""))) for word in kind.requires}


@pytest.mark.parametrize("form", pack_names())
def test_what_a_kind_must_have_is_what_shipped_rules_have(form: str) -> None:
    kinds = {kind.name: kind for kind in TOLD.kinds}
    for rule in load_pack(form).rules:
        assert _required(kinds[rule.check], rule.options) <= set(rule.requires), rule.code


LINES = (rules_folder() / "kinds.toml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("line", "instead", "words"),
    [
        ('name = "statement"', 'name = "pattern"', "“pattern”"),
        ('name = "expect"', 'nmae = "expect"', "pattern"),
        ('type = "choice"', 'type = "chioce"', "choice"),
        ('type = "choice"', 'type = "text"', "choices"),
        ("default = '\"present\"'", "default = true", "default"),
        ('requires = ["section:KEY"]', 'require = ["section:KEY"]', "requires"),
        ("[severities]", "[severity]", "severities"),
        ("example = '''", "exmaple = '''", "example"),
    ],
)
def test_a_slip_is_refused_by_name(tmp_path: Path, line: str, instead: str, words: str) -> None:
    place = LINES.index(line)
    path = tmp_path / "kinds.toml"
    path.write_text("\n".join([*LINES[:place], instead, *LINES[place + 1 :]]), encoding="utf-8")
    with pytest.raises(PackError, match=re.escape(words)) as error:
        read_kinds(path)
    assert error.value.file == "kinds.toml"
