"""What stands around a title or a name on its line and is no part of it: marks of a list or of the markup, dates."""

from __future__ import annotations

import re

__all__ = ["Unmarked", "unmark"]

from attrs import frozen

_LONGEST = 400  # of a longer line, as much is looked at

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,100}>")
_COMMENT = re.compile(r"<!--[^<>]{0,100}-->")
_MARKUP = re.compile(r"#{1,6}(?=[^#])|>(?!>)|\*{1,3}|_{2,3}|~~|`{1,3}|[=~]{2,}")
_CLOSING = re.compile(r"(?:\s*(?:\*{1,3}|_{2,3}|~~|`{1,3}|#{1,6}|[=~]{2,}))+\s*$")
_LINK = re.compile(r"!?\[([^\[\]]{2,200})\]\([^()\s]{0,300}(?:\s+\"[^\"]{0,100}\")?\)")
_BULLET = re.compile(r"[·•●○◎■□◆◇▪▫▶►☆★※→➤✦*+\-–—]\s*(?=\S)|[\u25a0-\u25ff]\s*")
_BRACKETED = re.compile(r"[【〖\[]([^【】〖〗\[\]]{4,200})[】〗\]]")
_TIME = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
_DATE = re.compile(
    r"(?:(?:发布|发文|公开|成文|生成|更新|公布)?(?:日期|时间)\s*[:：]\s*)?"
    r"[(（\[【〔]?\s*(?:20\d\d\s*[-./年]\s*)?(?:0?[1-9]|1[0-2])\s*[-./月]\s*(?:0?[1-9]|[12]\d|3[01])(?!\d)\s*日?"
    rf"{_TIME}\s*[)）\]】〕]?[\s|:：]*"
)
_INDEX = re.compile(
    r"(?:您的|您现在的|你的|当前|所在)?位置(?:是)?\s*[:：]\s*"
    r"|(?:索引号|信息索引号?|发文字号|文件编号|文号|序号|编号)\s*[:：]?\s*[0-9A-Za-z〔〕\[\]/\-—_.]{2,40}号?\s+"
    r"|(?!20\d\d[-./年])\d[\d/\-]{7,40}\s+"
)
_DAY = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)[\s:：]*")
# 1. 12、 (3) [4] 附件2: and the number of an index; a year is none.
_NUMBER = re.compile(
    r"[(（\[]\s*\d{1,3}\s*[)）\]][.、:：]?\s*|\d{1,3}\s*[.、)）．](?!\d)\s*|\d{1,3}(?!\d)[\s:：]+|(?!20\d\d(?!\d))\d{5,30}[\s、:：]+"
    r"|[(（]?[一二三四五六七八九十]{1,3}[)）、]\s*"
)


@frozen
class Unmarked:
    """A line without the marks around it; ``listed`` if a bullet, a number or a date showed an item of a list."""

    text: str
    listed: bool = False


def unmark(line: str) -> Unmarked:
    """Take off tags, the marks of markdown, bullets, and a number or a date that stands before the words."""
    text = line[:_LONGEST].strip()
    if "<" in text:
        text = _COMMENT.sub("", _TAG.sub("", text)).strip()
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    listed = False
    for _ in range(6):
        before = text
        mark = _MARKUP.match(text)
        if mark is not None:
            text = text[mark.end() :].lstrip()
            continue
        for pattern in (_INDEX, _DATE, _DAY, _NUMBER, _BULLET):
            mark = pattern.match(text)
            if mark is not None and mark.end() < len(text):
                text, listed = text[mark.end() :].lstrip(), True
        if text == before:
            break
    text = _CLOSING.sub("", text)
    whole = _BRACKETED.fullmatch(text)
    return Unmarked(whole[1].strip() if whole is not None else text, listed)
