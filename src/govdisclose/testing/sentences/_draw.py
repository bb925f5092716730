"""Reports drawn: numbers for a form, and sentences that tell of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

import attrs
from attrs import frozen

from govdisclose.document import Document
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.testing.numbers import base_cells, completed
from govdisclose.testing.sentences._codes import path_of, paths_of, value_of
from govdisclose.testing.sentences._numbers import printed
from govdisclose.testing.sentences._words import AREA, CHOICES, ORGAN

__all__ = ["Said", "Telling", "altered", "report"]

_HEAD = re.compile(r"(cn-20\d\d|area|organ|overview|requests|reviews|others|problems):")
_WORD = re.compile(r"\[([a-z]+)\]")
_SLOT = re.compile(r"\{([^{}]+)\}|<([^<>]+)=([^<>=]+)>")

Value = int | Decimal


@frozen
class Said:
    """A number in the prose of a report: where it stands and what it may mean.

    ``meanings`` are expressions of codes, empty for a number that is not about the tables; ``share`` tells that it is
    a share, ``rough`` that it is about so many. ``words`` tells that it is zero said in words.
    """

    section: str
    start: int
    text: str
    meanings: tuple[str, ...]
    value: Value | None
    words: bool = False
    share: bool = False


@frozen(eq=False)
class Telling:
    """A report with prose: the form, what its tables print by path, its sections and the numbers in them."""

    layout: Layout
    organ: str
    year: int
    entries: Mapping[str, Value]
    prose: Mapping[str, str]
    said: tuple[Said, ...]

    @property
    def document(self) -> Document:
        """The report as a document."""
        texts: dict[str, dict[tuple[str, str], str]] = {table.key: {} for table in self.layout.tables}
        for path, value in self.entries.items():
            table, row, column = path.split(":")
            texts[table][row, column] = f"{value:f}" if isinstance(value, Decimal) else str(value)
        title = [f"{self.organ}{self.year}年政府信息公开工作年度报告"]
        prose = {key: text.split("\n") for key, text in self.prose.items()}
        return draw(self.layout, texts, title=title, prose=prose)

    def agrees(self, said: Said) -> bool:
        """Whether one of its meanings is what the tables print."""
        for meaning in said.meanings:
            value = value_of(meaning, self.layout.id, self.entries.__getitem__)
            if value is not None and _same(
                said, Decimal(str(float(value))) if isinstance(value, Fraction) else Decimal(value)
            ):
                return True
        return False

    def paths(self, meaning: str) -> tuple[str, ...]:
        """The entries of one meaning."""
        return paths_of(meaning, self.layout.id)


def _same(said: Said, value: Decimal) -> bool:
    if said.value is None:
        return False
    number = Decimal(said.value)
    if said.share:
        places = len(said.text.rstrip("%").partition(".")[2])
        return abs(number - value) < Decimal(1).scaleb(-places)
    if said.text[-1] in "余多":
        return number <= value < number + (10 if number < 500 else 100)
    return number == value


def report(number: int, layout: Layout, templates: Sequence[str], sentences: int = 8) -> Telling:
    """The report of that number: the same number gives the same report."""
    random = Random(f"sentences {number}")  # noqa: S311 - to try with, not to hide
    entries = _entries(layout, random)
    area = random.random() < 0.3
    organ = "示例市人民政府" if area else "示例市示例局"
    year = random.randrange(2019, 2021) if layout.id == "cn-2019" else random.randrange(2021, 2026)
    lines: dict[str, list[str]] = {}
    found: list[Said] = []
    used: set[str] = set()
    for template in random.sample(list(templates), len(templates)):
        if len(used) == sentences:
            break
        heads, body = [], template
        while match := _HEAD.match(body):
            heads.append(match.group(1))
            body = body[match.end() :]
        if ("area" in heads and not area) or ("organ" in heads and area):
            continue
        if any(head.startswith("cn-") and head != layout.id for head in heads):
            continue
        section = next((head for head in heads if head in {"requests", "reviews", "others", "problems"}), "")
        body = _worded(body, random, AREA if area else ORGAN, year)
        told = _told(body, layout.id, entries, random)
        if told is None:
            continue
        used.add(template)
        text, numbers = told
        paragraphs = lines.setdefault(section or "overview", [])
        if paragraphs and random.random() < 0.3:
            before = paragraphs.pop()
            offset = len(before)
            text = before + text
        else:
            offset = 0
        offset += sum(len(line) + 1 for line in paragraphs)
        paragraphs.append(text)
        found += [
            attrs.evolve(item, section=section or "overview", start=item.start + offset) for item in numbers
        ]
    prose = {key: "\n".join(value) for key, value in lines.items()}
    return Telling(layout, organ, year, entries, prose, tuple(found))


def altered(telling: Telling, number: int) -> tuple[Telling, str]:
    """The report with one entry changed that its prose tells of, and the path of it; the prose stays."""
    random = Random(f"altered {number}")  # noqa: S311
    about = [item for item in telling.said if item.meanings]
    if not about:
        return telling, ""
    path = random.choice(telling.paths(random.choice(about).meanings[0]))
    value = telling.entries[path]
    digits = str(value)
    choices: list[Value] = [value + 1, value + 10]
    choices += [value - 1] if value >= 1 else []
    choices += [value - 10] if value >= 10 else []
    if isinstance(value, int) and len(digits) > 1 and digits[0] != digits[1] and digits[1] != "0":
        choices.append(int(digits[1] + digits[0] + digits[2:]))
    entries = {**telling.entries, path: random.choice(choices)}
    return attrs.evolve(telling, entries=entries), path


def _entries(layout: Layout, random: Random) -> dict[str, Value]:
    entries: dict[str, Value] = {}
    large = random.choice([3, 12, 60, 400])
    none = random.choice([0.3, 0.5, 0.8, 0.97])
    for table in layout.tables:
        numbers = {
            cell: 0 if random.random() < none else random.randrange(1, large)
            for cell in base_cells(table)
            if table.key != "requests" or cell[0] != "carried_in"
        }
        if table.key == "requests" and random.random() < 0.5:
            numbers["carried_out", "natural_person"] = random.randrange(1, 9)
            numbers["carried_in", "natural_person"] = random.randrange(0, 9)
        for (row, column), value in completed(table, numbers).items():
            entries[f"{table.key}:{row}:{column}"] = value
    for code in ("FEE", "PA"):
        try:
            path = path_of(code, layout.id)
        except KeyError:
            continue
        if random.random() < 0.6:
            entries[path] = Decimal(random.randrange(1, 900_000)).scaleb(-2)
    return entries


def _worded(body: str, random: Random, subjects: Sequence[str], year: int) -> str:
    choices = {**CHOICES, "s": tuple(subjects), "last": (str(year - 1),)}
    body = _WORD.sub(lambda match: random.choice(choices[match.group(1)]), body)
    return body.replace("{Y}", str(year)).lstrip("，")


def _told(
    body: str, form: str, entries: Mapping[str, Value], random: Random
) -> tuple[str, list[Said]] | None:
    text, done, found = "", 0, []
    for match in _SLOT.finditer(body):
        text += body[done : match.start()]
        done = match.end()
        slot, words, zero = match.groups()
        if words:
            if value_of(zero, form, entries.__getitem__) != 0:
                return None
            found.append(Said("", len(text), words, (zero,), 0, words=True))
            text += words
            continue
        said = _number(slot, form, entries, random)
        if said is None:
            return None
        found.append(attrs.evolve(said, start=len(text)))
        text += said.text
    return text + body[done:], found


def _number(slot: str, form: str, entries: Mapping[str, Value], random: Random) -> Said | None:
    expression, _, how = slot.partition(":")
    if expression.startswith("?"):
        value: Value = random.randrange(1, int(expression[1:]) + 1)
        return Said("", 0, printed(value, how, random), (), value)
    meanings = tuple(expression.split("|"))
    chosen = value_of(random.choice(meanings), form, entries.__getitem__)
    if chosen is None:
        return None
    text = printed(chosen, how, random)
    digits = "".join(c for c in text if c in "0123456789.")
    if how == "pct":
        return Said("", 0, text, meanings, Decimal(digits), share=True)
    if text[-1] in "余多":
        return Said("", 0, text, meanings, int(digits))
    assert isinstance(chosen, int | Decimal)
    return Said("", 0, text, meanings, chosen)
