"""What a check yields: bare places and facts. Code, severity, year and wording are data of the rule."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from lint.align.subject import Subject
from lint.findings import Place
from lint.model import Phrase

Fact = str | int | Phrase


class Hit(NamedTuple):
    """The rule is broken at `at`. `facts` fill the message; `found` and `expected` are also facts of that name."""

    at: Place
    facts: Mapping[str, Fact] = {}
    related: tuple[Place, ...] = ()
    found: str | None = None
    expected: str | None = None
    source: str = ""  # what it rests on, if that is not the edition of its place


class CannotTell(NamedTuple):
    """The rule can give no verdict here, and why (a sentence without its final mark)."""

    reason: Phrase


Verdict = Hit | CannotTell


class Check(Protocol):
    """A kind of test. Its fields are the options a rule may set; `facts` names what its messages may use."""

    @staticmethod
    def facts() -> frozenset[str]:
        """Return the names that messages may use beside {where}, {table} and {part}."""
        ...

    def run(self, subject: Subject) -> Iterator[Verdict]:
        """Yield where the subject breaks the rule, or why that cannot be told; nothing if the rule holds."""
        ...
