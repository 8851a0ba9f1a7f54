"""`reportlint form show`: a form as it stands on paper."""

from __future__ import annotations

import sys

import click

from lint.cli import terminal
from lint.cli.usage import Command, lang_option, one_of, option
from lint.config import DEFAULT_FORM, unknown
from lint.errors import UsageError
from lint.model import Phrase
from lint.reporters.style import Style

_FORMATS = ("text", "toml", "json")


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    formats = one_of(_FORMATS, Phrase("输出格式", "output format"))
    params: list[click.Parameter] = [
        click.Argument(["form"], required=False, default=DEFAULT_FORM),
        option(lang, "--table", zh="只看一张表，写表的 key", en="Show one table, by its key."),
        option(lang, "--keys", zh="列出规则里用的 key", en="List the keys that rules speak in.", is_flag=True),
        option(
            lang, "--output-format", zh="输出格式", en="Output format.", **formats, default="text", show_default=True
        ),
        lang_option(lang),
    ]
    summary = Phrase(
        "照纸面的样子显示表单。\n\n"
        "如 reportlint form show cn-disclosure。表单可写名称、“名称/版本”、版本、模板文件或空白的 Word 文件。",
        "Show a form as it stands on paper.\n\nAs in: reportlint form show cn-disclosure. FORM is a name, "
        "name/edition, an edition, a template file or a blank form in Word.",
    )
    return Command("show", lang, summary, params, _run)


def _run(form: str, table: str | None, output_format: str, lang: str, *, keys: bool) -> int:
    from lint.learn.named import named  # noqa: PLC0415 - a help page can do without the form
    from lint.reporters.form_page import FORMATS, Page  # noqa: PLC0415 - likewise

    found = named(form, DEFAULT_FORM)
    if table is not None:
        known = [spec.key for spec in found.template.tables]
        if table not in known:
            raise unknown(Phrase("表格", "table"), table, known, listed=True)
        if output_format == "toml":
            zh, en = "toml 是整份表单的格式，请去掉 --table", "toml is for the whole form; leave out --table"
            raise UsageError(Phrase(zh, en))
    for remark in found.remarks:
        terminal.complain(remark.in_language(lang))
    style = Style(lang=lang, color=terminal.wants_color("auto", sys.stdout), width=terminal.columns(sys.stdout))
    page = Page(found.template, found.shown, table, keys, found.learnt)
    terminal.put(FORMATS[output_format](page, style), color=style.color)
    return 0
