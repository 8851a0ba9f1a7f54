"""Bytes of a part → element tree, hardened: no DTD, no entity, no network, bounded depth and number of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lint.readers import refusals
from lint.readers.limits import Limits, exceeded
from lint.readers.package import PartError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OWN_DEPTH: Final = 256  # levels that libxml2 allows by itself as long as huge_tree is off
_PROLOG: Final = 65_536
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/"
_STRICT_TAILS: Final = (
    ("wordprocessingml/main", "wordprocessingml/2006/main"),
    ("drawingml/main", "drawingml/2006/main"),
    ("officeDocument/math", "officeDocument/2006/math"),
    ("officeDocument/relationships", "officeDocument/2006/relationships"),
)


def parse(data: bytes, limits: Limits) -> Element:
    """Parse a part; the namespaces of the strict dialect come out as the transitional ones.

    Raises:
        PartError: it is no well-formed XML, declares a DTD, or is beyond the limits.
    """
    encoding = "utf-16-le" if data[1:2] == b"\0" or data[:2] == b"\xff\xfe" else "utf-8"
    encoding = "utf-16-be" if data[:1] == b"\0" or data[:2] == b"\xfe\xff" else encoding
    # It can stand before the root only; one behind a long comment is met after parsing, which expands nothing.
    if "<!DOCTYPE".encode(encoding) in data[:_PROLOG]:
        raise PartError(refusals.ENTITIES)
    marks = data.count(b"<") if len(data) > limits.xml_nodes else 0  # an element has one or two
    if marks > 2 * limits.xml_nodes or (marks > limits.xml_nodes and _starts(data) > limits.xml_nodes):
        raise PartError(exceeded("xml_nodes", _starts(data), limits.xml_nodes))
    if _STRICT.encode(encoding) in data:
        for strict, transitional in _STRICT_TAILS:
            data = data.replace((_STRICT + strict).encode(encoding), (_TRANSITIONAL + transitional).encode(encoding))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=limits.xml_depth > _OWN_DEPTH,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        deep = "depth" in str(error)
        raise PartError(exceeded("xml_depth", None, _OWN_DEPTH) if deep else refusals.DAMAGED_XML) from error
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.externalDTD is not None:
        raise PartError(refusals.ENTITIES)
    if limits.xml_depth != _OWN_DEPTH and (depth := _depth(root)) > limits.xml_depth:
        raise PartError(exceeded("xml_depth", depth, limits.xml_depth))
    return root


def _starts(data: bytes) -> int:
    """Return how many elements begin in the bytes of an XML file in an encoding that holds ASCII."""
    return data.count(b"<") - data.count(b"</") - data.count(b"<!") - data.count(b"<?")


def _depth(root: Element) -> int:
    """Return how many levels of elements there are."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
