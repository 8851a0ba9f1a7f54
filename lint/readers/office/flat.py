"""A Word document in a single XML file ("Flat OPC", Word's *.xml) → the package it stands for; needs no LibreOffice."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from lint.readers.limits import MB, Limits, exceeded, megabytes
from lint.readers.package import PartError
from lint.readers.refusals import Refusal

NAMESPACE: Final = "http://schemas.microsoft.com/office/2006/xmlPackage"
_PKG: Final = f"{{{NAMESPACE}}}"
_PICTURES: Final = re.compile(rb"<pkg:binaryData>[^<]*</pkg:binaryData>")  # longer than a parser takes in one piece
_HEAD: Final = 4_096  # bytes among which the root stands
_LONGEST_NAME: Final = 1_024
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)


def is_flat(data: bytes) -> bool:
    """Tell a package in a single file by the namespace of its root."""
    head = data[:_HEAD]
    return any(NAMESPACE.encode(encoding) in head for encoding in ("utf-8", "utf-16-le", "utf-16-be")) and (
        not head.startswith((b"PK", b"\xd0\xcf", b"{"))
    )


def package_of(data: bytes, limits: Limits) -> bytes | Refusal:
    """Return the package, without its pictures, or why it cannot be had."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    from lint.readers.parsing import parse  # noqa: PLC0415 - likewise

    if len(data) > limits.part_mb * MB:
        return exceeded("part_mb", megabytes(len(data)), limits.part_mb)
    try:
        root = parse(_PICTURES.sub(b"", data), limits)
    except PartError as error:
        return error.refusal
    made, names = io.BytesIO(), set[str]()
    with zipfile.ZipFile(made, "w") as package:
        for part in root.iterchildren(f"{_PKG}part"):
            name, content = part.get(f"{_PKG}name", "").lstrip("/"), part.find(f"{_PKG}xmlData")
            if name and name not in names and len(name) < _LONGEST_NAME and content is not None and len(content):
                names.add(name)
                package.writestr(zipfile.ZipInfo(name, _LONG_AGO), etree.tostring(content[0], with_tail=False))
    return made.getvalue()
