"""What to check a source for, and one source → its report."""

from __future__ import annotations

from collections.abc import Sequence

from lint import engine, readers
from lint.config import LANGS, select_codes, split_list, unknown
from lint.errors import UnreadableDocument, UsageError
from lint.findings import Report
from lint.model import Phrase
from lint.readers.limits import exceeded
from lint.readers.means import Means
from lint.rulebook import Rulebook
from lint.run.deadline import Overdue, within
from lint.run.loading import Loaded


def options_for(
    book: Rulebook,
    *,
    lang: str = "zh",
    year: int | None = None,
    edition: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> engine.Options:
    """Return what the engine is to do; UsageError for a language, an edition or a rule that there is not.

    The edition is the one asked for, else the one that the form was named with.
    """
    edition = book.edition if edition is None else str(edition)
    if year is not None and (not isinstance(year, int) or not 1900 <= year <= 2100):
        raise UsageError(
            Phrase(f"年度“{year}”不对，应为四位数的整数", f"{year!r} is no year; give a whole number of four digits")
        )
    editions = [template.edition for template in book.pack.templates]
    for what, word, known in (
        (Phrase("语言", "language"), lang, LANGS),
        (Phrase("表单版本", "edition"), edition, editions),
    ):
        if word is not None and word not in known:
            raise unknown(what, word, known, listed=True)
    codes = select_codes((rule.code for rule in book.pack.rules), split_list(select), split_list(ignore))
    return engine.Options(codes, lang=lang, year=year, edition=edition)


def check_loaded(loaded: Loaded, book: Rulebook, options: engine.Options, means: Means) -> Report:
    """Read and check one file; one that cannot be read, or takes too long, gives a report that says so."""
    shown = loaded.source.shown
    if isinstance(loaded.content, UnreadableDocument):
        return engine.unreadable(shown, loaded.content, book, options)
    content = loaded.content

    def work() -> Report:
        document = readers.read(content, loaded.source.name, means, loaded.prepared)
        return engine.check(document, book, options, shown)

    try:
        return within(means.limits.timeout, work)
    except UnreadableDocument as error:
        return engine.unreadable(shown, error, book, options)
    except Overdue:
        refusal = exceeded("timeout", None, means.limits.timeout)
        return engine.unreadable(shown, refusal.error(), book, options)
