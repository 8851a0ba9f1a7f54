"""The kinds of case by name, and how each is judged."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from types import MappingProxyType

from tests.fuzz.archives import archive_case
from tests.fuzz.cases import Case, Mutator, dice
from tests.fuzz.containers import zip_case
from tests.fuzz.layouts import layout, page_file, word_file
from tests.fuzz.packages import word_case
from tests.fuzz.pages import mail_case, page_case
from tests.fuzz.pdfs import pdf_case
from tests.fuzz.soup import soup_case
from tests.fuzz.texts import text_case


def _table_case(rng: Random) -> Case:
    made = layout(rng)
    return Case(word_file(made), "a.docx") if rng.random() < 0.5 else Case(page_file(made), "a.html")


KINDS: Mapping[str, Mutator] = MappingProxyType(
    {
        "archive": archive_case,
        "html": page_case,
        "mail": mail_case,
        "pdf": pdf_case,
        "soup": soup_case,
        "table": _table_case,
        "text": text_case,
        "word": word_case,
        "zip": zip_case,
    }
)


def case_of(kind: str, seed: int) -> Case:
    """Return the case of that kind and seed, always the same."""
    return KINDS[kind](dice(kind, seed))


def judged(kind: str, case: Case, *, office: bool = False) -> str:
    """Return what came of the case; an exception is a fault of the linter."""
    from tests.fuzz.judging import judge, judge_archive  # noqa: PLC0415 - making cases needs none of it

    return (judge_archive if kind == "archive" else judge)(case, office=office)
