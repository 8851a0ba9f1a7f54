"""`reportlint form`: everything about forms themselves."""

from __future__ import annotations

from importlib import import_module

import click

from lint.cli.usage import Group
from lint.config import unknown
from lint.model import Phrase

_COMMANDS = ("list", "show", "diff", "verify", "learn", "build")  # a module form_NAME of this folder each


def command(lang: str) -> click.Command:
    """Return the command with its help in `lang`."""
    return _Forms(lang)


class _Forms(Group):
    """The commands on forms, each imported when it is needed."""

    def __init__(self, lang: str) -> None:
        summary = Phrase(
            "查看、对比表单，从官方 Word 文件学出表单，生成空白表。",
            "Show and compare forms, learn one from the official Word file, build a blank one.",
        )
        super().__init__(lang, summary, ())
        self.name = "form"
        self._lang = lang

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after `form`; without any, the help page is meant."""
        return super().parse_args(ctx, args or ["--help"])

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's contract
        """Return the names in the order of the help page."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's contract
        """Return the command of that name, None if there is none."""
        if cmd_name not in _COMMANDS:
            return None
        made: click.Command = import_module(f"lint.cli.form_{cmd_name}").command(self._lang)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; UsageError for an unknown one."""
        word = args[0]
        if word in _COMMANDS or word.startswith("-"):
            return click.Group.resolve_command(self, ctx, args)
        raise unknown(Phrase(" form 命令", "form command"), word, _COMMANDS, listed=True)
