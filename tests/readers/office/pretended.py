"""A program that pretends to be LibreOffice and does what the text of each file tells it; and what it leaves behind."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from lint.readers.limits import Limits
from lint.readers.means import Means

_SCRIPT = """\
#!{python} -S
import os, subprocess, sys, time
log = {log!r}
def note(name, text):
    with open(os.path.join(log, name), "a", encoding="utf-8") as stream:
        stream.write(text + "\\n")
arguments = sys.argv[1:]
files = [name for name in arguments if name[0].isdigit()]
profile = [name for name in arguments if name.startswith("-env:UserInstallation=")][0]
note("starts", " ".join(files))
note("pids", str(os.getpid()))
note("profiles", profile)
note("environment", repr(dict(os.environ)))
note("settings", open("profile/user/registrymodifications.xcu", encoding="utf-8").read())
os.makedirs("out", exist_ok=True)
for name in files:
    told = open(name, "rb").read()
    target = "out/" + name.split(".")[0] + ".docx"
    once = told in open(os.path.join(log, "told"), "rb").read() if os.path.exists(os.path.join(log, "told")) else False
    with open(os.path.join(log, "told"), "ab") as stream:
        stream.write(told)
    if b"hang" in told and not (once and b"once" in told):
        if b"half" in told:
            open(target, "wb").write(b"PK\\3\\4 and no end")
        child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"])
        note("pids", str(child.pid))
        note("hanging", name)
        time.sleep(600)
    if b"crash" in told and not (once and b"once" in told):
        child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"])
        note("pids", str(child.pid))
        os.abort()
    if b"fail" in told and not (once and b"once" in told):
        continue
    if b"slow" in told:
        time.sleep(0.5)
    size = 3 * 2**20 if b"large" in told else 0
    open(target, "wb").write(told + b"\\0" * size + b"PK\\5\\6" + b"\\0" * 18)
"""
_PATIENCE = 5  # seconds for a killed process to be gone


class Pretended:
    """The program, its log and the folder that stands for the system's temporary one."""

    def __init__(self, folder: Path) -> None:
        self.log, self.temporary = folder / "log", folder / "临时 files"
        self.program = folder / "soffice"
        self.log.mkdir()
        self.temporary.mkdir()
        self.program.write_text(_SCRIPT.format(python=sys.executable, log=str(self.log)), encoding="utf-8")
        self.program.chmod(0o755)

    def means(self, timeout: float = 20, file_mb: int = 300) -> Means:
        return Means(Limits(timeout=timeout, file_mb=file_mb), str(self.program))

    def lines(self, name: str) -> list[str]:
        path = self.log / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def survivors(self) -> list[int]:
        """The processes it started that still run, after those that were killed had time to be gone."""
        until = time.monotonic() + _PATIENCE
        while (left := [pid for pid in map(int, self.lines("pids")) if _runs(pid)]) and time.monotonic() < until:
            time.sleep(0.02)
        return left


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:  # one that is dead and not yet asked for is gone all the same
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return Path("/proc").is_dir() is False
