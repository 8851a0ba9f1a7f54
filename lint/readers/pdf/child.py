"""The child process: a PDF on standard input → one JSON line for each page, with all that is drawn on it.

What makes pdfium crash ends this process and no other.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import threading
from array import array
from queue import SimpleQueue
from typing import Any, BinaryIO, Final

import pypdfium2.raw as pdfium

from lint.readers.pdf.drawing import Drawing
from lint.readers.pdf.glyphs import Glyphs
from lint.readers.pdf.pages import HEADER
from lint.readers.pdf.shown import FAR, Handle, TooMany, view

_MEMORY: Final = 3 * 2**29  # bytes of address space


def _message(page: Handle, room: int) -> tuple[dict[str, Any], int]:
    """Return the page as it goes to the parent, and how many elements it took."""
    seen = view(page)
    glyphs, drawing = Glyphs(seen, room), Drawing(seen, room)
    if 0 < seen.width < FAR and 0 < seen.height < FAR:
        glyphs.read(page)
        drawing.read(page)
    message = {
        "width": seen.width, "height": seen.height, "text": "".join(glyphs.chars),
        "glyphs": _packed(glyphs.numbers), "rules": _packed(drawing.rules), "pictures": _packed(drawing.pictures),
        "drawn": drawing.drawn, "hidden": glyphs.hidden,
    }  # fmt: skip
    return message, len(glyphs.chars) + len(drawing.rules) // 4 + drawing.drawn


def _packed(numbers: array[float]) -> str:
    return base64.b64encode(numbers.tobytes()).decode("ascii")


def _answer(data: bytes, pages: int, elements: int, out: BinaryIO) -> dict[str, Any]:
    """Write the pages of a PDF; return the closing message, which says how it went."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        password = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return {"end": "password" if password else "damaged"}
    try:
        if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL:
            return {"end": "dynamic"}
        count = pdfium.FPDF_GetPageCount(document)
        if count > pages:
            return {"end": "pages", "value": count}
        for index in range(count):
            page = pdfium.FPDF_LoadPage(document, index)
            if not page:
                _say(out, {"unread": 1})
                continue
            try:
                message, spent = _message(page, elements)
                _say(out, message)
                elements -= spent
            except TooMany:
                return {"end": "elements"}
            finally:
                pdfium.FPDF_ClosePage(page)
    finally:
        pdfium.FPDF_CloseDocument(document)
    return {"end": "read"}


def _say(out: BinaryIO, message: dict[str, Any]) -> None:
    out.write(json.dumps(message).encode("ascii") + b"\n")
    out.flush()


def _receive(source: BinaryIO, jobs: SimpleQueue[tuple[bytes, int, int]]) -> None:
    """Hand on what arrives; when the parent is gone or done, end the process whatever it is doing."""
    while len(header := source.read(HEADER.size)) == HEADER.size:
        size, pages, elements = HEADER.unpack(header)
        data = source.read(size)
        if len(data) < size:
            break
        jobs.put((data, pages, elements))
    os._exit(0)


def main() -> None:
    """Answer one PDF after the other until standard input ends."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pdfium.FPDF_InitLibrary()
    out = sys.stdout.buffer
    _say(out, {"ready": 1})
    jobs: SimpleQueue[tuple[bytes, int, int]] = SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        data, pages, elements = jobs.get()
        _say(out, _answer(data, pages, elements, out))


if __name__ == "__main__":
    main()
