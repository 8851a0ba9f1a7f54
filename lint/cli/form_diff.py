"""`reportlint form diff`: what the authority changed from one form to another."""

from __future__ import annotations

import sys

import click

from lint.cli import terminal
from lint.cli.usage import Command, lang_option, one_of, option
from lint.config import DEFAULT_FORM
from lint.model import Phrase
from lint.reporters.style import Style

_FORMATS = ("text", "json")


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    params: list[click.Parameter] = [
        click.Argument(["old"]),
        click.Argument(["new"]),
        format_option(lang),
        lang_option(lang),
    ]
    summary = Phrase(
        "逐项说明两份表单有什么不同。\n\n如 reportlint form diff cn-disclosure 新格式.docx。"
        "表单可写名称、“名称/版本”、版本、模板文件或空白的 Word 文件。",
        "Tell what differs between two forms.\n\nAs in: reportlint form diff cn-disclosure new.docx. "
        "OLD and NEW are names, name/edition, editions, template files or blank forms in Word.",
    )
    return Command("diff", lang, summary, params, _run)


def format_option(lang: str) -> click.Option:
    """Return `--output-format` as comparisons have it."""
    formats = one_of(_FORMATS, Phrase("输出格式", "output format"))
    return option(
        lang, "--output-format", zh="输出格式", en="Output format.", **formats, default="text", show_default=True
    )


def _run(old: str, new: str, output_format: str, lang: str) -> int:
    from lint.learn.against import difference  # noqa: PLC0415 - a help page can do without the forms
    from lint.reporters.editions import DIFFS, Comparison  # noqa: PLC0415 - likewise

    found = difference(old, new, DEFAULT_FORM)
    for remark in found.remarks:
        terminal.complain(remark.in_language(lang))
    style = Style(lang=lang, color=terminal.wants_color("auto", sys.stdout), width=terminal.columns(sys.stdout))
    comparison = Comparison(found.old.shown, found.new.shown, found.changes)
    terminal.put(DIFFS[output_format](comparison, style), color=style.color)
    return 0
