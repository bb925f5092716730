"""Text as printed, and the form in which labels are compared.

*Fold, then split.* ``fold`` makes two printings of one label equal: NFKC, CJK radicals to the characters that
they stand for (NFKC mends U+2F00–2FDF and not U+2E80–2EFF), quotation marks to one kind, white space and
invisible characters removed. ``split`` takes the enumerator (一、 （一） 1.) off a folded label.

NFKC costs more than its input: it makes eighteen characters of one, and sorts marks with the square of their number.
What is longer than any label, or has more marks in a row than any character bears, is no label: it is left as it is.
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
    "Shorter",
    "Wording",
    "fold",
    "fold_prose",
    "is_blank",
    "label",
    "one_line",
    "simplify",
    "split",
    "unradical",
    "wording",
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
_CHANGED = re.compile(f"[{''.join(_RADICALS | _QUOTES)}]")  # a translation costs a hundred times this look

_BEFORE_RADICALS = str.maketrans(_RADICALS)

_ENUMERATOR = re.compile(
    r"(?:(?P<outer>[一二三四五六七八九十]{1,3})[、.,:]"
    r"|\((?P<middle>[一二三四五六七八九十]{1,3})\)[、.]?"
    r"|(?P<inner>\d{1,2})[.、,](?!\d))"
)
_NUMERALS = "一二三四五六七八九十"

# Traditional forms of the characters that occur in the official labels, and of some in names of organs, for
# traditional-script copies.
_TRADITIONAL_FORMS = (
    "報總體況動開處復複議訴訟問題進項關機規範數對條許強業務費購額單萬類國屬於穩護權內過執詢無現沒補後舉訪請確認獲結轉"
    "繼續辦審維糾經應會組織構計區隻給檔減廢製發採較負準樣員鉤為該與將從設個間導實據證號劃學識標產資財稅環農貿"
    "網絡線電話傳聯統圖書館廳級縣鄉遠運輸調釋習獎勵懲罰歷當場郵銀鐵醫療養險勞衛災爭監檢驗測擬徵"
    "鎮隊團門廣貴雲陝肅寧龍蘇遼黨慶",
    "报总体况动开处复复议诉讼问题进项关机规范数对条许强业务费购额单万类国属于稳护权内过执询无现没补后举访请确认获结转"
    "继续办审维纠经应会组织构计区只给档减废制发采较负准样员勾为该与将从设个间导实据证号划学识标产资财税环农贸"
    "网络线电话传联统图书馆厅级县乡远运输调释习奖励惩罚历当场邮银铁医疗养险劳卫灾争监检验测拟征"
    "镇队团门广贵云陕肃宁龙苏辽党庆",
)
_TRADITIONAL = str.maketrans(*_TRADITIONAL_FORMS)
_IS_TRADITIONAL = re.compile(f"[{_TRADITIONAL_FORMS[0]}]")


_UNREAD = "\ufffc"  # stands for what is shown and was not read

LONGEST_LABEL = 400
"""Characters that a label may have with all white space in it; no longer text is taken for one."""

_LONGEST_LINE = 2_000
_MOST_MARKS = 30  # combining marks in a row; Unicode's "stream-safe" text has no more either
# A look at the blocks that have combining marks; few texts have so many characters of them in a row.
_MAY_BE_MARKS = re.compile(
    r"[\u0300-\u1dff\u20d0-\u20ff\u2ce0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6ff\ua800-\uabff\ufb1e\ufe20-\ufe2f"
    r"\U000101fd-\U0001efff]{31}"
)
# White space, format and control characters: what prints nothing and ``fold`` takes out.
_INVISIBLE = (
    r"\s\0-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_SEEN_CHARACTER = re.compile(f"[^{_INVISIBLE}]")
_UNSEEN_CHARACTERS = re.compile(f"[{_INVISIBLE}]+")


class Enumerator(NamedTuple):
    """The ordinal before a label: ``level`` 1 for 一、, 2 for （一）, 3 for 1.; ``number`` from 1."""

    level: int
    number: int


class Shorter(NamedTuple):
    """A label without what may be a note at its end: the folded words that are left, and what was taken off.

    ``mark``: only signs that point to a note (①, *, [1]) were taken off, and no instruction in brackets.
    """

    core: str
    note: str
    mark: bool


class Label(NamedTuple):
    """A folded label: its enumerator, if it has one, and the words after it."""

    enumerator: Enumerator | None
    core: str


class Wording(NamedTuple):
    """A label as it may be printed: with notes at its end, or without them.

    ``shorter`` are the ways to read it without them, the longest first; there are seldom any.
    """

    enumerator: Enumerator | None
    core: str
    shorter: tuple[Shorter, ...] = ()


def is_blank(text: str) -> bool:
    """Whether nothing is printed: only white space (of any width) and invisible characters."""
    return not text or (not text.isalnum() and _SEEN_CHARACTER.search(text) is None)


def fold(text: str) -> str:
    """The form in which two labels are compared. Never use it on a number: it makes ② a 2.

    A text that cannot be a label comes back as it is: one of more than ``LONGEST_LABEL`` characters, one that folds
    to twice as many, or one with more than 30 combining marks in a row.
    """
    return _fold_short(text) if len(text) <= LONGEST_LABEL else text


def fold_prose(text: str) -> str:
    """A text of any length, folded piece by piece so that labels can be looked for within it."""
    return "".join(_fold(text[at : at + LONGEST_LABEL]) for at in range(0, len(text), LONGEST_LABEL))


def _fold(text: str) -> str:
    if _has_many_marks(text):
        return text
    folded = _before(unicodedata.normalize("NFKC", _before(text)))
    if len(folded) > 2 * LONGEST_LABEL:
        return text
    kept = _UNSEEN_CHARACTERS.sub("", folded)
    # A picture or a sign beside a label takes nothing from the label; alone it is not blank.
    return (kept.replace(_UNREAD, "") or _UNREAD) if _UNREAD in kept else kept


def _before(text: str) -> str:
    return text.translate(_BEFORE) if _CHANGED.search(text) else text


def _has_many_marks(text: str) -> bool:
    if _MAY_BE_MARKS.search(text) is None:
        return False
    count = 0
    for char in text:
        count = count + 1 if unicodedata.combining(char) else 0
        if count > _MOST_MARKS:
            return True
    return False


# Long texts are not kept: a page may hold any number of them.
_fold_short = lru_cache(maxsize=16384)(_fold)


def one_line(text: str) -> str:
    """The text with each run of white space as one space, for a message: of a very long one its beginning and ``…``."""
    if len(text) <= _LONGEST_LINE:
        return " ".join(text.split())
    return " ".join(text[:_LONGEST_LINE].split()) + "…"


def simplify(folded: str) -> str:
    """Traditional characters of the official labels to the simplified ones; all others stay."""
    return folded.translate(_TRADITIONAL) if _IS_TRADITIONAL.search(folded) else folded


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
    """Fold a printed label and split its enumerator off. What cannot be a label stands whole, as ``fold`` leaves it."""
    return _label_short(text) if len(text) <= LONGEST_LABEL else Label(None, text)


@lru_cache(maxsize=16384)
def _label_short(text: str) -> Label:
    return split(_fold(text))


def wording(text: str) -> Wording:
    """The label that a text is, with and without what may be notes at its end."""
    return _wording(text) if len(text) <= LONGEST_LABEL else Wording(*label(text))


@lru_cache(maxsize=16384)
def _wording(text: str) -> Wording:
    return Wording(*_label_short(text), _without_notes(text))


# Looked for in the text as printed: folded, ① and ¹ are a 1 like any other.
_SIGNS = (
    "\u2460-\u2473\u24f5-\u24fe\u2776-\u2793\u3251-\u325f\u32b1-\u32bf"  # digits in circles
    "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"  # raised digits
    "*＊\u2217\u204e※†‡#＃"
)
_MARK = re.compile(
    rf"[{_SIGNS}]"
    r"|[\[［【〔]\s*[0-9０-９]{1,2}\s*[\]］】〕]"
    rf"|[(（\[［【〔]?\s*见?[脚尾]?注释?\s*[:：]?\s*(?:[0-9０-９]{{1,2}}|[{_SIGNS}一二三四五六七八九十])\s*[)）\]］】〕]?"
)
_LONGEST_MARK = 16
_ENDS = re.compile(rf"[{_SIGNS}0-9０-９一二三四五六七八九十)）\]］】〕]")
# Stripped, and not matched at the end: a search tries each of the blanks that a text may be full of.
_TRAILING = (
    " \t\n\r\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f"
    "\u202f\u205f\u2060\u3000\ufeff\u00ad\ufffc"
)
_BETWEEN = _TRAILING + ",，、;；"
_MOST_NOTES = 4

# In brackets behind a label, these say that the number is of another kind, of another year, or a part.
_OTHER = re.compile(
    r"单位:|\A单位|[%‰]|元(?:\Z|[,、;])|人民币|占比|比例|比重|其中|累计|历年|上年|上一年|去年|同比|环比|人均|[小合总]计"
    r"|\A[十百千万亿]*[件条项个宗次份人篇部]\Z"
)
_UNIT = re.compile(r"(?:单位:?)?[件条项个宗次份]")  # what is counted; how many at a time is not said


def _without_notes(text: str) -> tuple[Shorter, ...]:
    """The label without its last note, without its last two …: note marks, and instructions in brackets."""
    rest = text.rstrip(_TRAILING)
    found: list[Shorter] = []
    whole = rest
    mark = True
    while len(found) < _MOST_NOTES and rest and _ENDS.match(rest[-1]):
        if (start := _mark_start(rest)) is None:
            if (start := _instruction_start(rest)) is None:
                break
            mark = False
        rest = rest[:start].rstrip(_BETWEEN)
        core = split(_fold(rest)).core
        if not core:
            break
        found.append(Shorter(core, whole[len(rest) :].strip(), mark))
    return tuple(found)


def _mark_start(text: str) -> int | None:
    """Where the note mark begins that the text ends with."""
    for start in range(max(len(text) - _LONGEST_MARK, 1), len(text)):
        if _MARK.fullmatch(text, start):
            return start
    return None


def _instruction_start(text: str) -> int | None:
    """Where the brackets open that the text ends with, if words stand in them that leave the label what it is."""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] in ")）") - (text[at] in "(（")
        if depth == 0:
            if text[at] not in "(（":
                return None
            inside, before = _fold(text[at + 1 : -1]), _fold(text[:at])
            if _UNIT.fullmatch(inside):
                return at
            letters = [char for char in inside if char.isalpha() and char not in _NUMERALS]
            other = _OTHER.search(inside)
            return at if len(letters) > 1 and (other is None or other[0] in before) else None
    return None


def _numeral(text: str) -> int | None:
    """A Chinese numeral from 一 to 九十九."""
    if "十" not in text:
        return _NUMERALS.index(text) + 1 if len(text) == 1 else None
    tens, _, units = text.partition("十")
    if len(tens) > 1 or len(units) > 1 or "十" in tens + units:
        return None
    return 10 * (_NUMERALS.index(tens) + 1 if tens else 1) + (_NUMERALS.index(units) + 1 if units else 0)
