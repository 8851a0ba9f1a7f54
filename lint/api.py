"""Checking from Python, without the command line; `import lint` gives these names too."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lint import engine, readers
from lint.config import DEFAULT_FORM
from lint.errors import UnreadableDocument
from lint.findings import Report
from lint.forms import Pack
from lint.rulebook import load_rulebook
from lint.run.job import check_source, options_for
from lint.run.source import Source, printable


def check_bytes(
    data: bytes,
    name: str,
    *,
    form: str | os.PathLike[str] = DEFAULT_FORM,
    edition: str | None = None,
    year: int | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
) -> Report:
    """Check a document held in memory; `name` is its file name, and the path of the report.

    `form` is a form's name, name/edition, or the path of a template, an overlay or a blank form in Word. `select` and
    `ignore` are lists of codes, or texts with commas between them. A document that cannot be read gives a report that
    says so; UsageError for an unknown form, edition, language or rule.
    """
    book = load_rulebook(form)
    options = options_for(book, lang=lang, year=year, edition=edition, select=select, ignore=ignore)
    try:
        document = readers.read(data, Path(name).name)
    except UnreadableDocument as error:
        return engine.unreadable(printable(name), error, book, options)
    return engine.check(document, book, options, printable(name))


def check_file(
    path: str | os.PathLike[str],
    *,
    form: str | os.PathLike[str] = DEFAULT_FORM,
    edition: str | None = None,
    year: int | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
) -> Report:
    """Check one file; the report's path is the one given, with forward slashes. FileNotFoundError if there is none."""
    file = Path(path)
    file.stat()
    book = load_rulebook(form)
    options = options_for(book, lang=lang, year=year, edition=edition, select=select, ignore=ignore)
    return check_source(Source(file, printable(file.as_posix()), file.name), book, options)


def load_form(form: str | os.PathLike[str], edition: str | None = None) -> Pack:
    """Return a form's templates and rules; with an edition, that one's template alone. UsageError if there is none.

    `form` is a form's name, name/edition, or the path of a template, an overlay or a blank form in Word.
    """
    book = load_rulebook(form)
    asked = options_for(book, edition=edition).edition
    return book.pack if asked is None else book.pack._replace(templates=(book.pack.template(asked, None),))
