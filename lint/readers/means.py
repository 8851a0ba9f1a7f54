"""What reading may use: how much a file may cost, and the program that converts what we do not read ourselves."""

from __future__ import annotations

from typing import NamedTuple

from lint.readers.limits import Limits


class Means(NamedTuple):
    """`soffice` is the path of LibreOffice's program, "" to look for it where it is usually installed."""

    limits: Limits = Limits()
    soffice: str = ""
