"""Whole pages of more content systems, with what stands around a report at its most misleading."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

_OTHERS = ("某某县某某乡2021年政府信息公开工作年度报告", "某某县发展和改革局2022年政府信息公开工作年度报告")
LINKED = "".join(
    f'<li><a href="/{n}.html" title="{other}">{other}</a><span>2022-01-1{n}</span></li>'
    for n, other in enumerate(_OTHERS)
)
NAMED = "".join(f"<li>{other}<span>2022-01-1{n}</span></li>" for n, other in enumerate(_OTHERS))
READING = (
    '<div class="zcjd_box"><h3>政策解读</h3><div class="zc"><p>一、什么是政府信息公开？</p><p>是指行政机关依法公开信息。</p>'
    "<p>二、向谁申请？</p><p>向本机关的信息公开工作机构提出。</p><p>三、多久答复？</p></div></div>"
)


def trs(article: str, title: str) -> str:
    """TRS WCM: particulars in a table, the article in TRS_Editor, attachments and related reports below it."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="X-UA-Compatible" content="IE=edge"/>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<meta name="ArticleTitle" content="{title}"/><meta name="PubDate" content="2022-01-28 10:11"/><meta name="ContentSource" content="县政府办"/>
<meta name="ColumnName" content="年度报告"/><meta name="Keywords" content=""/><title>{title}_年度报告_某某县人民政府</title>
<style type="text/css">.TRS_Editor P{{line-height:2;font-size:12pt;}}</style></head><body>
<div class="header_wrap"><iframe src="../../top.html" width="100%" height="200"></iframe></div>
<div class="dqwz">当前位置：<a href="../../" class="CurrChnlCls">首页</a>&nbsp;&gt;&nbsp;<a href="../" class="CurrChnlCls">政府信息公开年报</a></div>
<div class="xl_con"><div class="xxgk_xl_top"><table width="100%" border="0" cellspacing="0" cellpadding="0"><tbody>
<tr><td class="t1"><b>索 引 号：</b></td><td>11371234/2022-00012</td><td><b>主题分类：</b></td><td>政务公开/年报</td></tr>
<tr><td><b>发文机关：</b></td><td>某某县人民政府办公室</td><td><b>成文日期：</b></td><td>2022年01月27日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">{title}</td></tr>
<tr><td><b>发文字号：</b></td><td></td><td><b>发布日期：</b></td><td>2022年01月28日</td></tr>
<tr><td><b>主 题 词：</b></td><td></td><td><b>有 效 性：</b></td><td>有效</td></tr></tbody></table></div>
<h1 class="xl_tit">{title}</h1>
<div class="xl_tit2"><div class="xl_tit2_l">发布时间：2022-01-28 10:11&nbsp;&nbsp;&nbsp;来源：县政府办&nbsp;&nbsp;&nbsp;浏览次数：<span id="show">87</span>次</div>
<div class="xl_tit2_r"><span>字体：[<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>]</span></div></div>
<div class="view TRS_UEDITOR trs_paper_default trs_web"><div class=TRS_Editor>{article}</div></div>
<div class="fujian"><p>附件：</p><p><a href="./W0202201.pdf">1.{title}.pdf</a></p><p><a href="./W0202202.docx">2.{title}.docx</a></p></div>
<div class="bdsharebuttonbox"><a href="#" class="bds_more"></a><a href="#" class="bds_weixin" title="分享到微信"></a></div>
<div class="wxts"><h3>相关信息</h3><ul>{LINKED}</ul></div></div>
{READING}
<div class="bottom"><p>主办：某某县人民政府办公室　承办：某某县大数据中心</p><p>鲁ICP备05012345号 网站标识码：3703050001</p></div></body></html>"""


def jcms(article: str, title: str) -> str:
    """Hanweb's jcms and jpage: comments mark the parts, the article in `zoom`, lists as records in scripts."""
    return f"""<!doctype html><html><head><meta charset="UTF-8"><meta name="author" content="2"><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2022-01-28"><meta name="Maketime" content="2022-01-28 09:00:01"><title>某某市某某区 年度报告 {title}</title></head><body>
<div id="barrierfree_container"><div style="display:none"><a href="/old">无障碍</a></div>
<table width="1200" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td><div class="fl"><a href="/col/col1/index.html">首页</a> | <a href="/col/col2/index.html">信息公开</a></div></td></tr></table>
<script type="text/xml"><datastore><nextgroup><![CDATA[<a href="x">]]></nextgroup><recordset><record><![CDATA[<li>一、{_OTHERS[0]}</li>]]></record></recordset></datastore></script>
<table width="1200" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td valign="top" width="250"><div class="zt"><p>信息公开目录</p><ul><li>机构概况</li><li>法规文件</li><li>工作年报</li></ul></div>{READING}</td>
<td width="950" valign="top"><table width="100%" id="article"><tr><td class="title"><!--<$[标题名称(html)]>begin-->{title}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td><table width="100%"><tr><td align="center">发布日期：2022-01-28 09:00</td><td align="center">访问次数：<script>document.write(12)</script></td><td align="center">信息来源：区政府办</td><td>字号：[ <a href="javascript:doZoom(1)">大</a> <a href="javascript:doZoom(2)">中</a> ]</td></tr></table></td></tr>
<tr><td class="bt_content"><!--<$[信息内容]>begin--><div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">{article}<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div><!--<$[信息内容]>end--></td></tr>
<tr><td><div id="fj"><a href="/module/download/downfile.jsp?classid=0&filename=1.pdf">{title}.pdf</a></div></td></tr>
<tr><td align="right"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></td></tr></table></td></tr></table>
<table width="1200" align="center"><tr><td align="center">版权所有：某某市某某区人民政府<br>浙ICP备12345678号</td></tr></table></div></body></html>"""


def shell(article: str, title: str) -> str:
    """A page that scripts have built, as a browser saves it: no meaning in any name."""
    return f"""<!DOCTYPE html>
<!-- saved from url=(0047)https://www.example.gov.cn/#/detail?id=1002 -->
<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>某某区信息公开</title><link rel="stylesheet" href="./saved_files/app.css"></head><body data-v-app="">
<noscript><strong>We're sorry but portal doesn't work properly without JavaScript enabled. 一、请启用脚本。</strong></noscript>
<div id="app"><div data-v-1a2b="" class="el-container is-vertical"><div data-v-1a2b="" class="el-row"><span data-v-1="">某某区人民政府</span><span>欢迎您！</span></div>
<ul role="menubar" class="el-menu"><li role="menuitem" class="el-menu-item">首页</li><li role="menuitem" class="el-menu-item">一、机构</li><li class="el-menu-item">二、政策</li></ul>
<div data-v-3c="" class="el-main"><div class="el-breadcrumb"><span class="el-breadcrumb__item">首页</span><span>/</span><span>年度报告</span></div>
<div class="el-card"><div class="el-card__body"><div class="title">{title}</div><div class="sub"><span>发布时间：2022-01-28</span><span>来源：区政府办</span></div>
<div class="ql-editor">{article}</div><div class="el-row"><button class="el-button"><span>下载Word</span></button><button><span>下载PDF</span></button></div></div></div>
<div class="el-card"><div class="el-card__header">历年年报</div><div class="el-card__body"><ul>{NAMED}</ul></div></div></div>
<div class="el-footer"><span>主办单位：某某区人民政府办公室</span><span>网站标识码1234567890</span></div></div></div>
<div class="el-dialog__wrapper" style="display: none;"><div>一、温馨提示。请登录。</div></div></body></html>"""


def blog(article: str, title: str) -> str:
    """A journal's software: elements with a meaning, a comment form, recent posts that are named in full."""
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><meta name="generator" content="WordPress 5.8"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="2022-01-28T09:00:00+08:00"><title>{title} – 某某镇人民政府</title></head>
<body class="post-template-default single single-post"><div id="page" class="site"><a class="skip-link" href="#content">跳至内容</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/">某某镇人民政府</a></p><p class="site-description">为人民服务。</p></header>
<div id="content" class="site-content"><div id="primary"><main id="main"><article id="post-12" class="post-12 post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta"><span class="posted-on">发布于 <time datetime="2022-01-28">2022年1月28日</time></span><span class="byline"> 由 <a href="/author/admin">admin</a></span></div></header>
<div class="entry-content">{article}</div><footer class="entry-footer"><span>分类：<a href="/c">年报</a></span></footer></article>
<nav class="navigation post-navigation"><h2>文章导航</h2><a href="/p">{_OTHERS[0]}</a></nav>
<div id="comments" class="comments-area"><div id="respond"><h3>发表评论</h3><form><p>您的电子邮箱地址不会被公开。必填项已用*标注。</p><textarea></textarea></form></div></div></main></div>
<aside id="secondary"><section class="widget"><h2>近期文章</h2><ul>{NAMED}</ul></section><section class="widget"><h2>办事须知</h2><p>一、携带身份证。</p><p>二、填写申请表。</p></section></aside></div>
<footer class="site-footer">自豪地采用WordPress</footer></div></body></html>"""


def account(article: str, title: str) -> str:
    """An article of a public account: hidden until scripts run, its lines in sections within sections."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{title}" /><meta property="og:site_name" content="微信公众平台" />
<meta name="description" content="" /><title></title></head><body id="activity-detail" class="zh_CN wx_wap_page mm_appmsg">
<div id="js_article" class="rich_media"><div id="js_top_ad_area" class="top_banner"></div><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner">
<div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title " id="activity-name">
{title}
</h1><div id="meta_content" class="rich_media_meta_list"><span id="copyright_logo" class="wx_tap_link">原创</span><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">某某发布</a>
<div id="js_profile_qrcode" class="profile_container" style="display:none;"><strong>某某发布</strong><p>功能介绍 某某县政府官方账号。</p></div></span> <em id="publish_time" class="rich_media_meta">2022-01-28 17:08</em></div>
<div class="rich_media_content js_underline_content autoTypeSetting24psection" id="js_content" style="visibility: hidden; opacity: 0; "><section style="margin:0 8px" data-role="outer"><section data-tools="135编辑器"><section>{article}</section></section></section>
<p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p></div>
<div class="ct_mpda_wrp" id="js_sponsor_ad_area" style="display:none;">一、广告。</div></div></div></div>
<div class="rich_media_area_extra"><div class="mpda_bottom_container" id="js_bottom_ad_area"></div></div></div></div>
<div id="js_pc_qr_code" class="qr_code_pc_outer" style="display:none;"><div class="qr_code_pc"><img id="js_pc_qr_code_img" class="qr_code_pc_img"><p>微信扫一扫<br>关注该公众号</p></div></div>
<script>var title = '{title}';</script></body></html>"""


def folded(article: str, title: str) -> str:
    """A page that unfolds its text when asked; what it shows is only a beginning."""
    return f"""<html><head><meta charset=gb18030><title>{title}-某某县人民政府</title></head><body>
<div class="topbar"><a href="/">首页</a><a href="/zw">政务</a></div><div class="cont"><h2>{title}</h2><p class="laiyuan">日期：2022-01-28　来源：县政府办</p>
<div class="more"><a href="javascript:show()">展开全文</a></div>
<div id="full" style="display:none;">{article}</div></div><div class="list"><ul>{LINKED}</ul></div>
<div class="footer">版权所有：某某县人民政府</div></body></html>"""


def framed(article: str, title: str) -> str:
    """Tables of the turn of the century around boxes, related reports in a column of their own, without links."""
    return f"""<html><head><meta http-equiv="content-type" content="text/html; charset=gbk"><title>{title}</title></head><body topmargin=0>
<table width=980 align=center cellspacing=0><tr><td height=120 background=top.jpg>&nbsp;<tr><td bgcolor=#cc0000><marquee>热烈祝贺我县获得先进称号！</marquee></table>
<table width=980 align=center><tr><td width=220 valign=top><table width=100%><tr><td bgcolor=#eeeeee><b>相关报告</b><tr><td>· {_OTHERS[0]}<tr><td>· {_OTHERS[1]}</table>
<table width=100%><tr><td><b>办事指南</b><tr><td>一、申请<tr><td>二、受理<tr><td>三、答复</table>
<td valign=top><table width=100% border=0><tr><td align=center class=biaoti><font size=5>{title}</font><tr><td align=center>文章来源：县政府办　　发布时间：2022年1月28日　　阅读次数：311
<tr><td><hr size=1><tr><td class=content><div style="overflow-x:auto">{article}</div><tr><td>附件：<a href=a.doc>{title}.doc</a><tr><td align=right>[<a href=javascript:print()>打 印</a>] [<a href=javascript:close()>关 闭</a>]</table></table>
<table width=980 align=center><tr><td align=center>主办单位：某某县人民政府　维护：某某县信息中心<br>联系电话：0533-1234567　建议使用1024×768分辨率浏览</table></body></html>"""
