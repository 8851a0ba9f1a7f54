"""How offices set the parts of a report: 小标宋 title, 黑体 headings, 仿宋 body (GB/T 9704)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Role = Literal["title", "heading", "subheading", "body", "signature"]


class Setting(NamedTuple):
    """How a paragraph is set: font, size in half-points, alignment, indent of the first line in characters."""

    font: str
    size: int = 32  # 三号
    align: str = "both"
    indent: int = 2
    bold: bool = False
    heads: bool = False  # stays on the page of what follows


SETTINGS: Mapping[Role, Setting] = MappingProxyType(
    {
        "title": Setting("方正小标宋简体", 44, "center", 0, bold=True),
        "heading": Setting("黑体", heads=True),
        "subheading": Setting("楷体_GB2312", bold=True, heads=True),
        "body": Setting("仿宋_GB2312"),
        "signature": Setting("仿宋_GB2312", align="right", indent=0),
    }
)
