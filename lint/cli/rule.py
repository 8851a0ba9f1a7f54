"""`reportlint rule`: explain rules."""

from __future__ import annotations

import sys

import click

from lint.cli import terminal
from lint.cli.usage import Command, lang_option, one_of, option
from lint.config import DEFAULT_FORM, unknown_code
from lint.errors import UsageError
from lint.model import Phrase
from lint.reporters.rulebook import FORMATS, Entry
from lint.reporters.style import Style


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    formats = one_of(tuple(FORMATS), Phrase("输出格式", "output format"))
    params: list[click.Parameter] = [
        click.Argument(["codes"], nargs=-1),
        option(lang, "--all", "everything", zh="说明全部规则", en="Explain every rule.", is_flag=True),
        option(
            lang, "--output-format", zh="输出格式", en="Output format.", **formats, default="text", show_default=True
        ),
        option(lang, "--form", zh="表单", en="Form.", default=DEFAULT_FORM, show_default=True),
        lang_option(lang),
    ]
    return Command("rule", lang, Phrase("说明规则，如 reportlint rule AR001。", "Explain rules."), params, _run)


def _run(codes: tuple[str, ...], output_format: str, form: str, lang: str, *, everything: bool) -> int:
    wanted = [code.strip().upper() for code in codes]
    if bool(wanted) == everything:
        raise UsageError(
            Phrase(
                "请写规则编号（如 AR001），或 --all 看全部",
                "give a rule's code (such as AR001), or --all for every rule",
            )
        )
    entries = _entries(form)
    known = {entry.code: entry for entry in entries}
    for code in wanted:
        if code not in known:
            raise unknown_code(code, known)
    style = Style(lang=lang, color=terminal.wants_color("auto", sys.stdout), width=terminal.columns(sys.stdout))
    terminal.put(
        FORMATS[output_format](entries if everything else [known[code] for code in wanted], style), color=style.color
    )
    return 0


def _entries(form: str) -> list[Entry]:
    """Return the rules of a form with what their examples do wrong, in the order of their codes."""
    from lint.forms import load_pack  # noqa: PLC0415 - a help page can do without the form
    from lint.forms.examples import load_examples  # noqa: PLC0415 - likewise

    rules = sorted(load_pack(form).rules, key=lambda rule: rule.code)
    examples = load_examples(form).examples
    return [
        Entry(
            rule.code,
            rule.name,
            rule.severity,
            rule.message,
            rule.basis,
            rule.advice,
            rule.since,
            rule.until,
            rule.requires,
            tuple(example.wrong for example in examples if example.code == rule.code and example.wrong),
        )
        for rule in rules
    ]
