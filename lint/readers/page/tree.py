"""Sanitised markup → its tree, by libxml2's HTML parser with its own limits left on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lint.readers.limits import Limits, exceeded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OWN_DEPTH: Final = 256  # levels that libxml2 allows by itself as long as huge_tree is off
_PORTION: Final = 65_536  # bytes; libxml2 takes no more than 10 MB at once


def tree_of(markup: str, limits: Limits) -> Element:
    """Return the body.

    Raises:
        UnreadableDocument: its elements stand deeper within each other than the limits allow.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=limits.xml_depth > _OWN_DEPTH,
        collect_ids=False,
    )
    data = markup.encode("utf-8", "replace")
    for start in range(0, len(data), _PORTION):
        parser.feed(data[start : start + _PORTION])
    root = parser.close()
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.feed_error_log):
        raise exceeded("xml_depth", None, _OWN_DEPTH).error()
    body = root.find("body")
    return root if body is None else body
