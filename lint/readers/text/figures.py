"""The text of a cell → whether it is a figure: plain, grouped, signed, full-width, blanks inside, or with its unit."""

import re
from typing import Final

_UNITS: Final = "件|项|个|次|份|条|宗|起|例|人|元|千元|万元|亿元|万|篇|家|户|%|％"
_FIGURE: Final = re.compile(rf"[-+＋－−]?\d[\d.,，．\s]*(?:{_UNITS})?\Z")
_LONGEST: Final = 40


def is_figure(text: str) -> bool:
    """Tell a figure of any width; an ordinal before words is none."""
    plain = text.strip()
    return len(plain) <= _LONGEST and (plain.isdigit() or _FIGURE.match(plain) is not None)
