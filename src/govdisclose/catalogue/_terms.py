"""Words that stand in messages by a key: what a thing is, why text is not seen."""

from __future__ import annotations

__all__ = ["REMEDIES", "TERMS"]

TERMS: dict[str, tuple[str, str]] = {
    # --- what is shown and not read
    "annotation": ("an annotation", "批注或注释"),
    "chart": ("a chart", "图表"),
    "control": ("a form control", "表单控件"),
    "drawing": ("a drawing", "绘制的图形"),
    "embedded": ("an embedded page or document", "嵌入的页面或文档"),
    "field": ("a field", "域"),
    "faint": ("text that can hardly be seen", "几乎看不清的文字"),
    "format": ("a value in a format whose look is not known", "显示格式无法确定的值"),
    "formula": ("a formula", "公式"),
    "generated": ("text that a style sheet adds", "样式表生成的文字"),
    "moved": ("text that is moved from its place", "偏离原位的文字"),
    "narrow": ("a number that its cell has no room for", "单元格过小、显示不全的数字"),
    "object": ("an embedded object", "嵌入对象"),
    "order": ("text in an order that is not known", "显示顺序无法确定的文字"),
    "outline": ("characters that are drawn as outlines", "以轮廓绘制的字符"),
    "pale": ("pale text, as of a watermark,", "水印般的浅色文字"),
    "picture": ("a picture", "图片"),
    "script": ("what a script may change", "脚本可能改动的内容"),
    "size": ("figures in another size", "字号不同的数字"),
    "style": ("text whose style is not understood", "样式无法识别的文字"),
    "symbol": ("a symbol that its font alone explains", "由字体决定的符号"),
    "tracked": ("what a tracked change of cells may have moved", "因修订增删单元格而可能移位的内容"),
    "turned": ("text that is turned or mirrored", "旋转或镜像的文字"),
    "unknown": ("something that is not known", "无法识别的内容"),
    # --- why text is not seen
    "clipped": ("cut off", "被裁切"),
    "colour": ("in the colour of its ground", "与底色相同"),
    "hidden": ("hidden", "已隐藏"),
    "deleted": ("deleted with tracked changes", "修订中已删除"),
    "off-page": ("off the page", "在页面之外"),
    "small": ("too small to see", "过小不可见"),
    "transparent": ("transparent", "透明"),
    # --- what holds a report
    "zip": ("a ZIP archive", "压缩包"),
    "mail": ("an e-mail", "电子邮件"),
    "textarea": ("a text area", "文本框"),
    "template": ("a template", "模板"),
    "scripted": ("a script", "脚本"),
    "noscript": ("the part for browsers without scripts", "无脚本时显示的部分"),
    "xmp": ("a listing", "代码块"),
    "iframe": ("a frame", "框架"),
    # --- the sides of a table
    "columns": ("columns", "列"),
    "rows": ("rows", "行"),
}
"""By key, the words in English and in Chinese."""

REMEDIES: dict[str, str] = {
    "link": "报告不在本页中，请下载页面所链接的文件后读取",
    "frame": "报告不在本页中，请下载框架中的文件后读取",
    "picture": "内容为图片，需先做文字识别",
    "script": "内容由脚本生成，请在浏览器中打开后另存",
    "member": "请指明要读取的文件：压缩包路径/文件名",
    "unpack": "请先解压",
    "recognise": "图片需先做文字识别",
    "install": "缺少所需组件，请按提示安装",
    "save-as-docx": "请用办公软件打开后另存为DOCX",
}
"""By key, what would help with a file that cannot be read, in Chinese; the messages of errors say it in English."""
