"""A Word package → the trees that reading needs: the main part always, styles and numbering only when asked for."""

import posixpath
from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from lint.readers import refusals
from lint.readers.package import Package, PartError
from lint.readers.parsing import parse
from lint.readers.refusals import Refusal
from lint.readers.word import tags

_MAIN: Final = "word/document.xml"
_MAIN_RELATION: Final = "/officeDocument"
_MAIN_CONTENT: Final = ".main+xml"
_WORD_CONTENT: Final = ("wordprocessingml", "ms-word")
_OTHERS: Final[tuple[tuple[str, Refusal], ...]] = (
    ("xl/workbook.xml", refusals.SHEET),
    ("xl/workbook.bin", refusals.SHEET),
    ("ppt/presentation.xml", refusals.SLIDES),
    ("ofd.xml", refusals.OFD),
    ("content.xml", refusals.OPEN_DOCUMENT),
)


class Main(NamedTuple):
    """The main part: its name, the element that holds the blocks, and whether it names styles."""

    name: str
    body: Element
    styled: bool


def main_part(package: Package) -> Main:
    """Find and parse the main part.

    Raises:
        PartError: there is none, or it is damaged, or the root of another kind of file.
    """
    for name in _candidates(package):
        data = package.part(name)
        if data is not None:
            return Main(name, _body(data, package), b"Style" in data or b"\0" in data)
    for name, refusal in _OTHERS:
        if package.has(name):
            raise PartError(refusal)
    raise PartError(refusals.ARCHIVE)


def _candidates(package: Package) -> list[str]:
    """Return where the main part may be: as the relationships say, as the content types say, where Word puts it."""
    if not package.has(_MAIN) and any(package.has(name) for name, _ in _OTHERS):
        return []
    named = [
        target
        for kind, target in relations(package, "")
        if kind.endswith(_MAIN_RELATION) and not target.startswith(("xl/", "ppt/"))
    ]
    if any(package.has(name) for name in named):
        return named
    return [*_declared(package), _MAIN]


def _declared(package: Package) -> list[str]:
    """Return the parts that [Content_Types].xml declares as the main part of a Word document."""
    root = _lenient(package, "[Content_Types].xml")
    if root is None:
        return []
    overrides = [
        (item.get("ContentType") or "", item.get("PartName") or "") for item in root.iterchildren("{*}Override")
    ]
    return [
        name for kind, name in overrides if kind.endswith(_MAIN_CONTENT) and any(word in kind for word in _WORD_CONTENT)
    ]


def relations(package: Package, part: str) -> list[tuple[str, str]]:
    """Return (type, target's name) of the relationships of a part, "" for those of the package; [] if unreadable."""
    folder, name = posixpath.split(part)
    root = _lenient(package, posixpath.join(folder, "_rels", f"{name}.rels"))
    if root is None:
        return []
    found = []
    for item in root.iterchildren("{*}Relationship"):
        target = (item.get("Target") or "").replace("\\", "/")
        if target and item.get("TargetMode") != "External":
            place = target if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append((item.get("Type") or "", place))
    return found


def _lenient(package: Package, name: str) -> Element | None:
    try:
        data = package.part(name)
        return None if data is None else parse(data, package.limits)
    except PartError:
        return None


def side_part(package: Package, main: str, kind: str) -> bytes | None:
    """Return a part that the main part refers to, by the last word of the relationship ("numbering").

    Raises:
        PartError: it cannot be inflated.
    """
    for relation, target in relations(package, main):
        if relation.endswith("/" + kind) and package.has(target):
            return package.part(target)
    return package.part(posixpath.join(posixpath.dirname(main), f"{kind}.xml"))


def _body(data: bytes, package: Package) -> Element:
    root = parse(data, package.limits)
    if root.tag != tags.DOCUMENT:
        raise PartError(refusals.ARCHIVE)
    found = next(root.iterchildren(tags.BODY), None)
    return root if found is None else found
