"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from lint.findings import Report
from lint.reporters import concise, structured, text
from lint.reporters.style import Style

Reporter = Callable[[Sequence[Report], Style], str]

REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {"text": text.render, "concise": concise.render, "json": structured.render}
)
