"""Whether what is called a text or page in a folder shows a title or section of a form; notes and logs do not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lint.errors import UnreadableDocument
from lint.forms.template import Template
from lint.language.wording import bare, fold, split_number
from lint.readers.kinds import kind_of
from lint.run.wanted import PROBE

_TAG = re.compile(r"<[^<>]*>")
_MARKS = re.compile(r"^[\s>#*_|+-]+")
_PAGE_TITLE = re.compile(r"<title>([^<]*)", re.IGNORECASE)
_JOINTS = re.compile(r"\s*[-_|–—>]+\s*")  # between the title of an article and the name of its site
_TITLE_ROOM = 60  # a line of prose that merely cites the form is longer than any title


class Likeness(NamedTuple):
    """What the lines of a report would say: folded titles, and section headings without number and punctuation."""

    titles: frozenset[str]
    headings: frozenset[str]

    @classmethod
    def of(cls, templates: Iterable[Template]) -> Likeness:
        """Gather the titles and headings (aliases too) of all editions."""
        editions = tuple(templates)
        return cls(
            frozenset(fold(template.title) for template in editions if template.title),
            frozenset(
                bare(heading)
                for template in editions
                for section in template.sections
                for heading in (section.heading, *section.aliases)
            ),
        )

    def shows(self, data: bytes) -> bool:
        """Tell whether a line of the text (tags and Markdown marks left out) is a title or a heading.

        A Word file or PDF that is only called a text is none to look into: it is taken.
        """
        from html import unescape  # noqa: PLC0415 - most runs meet no text in a folder, and it is slow to import

        from lint.readers.encodings import decode  # noqa: PLC0415 - likewise

        if _is_document(data):
            return True
        decoded = decode(data[:PROBE])
        if decoded is None:
            return False
        lines = unescape(_TAG.sub("\n", decoded.text)).splitlines()
        of_page = _PAGE_TITLE.search(decoded.text)
        pieces = _JOINTS.split(unescape(of_page[1])) if of_page else []
        return any(self._fits(line) for line in (*pieces, *lines))

    def _fits(self, line: str) -> bool:
        folded = fold(_MARKS.sub("", line))
        if not folded or len(folded) > _TITLE_ROOM:
            return False
        ending = re.sub(r"\([^()]*\)$", "", folded)
        titled = "," not in folded and ending.endswith(tuple(self.titles))  # a sentence that names the form is no title
        return titled or bare(split_number(folded)[1]) in self.headings


def _is_document(data: bytes) -> bool:
    try:
        return kind_of(data, "") in {"word", "office", "pdf"}
    except UnreadableDocument:
        return False
