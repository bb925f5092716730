"""The reports that are web pages."""

from __future__ import annotations

import re

from _making import page
from _making.shapes import body, document, relabel, repeat_merged, split_bands, unmerge
from _making.source import Source
from govdisclose.document import Block
from govdisclose.grid import Grid

__all__ = ["customs", "education", "finance", "forestry", "health", "market"]


def _head(title: str, more: str = "", charset: str = "utf-8") -> str:
    return page.HEAD.format(charset=charset, title=title, more=more)


def finance(source: Source) -> bytes:
    """A page of a content management system, with all that stands around the report."""
    (title,) = source.title
    crumbs = "\n".join(f'<a href="/{path}/">{words}</a> &gt;' for path, words in _CRUMBS)
    menu = "\n".join(f'<li><a href="/{path}/">{words}</a></li>' for path, words in _MENU)
    main = page.blocks(document(source, body(source)).blocks[1:], page.cms_cell)
    return (
        _head(f"{title}_年度报告_示例市财政局", _SCRIPT)
        + f'<body>\n<div class="top"><a href="/">示例市财政局</a> <span id="today"></span></div>\n'
        f'<ul class="nav">\n{menu}\n</ul>\n<div class="crumbs">当前位置：\n{crumbs}\n正文</div>\n'
        f'<h1 class="title">{title}</h1>\n<div class="meta">发布时间：2022-01-24 10:15　信息来源：局办公室　'
        '字号：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</div>\n'
        f'<div id="zoom">\n{main}\n</div>\n'
        '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>\n'
        '<div class="footer"><p>主办：示例市财政局　承办：示例市财政信息中心</p><p>网站标识码：0000000018　'
        "备案号：示ICP备00000018号</p></div>\n</body>\n</html>\n"
    ).encode()


_CRUMBS = (("index", "首页"), ("zwgk", "政务公开"), ("zwgk/ndbg", "政府信息公开工作年度报告"))
_MENU = (
    ("index", "首页"),
    ("zwgk", "政务公开"),
    ("yjs", "预决算公开"),
    ("zfcg", "政府采购"),
    ("bsfw", "办事服务"),
    ("hdjl", "互动交流"),
)
_SCRIPT = """\
<style>.nav li{display:inline;} .title{text-align:center;} table{border-collapse:collapse;width:100%;}</style>
<script>
document.addEventListener("DOMContentLoaded", function () {
  var box = document.getElementById("today");
  box.innerHTML = "<table><tr><td>" + new Date().getFullYear() + "年</td></tr></table>";
});
</script>
"""


def education(source: Source) -> bytes:
    """Pasted from Word into a page."""
    labels = {
        "本年新制作数量": "本年新\n制作数量",
        "本年新公开数量": "本年新\n公开数量",
        "上一年项目数量": "上一年项\n目数量",
        "商业企业": "商业\n企业",
        "科研机构": "科研\n机构",
        "其他结果": "其他结\n果",
        "尚未审结": "尚未\n审结",
    }

    def reshape(_: str, grid: Grid) -> list[Block]:
        ascii_labels = {cell.text: re.sub("（(.*?)）", r"(\1)", cell.text) for cell in grid.cells}
        return [relabel(relabel(grid, labels), ascii_labels)]

    items = document(source, body(source, reshape)).blocks
    style = "<style>\n<!--\np.MsoNormal {mso-style-parent:''; margin:0cm;}\n-->\n</style>\n"
    office = _head("".join(source.title), style).replace(
        '<html lang="zh-CN">', '<html lang="zh-CN" xmlns:o="urn:schemas-microsoft-com:office:office">'
    )
    main = page.blocks(items, page.word_cell, page.word_paragraph).replace(
        '<table border="1" cellspacing="0">',
        '<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style="border-collapse:collapse">',
    )
    return f"{office}<body>\n<div class=WordSection1>\n{main}\n</div>\n</body>\n</html>\n".encode()


def market(source: Source) -> bytes:
    """Declares gb2312 and is GB18030."""
    (title,) = source.title
    items = document(source, body(source)).blocks[1:]
    return (
        _head(f"{title} - 示例市市场监督管理局", charset="gb2312")
        + f'<body bgcolor="#ffffff">\n<center><b>{title}</b></center>\n<div class="TRS_Editor">\n'
        f"{page.blocks(items, page.plain_cell)}\n</div>\n</body>\n</html>\n"
    ).encode("gb18030")


def health(source: Source) -> bytes:
    """The whole page in a layout table, and no merged cell in any table."""
    (title,) = source.title
    main = page.blocks(
        document(source, body(source, lambda _, grid: (unmerge(grid),))).blocks[1:], page.plain_cell
    )
    menu = "<br>".join(("机构职能", "政策文件", "卫生监督", "健康科普", "信息公开年报"))
    return (
        _head(title) + '<body>\n<table width="1000" align="center" cellpadding="0">\n'
        '<tr><td colspan="3"><img src="banner.jpg" alt="范例区卫生健康局"></td></tr>\n'
        "<tr><td>首页</td><td>政务公开</td><td>在线服务</td></tr>\n"
        f'<tr><td valign="top">{menu}</td><td colspan="2" id="td_DocContent">\n<h2>{title}</h2>\n{main}\n</td></tr>\n'
        '<tr><td colspan="3" align="center">地址：范例区健康路9号　电话：000-5550199</td></tr>\n</table>\n</body>\n</html>\n'
    ).encode()


def forestry(source: Source) -> bytes:
    """Table 2 as five tables; in the others the text of a merged cell stands in each of its cells."""

    def reshape(key: str, grid: Grid) -> list[Block]:
        return list(split_bands(grid)) if key == "disclosure" else [repeat_merged(grid)]

    items = document(source, body(source, reshape)).blocks
    return (
        _head("示例市林业局-年度报告") + '<body>\n<div class="view">\n'
        f"{page.blocks(items, page.cms_cell)}\n</div>\n</body>\n</html>\n"
    ).encode()


def customs(source: Source) -> bytes:
    """Half-width punctuation throughout, and the labels that are long made short."""
    labels = {
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "(二)部分公开",
        "3.危及“三安全一稳定”": '3.危及"三安全一稳定"',
    }

    def reshape(_: str, grid: Grid) -> list[Block]:
        short = relabel(grid, labels)
        half = str.maketrans("（），：", "(),:")
        return [relabel(short, {cell.text: cell.text.translate(half) for cell in short.cells})]

    items = document(source, body(source, reshape)).blocks
    return (
        _head("中国示例海关") + '<body>\n<div id="ivs_content">\n<div class="easysite-news-text">\n'
        f"{page.blocks(items, page.cms_cell)}\n</div>\n</div>\n</body>\n</html>\n"
    ).encode()
