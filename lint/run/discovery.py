"""Paths as given → sources to check, in the order of their paths; what was left out and what was wrong is said too."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lint.errors import UsageError
from lint.model import Phrase
from lint.readers import refusals
from lint.readers.archive import PEEK, may_be_archive
from lint.readers.limits import Limits
from lint.readers.package import PartError
from lint.run.naming import Place, displayed, shown_paths
from lint.run.pathlist import read_list
from lint.run.source import Source, printable
from lint.run.wanted import ARCHIVES, KNOWN, PACKED, PROBE, TEXTS, UNLIKE, Content, Wanted, suffix, unwanted

STANDARD_INPUT = "-"
_USUAL = Limits()


class Skipped(NamedTuple):
    """A file or folder left out of a folder's search, and why."""

    path: str
    reason: Phrase


class Search(NamedTuple):
    """What a search found. `problems` are sentences about paths that could not be followed."""

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Phrase, ...]


class _Item(NamedTuple):
    """A place found, what is known of it if it lies in an archive, or why it is left out or cannot be followed."""

    place: Place
    content: Content | None = None
    skipped: Phrase | None = None
    problem: Phrase | None = None


def search(
    paths: Sequence[str],
    *,
    exclude: Sequence[str],
    stdin_name: str,
    resembles: Callable[[bytes], bool],
    limits: Limits = _USUAL,
) -> Search:
    """Follow files, folders, archives, patterns, `-` and `@list`; UsageError for a list that cannot be read.

    `exclude` are patterns on names and paths inside folders and archives; `resembles` decides on texts and pages
    there. An archive is read as a folder; one beyond the limits is one source that says so.
    """
    wanted = Wanted(exclude, resembles, limits)
    items: dict[str, _Item] = {}
    piped = False
    for given in _expanded(paths):
        if given == STANDARD_INPUT:
            piped = True
            continue
        for item in _follow(Path(given), wanted):
            # Path.resolve would follow the link a user named; no path has the character between the two.
            key = f"{os.path.abspath(item.place.path)}\0{item.place.inner}"  # noqa: PTH100
            if key not in items or (items[key].skipped and not item.skipped):
                items[key] = item
    found = [item for item in items.values() if not item.skipped and not item.problem]
    shown = shown_paths([item.place for item in found])
    sources = [_source(item, words) for item, words in zip(found, shown, strict=True)]
    if piped:
        sources.append(_standard_input(stdin_name))
    skipped = [Skipped(displayed(item.place), item.skipped) for item in items.values() if item.skipped]
    return Search(
        tuple(sorted(sources, key=lambda source: source.shown)),
        tuple(sorted(skipped)),
        tuple(item.problem for item in items.values() if item.problem),
    )


def _source(item: _Item, shown: str) -> Source:
    path, content = item.place.path, item.content
    if content is None:
        return Source(path, shown, printable(path.name))
    return Source(path, shown, content.name or printable(path.name), content.member, content.refusal)


def _standard_input(name: str) -> Source:
    """Return the source for the standard input; `name` is what the user calls it, "" if nothing."""
    if not name:
        return Source(None, STANDARD_INPUT, "")
    return Source(None, displayed(Place(Path(name), Path(name).parent)), printable(Path(name).name))


def _expanded(paths: Sequence[str]) -> Iterator[str]:
    """Yield the paths with lists read and patterns followed (not every command line does the latter)."""
    for given in paths:
        if not given:  # `Path("")` is the working folder, which is not what an empty variable of a script means
            raise UsageError(Phrase("有一个路径是空的", "one of the paths is empty"))
        if given.startswith("@") and len(given) > 1:
            yield from read_list(Path(given[1:]))
        elif any(sign in given for sign in "*?[") and not os.path.lexists(given):
            from glob import glob  # noqa: PLC0415 - few command lines need it

            yield from sorted(glob(given, recursive=True)) or [given]  # noqa: PTH207 - relative as typed
        else:
            yield given


def _follow(path: Path, wanted: Wanted) -> Iterator[_Item]:
    """Yield the file itself, or what lies below the folder or in the archive."""
    place = Place(path, path.parent)
    try:
        folder = path.is_dir()
    except OSError as error:  # a folder above it may not be entered, or the name is too long
        why = error.strerror
        yield _Item(place, problem=Phrase(f"打不开“{path}”（{why}）", f"cannot open {path} ({why})"))
        return
    if folder:
        below = list(_below(path, path, wanted, {os.path.realpath(path)}))
        yield from below
        if all(item.skipped for item in below):
            yield _Item(place, problem=Phrase(f"文件夹“{path}”里没有可检查的文档", f"no document in the folder {path}"))
    elif os.path.lexists(path):
        within = list(_file(place, "", wanted))
        yield from within
        if all(item.skipped for item in within):
            yield _Item(
                place, problem=Phrase(f"压缩包“{path}”里没有可检查的文档", f"no document in the archive {path}")
            )
    else:
        yield _Item(place, problem=Phrase(f"找不到“{path}”", f"{path} does not exist"))


def _below(folder: Path, root: Path, wanted: Wanted, seen: set[str]) -> Iterator[_Item]:
    """Yield what lies below a folder; a linked folder is not entered, nor one reached before by a junction or mount."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        why = error.strerror
        words = Phrase(f"打不开文件夹“{folder}”（{why}）", f"cannot open the folder {folder} ({why})")
        yield _Item(Place(folder, root), problem=words)
        return
    for entry in listed:
        path, kind = folder / entry.name, suffix(entry.name)
        place, inside = Place(path, root), path.relative_to(root).as_posix()
        if reason := unwanted(entry.name, inside, wanted.exclude):
            if _is_folder(entry) or kind in KNOWN:
                yield _Item(place, skipped=reason)
        elif _is_folder(entry) and entry.is_symlink():
            yield _Item(place, skipped=Phrase("指向别处的文件夹链接", "link to a folder"))
        elif _is_folder(entry):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield from _below(path, root, wanted, seen)
        elif kind in TEXTS:
            yield _text(place, wanted)
        elif kind in KNOWN:
            yield from _file(place, inside, wanted)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell a folder, or a link to one; a link that leads nowhere, or where we may not go, is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(place: Place, inside: str, wanted: Wanted) -> Iterator[_Item]:
    """Yield the file or, if it is an archive with documents, these; `inside` is its path from the folder searched."""
    called_archive = suffix(place.path.name) in ARCHIVES | PACKED
    try:
        held = _contents(place.path, inside, wanted) if place.path.is_file() else None
    except OSError:  # checking it says why it cannot be opened
        held = None
    except PartError as error:
        # What is called a document is read as one, and that says what is wrong with it.
        damaged = error.refusal is refusals.DAMAGED_ARCHIVE and not called_archive
        yield _Item(place, None if damaged else Content("", refusal=error.refusal))
        return
    if held is None:
        yield _Item(place)
        return
    documents = any(not content.skipped for content in held)
    if not documents and not called_archive:
        yield _Item(place)
        return
    for content in held:
        yield _Item(place._replace(inner=content.inner), content, content.skipped)
    if not documents:
        yield _Item(place, skipped=Phrase("压缩包里没有可检查的文档", "an archive without a document"))


def _contents(path: Path, inside: str, wanted: Wanted) -> list[Content] | None:
    """Return what the archive holds, None if the file is none."""
    with path.open("rb") as stream:
        if not may_be_archive(stream.read(PEEK)):
            return None
    from lint.run.archive import contents  # noqa: PLC0415 - few files are archives

    return contents(path, inside, wanted)


def _text(place: Place, wanted: Wanted) -> _Item:
    """Return the text or page as a source if it looks like a report (or cannot be looked at), else as left out."""
    try:
        taken = not place.path.is_file() or wanted.resembles(_beginning(place.path))
    except OSError:
        taken = True  # checking it says why it cannot be opened
    return _Item(place, skipped=None if taken else UNLIKE)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(PROBE)
