"""Where LibreOffice's program is: as configured, on PATH, or where its installers put it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from lint.readers.means import Means
from lint.readers.office import reasons

_NAMES: Final = ("soffice", "libreoffice")
_NAMES_ON_WINDOWS: Final = ("soffice.com", "soffice.exe")
_INSIDE: Final = ("", "program", "Contents/MacOS")  # where the program lies in the folder of an installation


def find_soffice(means: Means, platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the path of LibreOffice's program, None if it is not installed.

    Raises:
        UsageError: the configuration names one that is not there.
    """
    names = _NAMES_ON_WINDOWS if platform == "win32" else _NAMES
    if means.soffice:
        found = _configured(means.soffice, names, environment)
        if found is None:
            raise reasons.not_there(means.soffice, names)
        return found
    return _first([*_on_path(environment), *_usual_places(platform, environment)], names)


def _configured(configured: str, names: tuple[str, ...], environment: Mapping[str, str]) -> str | None:
    if "/" not in configured and "\\" not in configured:
        return _first(_on_path(environment), (configured, f"{configured}.com", f"{configured}.exe"))
    path = Path(os.path.expanduser(configured)).absolute()  # noqa: PTH111 - that of Path raises if there is no home
    return _first([path.parent], (path.name,)) or _first((path / inside for inside in _INSIDE), names)


def _on_path(environment: Mapping[str, str]) -> list[Path]:
    """Return the folders of PATH; those that depend on the working folder are no place to run a program from."""
    folders = (Path(text.strip('"')) for text in environment.get("PATH", "").split(os.pathsep) if text)
    return [folder for folder in folders if folder.is_absolute()]


def _usual_places(platform: str, environment: Mapping[str, str]) -> Iterator[Path]:
    if platform == "win32":
        for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
            if environment.get(name):
                base = Path(environment[name])
                yield from _newest_first(base, "LibreOffice*/program")
                yield from _newest_first(base / "Programs", "LibreOffice*/program")
    elif platform == "darwin":
        for base in (Path("/Applications"), Path(environment.get("HOME", "/")) / "Applications"):
            yield base / "LibreOffice.app/Contents/MacOS"
    else:
        for folder in ("/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program"):
            yield Path(folder)
        yield from _newest_first(Path("/opt"), "libreoffice*/program")


def _newest_first(base: Path, pattern: str) -> list[Path]:
    return sorted(base.glob(pattern), reverse=True)


def _first(folders: Iterable[Path], names: tuple[str, ...]) -> str | None:
    for folder in folders:
        for name in names:
            path = folder / name
            if os.path.isfile(path) and os.access(path, os.X_OK):  # noqa: PTH113 - likewise where one may not look
                return str(path)
    return None
