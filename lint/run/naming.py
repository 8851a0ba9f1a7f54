"""Places where submissions lie → the paths under which reports speak of them: short, unlike each other, printable."""

import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lint.run.source import printable

_LONGEST = 255  # characters of one name; no file system has longer ones
_DEEPEST = 32  # folders within folders
_APART = re.compile(r"[/\\]+")
_BLANKS = "\u3000\xa0"  # no signs to be printed for Python, yet usual in names
_ILLEGAL = str.maketrans(dict.fromkeys('<>:"|?*', "_"))  # in names on Windows; the colon is that of a drive, too


class Place(NamedTuple):
    """A file, the folder it is shown from, and, for a member of an archive, its path within."""

    path: Path
    root: Path
    inner: str = ""


def displayed(place: Place) -> str:
    """Return the path relative to the working folder if it lies below, else to the folder named."""
    absolute = Path(os.path.abspath(place.path))  # noqa: PTH100 - a link is shown as named
    for folder in (Path.cwd(), Path(os.path.abspath(place.root))):  # noqa: PTH100 - likewise
        if absolute.is_relative_to(folder) and absolute != folder:
            return _joined(printable(absolute.relative_to(folder).as_posix()), place.inner)
    return _joined(printable(absolute.name), place.inner)


def shown_paths(places: Sequence[Place]) -> list[str]:
    """Return the path of every place; where two would be alike, enough of the folders above is added."""
    shown = [displayed(place) for place in places]
    for depth in range(1, max((len(place.path.absolute().parts) for place in places), default=0)):
        doubled = {path for path, times in Counter(shown).items() if times > 1}
        if not doubled:
            break
        shown = [
            _joined(printable("/".join(place.path.absolute().parts[1:][-depth - 1 :])), place.inner)
            if path in doubled
            else path
            for place, path in zip(places, shown, strict=True)
        ]
    return shown


def _joined(path: str, inner: str) -> str:
    return f"{path}/{inner}" if inner else path


def inner_path(name: str) -> str:
    """Return the name of a member as a path below its archive: nothing that leads out of it, nothing invisible."""
    # Windows ignores blanks and full stops at the end of a name.
    parts = [part.rstrip(" .")[-_LONGEST:] for part in _APART.split(name)]
    parts = [part for part in parts if part]
    path = "/".join(["…", *parts[-_DEEPEST:]] if len(parts) > _DEEPEST else parts).translate(_ILLEGAL)
    return path if path.isprintable() else "".join(_harmless(sign) for sign in path)


def _harmless(sign: str) -> str:
    return sign if sign.isprintable() or sign in _BLANKS else "_"


def numbered(names: Sequence[str]) -> list[str]:
    """Return the names, the second of a kind with " (2)" behind it and so on."""
    counts: Counter[str] = Counter()
    taken = set(names)
    found = []
    for name in names:
        counts[name] += 1
        own = name
        if counts[name] > 1:
            while (own := f"{name} ({counts[name]})") in taken:
                counts[name] += 1
            taken.add(own)
        found.append(own)
    return found
