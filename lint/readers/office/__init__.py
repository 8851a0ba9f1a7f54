"""Files of old and foreign word processors → Word packages, by LibreOffice as a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lint.readers.means import Means
from lint.readers.office import reasons
from lint.readers.office.flat import is_flat, package_of
from lint.readers.office.kinds import Convertible, convertible
from lint.readers.office.program import find_soffice
from lint.readers.office.start import convert_together
from lint.readers.refusals import Refusal

__all__ = ["convert", "convertible", "find_soffice"]

_FURTHER: Final = 5  # seconds for each further file of a start; LibreOffice takes a tenth of one for a report


def convert(documents: Sequence[bytes], means: Means) -> list[bytes | Refusal]:
    """Return for each document the docx that LibreOffice makes of it, or why there is none.

    All are given to one start, which has the time limit of a file and a few seconds more for each further one; those
    that come to nothing are tried once more, each by itself. Nothing is kept, so calls may run side by side.

    Raises:
        UsageError: the configuration names a LibreOffice that is not there.
    """
    seen = [_seen(data, means) for data in documents]
    files = {place: file for place, file in enumerate(seen) if isinstance(file, Convertible)}
    made: dict[int, bytes | Refusal] = {
        place: outcome for place, outcome in enumerate(seen) if not isinstance(outcome, Convertible)
    }
    if files:
        program = find_soffice(means)
        if program is None:
            made |= {place: reasons.missing(file.kind) for place, file in files.items()}
        else:
            made |= zip(files, _converted(list(files.values()), program, means), strict=True)
    return [made[place] for place in range(len(documents))]


def _seen(data: bytes, means: Means) -> Convertible | bytes | Refusal:
    """Return what is known without LibreOffice: what it is to be given, the package itself, or a refusal."""
    return package_of(data, means.limits) if is_flat(data) else convertible(data, means.limits)


def _converted(files: list[Convertible], program: str, means: Means) -> list[bytes | Refusal]:
    limits = means.limits
    seconds = limits.timeout + min(_FURTHER, limits.timeout) * (len(files) - 1)
    outcomes = convert_together(files, program, seconds, limits)
    for place, outcome in enumerate(outcomes):
        if isinstance(outcome, Refusal):
            (outcomes[place],) = convert_together([files[place]], program, limits.timeout, limits)
    return outcomes
