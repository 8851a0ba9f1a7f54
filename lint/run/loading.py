"""Sources → their bytes, in order; what another process must read first is handed to it several files at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from lint.errors import UnreadableDocument, UsageError
from lint.readers.means import Means
from lint.readers.preparing import needs_preparing, prepare
from lint.readers.refusals import Refusal
from lint.run.source import Source

if TYPE_CHECKING:
    from lint.readers.pdf import Pages

_TOGETHER: Final = 16  # files in one start of LibreOffice, which takes ten times as long to start as to convert one
_WAITING: Final = 64  # files, prepared or not, held until then
_HELD: Final = 64 * 2**20  # bytes of them


class Loaded(NamedTuple):
    """A source with its bytes, or why they cannot be had, and what was made of them in advance."""

    source: Source
    content: bytes | UnreadableDocument
    prepared: bytes | Pages | Refusal | None = None


def load_all(sources: Iterable[Source], means: Means, standard_input: BinaryIO | None) -> Iterator[Loaded]:
    """Yield every source loaded; most of them at once, those that wait for another process in groups."""
    group: list[Loaded] = []
    waiting = held = 0
    for source in sources:
        loaded = _loaded(source, means, standard_input)
        needy = isinstance(loaded.content, bytes) and needs_preparing(loaded.content, source.name)
        if not needy and not waiting:
            yield loaded
            continue
        group.append(loaded)
        waiting += needy
        held += len(loaded.content) if isinstance(loaded.content, bytes) else 0
        if waiting == _TOGETHER or len(group) == _WAITING or held > _HELD:
            yield from prepared_all(group, means)
            group, waiting, held = [], 0, 0
    yield from prepared_all(group, means)


def _loaded(source: Source, means: Means, standard_input: BinaryIO | None) -> Loaded:
    try:
        return Loaded(source, source.load(standard_input, means.limits))
    except UnreadableDocument as error:
        return Loaded(source, error)


def prepared_all(group: list[Loaded], means: Means) -> list[Loaded]:
    """Return the group with what other processes made of those of its files that need it."""
    needy = [
        (place, loaded.content, loaded.source.name)
        for place, loaded in enumerate(group)
        if isinstance(loaded.content, bytes) and needs_preparing(loaded.content, loaded.source.name)
    ]
    if not needy:
        return group
    try:
        made = prepare([(data, name) for _, data, name in needy], means)
    except UsageError:
        raise
    except Exception:  # noqa: BLE001 - a bug met in one file: each is then prepared when it is read, and told by itself
        return group
    outcomes = {place: outcome for (place, _, _), outcome in zip(needy, made, strict=True)}
    return [loaded._replace(prepared=outcomes.get(place)) for place, loaded in enumerate(group)]
