"""Reports made up for the reporters: one clean, one with every kind of place, one unreadable."""

from __future__ import annotations

from lint.findings import Finding, Place, Report, Unchecked
from lint.model import Location

_NEW = "一、本年新收政府信息公开申请数量"
CELL = Place(
    Location(41, 8, 4), "三", "applications", "applications", "new", _NEW, "natural", "自然人", text="5", value="5"
)
TOTAL = Place(
    Location(41, 30, 4),
    "三",
    "applications",
    "applications",
    "processed",
    "（七）总计",
    "natural",
    "自然人",
    value="1,203",
)
BALANCE = Finding(
    "AR001",
    "column-balance",
    "error",
    "“自然人”列：新收加上年结转为 5，办理总计加结转下年度为 1203，相差 1198，"
    "请对照原始台账 ledger-2021.xlsx 逐行核对这一列的数据",
    "国办公开办函〔2021〕30号 附件表三注",
    "改正登记错的那一格。",
    CELL,
    related=(CELL, TOTAL),
    explains=("AR002",),
    found="5",
    expected="1203",
)
HEADING = Finding(
    "ST003",
    "altered-heading",
    "warning",
    "标题应为“总体情况”",
    "国办公开办函〔2021〕30号 附件",
    "改回原标题。",
    Place(Location(3, line=7), "一", "overview", text="一、总体\x1b[31m"),
)
STYLE = Finding("TB016", "split-table", "info", "表格分成了两段", "经验", "", Place(Location(12), "二"))
MISSING = tuple(Unchecked(code, "没有找到第四部分表格") for code in ("AR004", "TB003"))

CLEAN = Report(
    path="干净.docx",
    readable=True,
    form="cn-disclosure",
    edition="2021",
    body="某镇人民政府",
    year=2021,
    findings=(),
    unchecked=(),
    held=60,
    broken=0,
    form_name="工作年度报告（2021年格式）",
)
FAILED = CLEAN._replace(
    path="报送/a b.docx", body=None, year=None, findings=(HEADING, STYLE, BALANCE), unchecked=MISSING, held=55, broken=3
)
_NOT_READ = Finding("IN001", "unreadable-file", "error", "文件是空的", "经验", "重新报送。", Place(Location()))
UNREADABLE = CLEAN._replace(
    path="坏.doc", readable=False, body=None, year=None, findings=(_NOT_READ,), held=0, broken=1
)
REPORTS = (CLEAN, FAILED, UNREADABLE)
