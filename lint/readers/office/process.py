"""A command and the seconds it may take → its exit status; whatever it started ends with it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_TO_DIE = 10  # seconds that a killed process may take to be gone


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], seconds: float) -> int | None:
    """Run a command in `folder`, without input and unheard, and return its exit status, None if its time was up.

    Its whole group of processes is killed in the end, also when an exception (Ctrl-C) comes in between.

    Raises:
        OSError: it cannot be started.
    """
    process = _start(command, folder, environment)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)


if sys.platform == "win32":

    def _start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - the program is LibreOffice's, the arguments are ours
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW,
        )

    def _end(process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(  # noqa: S603 - Windows' own program, by its full path
                    [taskkill, "/T", "/F", "/PID", str(process.pid)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    creationflags=subprocess.CREATE_NO_WINDOW,
                    check=False,
                    timeout=_TO_DIE,
                )
            process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_TO_DIE)

else:

    def _start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - the program is LibreOffice's, the arguments are ours
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _end(process: subprocess.Popen[bytes]) -> None:
        # The group bears the number of its first process, and outlives it as long as it has members.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_TO_DIE)
