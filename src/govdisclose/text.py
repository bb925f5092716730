"""Text as printed, and the form in which labels are compared.

*Fold, then split.* ``fold`` makes two printings of one label equal: NFKC, CJK radicals to the characters that
they stand for (NFKC mends U+2F00–2FDF and not U+2E80–2EFF), quotation marks to one kind, white space and
invisible characters removed. ``split`` takes the enumerator (一、 （一） 1.) off a folded label.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "LONGEST_LABEL",
    "Enumerator",
    "Label",
    "fold",
    "is_blank",
    "label",
    "simplify",
    "split",
    "unradical",
]

_RADICALS = {
    **dict(
        zip("⺁⺇⺈⺊⺌⺍⺎⺏⺒⺓⺔⺗⺙⺛⺜⺝⺞⺟⺠", "厂几刀卜小小兀尢巳幺彑心攵旡日月歹母民", strict=True)
    ),
    **dict(zip("⺤⺧⺩⺪⺫⺬⺮⺯⺲⺳⺶⺷⺸⺹⺻⺼⺽", "爪牛王疋目示竹糸网网羊羊羊老聿月臼", strict=True)),
    **dict(
        zip(
            "⻁⻂⻃⻄⻅⻆⻇⻉⻊⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝",
            "虎衣覀西见角角贝足车長長长门雨青韦页风飞食",
            strict=True,
        )
    ),
    **dict(
        zip(
            "⻟⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
            "食首马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟",
            strict=True,
        )
    ),
}
_QUOTES = dict.fromkeys("“”„‟＂〝〞「」『』", '"') | dict.fromkeys("‘’‚‛", "'")
_BEFORE = str.maketrans(_RADICALS | _QUOTES)

_BEFORE_RADICALS = str.maketrans(_RADICALS)

_ENUMERATOR = re.compile(
    r"(?:(?P<outer>[一二三四五六七八九十]{1,3})[、.,:]"
    r"|\((?P<middle>[一二三四五六七八九十]{1,3})\)[、.]?"
    r"|(?P<inner>\d{1,2})[.、,](?!\d))"
)
_NUMERALS = "一二三四五六七八九十"

# Traditional forms of the characters that occur in the official labels, and of some in names of organs, for
# traditional-script copies.
_TRADITIONAL = str.maketrans(
    "報總體況動開處復複議訴訟問題進項關機規範數對條許強業務費購額單萬類國屬於穩護權內過執詢無現沒補後舉訪請確認獲結轉"
    "繼續辦審維糾經應會組織構計區隻給檔減廢製發採較負準樣員鉤為該與將從設個間導實據證號劃學識標產資財稅環農貿"
    "網絡線電話傳聯統圖書館廳級縣鄉遠運輸調釋習獎勵懲罰歷當場郵銀鐵醫療養險勞衛災爭監檢驗測擬徵"
    "鎮隊團門廣貴雲陝肅寧龍蘇遼黨慶",
    "报总体况动开处复复议诉讼问题进项关机规范数对条许强业务费购额单万类国属于稳护权内过执询无现没补后举访请确认获结转"
    "继续办审维纠经应会组织构计区只给档减废制发采较负准样员勾为该与将从设个间导实据证号划学识标产资财税环农贸"
    "网络线电话传联统图书馆厅级县乡远运输调释习奖励惩罚历当场邮银铁医疗养险劳卫灾争监检验测拟征"
    "镇队团门广贵云陕肃宁龙苏辽党庆",
)


_UNREAD = "\ufffc"  # stands for what is shown and was not read

LONGEST_LABEL = 400
"""Characters that a label may have with all white space in it; no longer text is taken for one."""


class Enumerator(NamedTuple):
    """The ordinal before a label: ``level`` 1 for 一、, 2 for （一）, 3 for 1.; ``number`` from 1."""

    level: int
    number: int


class Label(NamedTuple):
    """A folded label: its enumerator, if it has one, and the words after it."""

    enumerator: Enumerator | None
    core: str


def is_blank(text: str) -> bool:
    """Whether nothing is printed: only white space (of any width) and invisible characters."""
    if text.isalnum():
        return False
    return not text or text.isspace() or not fold(text)


def fold(text: str) -> str:
    """The form in which two labels are compared. Never use it on a number: it makes ② a 2."""
    return _fold_short(text) if len(text) <= LONGEST_LABEL else _fold(text)


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_BEFORE)).translate(_BEFORE)
    kept = "".join(
        char for char in folded if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc")
    )
    # A picture or a sign beside a label takes nothing from the label; alone it is not blank.
    return (kept.replace(_UNREAD, "") or _UNREAD) if _UNREAD in kept else kept


# Long texts are not kept: a page may hold any number of them.
_fold_short = lru_cache(maxsize=16384)(_fold)


def simplify(folded: str) -> str:
    """Traditional characters of the official labels to the simplified ones; all others stay."""
    return folded.translate(_TRADITIONAL)


_RADICAL = re.compile("[\u2e80-\u2fdf]")
_PLAIN = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}


def unradical(text: str) -> str:
    """Radicals (⼀ ⾏ ⺠) to the characters that they stand for; all others stay. PDF files hold them as text."""
    if _RADICAL.search(text) is None:
        return text
    return text.translate(_PLAIN).translate(_BEFORE_RADICALS)


def split(folded: str) -> Label:
    """Take the enumerator off a folded label."""
    match = _ENUMERATOR.match(folded)
    if match is None:
        return Label(None, folded)
    rest = folded[match.end() :]
    if match["inner"] is not None:
        enumerator = Enumerator(3, int(match["inner"]))
    else:
        level, numeral = (1, match["outer"]) if match["outer"] is not None else (2, match["middle"])
        number = _numeral(numeral)
        if number is None:
            return Label(None, folded)
        enumerator = Enumerator(level, number)
    return Label(enumerator, rest) if rest else Label(None, folded)


def label(text: str) -> Label:
    """Fold a printed label and split its enumerator off."""
    return _label_short(text) if len(text) <= LONGEST_LABEL else split(_fold(text))


@lru_cache(maxsize=16384)
def _label_short(text: str) -> Label:
    return split(_fold(text))


def _numeral(text: str) -> int | None:
    """A Chinese numeral from 一 to 九十九."""
    if "十" not in text:
        return _NUMERALS.index(text) + 1 if len(text) == 1 else None
    tens, _, units = text.partition("十")
    if len(tens) > 1 or len(units) > 1 or "十" in tens + units:
        return None
    return 10 * (_NUMERALS.index(tens) + 1 if tens else 1) + (_NUMERALS.index(units) + 1 if units else 0)
