"""The text of a page of pdfium → characters with their place, size and direction; what is not shown is only counted."""

from __future__ import annotations

import ctypes
import math
from array import array
from typing import Final

import pypdfium2.raw as pdfium

from lint.readers.pdf.pages import RISE
from lint.readers.pdf.shown import FAR, Handle, TooMany, View

_UNSHOWN: Final = {3, 7}  # text render modes: invisible, clip only
_BROADEST: Final = 2.5  # of the size: no character is wider
_SMALLEST: Final = 0.1  # points: nobody reads that
_CROOKED: Final = 0.06  # of a quarter turn: what is turned further is a watermark or a stamp
# The run a character belongs to, as its bare address.
_get_run: Final = ctypes.cast(
    pdfium.FPDFText_GetTextObject, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
)


class Glyphs:
    """Collects the glyphs of one page: five numbers for each character."""

    def __init__(self, view: View, room: int) -> None:
        self.view, self.room = view, room
        self.chars: list[str] = []
        self.numbers = array("f")
        self.hidden = 0
        self._fonts: dict[int | None, tuple[float, int | None, bool]] = {}
        self._loose, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def read(self, page: Handle) -> None:
        """Take in the text of the page.

        Raises:
            TooMany: there are more than `room` characters.
        """
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            return
        try:
            count = pdfium.FPDFText_CountChars(text)
            if count > self.room:
                raise TooMany
            self._read(text, count)
        finally:
            pdfium.FPDFText_ClosePage(text)

    def _read(self, text: Handle, count: int) -> None:
        get_code, fonts, high = pdfium.FPDFText_GetUnicode, self._fonts, 0
        for index in range(count):
            code = get_code(text, index)
            if code in {10, 13} or (code == 32 and pdfium.FPDFText_IsGenerated(text, index) == 1):
                continue
            if 0xD800 <= code < 0xE000:
                if code < 0xDC00:  # the first half of a character outside the basic plane
                    high = code
                    continue
                code = 0x10000 + ((high & 0x3FF) << 10 | code & 0x3FF) if high else 0xFFFD
            high = 0
            run = _get_run(text, index)
            size, turn, shown = fonts[run] if run in fonts else self._font(text, index, run)
            if turn is None or not shown:
                self.hidden += not shown
                continue
            x0, x1, base = self._place(text, index, size, turn)
            if -FAR < x0 <= x1 < FAR and -FAR < base < FAR:  # false for what is not a number, too
                self.chars.append(_character(code))
                self.numbers.extend((x0, x1, base, size, turn))

    def _place(self, text: Handle, index: int, size: float, turn: int) -> tuple[float, float, float]:
        """Return begin and end of a character along its line, and its base line."""
        loose, x, y = self._loose, self._x, self._y
        pdfium.FPDFText_GetLooseCharBox(text, index, loose)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        width = loose.right - loose.left
        if not turn and not self.view.turn and 0 <= width <= _BROADEST * size:  # nearly all
            _, _, _, _, e, f = self.view.matrix
            return loose.left + e, loose.right + e, f - y.value
        place = self._along((loose.left, loose.bottom, loose.right, loose.top), x.value, y.value, turn)
        if 0 <= place[1] - place[0] <= _BROADEST * size:
            return place
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))  # vertical writing: the other box is wrong
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        middle, down = (left.value + right.value) / 2, (bottom.value + top.value) / 2 - RISE * size
        half = size / 2
        return self._along((middle - half, down, middle + half, down + size), middle, down, turn)

    def _along(
        self, box: tuple[float, float, float, float], x: float, y: float, turn: int
    ) -> tuple[float, float, float]:
        """Return begin, end and base line of a box and its origin in the page turned so that the text is upright."""
        a, b, c, d, e, f = self.view.matrix
        left, bottom, right, top = box
        x0, x1 = sorted((a * left + c * bottom + e, a * right + c * top + e))
        y0, y1 = sorted((b * left + d * bottom + f, b * right + d * top + f))
        x, y = a * x + c * y + e, b * x + d * y + f
        return ((x0, x1, y), (-y1, -y0, x), (-x1, -x0, -y), (y0, y1, -x))[turn]

    def _font(self, text: Handle, index: int, run: int | None) -> tuple[float, int | None, bool]:
        """Return size in points, quarter turns (None if at another angle) and whether it shows; once for each run."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = abs(pdfium.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.c, matrix.d)
        quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2) if math.isfinite(matrix.a + matrix.b) else 0.1
        turn = round(quarters)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, index)) if run else 0
        upright = abs(quarters - turn) < _CROOKED and _SMALLEST < size < FAR
        found = (size, (turn - self.view.turn) % 4 if upright else None, mode not in _UNSHOWN)
        if run:
            self._fonts[run] = found
        return found


def _character(code: int) -> str:
    if code == 2:  # pdfium's sign for a hyphen at the end of a line
        return "-"
    return chr(code) if 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
