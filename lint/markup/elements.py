"""WordprocessingML elements made from plain data, their children in the order that the schema wants."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lint.markup.setting import Setting

Element: TypeAlias = Any  # python-docx's elements are lxml's, and hardly typed
Attributes = Mapping[str, str]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NONE: Attributes = MappingProxyType({})


def made(tag: str, attributes: Attributes = _NONE, *children: Element) -> Element:
    """Return an element; names are prefixed ("w:val"), `children` are taken in as they come."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(_SPACE if name == "xml:space" else qn(name), value)
    element.extend(children)
    return element


def paragraph_properties(setting: Setting, *, before: int = 0, after: int = 0, outline: bool = False) -> Element:
    """Return `w:pPr`; `before` and `after` are space in twentieths of a point, `outline` makes a heading of it."""
    properties = made("w:pPr")
    if setting.heads:
        properties.append(made("w:keepNext"))
    after = after or 280 * (setting.align == "center")
    spacing = {"w:before": str(before), "w:after": str(after), "w:line": "560", "w:lineRule": "exact"}
    properties.append(made("w:spacing", spacing))
    if setting.indent:
        indent = {"w:firstLineChars": str(100 * setting.indent), "w:firstLine": str(10 * setting.indent * setting.size)}
        properties.append(made("w:ind", indent))
    properties.append(made("w:jc", {"w:val": setting.align}))
    if outline:
        properties.append(made("w:outlineLvl", {"w:val": "0"}))
    return properties


def run_properties(setting: Setting, *, hidden: bool = False, style: str = "") -> Element:
    """Return `w:rPr`; `style` names a character style that the setting is laid over."""
    properties = made("w:rPr")
    if style:
        properties.append(made("w:rStyle", {"w:val": style}))
    fonts = {
        "w:ascii": "Times New Roman",
        "w:hAnsi": "Times New Roman",
        "w:eastAsia": setting.font,
        "w:hint": "eastAsia",
    }
    properties.append(made("w:rFonts", fonts))
    if setting.bold:
        properties.append(made("w:b"))
    if hidden:
        properties.append(made("w:vanish"))
    properties.append(made("w:sz", {"w:val": str(setting.size)}))
    properties.append(made("w:szCs", {"w:val": str(setting.size)}))
    return properties


def run(
    text: str,
    setting: Setting,
    *,
    hidden: bool = False,
    style: str = "",
    tag: Literal["w:t", "w:delText"] = "w:t",
) -> Element:
    """Return `w:r` with a text, its newlines as line breaks."""
    element = made("w:r", _NONE, run_properties(setting, hidden=hidden, style=style))
    for number, line in enumerate(text.split("\n")):
        if number:
            element.append(made("w:br"))
        piece = made(tag, {"xml:space": "preserve"})
        piece.text = line
        element.append(piece)
    return element
