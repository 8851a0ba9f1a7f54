"""The kinds of test the engine can do, by the names that rules call them."""

from __future__ import annotations

from lint.checks.cells import Cells
from lint.checks.damaged_text import DamagedText
from lint.checks.departure import Departs
from lint.checks.edition import WrongEdition
from lint.checks.file import OtherDocument, ReaderNotes, Unreadable
from lint.checks.malformed_date import MalformedDate
from lint.checks.outline import Leftover, PartsList, SubheadingNumbers
from lint.checks.pattern import Pattern
from lint.checks.period import Period
from lint.checks.prose import EmptySection, Length, Statement, ThinSection, Topics
from lint.checks.report_year import UnknownYear, Years
from lint.checks.signature import SignedOn, Unsigned
from lint.checks.sums import Balance, UnknownFigure
from lint.checks.title import TitleHas, TitleName
from lint.checks.verdict import Check

KINDS: dict[str, type[Check]] = {
    "balance": Balance,
    "cells": Cells,
    "damaged-text": DamagedText,
    "departure": Departs,
    "empty-section": EmptySection,
    "leftover": Leftover,
    "length": Length,
    "malformed-date": MalformedDate,
    "notes": ReaderNotes,
    "other-document": OtherDocument,
    "parts-list": PartsList,
    "pattern": Pattern,
    "period": Period,
    "signed-on": SignedOn,
    "statement": Statement,
    "subheading-numbers": SubheadingNumbers,
    "thin-section": ThinSection,
    "title-has": TitleHas,
    "title-name": TitleName,
    "topics": Topics,
    "unknown-figure": UnknownFigure,
    "unknown-year": UnknownYear,
    "unreadable": Unreadable,
    "unsigned": Unsigned,
    "wrong-edition": WrongEdition,
    "years": Years,
}
