"""kinds.toml → what the kinds of check test, for those who write rules. Every slip is refused."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from lint.forms.fields import Fields, load_toml, nearest
from lint.forms.store import rules_folder
from lint.model import Phrase


class Term(NamedTuple):
    """A word that rules are written with, and what it means."""

    name: str
    means: Phrase


class Option(NamedTuple):
    """An option of a kind. `default` is as TOML writes it, None where it must be given; `type` is told in words."""

    name: str
    kind: str  # the type's name in kinds.toml: "text", "section" …
    type: Phrase
    means: Phrase
    default: str | None = None
    choices: tuple[Term, ...] = ()


class Kind(NamedTuple):
    """A kind of check. `requires` are words its rules must require; `example` is a rule in TOML."""

    name: str
    tests: Phrase
    options: tuple[Option, ...]
    facts: tuple[Term, ...]
    requires: tuple[str, ...]
    example: str


class Kinds(NamedTuple):
    """All that rules may be written with; `facts` are those that every message may use."""

    kinds: tuple[Kind, ...]
    facts: tuple[Term, ...]
    requirements: tuple[Term, ...]
    severities: tuple[Term, ...]


def load_kinds() -> Kinds:
    """Return what is shipped; PackError names file, kind and key of a mistake."""
    return read_kinds(rules_folder() / "kinds.toml")


def read_kinds(path: Path) -> Kinds:
    """Read a file of kinds; PackError names file, kind and key of a mistake."""
    fields = Fields(load_toml(path), path.name, "")
    types = {term.name: term.means for term in _named(fields, "types")}
    kinds = Kinds(
        tuple(_kind(each, types) for each in fields.tables("kind")),
        _terms(fields, "fact"),
        _terms(fields, "requirement"),
        _named(fields, "severities"),
    )
    fields.done()
    fields.refuse_doubles("kind", (kind.name for kind in kinds.kinds))
    return kinds


def _kind(fields: Fields, types: Mapping[str, Phrase]) -> Kind:
    fields = fields.named(fields.text("name"))
    kind = Kind(
        name=fields.text("name"),
        tests=fields.phrase("tests"),
        options=tuple(_option(each, types) for each in fields.tables("option", required=False)),
        facts=_terms(fields, "fact", required=False),
        requires=fields.texts("requires"),
        example=fields.text("example").strip() + "\n",
    )
    fields.done()
    fields.refuse_doubles("option", (option.name for option in kind.options))
    return kind


def _option(fields: Fields, types: Mapping[str, Phrase]) -> Option:
    kind = fields.text("type")
    if kind not in types:
        near = nearest(kind, sorted(types)) or "、".join(types)
        raise fields.error("type", f"没有“{kind}”，是否想写 {near}", f"there is no “{kind}”; did you mean {near}")
    option = Option(
        name=fields.text("name"),
        kind=kind,
        type=types[kind],
        means=fields.phrase("means"),
        default=fields.text("default", "") or None,
        choices=_named(fields, "choices", required=False),
    )
    if bool(option.choices) != kind.startswith("choice"):
        raise fields.error("choices", "与 type 不一致", "does not go with the type")
    fields.done()
    return option


def _terms(fields: Fields, key: str, *, required: bool = True) -> tuple[Term, ...]:
    """Return words with their meanings from a list of tables."""
    terms = []
    for each in fields.tables(key, required=required):
        terms.append(Term(each.text("name"), each.phrase("means")))
        each.done()
    fields.refuse_doubles(key, (term.name for term in terms))
    return tuple(terms)


def _named(fields: Fields, key: str, *, required: bool = True) -> tuple[Term, ...]:
    """Return words with their meanings from one table, by name."""
    names = fields.raw(key)
    holder = fields.table(key, required=required)
    return tuple(Term(name, holder.phrase(name)) for name in names)
