"""Whole pages as content systems build them, around an article."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

NAV = (
    '<div class="nav"><ul>'
    + "".join(
        f'<li><a href="/{n}/">{name}</a></li>'
        for n, name in enumerate(("首页", "新闻中心", "政务公开", "办事服务", "互动交流"))
    )
    + "</ul></div>"
)
SIDE = (
    '<div class="side_left"><h3>政府信息公开</h3><ul>'
    + "".join(
        f'<li><a href="/x{n}/">{name}</a></li>'
        for n, name in enumerate(
            ("一、机构职能", "二、政策文件", "三、财政预决算", "法定主动公开内容", "政府信息公开年报", "依申请公开")
        )
    )
    + "</ul></div>"
)
SCRIPTS = (
    '<script>if (a < b && c > d) { document.write("<p>一、总体情况</p>"); }</script><style>p > b { color: red }</style>'
)
FOOT = """<div class="footer"><div class="foot-nav"><a href="/map">网站地图</a> | <a href="/about">关于我们</a> | <a href="/law">网站声明</a></div>
<p>主办单位：平潭综合实验区党工委管委会 承办单位：平潭综合实验区党群工作部</p>
<p>地址：福建省平潭县金井湾商务营运中心 邮编：350400 电话：0591-23158118</p>
<p><a href="https://beian.miit.gov.cn/">闽ICP备14005217号-1</a> 网站标识码：3501280001 <img src="ga.png" width="20" height="20">闽公网安备 35012802000101号</p></div>"""


def modern(article: str, title: str) -> str:
    """Boxes with names, as most portals are built now; the title and the source line stand above the article."""
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="SiteName" content="平潭综合实验区管委会">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2022-01-28 17:08">
<meta name="ContentSource" content="平潭综合实验区">
<title>{title}_政府信息公开年报_平潭综合实验区管委会门户网站</title>{SCRIPTS}</head>
<body class="page">
<div class="wza-bar" style="display:none">无障碍浏览 进入关怀版</div>
<header class="header"><h1 class="logo"><a href="/"><img src="/logo.png" alt="logo"></a></h1>
<div class="top"><span>今天是星期五</span><a href="/login">登录</a> <a href="/reg">注册</a></div>
<form action="/s"><input type="text" name="q" value="请输入关键字"><button>搜索</button></form></header>
{NAV}
<div class="main clearfix">
<div class="crumb">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a>政府信息公开年报</a></div>
{SIDE}
<div class="content-right"><div class="article">
<table class="xxgk-head"><tr><td>索 引 号</td><td>PT00100-0600-2022-00012</td><td>文　号</td><td></td></tr>
<tr><td>发布机构</td><td>平潭综合实验区管委会办公室</td><td>生成日期</td><td>2022-01-27</td></tr>
<tr><td>标　　题</td><td colspan="3">{title}</td></tr>
<tr><td>内容概述</td><td colspan="3">{title}</td></tr></table>
<div class="article-title">{title}</div>
<div class="info"><span>发布时间：2022-01-28 17:08</span>&nbsp;&nbsp;<span>来源：平潭综合实验区</span> <span>浏览量：<em id="hits">132</em></span>
<span>字号：<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a></span></div>
<div class="view" id="zoom">{article}</div>
<div class="share">分享到：<a href="#" class="wx">微信</a><a href="#" class="wb">微博</a></div>
<div class="tool"><a href="javascript:window.print()">【打印】</a><a href="javascript:window.close()">【关闭】</a></div>
<div class="ewm"><img src="qr.png" width="120" height="120"><p>扫一扫在手机打开当前页</p></div>
<ul class="prevnext"><li>上一篇：<a href="/1">平潭综合实验区2020年度政府信息公开工作年度报告</a></li><li>下一篇：没有了</li></ul>
<div class="xgxx"><h4>相关链接</h4><ul><li><a href="/2">一、一图读懂</a></li></ul></div>
</div></div></div>
{FOOT}
<script src="/hits.js"></script></body></html>"""


def tabular(article: str, title: str) -> str:
    """Tables within tables, as portals were built of old; nothing has a name and little is closed."""
    return f"""<HTML><HEAD><TITLE>{title}</TITLE>
<META http-equiv=Content-Type content="text/html; charset=gb2312">{SCRIPTS}</HEAD>
<BODY bgColor=#ffffff><CENTER>
<TABLE width=1000 border=0><TR><TD colspan=2><IMG src="banner.jpg" width=1000 height=150></TD></TR>
<TR><TD colspan=2 bgcolor=#0066cc><A href=/><FONT color=white>首页</FONT></A> | <A href=/a>走进平潭</A> | <A href=/b>政务公开</A> | <A href=/c>网上办事</A></TD></TR>
<TR><TD width=200 valign=top><TABLE width=190><TR><TD>栏目导航</TD></TR><TR><TD><A href=/d>政府信息公开指南</A></TD></TR>
<TR><TD><A href=/e>政府信息公开目录</A></TD></TR></TABLE></TD>
<TD valign=top><TABLE width=780><TR><TD>当前位置：<A href=/>首页</A> → <A href=/b>政务公开</A> → 正文</TD></TR>
<TR><TD align=center><FONT size=5><B>{title}</B></FONT></TD></TR>
<TR><TD align=center>2022-01-28 17:08　来源：平潭综合实验区　点击数：132　【字体：<A href=#>大</A> <A href=#>中</A> <A href=#>小</A>】</TD></TR>
<TR><TD>{article}</TD></TR>
<TR><TD align=right>【<A href="javascript:window.print()">打印本页</A>】 【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR>
<TR><TD>上一篇：<A href=/1>关于公布收费目录的通知</A><BR>下一篇：没有了</TD></TR></TABLE></TD></TR>
<TR><TD colspan=2 align=center>主办：平潭综合实验区管委会　技术支持：某某公司<BR>地址：平潭县金井湾商务营运中心　邮编：350400　电话：0591-23158118<BR>闽ICP备14005217号</TD></TR>
</TABLE></CENTER></BODY></HTML>"""


def flat(article: str, title: str) -> str:
    """Everything right in the body, the article without a container of its own."""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title} - 平潭综合实验区</title></head><body>
<div id="nav"><a href="/">首页</a><a href="/x">政务公开</a></div>
<p>您的位置：<a href="/">首页</a> &gt; <a href="/x">年度报告</a></p>
<h2>{title}</h2>
<p>发布日期：2022-01-28 信息来源：平潭综合实验区 阅读：132次</p>
<hr>
{article}
<p>【打印】【关闭】</p>
<p>上一篇：<a href="/1">上年的报告</a></p>
<p>地址：平潭县金井湾 邮编：350400</p>
<p>版权所有：平潭综合实验区管委会 闽ICP备14005217号</p>
</body></html>"""
