"""SARIF 2.1.0: the four outcomes are pass, fail, open and notApplicable; waivers are suppressions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from urllib.parse import quote

from govdisclose.checking import Assessment, Outcome, Rule, Severity, Waiver, installed_rules
from govdisclose.export._escape import escape_unseen
from govdisclose.export._forms import JSON
from govdisclose.reporting.item import Item
from govdisclose.reporting.messages import message

__all__ = ["to_sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KIND = {
    Outcome.HOLDS: "pass",
    Outcome.BROKEN: "fail",
    Outcome.NOT_ASSESSABLE: "open",
    Outcome.NOT_ASKED: "notApplicable",
}
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(items: Iterable[Item], language: str, version: str) -> str:
    """All that was compared, as one run. ``version`` is that of the program."""
    declared = installed_rules()
    at = {rule.id: number for number, rule in enumerate(declared)}
    results: list[JSON] = []
    for item in items:
        results += [_result(entry, item, language, at, None) for entry in item.checked.assessments]
        results += [
            _result(entry.assessment, item, language, at, entry.waiver) for entry in item.checked.waived
        ]
    driver: dict[str, JSON] = {
        "name": "govdisclose",
        "version": version,
        "rules": [_rule(rule, language) for rule in declared],
    }
    log: dict[str, JSON] = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": "zh-CN" if language == "zh" else "en-US",
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return escape_unseen(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"


def _rule(rule: Rule, language: str) -> dict[str, JSON]:
    why, remedy = rule.why.say(language), rule.remedy.say(language)
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": rule.title.say(language)},
        "fullDescription": {"text": rule.means.say(language)},
        "help": {"text": f"{why}{'' if language == 'zh' else ' '}{remedy}"},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(
    entry: Assessment, item: Item, language: str, at: dict[str, int], waiver: Waiver | None
) -> dict[str, JSON]:
    words = message(entry, item.layout, language)
    text = " ".join(part for part in (words.text, words.remedy) if part) or words.title
    broken = entry.outcome is Outcome.BROKEN
    found: dict[str, JSON] = {
        "ruleId": entry.rule,
        "kind": _KIND[entry.outcome],
        "level": _LEVEL[entry.severity] if broken else "none",
        "message": {"text": text},
        "locations": [_location(entry, item, words.place)],
        "partialFingerprints": {"govdisclose/v1": _fingerprint(entry, item)},
    }
    if entry.rule in at:
        found["ruleIndex"] = at[entry.rule]
    if waiver is not None:
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": waiver.reason}]
    return found


def _location(entry: Assessment, item: Item, place: str) -> dict[str, JSON]:
    physical: dict[str, JSON] = {"artifactLocation": {"uri": quote(item.source.replace("\\", "/"))}}
    if entry.at is not None and entry.at.line is not None:
        physical["region"] = {"startLine": entry.at.line}
    found: dict[str, JSON] = {"physicalLocation": physical}
    if place:
        found["logicalLocations"] = [
            {"fullyQualifiedName": place, **({"name": entry.paths[0]} if entry.paths else {})}
        ]
    return found


def _fingerprint(entry: Assessment, item: Item) -> str:
    """The same as long as report, rule, place and numbers are."""
    parts = (
        item.checked.organ,
        item.checked.year,
        entry.rule,
        entry.section,
        entry.text,
        entry.paths,
        entry.value,
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:32]
