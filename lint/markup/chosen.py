"""What a user calls a form → what a blank one is built from: a template, and the words around its parts."""

import re
from pathlib import Path
from typing import NamedTuple

from lint.errors import UsageError
from lint.forms import load_pack, pack_names
from lint.forms.store import rules_folder
from lint.forms.template import Template
from lint.learn.against import shown_edition
from lint.learn.named import named
from lint.markup.words import Words, read_words
from lint.model import Phrase


class Chosen(NamedTuple):
    """A form to be built; `remarks` are what a person should look at in the file that it came from."""

    template: Template
    words: Words
    remarks: tuple[Phrase, ...] = ()

    @property
    def others(self) -> tuple[Template, ...]:
        """Return the other editions of the form, which last year's report may be on."""
        known = load_pack(self.template.form).templates if self.template.form in pack_names() else ()
        return tuple(other for other in reversed(known) if other.edition != self.template.edition)


def chosen(word: str, home: str, year: int | None) -> Chosen:
    """Return the form that `word` names; without an edition it is that of the year, else the newest.

    An edition alone is sought in the form `home`. A Word file that shows a shipped edition to the letter stands for
    that edition, which tells more than its paper. UsageError says what is wrong with the word.
    """
    if word in pack_names():
        return _shipped(load_pack(word).template(None, year))
    _refuse_year(word, home)
    found = named(word, home)
    if found.learnt:
        shown = shown_edition(word)
        if shown is None:
            return Chosen(found.template, Words(), found.remarks)
        return _shipped(shown[0])._replace(remarks=shown[1])
    return _shipped(found.template)._replace(remarks=found.remarks)


def _shipped(template: Template) -> Chosen:
    known = template.form in pack_names()
    return Chosen(template, read_words(rules_folder() / template.form) if known else Words())


def _refuse_year(word: str, home: str) -> None:
    """Say which edition is for a year, where somebody names the form of a year in which none was published."""
    name, _, edition = word.strip().rpartition("/")
    form = name or home
    if form not in pack_names() or not re.fullmatch(r"(?:19|20)\d\d", edition) or Path(word).exists():
        return
    pack, year = load_pack(form), int(edition)
    if year < pack.templates[0].since or edition in {template.edition for template in pack.templates}:
        return
    due = pack.template(None, year).edition
    zh = f"没有 {year} 年版的表单，{year} 年度用 {due} 年版：请写 {form}/{due}，要填入年度再加 --year {year}"
    en = f"there is no {year} edition; that of {due} is for {year}: write {form}/{due}, and --year {year} to fill it in"
    raise UsageError(Phrase(zh, en))
