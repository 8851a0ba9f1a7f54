"""Checking from Python, without the command line; `import lint` gives these names too."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lint.config import DEFAULT_FORM
from lint.errors import UsageError
from lint.findings import Report
from lint.forms import Pack
from lint.model import Phrase
from lint.readers.limits import Limits
from lint.readers.means import Means
from lint.rulebook import load_rulebook
from lint.run.job import check_loaded, options_for
from lint.run.loading import Loaded, load_all, prepared_all
from lint.run.source import Source, printable


def check_bytes(  # noqa: PLR0913 - the options of `check`, all but two by name
    data: bytes,
    name: str,
    *,
    form: str | os.PathLike[str] = DEFAULT_FORM,
    edition: str | None = None,
    year: int | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
    timeout: float | None = None,
) -> Report:
    """Check a document held in memory; `name` is its file name, and the path of the report.

    `form` is a form's name, name/edition, or the path of a template, an overlay or a blank form in Word. `select` and
    `ignore` are lists of codes, or texts with commas between them. A document that cannot be read gives a report that
    says so, also one that takes more than `timeout` seconds (60 if None); UsageError for an unknown form, edition,
    language or rule.
    """
    book = load_rulebook(form)
    options = options_for(book, lang=lang, year=year, edition=edition, select=select, ignore=ignore)
    source = Source(None, printable(name), Path(name).name)
    means = _means(timeout)
    (loaded,) = prepared_all([Loaded(source, data)], means)
    return check_loaded(loaded, book, options, means)


def check_file(
    path: str | os.PathLike[str],
    *,
    form: str | os.PathLike[str] = DEFAULT_FORM,
    edition: str | None = None,
    year: int | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
    timeout: float | None = None,
) -> Report:
    """Check one file; the report's path is the one given, with forward slashes. FileNotFoundError if there is none."""
    file = Path(path)
    file.stat()
    book = load_rulebook(form)
    options = options_for(book, lang=lang, year=year, edition=edition, select=select, ignore=ignore)
    means = _means(timeout)
    (loaded,) = load_all([Source(file, printable(file.as_posix()), file.name)], means, None)
    return check_loaded(loaded, book, options, means)


def load_form(form: str | os.PathLike[str], edition: str | None = None) -> Pack:
    """Return a form's templates and rules; with an edition, that one's template alone. UsageError if there is none.

    `form` is a form's name, name/edition, or the path of a template, an overlay or a blank form in Word.
    """
    book = load_rulebook(form)
    asked = options_for(book, edition=edition).edition
    return book.pack if asked is None else book.pack._replace(templates=(book.pack.template(asked, None),))


def _means(timeout: float | None) -> Means:
    if timeout is None:
        return Means()
    if not timeout > 0:
        raise UsageError(
            Phrase(f"timeout 应为大于 0 的秒数，不能是 {timeout}", f"timeout must be above 0, not {timeout}")
        )
    return Means(Limits(timeout=timeout))
