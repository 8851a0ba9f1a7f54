"""A piece of work and the seconds it may take: beyond them it is broken off where it stands.

The interpreter is asked to raise `Overdue` in the working thread, which it does between two steps of Python; a C
library in the middle of a call ends the call first. What may take long or fall over in C runs in a process of its own.
"""

from __future__ import annotations

import _thread
from types import TracebackType

_AGAIN = 0.5  # seconds: an exception raised inside a destructor or a callback is swallowed there


class Overdue(BaseException):
    """The work took longer than it may; no `except Exception` on the way holds it up."""


class Deadline:
    """A context in which work may take `seconds`; leaving it in time ends the watch."""

    def __init__(self, seconds: float) -> None:
        self._seconds = min(seconds, _thread.TIMEOUT_MAX)
        self._left = _thread.allocate_lock()  # held while the work goes on
        self._gate = _thread.allocate_lock()  # held while somebody decides
        self._over = self._raised = False
        self._worker = 0

    def __enter__(self) -> None:
        self._worker = _thread.get_ident()
        self._left.acquire()
        try:
            _thread.start_new_thread(self._watch, ())
        except Overdue:  # no time at all was allowed
            self._end()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._end()
        except Overdue:  # it came while the watch was being ended
            self._end()
            raise

    def _end(self) -> None:
        """End the watch; a second call ends what the first was kept from ending."""
        with self._gate:
            self._over = True
            if self._raised:
                _raise_in(self._worker, None)  # one that has not arrived yet is taken back
        if self._left.locked():
            self._left.release()

    def _watch(self) -> None:
        seconds = self._seconds
        while not self._left.acquire(timeout=seconds):
            with self._gate:
                if self._over:
                    return
                self._raised = True
                _raise_in(self._worker, Overdue)
            seconds = _AGAIN


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    import ctypes  # noqa: PLC0415 - only for the file in a thousand that takes too long

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None if kind is None else ctypes.py_object(kind))
