"""Two forms by name → what differs; a blank form in Word is learnt in the light of the other side."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.forms import load_pack, pack_names
from lint.forms.template import Template
from lint.learn.changes import Change
from lint.learn.compare import compare, title_change
from lint.learn.copies import Copy, copies
from lint.learn.named import Named, named
from lint.learn.side_by_side import Traces
from lint.learn.titles import title_like
from lint.model import Phrase


class Difference(NamedTuple):
    """What two forms differ in, and what a person should look at in a file that was learnt from."""

    old: Named
    new: Named
    changes: tuple[Change, ...]
    remarks: tuple[Phrase, ...] = ()


def difference(old: str, new: str, home: str = "") -> Difference:
    """Return what differs between the forms that two words name; see `named`. UsageError if a word names none."""
    was, now = named(old, home), named(new, home)
    # Labels are told better from figures by somebody who knows the form.
    if was.learnt and now.learnt and shown_edition(new) and not shown_edition(old):
        return differing(named(old, home, now.template), now, file_is_new=False)
    if now.learnt:
        now = named(new, home, was.template)
    elif was.learnt:
        was = named(old, home, now.template)
    return differing(was, now)


def shown_edition(file: str) -> tuple[Template, tuple[Phrase, ...]] | None:
    """Return the shipped edition that a Word file shows to the letter, with remarks on the file; None if none."""
    for form in pack_names():
        for template in reversed(load_pack(form).templates):
            found = differing(Named(template), named(file, form, template))
            if not found.changes:
                return template, found.remarks
    return None


def differing(old: Named, new: Named, *, file_is_new: bool = True) -> Difference:
    """Return what differs between two forms; one that was learnt must have been learnt like the other.

    Where both were learnt, `file_is_new` says that the new one was learnt like the old.
    """
    if not (old.learnt or new.learnt):
        return Difference(old, new, compare(old.template, new.template))
    file, known = (new, old) if new.learnt and (file_is_new or not old.learnt) else (old, new)
    found = _copies(known, file)
    unnumbered = _unnumbered(old), _unnumbered(new)
    numbers = _numbers(old), _numbers(new)
    changes = compare(old.template, new.template, learnt=True, traces=Traces(found, file is new, unnumbered, numbers))
    remarks = tuple(dict.fromkeys((*_remarks(old, {}), *_remarks(new, found if file is new else {}))))
    return Difference(old, new, (*_title(known, file, file_is_new=file is new), *changes), remarks)


def _copies(known: Named, file: Named) -> dict[str, Copy]:
    """Return the copies of the known tables; of a form in Word only of those that stand there as they are laid out."""
    found = dict(copies(known.template, file.learned.paper)) if file.learned else {}
    if known.learned is not None:
        own = copies(known.template, known.learned.paper)
        found = {key: copy for key, copy in found.items() if key in own and not own[key].edits}
    return found


def _numbers(side: Named) -> tuple[tuple[str, str], ...]:
    return side.learned.paper.numbers if side.learned else ()


def _unnumbered(side: Named) -> frozenset[str]:
    return side.learned.paper.unnumbered if side.learned else frozenset()


def _title(known: Named, file: Named, *, file_is_new: bool) -> Iterator[Change]:
    """Yield the change of the title; a file may print a year or the name of a body around the form's own."""
    title = known.template.title
    own = title_like(file.learned.paper.front, title) if title and file.learned else title
    if own != title:
        yield title_change(title, own) if file_is_new else title_change(own, title)


def _remarks(side: Named, found: dict[str, Copy]) -> Iterator[Phrase]:
    """Yield what a person should look at on paper; a table that was laid over the known one needs none."""
    if side.learned is None:
        return
    told = {remark for copy in found.values() for remark in copy.remarks}
    yield from side.learned.paper.remarks
    for table in side.learned.paper.tables:
        yield from (remark for remark in table.remarks if remark not in told)
