"""A blank form as it stands on paper: what a template of it cannot hold, kept for laying it over a known one."""

from typing import NamedTuple

from lint.learn.lines import Line
from lint.learn.tables import Learnt
from lint.model import Phrase


class Drawn(NamedTuple):
    """A table with the key of its section; `learnt` is None if nothing could be learnt of it, as `remarks` say.

    `ragged` if the file does not tell merged cells.
    """

    section: str
    grid: tuple[Line, ...]
    learnt: Learnt | None
    remarks: tuple[Phrase, ...] = ()
    ragged: bool = False


class Paper(NamedTuple):
    """The lines before the first heading, the tables in reading order, and the keys of sections without a number.

    `filled`: it is a filled-in report, so its hints and figures say nothing of the form. `remarks` are on the paper as
    such, not on what was made of it.
    """

    front: tuple[str, ...] = ()
    tables: tuple[Drawn, ...] = ()
    unnumbered: frozenset[str] = frozenset()
    numbers: tuple[tuple[str, str], ...] = ()  # section keys with the numbers of their headings as printed
    filled: bool = False
    remarks: tuple[Phrase, ...] = ()
