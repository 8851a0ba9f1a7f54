"""`reportlint form verify`: whether a form is what the official Word file says."""

from __future__ import annotations

import sys

import click

from lint.cli import terminal
from lint.cli.form_diff import format_option
from lint.cli.status import CLEAN, FINDINGS
from lint.cli.usage import Command, lang_option, option
from lint.config import DEFAULT_FORM
from lint.errors import UsageError
from lint.model import Phrase
from lint.reporters.style import Style


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    params: list[click.Parameter] = [
        click.Argument(["words"], nargs=-1, metavar="[FORM] OFFICIAL"),
        option(
            lang,
            "--form",
            "--like",
            "form",
            zh=f"与哪个表单核对，不写即 {DEFAULT_FORM} 的最新版本",
            en=f"The form to verify (default: the newest edition of {DEFAULT_FORM}).",
        ),
        format_option(lang),
        lang_option(lang),
    ]
    summary = Phrase(
        "核对表单与官方 Word 文件是否一致。\n\n如 reportlint form verify 官方格式.docx --form cn-disclosure。"
        "一致时退出码为 0，不一致时为 1。",
        "Tell whether a form is what the official Word file says.\n\nAs in: reportlint form verify official.docx "
        "--form cn-disclosure. The exit status is 0 if it is, 1 if not.",
    )
    return Command("verify", lang, summary, params, _run)


def _run(words: tuple[str, ...], form: str | None, output_format: str, lang: str) -> int:
    from lint.learn.against import difference  # noqa: PLC0415 - a help page can do without the forms
    from lint.reporters.editions import VERDICTS, Comparison  # noqa: PLC0415 - likewise

    template, official = _sides(words, form)
    found = difference(template, official, DEFAULT_FORM)
    if not found.new.learnt:
        zh = f"“{official}”不是 Word 文件；两份表单数据的不同，请用 reportlint form diff 看"
        raise UsageError(Phrase(zh, f"{official} is no Word file; to compare two forms, use reportlint form diff"))
    for remark in found.remarks:
        terminal.complain(remark.in_language(lang))
    style = Style(lang=lang, color=terminal.wants_color("auto", sys.stdout), width=terminal.columns(sys.stdout))
    comparison = Comparison(found.old.shown, found.new.shown, found.changes)
    terminal.put(VERDICTS[output_format](comparison, style), color=style.color)
    return FINDINGS if found.changes else CLEAN


def _sides(words: tuple[str, ...], form: str | None) -> tuple[str, str]:
    """Return the form and the official file among the words; UsageError if there are too few or too many."""
    if not words:
        zh, en = "请写官方的 Word 文件，如 官方格式.docx", "name the official Word file, such as official.docx"
        raise UsageError(Phrase(zh, en))
    if len(words) > 2 or (form is not None and len(words) > 1):
        zh, en = (
            "只核对一份官方文件：请只写一个文件，表单用 --form 写",
            "one official file at a time; give the form by --form",
        )
        raise UsageError(Phrase(zh, en))
    if len(words) == 1:
        return form or DEFAULT_FORM, words[0]
    first, second = words
    return (second, first) if _is_document(first) and not _is_document(second) else (first, second)


def _is_document(word: str) -> bool:
    """Tell the word that is a file to be learnt from, by its name, from one that names a form."""
    from lint.forms import names_a_file  # noqa: PLC0415 - a help page can do without the forms

    return names_a_file(word) and not word.lower().endswith(".toml")
