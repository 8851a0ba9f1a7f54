"""Why a file that needs LibreOffice cannot be read and what to do, in the words of an experienced colleague."""

from __future__ import annotations

from typing import Final

from lint.errors import UsageError
from lint.model import Phrase
from lint.readers.refusals import SAVE_AS, SEND_AGAIN, SEND_WORD, Refusal

WORD: Final = Phrase("旧版 Word 文件（.doc 或 WPS 文字的 .wps）", "an old Word file (.doc, or .wps of WPS Writer)")
WORKS: Final = Phrase(" Microsoft Works 文件（.wps）", "a Microsoft Works file (.wps)")
RTF: Final = Phrase(" RTF 文件", "an RTF file")
OPEN_DOCUMENT: Final = Phrase(" OpenDocument 文件（.odt）", "an OpenDocument text (.odt)")

_INSTALL: Final = Phrase(
    "或者在检查用的电脑上装 LibreOffice（免费，https://zh-cn.libreoffice.org 下载），装好后再检查；"
    "装在不常见位置的，在配置里用 soffice 写明程序的路径",
    "or install LibreOffice on the computer that checks (free, from https://www.libreoffice.org) and check again;"
    " if it is installed in an unusual place, give the path of its program as soffice in the configuration",
)

DAMAGED_COMPOUND: Final = Refusal(
    Phrase(
        "文件不完整或已损坏：内部目录读不出来，多半是传输时中断了",
        "the file is cut off or damaged: its inner directory cannot be read, most likely an interrupted transfer",
    ),
    SEND_AGAIN,
)
OTHER_COMPOUND: Final = Refusal(
    Phrase(
        "这是其他软件的文件，里面没有 Word 或 WPS 文字的正文",
        "this is a file of some other program; it holds no text of Word or WPS Writer",
    ),
    SEND_WORD,
)
TOO_OLD: Final = Refusal(
    Phrase(
        "这是 Word 2.0 或更早版本的文件，已无法转换", "this is a file of Word 2.0 or older, which nothing here converts"
    ),
    SAVE_AS,
)
WORD_2003: Final = Refusal(  # what LibreOffice 7.4 makes of it has no vertically merged cell
    Phrase(
        "这是 Word 2003 的 XML 格式，转换时表格里的合并单元格会丢失，不能据此检查",
        "this is Word 2003's XML format; converting it loses the merged cells of its tables, so it cannot be checked",
    ),
    SAVE_AS,
)
NO_TEXT_DOCUMENT: Final = Refusal(
    Phrase(
        "这是 OpenDocument 的表格、演示或图形文件，不是文字文档",
        "this is an OpenDocument spreadsheet, presentation or drawing, not a text",
    ),
    SEND_WORD,
)
BROKE_DOWN: Final = Refusal(
    Phrase(
        "LibreOffice 转换这份文件时自己出错退出了，没有转成",
        "LibreOffice broke down while converting it, so it could not be read",
    ),
    SEND_AGAIN,
)


def missing(kind: Phrase) -> Refusal:
    """Return the refusal for a file of this kind where LibreOffice is not installed."""
    reason = Phrase(
        f"这是{kind.zh}，要用 LibreOffice 转换后才能检查，而这台电脑上没有找到 LibreOffice",
        f"this is {kind.en}; it has to be converted by LibreOffice, which was not found on this computer",
    )
    return Refusal(reason, Phrase(f"{SAVE_AS.zh}；{_INSTALL.zh}", f"{SAVE_AS.en}; {_INSTALL.en}"))


def not_converted(kind: Phrase) -> Refusal:
    """Return the refusal for a file that LibreOffice gave nothing for."""
    reason = Phrase(
        f"这是{kind.zh}，LibreOffice 打不开：内容已损坏，或者加了密码",
        f"this is {kind.en}, and LibreOffice cannot open it: it is damaged or protected by a password",
    )
    return Refusal(reason, SEND_AGAIN)


def not_started(program: str, why: str) -> Refusal:
    """Return the refusal for a LibreOffice that is there and cannot be started."""
    reason = Phrase(
        f"这份文件要用 LibreOffice 转换，但 LibreOffice（{program}）启动不了：{why}",
        f"it has to be converted by LibreOffice, but LibreOffice ({program}) does not start: {why}",
    )
    advice = Phrase(
        f"请重新安装 LibreOffice，或在配置里用 soffice 写明正确的程序路径；也可以改报 docx：{SAVE_AS.zh}",
        "install LibreOffice anew, or give the right path of its program as soffice in the configuration;"
        f" or send docx instead: {SAVE_AS.en}",
    )
    return Refusal(reason, advice)


def no_room(why: str) -> Refusal:
    """Return the refusal for a temporary folder that cannot be written to."""
    reason = Phrase(
        f"这份文件要先转换，但系统的临时文件夹写不进去：{why}",
        f"it has to be converted first, but the system's temporary folder cannot be written to: {why}",
    )
    advice = Phrase(
        "请清理磁盘空间，或检查临时文件夹的权限，再重新检查", "free some disk space, or see to the folder's permissions"
    )
    return Refusal(reason, advice)


def not_there(configured: str, names: tuple[str, ...]) -> UsageError:
    """Return the error for a program that the configuration names and that is not there."""
    sentence = Phrase(
        f"配置里的 soffice 写的是“{configured}”，那里没有可以运行的 LibreOffice 程序（{' 或 '.join(names)}）；"
        "请写程序或它所在文件夹的完整路径，或删去这一项，由程序自动查找",
        f"soffice is set to {configured} in the configuration, where there is no program of LibreOffice"
        f" ({' or '.join(names)}); give the full path of the program or of its folder, or drop the setting to have it"
        " looked for",
    )
    return UsageError(sentence)
