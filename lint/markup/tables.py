"""A table of a form as it is to be filled in: labels locked, value cells open, whole on one page where it fits."""

from __future__ import annotations

from lint.forms.layout import Values, drawn_lines, laid_out, stub_width, value_places
from lint.forms.template import TableSpec
from lint.markup.controls import locked
from lint.markup.elements import Element, made, run, run_properties
from lint.markup.fitting import fitted
from lint.markup.ruling import Measures, ruled
from lint.markup.setting import Setting
from lint.model import Cell

_FONT = "仿宋_GB2312"
_BAND = "C6D9F1"  # behind the line across the top of a band, as official files have it


def wants_landscape(spec: TableSpec) -> bool:
    """Tell whether a table is too wide for an upright page."""
    return fitted(laid_out(spec, {}, ""), stub_width(spec)).landscape


def blank_table(spec: TableSpec, values: Values) -> Element:
    """Return the `w:tbl` element of a table; `values` are figures known already."""
    table, lines, places = laid_out(spec, values, ""), drawn_lines(spec), value_places(spec)
    stub = stub_width(spec)
    fitting = fitted(table, stub)
    setting = Setting(_FONT, fitting.size, "center", 0)

    # A table that a page can hold stays whole; of a longer one, only headers stay with the row below them.
    kept = [*(fitting.whole or row is None for _, row in lines[:-1]), False]

    def fill(cell: Cell, row: int) -> list[Element]:
        line, column = cell.location.row, cell.location.column
        band, member = lines[line - 1]
        flush = (member is not None and column <= stub and stub > 1) or _across(cell, band.title)
        text = cell.text if line == row else ""
        runs = [run(text, setting)] if text else []
        if runs and (line, column) not in places:
            runs = [locked(runs)]
        align = "left" if flush else "center"
        return [made("w:p", {}, _properties(setting, align, keep=kept[row - 1]), *runs)]

    def shade(cell: Cell) -> str:
        return _BAND if _across(cell, lines[cell.location.row - 1][0].title) else ""

    single = len(spec.bands) == 1  # the headers of one band say nothing about the rows of another
    headers = sum(row is None for _, row in lines) if single else 0
    measures = Measures(sum(fitting.columns), fitting.columns, fitting.height, headers)
    return ruled(table, measures, fill, shade)


def _across(cell: Cell, title: str) -> bool:
    return bool(title) and cell.text == title


def _properties(setting: Setting, align: str, *, keep: bool) -> Element:
    """Return the properties of a paragraph in a cell; they also set what will be typed there."""
    properties = made("w:pPr")
    if keep:
        properties.append(made("w:keepNext"))
    properties.append(made("w:spacing", {"w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"}))
    properties.append(made("w:jc", {"w:val": align}))
    properties.append(run_properties(setting))
    return properties
