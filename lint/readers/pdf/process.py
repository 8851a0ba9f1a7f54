"""PDFs → what is on their pages, told by a child process; what it dies of or takes too long over is refused."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.pdf import reasons
from lint.readers.pdf.pages import END_MARK, HEADER, Page, Pages, page_from
from lint.readers.refusals import Refusal

_CHILD: Final = "lint.readers.pdf.child"
_END: Final = {"password": reasons.ENCRYPTED, "damaged": reasons.DAMAGED, "dynamic": reasons.DYNAMIC}
_PATIENCE: Final = 5.0  # seconds a child that was told to end may take


def extract(files: Sequence[bytes], limits: Limits) -> list[Pages | Refusal]:
    """Return what is on the pages of each PDF, or why it cannot be told; `limits.timeout` seconds for each.

    All go through one child process; one that it dies of is refused, and a new child takes the rest.
    """
    if not _installed():
        return [reasons.MISSING] * len(files)
    if not sys.executable or getattr(sys, "frozen", False):  # packed into a program that is no interpreter
        return [reasons.NOT_STARTED] * len(files)
    results: list[Pages | Refusal] = []
    child: Child | None = None
    try:
        for data in files:
            if len(data) > limits.file_mb * MB:
                results.append(exceeded("file_mb", megabytes(len(data)), limits.file_mb))
                continue
            if child is not None and not child.alive:
                child.end()
                child = None
            try:
                child = child or Child()
            except OSError:
                results.append(reasons.NOT_STARTED)
                continue
            results.append(child.read(data, limits))
    finally:
        if child is not None:
            child.end()
    return results


def _installed() -> bool:
    try:
        return importlib.util.find_spec("pypdfium2") is not None
    except (ImportError, ValueError):  # somebody keeps it from being imported
        return False


class Child:
    """One child process; `alive` is false once it failed. A thread per file talks to it, so no wait is endless."""

    def __init__(self) -> None:
        paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.alive = True
        self._ready = self._busy = False

    def read(self, data: bytes, limits: Limits) -> Pages | Refusal:
        """Return the pages of one PDF."""
        deadline = time.monotonic() + limits.timeout
        header = HEADER.pack(len(data), limits.pdf_pages, limits.xml_nodes)
        lines: SimpleQueue[bytes] = SimpleQueue()
        thread = threading.Thread(target=self._talk, args=(header, data, lines), daemon=True)
        thread.start()
        self._busy = True
        try:
            result = self._received(lines, deadline, limits)
        except Empty:
            result = exceeded("timeout", None, limits.timeout)
        except (ValueError, KeyError, TypeError):  # an empty or broken line: it died
            result = reasons.DAMAGED if self._ready else reasons.NOT_STARTED
        else:
            thread.join()
            self._busy = False
            return result
        self.alive = False
        self._process.kill()
        thread.join()
        return result

    def _received(self, lines: SimpleQueue[bytes], deadline: float, limits: Limits) -> Pages | Refusal:
        """Collect the pages until the closing message.

        Raises:
            Empty: it did not come in time.
            ValueError, KeyError, TypeError: the process died, or said what makes no sense.
        """
        pages: list[Page] = []
        unread = 0
        while True:
            message: dict[str, Any] = json.loads(lines.get(timeout=max(deadline - time.monotonic(), 0)))
            if "ready" in message:
                self._ready = True
            elif "unread" in message:
                unread += 1
            elif "end" not in message:
                pages.append(page_from(message))
            elif message["end"] == "pages":
                return exceeded("pdf_pages", message["value"], limits.pdf_pages)
            elif message["end"] == "elements":
                return exceeded("xml_nodes", None, limits.xml_nodes)
            elif message["end"] != "read":
                return _END[message["end"]]
            else:
                return Pages(tuple(pages), unread) if pages else reasons.DAMAGED

    def _talk(self, header: bytes, data: bytes, lines: SimpleQueue[bytes]) -> None:
        """Send one PDF and pass on the answer, line by line; an empty line says that the process has ended."""
        if self._process.stdin is None or self._process.stdout is None:
            return
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.write(header)
            self._process.stdin.write(data)
            self._process.stdin.flush()
            while line := self._process.stdout.readline():
                lines.put(line)
                if line.startswith(END_MARK):
                    return
        lines.put(b"")

    def end(self) -> None:
        """End the process, which ends itself when its input does, and wait for it; interrupted at work it is killed."""
        if self._busy:
            self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
