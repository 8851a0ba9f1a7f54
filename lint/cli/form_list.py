"""`reportlint form list`: the forms and editions there are."""

from __future__ import annotations

import sys

import click

from lint.cli import terminal
from lint.cli.usage import Command, lang_option, one_of, option
from lint.model import Phrase
from lint.reporters.style import Style

_FORMATS = ("text", "json")


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    formats = option(
        lang,
        "--output-format",
        zh="输出格式",
        en="Output format.",
        **one_of(_FORMATS, Phrase("输出格式", "output format")),
        default="text",
        show_default=True,
    )
    summary = Phrase("列出现有的表单和版本。", "List the forms and editions there are.")
    return Command("list", lang, summary, [formats, lang_option(lang)], _run)


def _run(output_format: str, lang: str) -> int:
    from lint.forms import load_pack, pack_names  # noqa: PLC0415 - a help page can do without the forms
    from lint.reporters.editions import LISTS  # noqa: PLC0415 - likewise

    templates = [template for form in pack_names() for template in load_pack(form).templates]
    terminal.put(LISTS[output_format](templates, Style(lang=lang, width=terminal.columns(sys.stdout))))
    return 0
