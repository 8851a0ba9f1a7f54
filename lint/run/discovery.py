"""Paths as given → sources to check, in the order of their paths; what was left out and what was wrong is said too."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from lint.errors import UsageError
from lint.model import Phrase
from lint.run.likeness import PROBE
from lint.run.pathlist import read_list
from lint.run.source import LOCK_PREFIX, Source, printable

DOCUMENTS = frozenset({".docx", ".docm", ".dotx", ".dotm"})
SUBMISSIONS = frozenset(
    {".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".pdf", ".ofd"}
)  # the reader says what is wrong
TEXTS = frozenset({".txt", ".md", ".html", ".htm"})  # may be anything: taken only when they look like a report
STANDARD_INPUT = "-"


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
    """A path found, the folder it is shown from, or why it is left out."""

    path: Path
    root: Path
    skipped: Phrase | None = None
    problem: Phrase | None = None


def search(
    paths: Sequence[str], *, exclude: Sequence[str], stdin_name: str, resembles: Callable[[bytes], bool]
) -> Search:
    """Follow files, folders, patterns, `-` and `@list`; UsageError for a list that cannot be read.

    `exclude` are patterns on names and paths inside folders; `resembles` decides on texts and pages in folders.
    """
    items: dict[str, _Item] = {}
    piped = False
    for given in _expanded(paths):
        if given == STANDARD_INPUT:
            piped = True
            continue
        for item in _follow(Path(given), exclude, resembles):
            key = os.path.abspath(item.path)  # noqa: PTH100 - Path.resolve would follow the link a user named
            if key not in items or (items[key].skipped and not item.skipped):
                items[key] = item
    found = [item for item in items.values() if not item.skipped and not item.problem]
    shown = _shown_paths(found)
    sources = [Source(item.path, words, printable(item.path.name)) for item, words in zip(found, shown, strict=True)]
    if piped:
        sources.append(_standard_input(stdin_name))
    skipped = [Skipped(_displayed(item), item.skipped) for item in items.values() if item.skipped]
    return Search(
        tuple(sorted(sources, key=lambda source: source.shown)),
        tuple(sorted(skipped)),
        tuple(item.problem for item in items.values() if item.problem),
    )


def _standard_input(name: str) -> Source:
    """Return the source for the standard input; `name` is what the user calls it, "" if nothing."""
    if not name:
        return Source(None, STANDARD_INPUT, "")
    return Source(None, _displayed(_Item(Path(name), Path(name).parent)), printable(Path(name).name))


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


def _follow(path: Path, exclude: Sequence[str], resembles: Callable[[bytes], bool]) -> Iterator[_Item]:
    """Yield the file itself, or what lies below the folder."""
    try:
        folder = path.is_dir()
    except OSError as error:  # a folder above it may not be entered, or the name is too long
        yield _Item(
            path, path, problem=Phrase(f"打不开“{path}”（{error.strerror}）", f"cannot open {path} ({error.strerror})")
        )
        return
    if folder:
        below = list(_below(path, path, exclude, resembles, {os.path.realpath(path)}))
        yield from below
        if all(item.skipped for item in below):
            yield _Item(
                path, path, problem=Phrase(f"文件夹“{path}”里没有可检查的文档", f"no document in the folder {path}")
            )
    elif os.path.lexists(path):
        yield _Item(path, path.parent)
    else:
        yield _Item(path, path, problem=Phrase(f"找不到“{path}”", f"{path} does not exist"))


def _below(
    folder: Path, root: Path, exclude: Sequence[str], resembles: Callable[[bytes], bool], seen: set[str]
) -> Iterator[_Item]:
    """Yield what lies below a folder; a linked folder is not entered, nor one reached before by a junction or mount."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _Item(
            folder,
            root,
            problem=Phrase(
                f"打不开文件夹“{folder}”（{error.strerror}）", f"cannot open the folder {folder} ({error.strerror})"
            ),
        )
        return
    for entry in listed:
        path = folder / entry.name
        if reason := _unwanted(path, root, exclude):
            if _is_folder(entry) or _extension(path) in DOCUMENTS | SUBMISSIONS | TEXTS:
                yield _Item(path, root, skipped=reason)
        elif _is_folder(entry) and entry.is_symlink():
            yield _Item(path, root, skipped=Phrase("指向别处的文件夹链接", "link to a folder"))
        elif _is_folder(entry):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield from _below(path, root, exclude, resembles, seen)
        elif _extension(path) in DOCUMENTS | SUBMISSIONS:
            yield _Item(path, root)
        elif _extension(path) in TEXTS:
            yield _text(path, root, resembles)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell a folder, or a link to one; a link that leads nowhere, or where we may not go, is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _extension(path: Path) -> str:
    return path.suffix.lower()


def _unwanted(path: Path, root: Path, exclude: Sequence[str]) -> Phrase | None:
    """Return why a path inside a folder is left out whatever it holds, None if it is not."""
    if path.name.startswith(LOCK_PREFIX):
        return Phrase("Word 的临时锁文件", "lock file of Word")
    if path.name.startswith("."):
        return Phrase("隐藏的文件或文件夹", "hidden")
    inside = path.relative_to(root).as_posix()
    if any(fnmatch(path.name, pattern) or fnmatch(inside, pattern.rstrip("/")) for pattern in exclude):
        return Phrase("按 --exclude 排除", "excluded by --exclude")
    return None


def _text(path: Path, root: Path, resembles: Callable[[bytes], bool]) -> _Item:
    """Return the text or page as a source if it looks like a report (or cannot be looked at), else as left out."""
    try:
        taken = not path.is_file() or resembles(_beginning(path))
    except OSError:
        taken = True  # checking it says why it cannot be opened
    reason = Phrase("看不到报告的标题或章节", "shows no title or section of a form")
    return _Item(path, root) if taken else _Item(path, root, skipped=reason)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(PROBE)


def _shown_paths(items: Sequence[_Item]) -> list[str]:
    """Return the path of every item for reports; where two would be alike, enough of the folders above is added."""
    shown = [_displayed(item) for item in items]
    for depth in range(1, max((len(item.path.absolute().parts) for item in items), default=0)):
        doubled = {path for path, times in Counter(shown).items() if times > 1}
        if not doubled:
            break
        shown = [
            printable("/".join(item.path.absolute().parts[1:][-depth - 1 :])) if path in doubled else path
            for item, path in zip(items, shown, strict=True)
        ]
    return shown


def _displayed(item: _Item) -> str:
    """Return the path relative to the working folder if it lies below, else to the folder named."""
    absolute = Path(os.path.abspath(item.path))  # noqa: PTH100 - a link is shown as named
    for folder in (Path.cwd(), Path(os.path.abspath(item.root))):  # noqa: PTH100 - likewise
        if absolute.is_relative_to(folder) and absolute != folder:
            return printable(absolute.relative_to(folder).as_posix())
    return printable(absolute.name)
