"""Some files → one start of LibreOffice → their Word packages; a temporary folder holds all that it writes."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.office import reasons
from lint.readers.office.kinds import Convertible
from lint.readers.office.process import run
from lint.readers.office.profile import environment, write_profile
from lint.readers.refusals import Refusal

_OPTIONS: Final = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_TARGET: Final = ("--convert-to", "docx:MS Word 2007 XML", "--outdir", "out")
_END_OF_ZIP: Final = b"PK\x05\x06"
_END_SIZE: Final = 22  # bytes; LibreOffice writes no comment behind them
_QUIET: Final = frozenset({0, 1})  # exit statuses of a LibreOffice that could not open a file and said so
_ROOM: Final = MB  # bytes; where less is left, what failed failed for want of room
_PAUSES: Final = (0.05, 0.2, 0.5, 1, 2)  # seconds: Windows holds a killed program's files for a moment


def convert_together(
    files: Sequence[Convertible], program: str, seconds: float, limits: Limits
) -> list[bytes | Refusal]:
    """Return for each file the Word package that LibreOffice made of it, or why there is none."""
    try:
        with _folder() as folder:
            names = [f"{number}{file.suffix}" for number, file in enumerate(files, 1)]
            for name, file in zip(names, files, strict=True):
                (folder / name).write_bytes(file.data)
            status = _run(program, names, folder, seconds)
            if isinstance(status, Refusal):
                return [status] * len(files)
            return [
                _package(folder / "out" / f"{number}.docx", file, status, limits)
                for number, file in enumerate(files, 1)
            ]
    except OSError as error:
        return [reasons.no_room(error.strerror or type(error).__name__)] * len(files)


def _run(program: str, names: Sequence[str], folder: Path, seconds: float) -> int | Refusal | None:
    scratch = folder / "tmp"
    scratch.mkdir()
    profile = write_profile(folder / "profile")
    try:
        return run([program, profile, *_OPTIONS, *_TARGET, *names], folder, environment(scratch), seconds)
    except OSError as error:
        return reasons.not_started(program, error.strerror or type(error).__name__)
    finally:
        _remove_pipe(folder / "profile")


def _package(path: Path, file: Convertible, status: int | None, limits: Limits) -> bytes | Refusal:
    """Return what LibreOffice wrote, if it had time to finish it."""
    size = path.stat().st_size if path.is_file() else 0
    if size > limits.file_mb * MB:
        return exceeded("file_mb", megabytes(size), limits.file_mb)
    data = path.read_bytes() if size else b""
    if data[-_END_SIZE:].startswith(_END_OF_ZIP):
        return data
    if status is None:
        return exceeded("timeout", None, limits.timeout)
    if shutil.disk_usage(path.parents[1]).free < _ROOM:
        return reasons.no_room(os.strerror(errno.ENOSPC))
    return reasons.not_converted(file.kind) if status in _QUIET else reasons.BROKE_DOWN


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    """Give a new temporary folder, which is gone in the end."""
    folder = Path(tempfile.mkdtemp(prefix="reportlint-")).absolute()
    try:
        yield folder
    finally:
        try:
            _remove(folder)
        except KeyboardInterrupt:  # in the very middle of it
            _remove(folder)
            raise


def _remove(folder: Path) -> None:
    for pause in _PAUSES:
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            break
        time.sleep(pause)


def _remove_pipe(profile: Path) -> None:
    """Remove the socket, named by a hash of the profile, that a killed LibreOffice leaves in /tmp whatever TMPDIR says.

    Source: CreateMD5FromString in LibreOffice's desktop/source/app/officeipcthread.cxx; osl/unx/pipe.cxx.
    """
    if sys.platform == "win32":
        return
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    for folder in (Path("/tmp"), Path("/var/tmp")):  # noqa: S108 - its own two places
        for name in {digest.hex(), "".join(f"{byte:x}" for byte in digest)}:
            for pipe in folder.glob(f"OSL_PIPE_*_SingleOfficeIPC_{name}"):
                with contextlib.suppress(OSError):
                    pipe.unlink()
