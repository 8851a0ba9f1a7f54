"""A conforming report, all zero and busy, sent through the whole linter: as a document, as Word, as a text export."""

from __future__ import annotations

from functools import cache

from lint import engine, readers
from lint.findings import Finding, Report
from lint.forms.departures import Edit, departed
from lint.forms.examples import Examples, load_examples
from lint.forms.specimen import specimen
from lint.model import Document
from samples.exporting import write_text
from samples.writing import docx_bytes

WAYS = ("document", "word", "text")


@cache
def examples() -> Examples:
    return load_examples("cn-disclosure")


@cache
def rulebook() -> engine.Rulebook:
    return engine.load_rulebook("cn-disclosure")


@cache
def busy() -> Document:
    return examples().document()


@cache
def all_zero() -> Document:
    """The form as most townships send it."""
    made = examples()
    return specimen(made.template, made.report._replace(values={}))


def edited(document: Document, op: str, /, **options: object) -> Document:
    return departed(document, examples().template, [Edit(op, options)])


def arrived(document: Document, way: str) -> Document:
    if way == "word":
        return readers.read(docx_bytes(document), document.name)
    if way == "text":
        return readers.read(write_text(document).encode(), document.name.replace(".docx", ".txt"))
    return document


def checked(document: Document, way: str = "document", *, lang: str = "zh", year: int | None = None) -> Report:
    book = rulebook()
    codes = frozenset(rule.code for rule, _ in book.checks)
    return engine.check(arrived(document, way), book, engine.Options(codes, lang, year), document.name)


def accusations(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity != "info"]


def told(report: Report) -> list[tuple[str, str | None, str | None]]:
    """Errors and warnings as code, row key, column key."""
    return [(finding.code, finding.place.row, finding.place.column) for finding in accusations(report)]
