"""The command line as a whole: arguments → exit status."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

from lint.cli import terminal
from lint.cli.faults import bug
from lint.cli.status import BUG, CANNOT, INTERRUPTED
from lint.cli.usage import Group, in_words, language_of
from lint.errors import UsageError
from lint.model import Phrase

_COMMANDS = ("check", "form", "rule", "version")  # a module of this folder each, imported when needed


def run(argv: Sequence[str]) -> int:
    """Run one command line and return the exit status; nothing escapes."""
    terminal.settle_streams()
    lang = language_of(argv)
    try:
        status = commands(lang, argv[0] if argv else "").main(
            list(argv) or ["--help"], prog_name="reportlint", standalone_mode=False
        )
    except UsageError as error:
        terminal.complain(error.sentence.in_language(lang))
        return CANNOT
    except click.ClickException as error:
        terminal.complain(in_words(error, lang))
        return CANNOT
    except (KeyboardInterrupt, click.Abort):
        terminal.complain(Phrase("已中断", "interrupted").in_language(lang))
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a bug of ours must end as one sentence and status 3, not as a traceback
        terminal.complain(bug(error).in_language(lang))
        return BUG
    return int(status or 0)


def commands(lang: str, wanted: str = "") -> click.Group:
    """Return the commands with their help in `lang`; only the one `wanted` if there is such a one."""
    summary = Phrase(
        "对照官方格式检查年度报告，逐处指出问题。",
        "Checks annual reports against their official form and names every defect.",
    )
    names = (wanted,) if wanted in _COMMANDS else _COMMANDS
    return Group(lang, summary, [import_module(f"lint.cli.{name}").command(lang) for name in names])
