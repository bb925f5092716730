"""Outputs for machines that show the outcome of a run: JUnit XML and GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring  # writes alone

from govdisclose.checking import Assessment, Outcome, Severity, count_outcomes
from govdisclose.export._escape import escape_unseen
from govdisclose.reporting.item import Item
from govdisclose.reporting.messages import message

__all__ = ["to_github", "to_junit"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(items: Iterable[Item], language: str) -> str:
    """One line for each thing that does not hold: ``::warning file=…,title=…::…``."""
    lines: list[str] = []
    for item in items:
        for broken in item.checked.broken:
            words = message(broken, item.layout, language)
            places = [f"file={_property(item.source)}"]
            if broken.at is not None and broken.at.line is not None:
                places.append(f"line={broken.at.line}")
            places.append(f"title={_property(words.title)}")
            text = _data(". ".join(part for part in (words.place, words.text, words.remedy) if part))
            lines.append(f"::{_COMMANDS[broken.severity]} {','.join(places)}::{text}\n")
    return escape_unseen("".join(lines))


def to_junit(items: Sequence[Item], language: str) -> bytes:
    """A suite for each report, a case for each rule that ran: failed where something does not hold, skipped where
    nothing could be told.
    """
    root = Element("testsuites", name="govdisclose check")
    for item in items:
        suite = SubElement(root, "testsuite", name=_xml(item.source))
        failed = skipped = 0
        for rule in item.checked.rules:
            own = [entry for entry in item.checked.assessments if entry.rule == rule]
            case = SubElement(suite, "testcase", name=rule, classname=_xml(item.checked.organ or item.source))
            broken = [entry for entry in own if entry.outcome is Outcome.BROKEN]
            if broken:
                failed += 1
                _fail(case, item, broken, language)
            elif count_outcomes(own)[Outcome.HOLDS] == 0:
                skipped += 1
                reasons = (
                    ", ".join(dict.fromkeys(entry.reason or "" for entry in own)) or "nothing to compare"
                )
                SubElement(case, "skipped", message=_xml(reasons))
        suite.set("tests", str(len(item.checked.rules)))
        suite.set("failures", str(failed))
        suite.set("skipped", str(skipped))
        suite.set("errors", "0")
    indent(root)
    written: bytes = tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _fail(case: Element, item: Item, broken: Sequence[Assessment], language: str) -> None:
    said = [message(entry, item.layout, language) for entry in broken]
    first = SubElement(case, "failure", message=_xml(said[0].text), type=broken[0].severity.value)
    first.text = _xml("\n".join(f"{words.place}: {words.text}. {words.remedy}" for words in said))


def _xml(text: str) -> str:
    """Without characters that XML cannot hold."""
    return "".join(
        char
        if char in "\t\n\r"
        or 0x20 <= ord(char) < 0xD800
        or 0xE000 <= ord(char) < 0xFFFE
        or ord(char) > 0xFFFF
        else "\ufffd"
        for char in text
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
