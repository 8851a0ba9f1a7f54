"""What the linter has to say about a document: findings, rules without a verdict, and the report that holds them."""

from typing import Literal, NamedTuple

from lint.model import Location

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Place(NamedTuple):
    """A place in the reader's words and in the form's keys; keys and labels are None where they do not apply."""

    location: Location
    part: str = ""  # numeral of the section, "" before the first
    section: str | None = None
    table: str | None = None
    row: str | None = None
    row_label: str | None = None
    column: str | None = None
    column_label: str | None = None
    text: str | None = None
    value: str | None = None  # for related places: the figure that takes part


class Finding(NamedTuple):
    """One statement of a rule about one place, in the language asked for."""

    code: str
    name: str
    severity: Severity
    message: str
    basis: str
    advice: str
    place: Place
    related: tuple[Place, ...] = ()
    explains: tuple[str, ...] = ()
    found: str | None = None
    expected: str | None = None

    @property
    def fingerprint(self) -> str:
        """Return a name for the finding that edits elsewhere leave alone: rule, keys and content, never positions."""
        from hashlib import blake2b  # noqa: PLC0415 - 4 ms at start-up, needed for machine formats only

        at = self.place
        content = None if at.table else at.text
        parts = (self.code, at.section, at.table, at.row, at.column, self.found, self.expected, content)
        joined = "\x1f".join(part or "" for part in parts)
        return blake2b(joined.encode("utf-8", "replace"), digest_size=8).hexdigest()


class Unchecked(NamedTuple):
    """A rule that could give no verdict, and why."""

    code: str
    reason: str


class Report(NamedTuple):
    """All that is known about one submission. `held` and the rest count rules, not findings."""

    path: str
    readable: bool
    form: str
    edition: str
    body: str | None
    year: int | None
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    held: int
    broken: int
    form_name: str = ""  # the form in the reader's words
    adjusted: tuple[str, ...] = ()  # what an overlay of the user's demands less than the form, a sentence each

    @property
    def status(self) -> str:
        """Return "unreadable", "failed" (an error was found) or "passed"."""
        if not self.readable:
            return "unreadable"
        return "failed" if any(finding.severity == "error" for finding in self.findings) else "passed"

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)
