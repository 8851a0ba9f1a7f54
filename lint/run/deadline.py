"""A piece of work and the seconds it may take: beyond them it is broken off where it stands.

The interpreter is asked to raise `Overdue` in the working thread, which it does between two steps of Python; a C
library in the middle of a call ends the call first. What may take long or fall over in C runs in a process of its own.
"""

from __future__ import annotations

import _thread
import sys
from collections.abc import Callable
from typing import TypeVar

_AGAIN = 0.5  # seconds: an exception raised inside a destructor or a callback is swallowed there
_SHORTLY = 0.01
_IMPORTING = "<frozen importlib"  # the file of the interpreter's own functions that import a module

_T = TypeVar("_T")


class Overdue(BaseException):
    """The work took longer than it may; no `except Exception` on the way holds it up."""


def within(seconds: float, work: Callable[[], _T]) -> _T:
    """Do the work and return what it returns; Overdue if it takes longer than `seconds`."""
    watch = _Watch(seconds)
    try:
        try:
            with watch.at_work:  # left by a single step, in which nothing can be raised: the watch ends in any case
                _thread.start_new_thread(watch.keep, ())
                return work()
        finally:
            watch.end()
    except Overdue:
        watch.end()  # the other call may have been kept from it
        raise


class _Watch:
    """What waits beside the work; `at_work` is held while that goes on."""

    def __init__(self, seconds: float) -> None:
        self._seconds = min(seconds, _thread.TIMEOUT_MAX)
        self.at_work = _thread.allocate_lock()
        self._gate = _thread.allocate_lock()  # held while somebody decides
        self._over = self._raised = False
        self._worker = _thread.get_ident()

    def keep(self) -> None:
        """Wait until the work is done, and have Overdue raised in it while it is not done in time."""
        seconds = self._seconds
        while not self.at_work.acquire(timeout=seconds):
            with self._gate:
                if self._over:
                    return
                seconds = _AGAIN if self._interrupt() else _SHORTLY

    def _interrupt(self) -> bool:
        """Have Overdue raised in the work, unless it is importing a module just now."""
        import ctypes  # noqa: F401, PLC0415 - once it is there, nothing keeps the two steps below apart

        if _imports(self._worker):
            return False
        self._raised = True
        _raise_in(self._worker, Overdue)
        return True

    def end(self) -> None:
        """End the watch; an Overdue that has not arrived yet is taken back."""
        with self._gate:
            self._over = True
            if self._raised:
                _raise_in(self._worker, None)


def _imports(thread: int) -> bool:
    """Tell whether a thread is importing a module: a library in C whose start is broken off can never be started."""
    frame = sys._current_frames().get(thread)  # noqa: SLF001 - documented, the underscore notwithstanding
    while frame is not None and frame.f_code is not within.__code__:
        if frame.f_code.co_filename.startswith(_IMPORTING):
            return True
        frame = frame.f_back
    return False


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    import ctypes  # noqa: PLC0415 - only for the file in a thousand that takes too long

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None if kind is None else ctypes.py_object(kind))
