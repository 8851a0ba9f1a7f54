"""`reportlint version`."""

from __future__ import annotations

import click

import lint
from lint.cli import terminal
from lint.cli.usage import Command, lang_option, one_of, option
from lint.model import Phrase


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    formats = option(
        lang,
        "--output-format",
        zh="输出格式",
        en="Output format.",
        **one_of(("text", "json"), Phrase("输出格式", "output format")),
        default="text",
        show_default=True,
    )
    return Command("version", lang, Phrase("显示版本号", "Show the version."), [formats, lang_option(lang)], _run)


def _run(output_format: str, lang: str) -> int:  # noqa: ARG001 - the version reads the same in every language
    if output_format == "json":
        import json  # noqa: PLC0415 - no other command needs it here

        terminal.put(json.dumps({"name": "reportlint", "version": lint.__version__}) + "\n")
    else:
        terminal.put(f"reportlint {lint.__version__}\n")
    return 0
