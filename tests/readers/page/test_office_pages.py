"""What Word, WPS and LibreOffice save as a page, as far as it differs from what portals show."""

# ruff: noqa: E501 - markup is read best as it stands in a page
from __future__ import annotations

from tests.readers.page.seen import grids, page, texts

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<title>某某县人民政府公文处理办法</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties><o:Author>某某</o:Author></o:DocumentProperties>
</xml><![endif]-->
<style>
<!--
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; font-family:宋体;}
-->
</style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格;}</style><![endif]-->
</head>

<body lang=ZH-CN style='tab-interval:21.0pt'>

<div class=WordSection1 style='layout-grid:15.6pt'>

<p class=MsoNormal align=center style='text-align:center'><b style='mso-bidi-font-weight:
normal'><span style='font-size:22.0pt;font-family:方正小标宋简体'>某某镇人民政府<span lang=EN-US><o:p></o:p></span></span></b></p>

<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>

<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:黑体;mso-bidi-font-family:黑体'><span style='mso-list:Ignore'>一、</span></span><![endif]><span
style='font-family:黑体'>总体情况</span></p>

<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>本年度主动公开政府信息<span
lang=EN-US>48</span>条，规
范有序。<a style='mso-comment-reference:a_1'></a><span class=MsoCommentReference><span lang=EN-US
style='display:none;mso-hide:all'>批注</span></span></span><del cite="mailto:a" datetime="T"><span
style='font-family:仿宋_GB2312'>旧文</span></del><ins cite="mailto:a"><span style='font-family:仿宋_GB2312'>新增。</span></ins></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=277 colspan=2 valign=top style='border:solid windowtext 1.0pt'>
  <p class=MsoNormal align=center><span style='font-family:宋体'>信息内容<span lang=EN-US><o:p></o:p></span></span></p>
  </td>
  <td width=138><p class=MsoNormal><span style='font-family:宋体'>件数</span></p></td>
 </tr>
 <tr>
  <td rowspan=2><p class=MsoNormal><span>规<span lang=EN-US><span
  style='mso-spacerun:yes'>&nbsp; </span></span>章</span></p></td>
  <td><p class=MsoNormal><span lang=EN-US>0</span></p></td>
  <td><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
 </tr>
 <tr><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>2</p></td></tr>
 <![if !supportMisalignedColumns]>
 <tr height=0><td width=139 style='border:none'></td><td width=138 style='border:none'></td><td
  width=138 style='border:none'></td></tr>
 <![endif]>
</table>

</div>

<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]>
<div style='mso-element:comment'><p class=MsoCommentText>请核对</p></div></div>

</body>

</html>
"""


def test_word() -> None:
    data = WORD.encode("gb18030")
    document = page(data)
    assert [paragraph.text for paragraph in document.paragraphs()] == [
        "某某镇人民政府",
        "一、总体情况",
        "本年度主动公开政府信息48条，规范有序。新增。",
    ]
    assert grids(data) == [[["信息内容", "信息内容", "件数"], ["规\xa0 章", "0", ""], ["规\xa0 章", "1", "2"]]]
    assert [(note.kind, note.location.block) for note in document.notes] == [("deletion", 3), ("insertion", 3)]
    assert document.properties == (("title", "某某县人民政府公文处理办法"),)


WPS = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document><meta name=Generator content="WPS Office"><title></title></head>
<body style="tab-interval:21pt;text-justify-trim:punctuation;"><!--StartFragment--><div class="Section0" style="layout-grid:15.6pt;">
<p class=MsoNormal style="text-indent:32pt;"><b><span style="mso-spacerun:'yes';font-family:黑体;font-size:16pt;"><font face="黑体">一、总体情况</font></span></b><b><span style="mso-spacerun:'yes';"><o:p></o:p></span></b></p>
<p class=MsoNormal><span style="font-family:仿宋;"><font face="仿宋">全年公开信息</font><font face="Calibri">48</font><font face="仿宋">条。</font></span></p>
<div align=center><table class=MsoTableGrid><tr style="height:20pt;"><td width=100 rowspan=2><p class=MsoNormal><font face="宋体">甲</font></p></td><td><p>1</p></td></tr>
<tr><td><p class=MsoNormal>2</p></td></tr></table></div></div><!--EndFragment--></body></html>"""


def test_wps() -> None:
    assert texts(WPS) == ["一、总体情况", "全年公开信息48条。"]
    assert grids(WPS) == [[["甲", "1"], ["甲", "2"]]]


LIBREOFFICE = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/></head>
<body lang="en-US" dir="ltr"><div title="header"><p>某某镇</p></div><p class="western" align="center">
<font face="仿宋_GB2312"><font face="方正小标宋简体"><b>某某镇人民政府</b></font></font></p>
<p class="western">
<font face="仿宋_GB2312"><font face="仿宋_GB2312">公开信息</font></font><font face="Times New Roman, serif">48</font><font face="仿宋_GB2312"><font face="仿宋_GB2312">条<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup>。<!-- 请核对 --></font></font></p>
<center><table width="649" cellpadding="4" cellspacing="0">
\t<col width="153"/>

\t<col width="154"/>

\t<tr valign="top">
\t\t<td width="153"><p align="center">
\t\t\t<br/>

\t\t\t</p></td>
\t\t<td><p>结果<br/>
纠正</p></td>
\t</tr>
\t<tr><td colspan="2"><p>0</p></td></tr>
</table></center>
<div id="sdfootnote1"><p class="sdfootnote-western"><a href="#sdfootnote1anc">1</a>注</p></div>
<div title="footer"><p align="center">- <sdfield type=PAGE>1</sdfield> -</p></div></body></html>"""


def test_libreoffice() -> None:
    assert texts(LIBREOFFICE) == ["某某镇人民政府", "公开信息48条1。"]
    assert grids(LIBREOFFICE) == [[["", "结果\n纠正"], ["0", "0"]]]
