"""Which declarations apply to an element: what its tag and attributes say, the style sheets of the page, its own style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen
from lxml import etree

from govdisclose.limits import Limits
from govdisclose.readers.html._css import declarations, rules
from govdisclose.readers.html._media import Truth, media
from govdisclose.readers.html._properties import Declared, declared_of
from govdisclose.readers.html._selectors import Selector, Tries, matches, selectors

__all__ = ["Applied", "Rule", "Sheets", "own_style"]

_KEPT = 200_000  # characters: longer sheets are not remembered
_GENERATED = ("before", "after")
_OF_TEXT = ("first-line", "first-letter")
_LAST_LAYER = 1 << 30


class Rule(NamedTuple):
    """One selector with its declarations, which may matter; ``order`` decides between rules of one weight."""

    selector: Selector
    declared: Declared
    sure: bool
    layer: int
    order: int


class Applied(NamedTuple):
    """What applies to an element. ``unsure`` is what may apply beside it."""

    values: Mapping[str, str]
    unsure: tuple[Mapping[str, str], ...]


class _Prepared(NamedTuple):
    rules: tuple[Rule, ...]
    cost: int


@lru_cache(maxsize=4096)
def own_style(text: str, quirks: bool) -> Declared:
    """What a style attribute declares that may matter."""
    return declared_of(declarations(text), quirks=quirks)


def _prepare(text: str, quirks: bool, most: int) -> _Prepared:
    made: list[Rule] = []
    found, cost = rules(text, most)
    for raw in found:
        declared = declared_of(raw.declared, quirks=quirks)
        if not declared.normal and not declared.important:
            continue
        for selector in selectors(raw.selectors) or ():
            if selector.never or (selector.pseudo and selector.pseudo not in (*_GENERATED, *_OF_TEXT)):
                continue
            if not raw.sure and selector.sure and _is_for_all(selector):
                continue  # print sheets hide the whole page so, to show a part of it again
            layer = _LAST_LAYER if raw.layer is None else raw.layer
            made.append(Rule(selector, declared, raw.sure and selector.sure, layer, len(made)))
    return _Prepared(tuple(made), cost)


def _is_for_all(selector: Selector) -> bool:
    """Whether any element may be meant, whatever it is."""
    last = selector.parts[0][1]
    return not any((last.tag, last.ids, last.classes, last.attributes, last.places, last.kinds, last.any_of))


_prepare_kept = lru_cache(maxsize=32)(_prepare)


@frozen
class Sheets:
    """The style sheets of a page, as rules by what the element on their right must be."""

    tries: Tries
    quirks: bool
    rules: tuple[Rule, ...]
    generated: tuple[Rule, ...]
    """The rules for what stands before or after an element, or for its first letters."""
    _by_class: dict[str, list[Rule]] = field(factory=dict)
    _by_id: dict[str, list[Rule]] = field(factory=dict)
    _by_tag: dict[str, list[Rule]] = field(factory=dict)

    @classmethod
    def of(cls, root: etree._Element, limits: Limits, *, quirks: bool) -> Sheets:
        """The sheets of a page that are for the screen; linked ones are not fetched."""
        spent = 0

        def spend(steps: int) -> None:
            nonlocal spent
            spent += steps
            if spent > limits.styles:
                limits.check("styles", spent)

        plain: list[Rule] = []
        generated: list[Rule] = []
        for element in root.iter("style"):
            text = element.text or ""
            kind = (element.get("type") or "text/css").strip().lower()
            shown = media(element.get("media") or "")
            if not text.strip() or kind != "text/css" or shown is Truth.NO:
                continue
            prepare = _prepare_kept if len(text) <= _KEPT else _prepare
            made = prepare(text, quirks, limits.styles - spent)
            spend(made.cost)
            for rule in made.rules:
                placed = rule._replace(
                    sure=rule.sure and shown is Truth.YES, order=rule.order + len(plain) + len(generated)
                )
                (generated if rule.selector.pseudo else plain).append(placed)
        sheets = cls(Tries(spend, quirks=quirks), quirks, tuple(plain), tuple(generated))
        for rule in plain:
            sheets._sort(rule)
        return sheets

    def _sort(self, rule: Rule) -> None:
        last = rule.selector.parts[0][1]
        if last.ids:
            self._by_id.setdefault(last.ids[0].lower() if self.quirks else last.ids[0], []).append(rule)
        elif last.classes:
            name = last.classes[0]
            self._by_class.setdefault(name.lower() if self.quirks else name, []).append(rule)
        else:
            self._by_tag.setdefault(last.tag, []).append(rule)

    def touched(self, root: etree._Element, wanted: Iterable[Rule]) -> Iterator[tuple[Rule, etree._Element]]:
        """Each of some rules with each element that it touches, or may touch."""
        by_class: dict[str, list[Rule]] = {}
        for rule in wanted:
            last = rule.selector.parts[0][1]
            if last.classes:
                name = last.classes[0]
                by_class.setdefault(name.lower() if self.quirks else name, []).append(rule)
                continue
            for element in root.iter(last.tag or "*"):
                if matches(rule.selector, element, self.tries):
                    yield rule, element
        if by_class:
            for element in root.iter("*"):
                for name in self.tries.classes(element) if element.get("class") else ():
                    for rule in by_class.get(name, ()):
                        if matches(rule.selector, element, self.tries):
                            yield rule, element

    def applied(self, element: etree._Element, base: dict[str, str]) -> Applied:
        """What applies to an element; ``base`` is what its tag and attributes say, which any rule overrides."""
        found: list[Rule] = []
        if self.rules:
            found = self._matching(element)
        style = element.get("style")
        own = own_style(style, self.quirks) if style else None
        return _cascaded(found, own, base)

    def _matching(self, element: etree._Element) -> list[Rule]:
        found: list[Rule] = []
        buckets = [self._by_tag.get(str(element.tag)), self._by_tag.get("")]
        if self._by_id and (name := element.get("id")):
            buckets.append(self._by_id.get(name.lower() if self.quirks else name))
        if self._by_class:
            buckets += [self._by_class.get(name) for name in self.tries.classes(element)]
        for bucket in buckets:
            found += [rule for rule in bucket or () if matches(rule.selector, element, self.tries)]
        return found

    def touches(self, rule: Rule, element: etree._Element) -> bool:
        """Whether a rule is for an element, or may be."""
        return matches(rule.selector, element, self.tries)

    def generated_at(self, element: etree._Element, rules: Iterable[Rule]) -> dict[str, Applied]:
        """What applies to the pseudo-elements of an element, by name; ``rules`` are those that touch it."""
        found: dict[str, list[Rule]] = {}
        for rule in rules:
            found.setdefault(rule.selector.pseudo, []).append(rule)
        return {name: _cascaded(some, None, {}) for name, some in found.items()}


def _cascaded(found: list[Rule], own: Declared | None, base: dict[str, str]) -> Applied:
    values = base
    if found:
        found.sort(key=lambda rule: (rule.layer, rule.selector.weight, rule.order))
        for rule in found:
            if rule.sure:
                values.update(rule.declared.normal)
    if own is not None:
        values.update(own.normal)
    if found:
        # Among important declarations the first layer wins.
        for rule in sorted(found, key=lambda rule: -rule.layer):
            if rule.sure:
                values.update(rule.declared.important)
    if own is not None:
        values.update(own.important)
    unsure = tuple(
        {**values, **dict(rule.declared.normal), **dict(rule.declared.important)}
        for rule in found
        if not rule.sure
    )
    return Applied(values, unsure)
