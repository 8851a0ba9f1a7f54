"""An archive of submissions → what in it is to be checked; nothing is unpacked to disk, no archive within it opened.

Every document stands for itself: one that is locked or too large costs the others nothing.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from lint.model import Phrase
from lint.readers import archive, refusals
from lint.readers.directory import Entry
from lint.readers.limits import MB, exceeded, megabytes, of_archive
from lint.readers.package import PartError
from lint.run.deadline import Overdue, within
from lint.run.naming import inner_path, numbered
from lint.run.wanted import ARCHIVES, KNOWN, PACKED, PROBE, TEXTS, UNLIKE, Content, Wanted, suffix, unwanted


def contents(path: Path, inside: str, wanted: Wanted) -> list[Content] | None:
    """Return what the archive holds, None if it is a document; `inside` is its path from the folder searched, or "".

    Raises:
        OSError: the file cannot be opened.
        PartError: the archive cannot be read, or is beyond the limits as a whole.
    """
    with path.open("rb") as stream:
        try:
            return within(wanted.limits.timeout, lambda: _held(stream, inside, wanted))
        except Overdue:
            raise PartError(of_archive(exceeded("timeout", None, wanted.limits.timeout))) from None
        except PartError as error:
            raise PartError(of_archive(error.refusal)) from error


def _held(stream: BinaryIO, inside: str, wanted: Wanted) -> list[Content] | None:
    entries = archive.entries_in(stream, wanted.limits)
    if archive.is_package(entries):
        return None
    candidates, left_out = _sifted(entries, inside, wanted)
    if candidates and all(candidate.refusal is refusals.LOCKED_ARCHIVE for candidate in candidates):
        raise PartError(refusals.LOCKED_ARCHIVE)
    return [*_judged(stream, candidates, wanted), *left_out]


def _sifted(entries: Sequence[Entry], inside: str, wanted: Wanted) -> tuple[list[Content], list[Content]]:
    """Return the members that may be submissions, and what is left out for its name."""
    taken: list[tuple[str, Entry]] = []
    left_out: dict[str, Phrase] = {}
    for entry in entries:
        path = inner_path(entry.name)
        if entry.name.endswith(("/", "\\")) or suffix(_leaf(path)) not in KNOWN:
            continue
        found = _unwanted(path, inside, wanted.exclude)
        if found is None:
            taken.append((path, entry))
        else:
            left_out.setdefault(*found)
    unlike = numbered([path for path, _ in taken])
    candidates = [
        Content(shown, _leaf(path), entry, archive.fault(entry, wanted.limits))
        for shown, (path, entry) in zip(unlike, taken, strict=True)
    ]
    return candidates, [Content(path, skipped=reason) for path, reason in left_out.items()]


def _leaf(path: str) -> str:
    return path.rpartition("/")[2]


def _unwanted(path: str, inside: str, exclude: Sequence[str]) -> tuple[str, Phrase] | None:
    """Return the first of the member's folders, or itself, that is left out, and why."""
    parts = path.split("/")
    for depth, part in enumerate(parts, 1):
        above = "/".join(parts[:depth])
        reason = unwanted(part, f"{inside}/{above}" if inside else above, exclude)
        if reason is not None:
            return above, reason
    return None


def _judged(stream: BinaryIO, candidates: Sequence[Content], wanted: Wanted) -> list[Content]:
    """Return each candidate as what a look at it shows; PartError if all together are beyond the limit."""
    most, found, looked_at = wanted.limits.total_mb * MB, [], 0
    for candidate in candidates:
        found.append(_judge(stream, candidate, wanted))
        if candidate.member and suffix(candidate.name) in TEXTS:
            looked_at += min(candidate.member.size, PROBE)
        if looked_at > most:
            raise PartError(exceeded("total_mb", None, wanted.limits.total_mb))
    total = sum(content.member.size for content in found if content.member and not content.refusal)
    if total > most:
        raise PartError(exceeded("total_mb", megabytes(total), wanted.limits.total_mb))
    return found


def _judge(stream: BinaryIO, candidate: Content, wanted: Wanted) -> Content:
    """Return a text that is none of ours as left out, an archive as refused, all else as it is."""
    kind, entry = suffix(candidate.name), candidate.member
    if entry is None or candidate.refusal is refusals.LOCKED_ARCHIVE:
        return candidate
    if kind in TEXTS:
        head = archive.beginning(stream, entry, min(PROBE, max(entry.size, 1)))
        seen = head or not entry.size  # else checking it says why it cannot be unpacked
        return Content(candidate.inner, skipped=UNLIKE) if seen and not wanted.resembles(head) else candidate
    if kind in ARCHIVES | PACKED and not archive.begins_as_package(archive.beginning(stream, entry, archive.PEEK)):
        return candidate._replace(refusal=refusals.NESTED_ARCHIVE)
    return candidate
