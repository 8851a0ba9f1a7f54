"""A form ready for use: its editions, and each rule bound to its check. Every mistake in the data is refused here."""

from typing import NamedTuple

from lint.checks.binding import bind
from lint.checks.verdict import Check
from lint.forms import Pack, load_pack
from lint.forms.rule import Rule


class Rulebook(NamedTuple):
    """A form ready for use: its editions, and each rule with its check."""

    pack: Pack
    checks: tuple[tuple[Rule, Check], ...]


def load_rulebook(form: str) -> Rulebook:
    """Read a form and bind its rules; UsageError or PackError on any mistake in its data."""
    pack = load_pack(form)
    return Rulebook(pack, tuple((rule, bind(rule, pack.templates)) for rule in pack.rules))
