"""What click lacks: help and usage errors in the user's language, and values refused with the nearest known one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import click

from lint.cli import terminal
from lint.config import LANGS, unknown
from lint.errors import UsageError
from lint.forms.fields import nearest
from lint.language.wording import fold
from lint.model import Phrase

DEFAULT_LANG = "zh"


def language_of(argv: Sequence[str]) -> str:
    """Return the language asked for on a command line that is not parsed yet, for errors in the line itself."""
    for here, following in pairwise([*argv, ""]):
        name, _, value = here.partition("=")
        if name == "--lang" and (value or following) in LANGS:
            return value or following
    return DEFAULT_LANG


class _ChineseFormatter(click.HelpFormatter):
    """Headings of the help page in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the first line."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write a heading, in Chinese where click's is known."""
        words = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数"}
        super().write_heading(words.get(heading, heading))


class _ChineseContext(click.Context):
    formatter_class = _ChineseFormatter


def _context_class(lang: str) -> type[click.Context]:
    return click.Context if lang == "en" else _ChineseContext


class Command(click.Command):
    """A command whose help speaks `lang`."""

    def __init__(
        self, name: str, lang: str, summary: Phrase, params: list[click.Parameter], callback: Callable[..., Any]
    ) -> None:
        self.context_class = _context_class(lang)
        super().__init__(
            name,
            params=[*params, help_option(lang)],
            callback=callback,
            help=summary.in_language(lang),
            add_help_option=False,
        )


class Group(click.Group):
    """The commands under one name; an unknown one is answered with the nearest, or with `check` for a path."""

    def __init__(self, lang: str, summary: Phrase, commands: Sequence[click.Command]) -> None:
        self.context_class = _context_class(lang)
        super().__init__(
            "reportlint",
            commands=list(commands),
            params=[lang_option(lang), help_option(lang)],
            help=summary.in_language(lang),
            add_help_option=False,
        )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; UsageError for an unknown one."""
        word = args[0]
        if word in self.commands or word.startswith("-"):
            return super().resolve_command(ctx, args)
        if any(sign in word for sign in "./\\@"):
            raise UsageError(
                Phrase(f"检查文件请写：reportlint check {word}", f"to check a file, write: reportlint check {word}")
            )
        raise unknown(Phrase("命令", "command"), word, self.commands)


def one_of(words: Sequence[str], what: Phrase) -> dict[str, Any]:
    """Return the settings of an option that takes one of a few words; `what` names them in the error."""

    def word(value: str) -> str:
        if value not in words:
            raise unknown(what, value, words, listed=True)
        return value

    return {"type": word, "metavar": f"[{'|'.join(words)}]"}


def year(value: str) -> int:
    """Return a report year of four digits, half or full width; UsageError for anything else."""
    plain = fold(value)
    if len(plain) == 4 and plain.isascii() and plain.isdigit() and 1990 <= int(plain) <= 2100:
        return int(plain)
    raise UsageError(
        Phrase(f"年度“{value}”不对，应为四位数字，如 2024", f"{value} is no year; write four digits, such as 2024")
    )


def seconds(value: str) -> float:
    """Return a time limit in seconds; UsageError for anything but a number above 0."""
    try:
        number = float(fold(value))
    except ValueError:
        number = 0.0
    if 0 < number < 10**6:
        return number
    raise UsageError(
        Phrase(f"时限“{value}”不对，应为大于 0 的秒数，如 30", f"{value} is no time limit; write seconds, such as 30")
    )


def option(lang: str, *names: str, zh: str, en: str, **settings: Any) -> click.Option:  # noqa: ANN401 - click's own settings
    """Return an option with its help in the user's language."""
    return click.Option(list(names), help=Phrase(zh, en).in_language(lang), **settings)


def help_option(lang: str) -> click.Option:
    """Return `--help`, as click makes it but in the user's language."""

    def show(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's contract
        if wanted and not ctx.resilient_parsing:
            terminal.put(f"{ctx.get_help()}\n")
            ctx.exit()

    return option(
        lang,
        "--help",
        "-h",
        zh="显示这页说明",
        en="Show this page.",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
    )


def lang_option(lang: str) -> click.Option:
    """Return `--lang`."""
    return option(
        lang,
        "--lang",
        zh="报告和说明的语言",
        en="Language of messages and reports.",
        **one_of(LANGS, Phrase("语言", "language")),
        default=lang,
        show_default=True,
    )


def in_words(error: click.ClickException, lang: str) -> str:
    """Return what is wrong with the command line in the user's language."""
    if lang == "en":
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        known = [] if error.ctx is None else [name for param in error.ctx.command.params for name in param.opts]
        hint = nearest(error.option_name, known)
        return f"没有选项 {error.option_name}" + (f"，是不是 {hint}？" if hint else "")
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 的用法不对：缺少取值，或多给了取值"
    if isinstance(error, click.MissingParameter):
        return "命令后面缺少内容，加 --help 看用法"
    _, extra, words = error.format_message().partition("unexpected extra argument")
    if extra:
        return f"命令后面多了内容：{words.lstrip('s').strip(' ()')}"
    return f"命令行有误：{error.format_message()}"
