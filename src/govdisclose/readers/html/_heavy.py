"""Which elements of a page can make text look otherwise than plain, found from all its styles together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Any

from lxml import etree

from govdisclose.readers.html._cascade import Rule, Sheets, own_style
from govdisclose.readers.html._colours import BLACK, LINK, WHITE, Colour, apart, legacy
from govdisclose.readers.html._defaults import HEAVY_TAGS, SIZED_TAGS
from govdisclose.readers.html._descend import SYMBOLS
from govdisclose.readers.html._properties import Declared
from govdisclose.readers.html._style import BLOCK, CELLS, INLINE, KINDS, ROWS, is_within
from govdisclose.text import is_blank

__all__ = ["Heavy", "is_blank_content"]

_STYLES: Callable[[etree._Element], Any] = etree.XPath("//@style", smart_strings=False)
_STYLED: Callable[[etree._Element], Any] = etree.XPath("//*[@style]")
# Asked first, since it takes a tenth of the time.
_ANY_MARKED: Callable[[etree._Element], Any] = etree.XPath(
    "boolean(//@hidden | //@dir | //@bgcolor | //@popover)"
)
_MARKED: Callable[[etree._Element], Any] = etree.XPath("//*[@hidden or @dir or @bgcolor or @popover]")
_NEAR = 32.0
_MOST_PAIRS = 40_000
# What a block or a part of a table has of its own, or what does nothing to it.
_OF_BLOCKS = frozenset(("display", "float", "vertical-align", "margin-left", "margin-right"))
_OF_PARTS = _OF_BLOCKS | {"width", "height", "max-width", "max-height", "order"}
_PICTURE = frozenset(("picture",))
_STACKING = frozenset(("grid", "column"))
"""What places the elements within: it matters in cells alone, and whole pages are laid out by it."""
_BLANK_CONTENT = frozenset(
    ("none", "normal", "inherit", "initial", "unset", "", '""', "''", "open-quote", "no-open-quote")
)


class Heavy:
    """The elements below which looks are worked out, found once for a page."""

    def __init__(self, root: etree._Element, sheets: Sheets) -> None:
        self.root = root
        self.sheets = sheets
        self.elements: set[etree._Element] = set(root.iter(*HEAVY_TAGS))
        self.touched: set[etree._Element] = set()
        """The elements that something generated may stand in."""
        self.sprites: set[etree._Element] = set()
        """Elements without text that have a picture behind them."""
        self._inside: dict[etree._Element, bool] = {}
        """Whether elements stand in a cell, or are one, as far as it was asked."""
        self.pieced = next(root.iter(*SIZED_TAGS), None) is not None
        """Whether pieces of a line may be of different sizes."""
        self._find()

    def _find(self) -> None:
        root = self.root
        colours, grounds = {BLACK, LINK}, {WHITE}
        styles = {text: own_style(text, self.sheets.quirks) for text in set(_STYLES(root))}
        every = [*styles.values(), *(rule.declared for rule in self.sheets.rules)]
        for declared in every:
            colours.update(one for one in declared.colours if one.alpha)
            grounds.update(one for one in declared.grounds if one.alpha)
        marked = [*root.iter("font", "body"), *(_MARKED(root) if _ANY_MARKED(root) else ())]
        attributes = [(element, *_attributes(element)) for element in marked]
        for _, text, ground, _ in attributes:
            colours.update(text)
            grounds.update(ground)
        near, dark = _near(colours, grounds)
        for element, text, ground, heavy in attributes:
            if heavy or not near.isdisjoint(text) or not dark.isdisjoint(ground):
                self.elements.add(element)
        keeps = self._keeps(every)
        if any(
            declared.heavy or _matters(declared, "", near, dark, keeps=keeps) for declared in styles.values()
        ):
            self._find_styled(styles, near, dark, keeps=keeps)
        elif not self.pieced and any(declared.inline for declared in styles.values()):
            self.pieced = self._has_pieces(styles)
        self.pieced = self.pieced or any(
            rule.declared.inline and _may_be_inline(rule) for rule in self.sheets.rules
        )
        self._find_touched(near, dark, keeps=keeps)
        for element in list(self.elements):
            if element.tag in ("col", "colgroup"):
                self.elements.update(element.iterancestors("table"))

    def _note_sprite(self, element: etree._Element) -> None:
        if element.tag not in (*CELLS, *ROWS) and not len(element) and not (element.text or "").strip():
            self.sprites.add(element)
            self.elements.add(element)

    def _find_styled(
        self, styles: Mapping[str, Declared], near: Set[Colour], dark: Set[Colour], *, keeps: bool
    ) -> None:
        judged: dict[tuple[str, object], bool] = {}
        for element in _STYLED(self.root):
            text, tag = element.get("style"), element.tag
            declared = styles[text]
            matters = judged.get((text, tag))
            if matters is None:
                matters = judged[text, tag] = _matters(declared, str(tag), near, dark, keeps=keeps)
                if declared.inline and KINDS.get(tag, INLINE) == INLINE:
                    self.pieced = True
            if matters or self._stacks(declared, element):
                self.elements.add(element)
            if "picture" in declared.heavy:
                self._note_sprite(element)

    def _has_pieces(self, styles: Mapping[str, Declared]) -> bool:
        """Whether a style tells pieces of a line apart; the first that does is mostly near the begin of the page."""
        return any(
            styles[style].inline and KINDS.get(element.tag, INLINE) == INLINE
            for element in self.root.iter("*")
            if (style := element.get("style")) is not None
        )

    def _stacks(self, declared: Declared, element: etree._Element) -> bool:
        """Whether what is declared places the elements within an element of a cell."""
        return not _STACKING.isdisjoint(declared.heavy) and is_within(
            element, self._inside, lambda one: one.tag in CELLS
        )

    def _keeps(self, every: Iterable[Declared]) -> bool:
        """Whether white space is kept anywhere, so that it matters where it is not."""
        if any("white-space" in one.heavy for one in every if one.keeps):
            return True
        return next(self.root.iter("pre", "listing", "xmp", "plaintext"), None) is not None

    def _find_touched(self, near: Set[Colour], dark: Set[Colour], *, keeps: bool) -> None:
        sheets = self.sheets
        wanted = [
            rule
            for rule in sheets.rules
            if not _STACKING.isdisjoint(rule.declared.heavy)
            or (
                _matters(rule.declared, "", near, dark, keeps=keeps)
                and _matters(rule.declared, rule.selector.parts[0][1].tag, near, dark, keeps=keeps)
            )
        ]
        pictures = [rule for rule in sheets.rules if "picture" in rule.declared.heavy]
        for _, element in sheets.touched(self.root, pictures):
            self._note_sprite(element)
        for rule, element in sheets.touched(self.root, wanted):
            tag = str(element.tag)
            if _matters(rule.declared, tag, near, dark, keeps=keeps) or self._stacks(rule.declared, element):
                self.elements.add(element)
        of_letters = [
            rule
            for rule in sheets.generated
            if rule.selector.pseudo.startswith("first-")
            and _matters(rule.declared, "", near, dark, keeps=keeps)
        ]
        content = [
            rule
            for rule in sheets.generated
            # What is generated for print alone is no part of the page.
            if (rule.sure or not rule.selector.sure)
            and any(
                (name == "content" and not is_blank_content(value))
                or (name == "position" and value in ("absolute", "fixed"))
                for name, value in (*rule.declared.normal, *rule.declared.important)
            )
        ]
        for _, element in sheets.touched(self.root, [*of_letters, *content]):
            self.touched.add(element)
            self.elements.add(element)


def _near(colours: Set[Colour], grounds: Set[Colour]) -> tuple[Set[Colour], Set[Colour]]:
    """The colours of letters that may not be seen on some ground of the page, and the grounds that hide plain letters."""
    if len(colours) * len(grounds) > _MOST_PAIRS:
        return colours, grounds
    near = {one for one in colours if any(apart(one, ground) <= _NEAR for ground in grounds)}
    dark = {ground for ground in grounds if min(apart(ground, BLACK), apart(ground, LINK)) <= _NEAR}
    return near, dark


def _matters(declared: Declared, tag: str, near: Set[Colour], dark: Set[Colour], *, keeps: bool) -> bool:
    """Whether what is declared for an element of that tag may change how text is seen; no tag is any."""
    heavy = declared.heavy - _PICTURE - _STACKING
    if heavy and tag:
        if tag in CELLS or tag in ROWS or tag in ("col", "colgroup", "caption", "body", "html"):
            heavy = heavy - _OF_PARTS
        elif KINDS.get(tag, INLINE) == BLOCK:
            heavy = heavy - _OF_BLOCKS
    if heavy or (keeps and declared.keeps):
        return True
    return not near.isdisjoint(declared.colours) or not dark.isdisjoint(declared.grounds)


def _may_be_inline(rule: Rule) -> bool:
    tag = rule.selector.parts[0][1].tag
    return not tag or KINDS.get(tag, INLINE) == INLINE


def _attributes(element: etree._Element) -> tuple[list[Colour], list[Colour], bool]:
    """The colours that attributes name, the grounds, and whether the element matters without them."""
    get = element.get
    tag = element.tag
    text = [
        legacy(value)
        for name in ("color", "text")
        if (value := get(name)) and (tag == "font" or name == "text")
    ]
    ground = legacy(get("bgcolor") or "")
    heavy = (
        SYMBOLS.match((get("face") or "").lower()) is not None
        or get("hidden") is not None
        or get("popover") is not None
        or (get("dir") or "").strip().lower() == "rtl"
    )
    return [one for one in text if one], [ground] if ground else [], heavy


def is_blank_content(value: str) -> bool:
    """Whether what is generated holds no character that is seen."""
    return value in _BLANK_CONTENT or (value[:1] in "\"'" and is_blank(value.strip("\"' \t")))
