"""Why a PDF cannot be read and what to send instead, in the words of an experienced colleague."""

from typing import Final

from lint.model import Phrase
from lint.readers.refusals import SEND_WORD, Refusal

INSTALL: Final = 'pip install "reportlint[pdf]"'
_AS_WORD = Phrase(
    "请报送可编辑的 Word 文件（docx）；只能报 PDF 的，请在 Word 或 WPS 里打开原稿，"
    "用“文件 → 另存为 PDF”导出，不要打印后扫描",
    'send the editable Word file (docx); if it must be a PDF, export it from Word or WPS with "Save as PDF" instead of'
    " printing and scanning it",
)


def _refusal(zh: str, en: str, advice: Phrase) -> Refusal:
    return Refusal(Phrase(zh, en), advice)


MISSING = _refusal(
    "这是 PDF 文件，读取 PDF 需要另装一个组件",
    "this is a PDF, and reading PDF needs an extra component",
    Phrase(
        f"请在命令行执行 {INSTALL} 安装后重新检查，或改报 Word 文件（docx）",
        f"install it with {INSTALL} and check again, or send the Word file (docx)",
    ),
)
NOT_STARTED = _refusal(
    "读取 PDF 的组件在这台电脑上启动不了",
    "the component that reads PDF does not start on this computer",
    Phrase(
        f"请执行 {INSTALL} --force-reinstall 重新安装后再检查，或改报 Word 文件（docx）",
        f"install it again with {INSTALL} --force-reinstall, or send the Word file (docx)",
    ),
)
ENCRYPTED = _refusal(
    "PDF 文件加了打开密码",
    "the PDF is protected by a password",
    Phrase(
        "请报送没有密码的 PDF，或报送起草时用的 Word 文件（docx）",
        "send the PDF without its password, or the Word file (docx) it was made from",
    ),
)
DAMAGED = _refusal(
    "PDF 文件不完整或已损坏，打不开",
    "the PDF is cut off or damaged and cannot be opened",
    Phrase(
        "请确认用阅读软件能打开，从原稿重新导出 PDF 后报送，或报送 Word 文件（docx）",
        "check that a PDF viewer opens it, export it again from the original, or send the Word file (docx)",
    ),
)
SCANNED = _refusal(
    "这份 PDF 是扫描件或图片，里面没有可以核对的文字",
    "this PDF is a scan or a picture; it holds no text that could be checked",
    _AS_WORD,
)
DRAWN = _refusal(
    "这份 PDF 里的文字已转成图形，没有可以核对的文字",
    "the text of this PDF was turned into outlines; it holds no characters that could be checked",
    _AS_WORD,
)
BLANK = _refusal("PDF 里没有任何文字", "the PDF holds no text at all", SEND_WORD)
DYNAMIC = _refusal(
    "这是动态表单（XFA）PDF，内容要由专门软件生成，无法核对",
    "this is a dynamic PDF form (XFA), whose content only special software can show",
    _AS_WORD,
)
NO_CHARACTERS = _refusal(
    "这份 PDF 没有记录文字的编码，复制出来是乱码，无法辨认里面的字",
    "this PDF does not say which characters its glyphs are; copied from it, the text is gibberish",
    _AS_WORD,
)
