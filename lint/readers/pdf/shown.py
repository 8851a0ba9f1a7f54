"""A page of pdfium → its size and the matrix that turns its coordinates to the page as it is shown."""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

FAR = 20_000.0  # points: beyond the largest page, 200 inches

Handle = Any  # what pdfium calls a page, a text, an object; and its functions
Matrix = tuple[float, float, float, float, float, float]


class TooMany(Exception):  # noqa: N818 - a state of the file
    """The PDF has more glyphs and rules than allowed."""


class View(NamedTuple):
    """Width and height in points as shown; the matrix from the page's space to there; quarter turns with the clock."""

    width: float
    height: float
    matrix: Matrix
    turn: int


def view(page: Handle) -> View:
    """Return how a page is shown."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    width, height = box.right - box.left, box.top - box.bottom
    turn = pdfium.FPDFPage_GetRotation(page) % 4
    matrix: Matrix = (
        (1, 0, 0, -1, -box.left, box.top),
        (0, 1, 1, 0, -box.bottom, -box.left),
        (-1, 0, 0, 1, box.right, -box.bottom),
        (0, -1, -1, 0, box.top, box.right),
    )[turn]
    return View(height, width, matrix, turn) if turn % 2 else View(width, height, matrix, turn)
