"""The laws of a rule of the checker."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from attrs import evolve

from govdisclose.checking import Assessment, Case, Example, Outcome, Rule, builtin_rules
from govdisclose.checking.example import case_of
from govdisclose.testing.conformance._law import Law, as_test, problems_of

__all__ = ["check_rule", "rule_laws", "rule_tests"]

_HOSTILE = ("", "收到" * 2_000, "1" * 4_000, "（" * 2_000, "\ud800\x00\u202e", "件。\n" * 500)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def rule_laws(rule: Rule) -> tuple[Law, ...]:
    """Everything that must hold of a rule that a plugin brings."""
    return (
        Law("its id is its own", lambda: _id(rule)),
        Law("it says in English and in Chinese what it is", lambda: _words(rule)),
        Law("nothing is broken in a right example", lambda: _right(rule)),
        Law("something is broken in a wrong example", lambda: _wrong(rule)),
        Law("every assessment is its own and stands where it says", lambda: _places(rule)),
        Law("the same report gives the same assessments", lambda: _again(rule)),
        Law("prose without sense and tables without numbers make it raise nothing", lambda: _hostile(rule)),
    )


def check_rule(rule: Rule) -> Mapping[str, tuple[str, ...]]:
    """What is wrong with a rule, by the sentence that does not hold; empty if all is well."""
    return problems_of(rule_laws(rule))


def rule_tests(rule: Rule) -> Callable[[Law], None]:
    """A pytest test with a case for each law of a rule; give it a name that begins with ``test_``."""
    return as_test(rule_laws(rule))


def _id(rule: Rule) -> Iterator[str]:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id):
        yield f"{rule.id!r} is not made of a-z, 0-9 and single hyphens"
    if any(other.id == rule.id and other is not rule for other in builtin_rules()):
        yield f"{rule.id!r} is built in"


def _words(rule: Rule) -> Iterator[str]:
    for name in ("title", "means", "why", "remedy"):
        words = getattr(rule, name)
        if not words.en.strip():
            yield f"{name} has no English"
        if not _CHINESE.search(words.zh):
            yield f"{name} has no Chinese"


def _broken(rule: Rule, example: Example) -> list[Assessment]:
    return [item for item in rule.run(case_of(example)) if item.outcome is Outcome.BROKEN]


def _right(rule: Rule) -> Iterator[str]:
    if not rule.right:
        yield "there is no right example"
    for number, example in enumerate(rule.right, 1):
        for item in _broken(rule, example):
            yield f"right example {number}: {item.said or item.value} is called broken"


def _wrong(rule: Rule) -> Iterator[str]:
    if not rule.wrong:
        yield "there is no wrong example"
    for number, example in enumerate(rule.wrong, 1):
        if not _broken(rule, example):
            yield f"wrong example {number}: nothing is called broken"


def _cases(rule: Rule) -> Iterator[tuple[str, Case]]:
    for sort, examples in (("right", rule.right), ("wrong", rule.wrong)):
        for number, example in enumerate(examples, 1):
            yield f"{sort} example {number}", case_of(example)


def _places(rule: Rule) -> Iterator[str]:
    for name, case in _cases(rule):
        for item in rule.run(case):
            if item.rule != rule.id:
                yield f"{name}: an assessment of {item.rule!r}"
            if item.section is not None and item.text is not None and item.start is not None:
                section = case.result.report.section(item.section)
                text = section.text if section is not None else ""
                if text[item.start : item.start + len(item.text)] != item.text:
                    yield f"{name}: {item.text!r} does not stand at {item.start} of {item.section}"
            for path in item.paths:
                if path not in case.entries:
                    yield f"{name}: the form has no entry {path}"


def _again(rule: Rule) -> Iterator[str]:
    for name, case in _cases(rule):
        if tuple(rule.run(case)) != tuple(rule.run(case)):
            yield f"{name}: the second run gives others"


def _hostile(rule: Rule) -> Iterator[str]:
    blank = Example(rest="")
    for text in _HOSTILE:
        example = evolve(blank, prose={"overview": text, "requests": text, "others": text})
        last = evolve(example, year=example.year - 1) if "before" in rule.needs else None
        try:
            tuple(rule.run(case_of(evolve(example, before=last))))
        except Exception as error:  # whatever it is, it is the fault of the rule
            yield f"prose beginning {text[:6]!r} makes it raise {type(error).__name__}: {error}"
