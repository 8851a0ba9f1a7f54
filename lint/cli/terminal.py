"""The streams of this process: UTF-8 throughout, colour only where it is wanted, no fuss about a closed pipe."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TextIO

import click

from lint.errors import UsageError
from lint.model import Phrase
from lint.reporters.columns import visible

PIPED_WIDTH = 80
_NARROWEST, _WIDEST = 40, 100  # longer lines are hard to read


def settle_streams() -> None:
    """Make standard output and error UTF-8 with line feeds, replacing what cannot be written (a GBK console, say)."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us, or a Windows program without a console
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open as long as we run
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def wants_color(choice: str, stream: TextIO) -> bool:
    """Tell whether to colour: `--color` before NO_COLOR, FORCE_COLOR, TERM=dumb and whether this is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def columns(stream: TextIO) -> int:
    """Return the width to wrap at: the terminal's, or 80 where there is none."""
    if not stream.isatty():
        return PIPED_WIDTH
    try:
        wanted = os.get_terminal_size(stream.fileno()).columns or PIPED_WIDTH
        return min(max(wanted, _NARROWEST), _WIDEST)
    except (OSError, ValueError):
        return PIPED_WIDTH


def put(text: str, *, color: bool = False) -> None:
    """Write to standard output; if nobody reads it any more, drop the rest silently.

    UsageError if it cannot be written, as on a full disk.
    """
    try:
        click.echo(text, nl=False, color=color)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop(sys.stdout)
    except OSError as error:
        _drop(sys.stdout)
        # Windows reports a closed pipe as an invalid argument.
        if os.name != "nt" or error.errno != 22:
            why = error.strerror or type(error).__name__
            raise UsageError(Phrase(f"写不了标准输出（{why}）", f"cannot write standard output ({why})")) from error


def complain(sentence: str) -> None:
    """Write one sentence to standard error; if it cannot be written, the exit status has to do."""
    try:
        click.echo(f"reportlint: {visible(sentence)}", err=True)
    except OSError:
        _drop(sys.stderr)


def _drop(stream: TextIO) -> None:
    """Point a stream nowhere, so that flushing it at exit does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
