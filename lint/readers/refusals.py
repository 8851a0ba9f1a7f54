"""Why a file cannot be read and what to send instead, in the words of an experienced colleague."""

from typing import NamedTuple

from lint.errors import UnreadableDocument
from lint.model import Phrase


class Refusal(NamedTuple):
    """A reason and an advice."""

    reason: Phrase
    advice: Phrase

    def error(self) -> UnreadableDocument:
        """Return the exception that says so."""
        return UnreadableDocument(self.reason, self.advice)


SAVE_AS = Phrase(
    "请用 Word 或 WPS 打开原文件，选“文件 → 另存为”，类型选“Word 文档（*.docx）”，再报送另存的文件；不要只改扩展名",
    'open the original in Word or WPS, choose "Save as", type "Word document (*.docx)", and send that file;'
    " renaming it is not enough",
)
SEND_AGAIN = Phrase(
    "请先在自己电脑上用 Word 或 WPS 确认能打开，另存为 docx 后重新报送",
    "check that Word or WPS opens it, save it as docx and send it again",
)
SEND_WORD = Phrase(
    "请报送起草时用的 Word 文件（docx），不要报送转换后的文件", "send the Word file (docx) it was made from instead"
)
_UNLOCK = Phrase(
    "请打开文件后取消密码（“文件 → 信息 → 保护文档”，WPS 为“文件 → 文档加密”），保存后重新报送",
    'open it, remove the password ("File → Info → Protect document"), save and send it again',
)


def _refusal(zh: str, en: str, advice: Phrase) -> Refusal:
    return Refusal(Phrase(zh, en), advice)


EMPTY = _refusal(
    "文件是空的（0 字节）",
    "the file is empty (0 bytes)",
    Phrase(
        "请打开原文件另存一份，确认里面有内容后重新报送",
        "save the original again, make sure it has content, and send it",
    ),
)
BLANK = _refusal("文件里没有任何文字", "the file holds no text at all", SEND_AGAIN)
LOCK_FILE = _refusal(
    "这是 Word 打开文档时生成的临时文件（~$ 开头），不是文档本身",
    "this is the lock file Word leaves beside an open document, not the document",
    Phrase("请关闭 Word，报送去掉“~$”的同名文件", 'close Word and send the file of the same name without "~$"'),
)
ENCRYPTED = _refusal("文件加了打开密码", "the file is protected by a password", _UNLOCK)
OLD_ENCRYPTED = _refusal(
    "这是加了密码的旧版 Word 文件（.doc）",
    "this is an old Word file (.doc) protected by a password",
    Phrase(f"{_UNLOCK.zh}；保存时类型选“Word 文档（*.docx）”", f"{_UNLOCK.en} as docx"),
)
OLD_EXCEL = _refusal(
    "这是旧版 Excel 表格（.xls），不是 Word 文档", "this is an old Excel file (.xls), not a Word document", SEND_WORD
)
OLD_SLIDES = _refusal(
    "这是旧版演示文稿（.ppt），不是 Word 文档", "this is an old presentation (.ppt), not a Word document", SEND_WORD
)
PICTURE = _refusal(
    "这是图片，不是文档，里面的文字无法核对",
    "this is a picture, not a document; its text cannot be checked",
    Phrase(
        "请报送可编辑的 Word 文件（docx），不要报送扫描件或截图",
        "send the editable Word file (docx), not a scan or screenshot",
    ),
)
WORD_XML = _refusal(
    "这是 Word 的 XML 格式（单个 XML 文件），不是 docx", "this is Word's single-file XML format, not docx", SAVE_AS
)
OTHER_XML = _refusal("这是 XML 文件，不是 Word 文档", "this is an XML file, not a Word document", SEND_WORD)
LYING_SIZE = _refusal(
    "文件解压后比它自己声明的大，可能是恶意文件，为安全起见不予读取",
    "it unpacks to more than it declares (like a zip bomb); it is not read for safety",
    SEND_AGAIN,
)
SHEET = _refusal(
    "这是 Excel 表格（xlsx），不是 Word 文档", "this is an Excel workbook (xlsx), not a Word document", SEND_WORD
)
SLIDES = _refusal(
    "这是演示文稿（pptx），不是 Word 文档", "this is a presentation (pptx), not a Word document", SEND_WORD
)
OPEN_DOCUMENT = _refusal(
    "这是 OpenDocument 文件（如 odt），不是 docx", "this is an OpenDocument file, not docx", SAVE_AS
)
OFD = _refusal(
    "这是 OFD 版式文件，本版本还不能读取 OFD", "this is an OFD file, which this version does not read", SEND_WORD
)
ARCHIVE = _refusal(
    "这是 zip 压缩包，本身不是文档",
    "this is a zip archive, not itself a document",
    Phrase("请解压后直接报送其中的 Word 文件（docx）", "unpack it and send the Word file (docx) itself"),
)
RAR = _refusal(
    "这是压缩包（RAR 或 7z），不是文档",
    "this is an archive (RAR or 7z), not a document",
    Phrase("请解压后直接报送其中的 Word 文件（docx）", "unpack it and send the Word file (docx) itself"),
)
TAR = _refusal(
    "这是压缩包（tar、gz 之类），不是文档",
    "this is an archive (tar, gz or the like), not a document",
    Phrase("请解压后直接报送其中的 Word 文件（docx）", "unpack it and send the Word file (docx) itself"),
)
NESTED_ARCHIVE = _refusal(
    "这是压缩包里的压缩包，没有再往里看",
    "this is an archive inside an archive, which is not opened",
    Phrase(
        "请把里层的压缩包解开，把其中的文档直接放进外层压缩包或文件夹",
        "unpack it and put its documents into the outer archive or a folder",
    ),
)
LOCKED_ARCHIVE = _refusal(
    "压缩时设了密码，里面的文件打不开",
    "it was packed with a password and cannot be unpacked",
    Phrase("请重新压缩，不要设密码，再报送", "pack it again without a password and send it"),
)
DAMAGED_ARCHIVE = _refusal(
    "压缩包不完整或已损坏，文件目录读不出来，多半是传输时中断了",
    "the archive is cut off or damaged: its directory cannot be read, most likely an interrupted transfer",
    Phrase(
        "请先在自己电脑上确认压缩包能打开，重新压缩（zip 格式）后报送",
        "check that the archive opens, pack it again as zip and send it",
    ),
)
DAMAGED_MEMBER = _refusal(
    "这个文件在压缩包里已损坏，解压不出来",
    "this file is damaged inside the archive and cannot be unpacked",
    Phrase("请确认原文件能打开，重新压缩后报送", "check that the original opens, pack it again and send it"),
)
RARE_METHOD = _refusal(
    "压缩方法少见，这里解压不了",
    "it was packed by a rare method that is not read here",
    Phrase(
        "请用 Windows 自带的“压缩(zipped)文件夹”重新压缩后报送，或直接报送解压后的文件",
        'pack it again with "Compressed (zipped) folder" of Windows, or send the unpacked files',
    ),
)
TRUNCATED = _refusal(
    "文件不完整或已损坏，后半部分缺失，多半是传输时中断了",
    "the file is cut off or damaged: its directory cannot be read, most likely an interrupted transfer",
    SEND_AGAIN,
)
DAMAGED_PART = _refusal(
    "文件已损坏：正文部分解压失败", "the file is damaged: its main part cannot be unpacked", SEND_AGAIN
)
DAMAGED_XML = _refusal(
    "文件已损坏：正文部分的内容不完整，Word 也可能打不开",
    "the file is damaged: the XML of its main part is broken",
    SEND_AGAIN,
)
ENTITIES = _refusal(
    "文件里夹带了正常 Word 文件不会有的定义，为安全起见不予读取",
    "its XML declares a DTD or entities, which Word never writes; it is not read for safety",
    SAVE_AS,
)
NOT_A_DOCUMENT = _refusal(
    "文件内容不是文字，也不是可以识别的文档格式", "its content is neither text nor a known document format", SEND_WORD
)
