"""What a process holds at the moment: memory, threads, children and files in its folder for temporary ones."""

from __future__ import annotations

import _thread
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


class Traces(NamedTuple):
    """`memory` is resident, in MB; `children` are processes started and not yet gone."""

    memory: float
    threads: int
    children: int
    files_left: tuple[str, ...]


def traces() -> Traces:
    """Return what this process holds; on systems without /proc the most memory it ever held, and no children."""
    return Traces(_resident(), _thread._count(), len(children(os.getpid())), tuple(temporary()))


def _resident() -> float:
    statm = PROC / "self" / "statm"
    if statm.exists():
        pages = int(statm.read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def children(parent: int) -> list[int]:
    """Return the processes whose parent this is, those among them that ended without being waited for."""
    found = []
    for folder in PROC.glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it ended meanwhile
            continue
        if int(stat.rpartition(")")[2].split()[1]) == parent:
            found.append(int(folder.name))
    return found


def temporary() -> list[str]:
    """Return the names in the folder for temporary files."""
    return sorted(path.name for path in Path(tempfile.gettempdir()).iterdir())
