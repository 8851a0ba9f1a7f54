"""Words that content systems put around an article: its particulars, buttons, ways to other pages, footers."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from lint.language.wording import compact

_NAMES: Final = {
    "title": "标题 文章标题 信息标题 题名 名称 信息名称 文件名称",
    "published": "发布时间 发布日期 信息发布时间 信息发布日期 公开日期 公开时间 发表时间 发表日期 日期 时间",
    "written": "成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 制发日期 印发日期",
    "source": "来源 信息来源 文章来源 稿件来源 新闻来源 稿源 文章出处 出处",
    "issuer": "发布机构 发布单位 发布部门 发文机关 发文机构 发文单位 公开主体 公开机构 责任部门 公开责任部门"
    " 信息提供单位 制发机关",
    "": "索引号 信息索引号 统一编号 公开目录 公开类别 信息类别 信息分类 主题分类 体裁分类 服务对象分类"
    " 组配分类 体裁 分类 文号 发文字号 发布文号 文件编号 主题词 关键词 关键字 内容概述 内容摘要"
    " 摘要 语种 有效性 效力状态 是否有效 时效性 生效日期 实施日期 废止日期 失效日期 公开方式"
    " 公开形式 公开范围 公开时限 公开程序 更新时间 更新日期 上传时间 格式 浏览次数 浏览量 浏览"
    " 点击数 点击次数 点击率 点击量 点击 阅读次数 阅读量 阅读数 阅读 访问量 访问次数 访问 人气"
    " 作者 编辑 责任编辑 责编 编辑人 审核 审核人 签发 撰稿 录入 发布人 发布者 信息员 字号 字体"
    " 字体大小 文字大小 分享 分享到 分享至 打印 关闭 保护视力色 视力保护色",
}
_KEYS: Final = {name: key for key, names in _NAMES.items() for name in names.split()}
_LABELS: Final = "|".join(r"\s*".join(name) for name in sorted(_KEYS, key=len, reverse=True))
_LABELLED: Final = re.compile(rf"[【\[（(]?\s*({_LABELS})\s*[】\]]?\s*[:：]\s*[】\]]?")
_DATE: Final = re.compile(r"(?<!\d)([12]\d{3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_MOMENT: Final = re.compile(
    r"(?:[^\s。；，,]{1,20}\s+(?=\S{8,10}[ T]*\d{1,2}:\d))?"  # who published it
    r"[\[(（]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]*\d{1,2}:\d{2}(?::\d{2})?)?[\])）]?"
)
_LONGEST: Final = 300  # characters of a line of particulars

_BUTTON: Final = (
    r"打印(?:本页|正文|文章|此页|预览)?|关闭(?:窗口|本页|页面|此页)?|(?:加入)?收藏(?:本页|本站)?|(?:一键)?分享(?:到|至)?|微信|朋友圈"
    r"|(?:新浪|腾讯)?微博|QQ(?:好友|空间)?|字[号体](?:大小)?|[大中小]号?|默认|超大|特大|放大|缩小|返回(?:顶部|列表|首页|上一页|上级)?"
    r"|复制(?:链接)?|(?:我要)?纠错|无障碍(?:阅读|浏览)?|长者(?:助手|模式|版)?|关怀(?:版|模式)|语音(?:播报|阅读)|朗读|简体|繁体|English"
    r"|登录|注册|首页|网站地图|联系我们|关于我们|版权声明|隐私声明|网站声明|使用帮助|设为首页|加入收藏|搜索|检索|上一页|下一页|尾页|更多"
    r"|举报|点赞|评论|相关附件|附件下载|全文下载|下载(?:文档|全文|附件|Word|PDF)?|TOP"
)
_MARKS: Final = r"[\s【】\[\]（）()|｜/·:：+\-、,，>»_]*"
_BUTTONS: Final = re.compile(rf"(?:{_MARKS}+(?>{_BUTTON}))++{_MARKS}+", re.IGNORECASE)  # without going back
_WAY: Final = re.compile(
    r"[【\[]?\s*(?:[上下]一[篇条个页]|前一[篇条]|后一[篇条]|相关(?:链接|信息|文章|附件|新闻|文件|稿件|阅读|解读|报道|报告|年报|推荐)\s*(?:[:：]|\Z)"
    r"|(?:历年|历史|往年|往期|其他年度)(?:年报|报告|年度报告|信息)\s*(?:[:：]|\Z)"
    r"|(?:您|你)?(?:当前|现在|目前)?的?(?:所在)?的?位置\s*[:：]|首页\s*[>»›]|扫一扫|扫描二维码|手机(?:扫|端?浏览)|用手机|分享[到至]"
    r"|分享\s*[:：]|(?:责任)?编辑\s*[:：]|责编\s*[:：]|(?:我要)?(?:评论|留言)|本文(?:来源|链接|地址)|原文(?:链接|地址))"
)
_FOOT: Final = re.compile(
    r"版权所有|ICP备|公网?安备|网站标识码|Copyright\W{0,8}[12]\d{3}|All Rights Reserved|©\s*[12]\d{3}|网站支持IPv6"
    r"|最佳分辨率|网站地图|建议使用.{0,40}(?:浏览|分辨率)|您是第.{0,12}位"
    r"|(?:\A|\s)(?:[主承协]办|主管|技术支持|运维|维护|制作)(?:单位)?\s*[:：]",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:(?:联系|办公|单位)?(?:地址|电话|邮编|邮政编码|传真|邮箱|热线|信箱))\s*[:：]")


def name_of(text: str) -> str | None:
    """Return which particular of an article a text names: a key, "" for one that is not kept, None for none."""
    return _KEYS.get(compact(text[:40]).strip(":：【】[]"))


def particulars(text: str) -> list[tuple[str, str]]:
    """Return names (keys) and values of a line that holds nothing but particulars, [] if it is none."""
    if len(text) > _LONGEST:
        return []
    if _MOMENT.fullmatch(text):
        return [("published", text)]
    found = list(_LABELLED.finditer(text))
    before = text[: found[0].start()] if found else text
    if not found or (before.strip("　\xa0 |｜-—:.时分秒日") and not _is_moment(before)):
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    pairs = [
        (_KEYS[compact(match.group(1))], text[match.end() : end].strip(" \xa0\u3000\n|｜[]【】;；，,"))
        for match, end in zip(found, ends, strict=True)
    ]
    return [("published", before.strip()), *pairs] if day(before) else pairs


def _is_moment(text: str) -> bool:
    return _DATE.search(text) is not None and len(text.strip()) <= 30


def day(text: str) -> str:
    """Return the first date in a text as YYYY-MM-DD, "" if there is none or it is no day of the calendar."""
    match = _DATE.search(text)
    try:
        return date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def is_chrome(text: str) -> bool:
    """Tell a line of buttons, of a way to another page, or of a footer."""
    return len(text) <= _LONGEST and bool(_BUTTONS.fullmatch(text) or _WAY.match(text) or is_foot(text))


def ends_article(text: str) -> bool:
    """Tell a line behind which nothing of the article follows."""
    return len(text) <= _LONGEST and bool(_WAY.match(text) or is_foot(text))


def is_foot(text: str) -> bool:
    """Tell what the foot of a site says and no article."""
    return _FOOT.search(text) is not None


def is_address(text: str) -> bool:
    """Tell a line of addresses and telephone numbers, which is the foot's if it stands right above it."""
    return len(text) <= _LONGEST and _ADDRESS.search(text) is not None
