"""What a blank form differs in from an edition, and the one change that there must be."""

from __future__ import annotations

from lint.forms.template import Template
from lint.learn import learn
from lint.learn.against import differing
from lint.learn.changes import Change
from lint.learn.compare import compare
from lint.learn.named import Named
from lint.model import Document


def told(document: Document, template: Template, *, like: bool = True) -> tuple[Change, ...]:
    """What a changed copy of the blank form differs in from the edition; without `like` by its labels alone."""
    if not like:
        return compare(template, learn(document).template, learnt=True)
    learned = learn(document, like=template)
    return differing(Named(template), Named(learned.template, None, learned)).changes


def one(changes: tuple[Change, ...], *words: str) -> Change:
    """The only change, which has these words in its sentence."""
    assert len(changes) == 1, [(change.kind, change.sentence.zh) for change in changes]
    for word in (word.replace("“", "‘").replace("”", "’") for word in words):
        assert word in changes[0].sentence.zh
        assert word in changes[0].sentence.en
    return changes[0]
