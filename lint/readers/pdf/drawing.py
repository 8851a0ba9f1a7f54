"""What pdfium draws on a page besides text → boxes thin enough for rules, and boxes of pictures."""

from __future__ import annotations

import ctypes
import math
from array import array
from itertools import pairwise
from typing import Final

import pypdfium2.raw as pdfium

from lint.readers.pdf.shown import FAR, Handle, Matrix, TooMany, View

_THIN: Final = 3.2  # points: the thickest rule
_SLOPE: Final = 0.7  # points a rule may deviate over its length
_DEPTH: Final = 8  # forms within forms
_PALE: Final = 250  # of 255: lighter is white
_MOST_SEGMENTS: Final = 20_000  # of one outline: a map, not a table


class Drawing:
    """Collects rules and pictures of one page, four numbers each; `drawn` counts the outlines that are no rules."""

    def __init__(self, view: View, room: int) -> None:
        self.view, self.room = view, room
        self.rules, self.pictures = array("f"), array("f")
        self.drawn = 0

    def read(self, page: Handle) -> None:
        """Take in what the page shows.

        Raises:
            TooMany: there are more than `room` things.
        """
        self._objects(pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, page, self.view.matrix, 0)

    def _objects(self, count: Handle, get: Handle, holder: Handle, matrix: Matrix, depth: int) -> None:
        for index in range(count(holder)):
            thing = get(holder, index)
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(thing, _times(_matrix_of(thing), matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(_times(_matrix_of(thing), matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                inner = _times(_matrix_of(thing), matrix)
                self._objects(pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, thing, inner, depth + 1)
            if len(self.rules) // 4 + self.drawn > self.room:
                raise TooMany

    def _picture(self, matrix: Matrix) -> None:
        a, b, c, d, e, f = matrix
        xs, ys = (e, a + e, c + e, a + c + e), (f, b + f, d + f, b + d + f)
        box = (max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), self.view.width), min(max(ys), self.view.height))
        if all(abs(value) < FAR for value in box) and box[2] > box[0] and box[3] > box[1]:
            self.pictures.extend(box)

    def _path(self, thing: Handle, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
        filled = fill.value and _is_dark(pdfium.FPDFPageObj_GetFillColor, thing)
        stroked = stroke.value and _is_dark(pdfium.FPDFPageObj_GetStrokeColor, thing)
        segments = pdfium.FPDFPath_CountSegments(thing) if filled or stroked else 0
        if not 0 < segments <= _MOST_SEGMENTS:
            self.drawn += segments > 0
            return
        if stroked:
            width = ctypes.c_float()
            pdfium.FPDFPageObj_GetStrokeWidth(thing, width)
            stroked = width.value * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) <= _THIN
        before = len(self.rules)
        for points in _outlines(thing, segments, matrix):
            self._outline(points, stroked=bool(stroked))
        self.drawn += len(self.rules) == before

    def _outline(self, points: list[tuple[float, float]], *, stroked: bool) -> None:
        """Take an outline that is thin as a whole as one rule, else its straight edges if they are drawn."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if not all(abs(value) < FAR for value in box):
            return
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            self.rules.extend(box)
        elif stroked:
            for (x0, y0), (x1, y1) in pairwise(points):
                if min(abs(x1 - x0), abs(y1 - y0)) <= _SLOPE:
                    self.rules.extend((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _outlines(thing: Handle, segments: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """Return the parts of a path that have straight edges only, closed where they are."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    parts: list[list[tuple[float, float]]] = []
    curved: set[int] = set()
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(thing, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            curved.add(len(parts) - 1)
        parts[-1].append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    return [part for number, part in enumerate(parts) if len(part) > 1 and number not in curved]


def _is_dark(get: Handle, thing: Handle) -> bool:
    """Tell whether a colour shows on paper; one that cannot be told does."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(thing, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _PALE


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _matrix_of(thing: Handle) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)
