"""A conforming report, all zero and busy, sent through the whole linter: as a document, as Word, as a text export."""

from __future__ import annotations

from functools import cache

from lint import engine, readers
from lint.findings import Finding, Report
from lint.forms.departures import Edit, departed
from lint.forms.examples import Examples, load_examples
from lint.forms.specimen import specimen
from lint.model import Document
from lint.rulebook import Rulebook, load_rulebook
from samples.exporting import write_text
from samples.writing import docx_bytes

WAYS = ("document", "word", "text")


@cache
def examples(edition: str | None = None) -> Examples:
    return load_examples("cn-disclosure", edition)


@cache
def rulebook() -> Rulebook:
    return load_rulebook("cn-disclosure")


@cache
def busy(edition: str | None = None) -> Document:
    return examples(edition).document()


@cache
def all_zero(edition: str | None = None) -> Document:
    """The form as most townships send it."""
    made = examples(edition)
    return specimen(made.template, made.report._replace(values={}))


def edited(document: Document, op: str, on: str | None = None, /, **options: object) -> Document:
    """The document after one edit; `on` is the edition whose labels it bears (the newest if not given)."""
    return departed(document, examples(on).template, [Edit(op, options)])


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


def due(report: Report) -> set[str]:
    """The codes of the rules that a report's year asks for; the newest form's if it has none."""
    editions = rulebook().pack.templates
    year = editions[-1].since if report.year is None else max(report.year, editions[0].since)
    rules = (rule for rule, _ in rulebook().checks)
    return {rule.code for rule in rules if (rule.since or year) <= year <= (rule.until or year)}


def accusations(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity != "info"]


def told(report: Report) -> list[tuple[str, str | None, str | None]]:
    """Errors and warnings as code, row key, column key."""
    return [(finding.code, finding.place.row, finding.place.column) for finding in accusations(report)]
