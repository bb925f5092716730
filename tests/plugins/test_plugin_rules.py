"""Rules that plugins bring: found, run, and left out where they cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from plugin_samples import Site, make_site, wrong

from govdisclose.checking import Example, Rule, builtin_rules, check, installed_rules
from govdisclose.checking.example import result_of
from govdisclose.plugins import PluginWarning

RULE = """
from govdisclose.checking import Example, Outcome, Rule, Severity, Words
def run(case):
    path = "reviews::litigation/direct/total"
    value = case.value(path)
    if value is not None:
        yield RULE.assess(Outcome.BROKEN if value else Outcome.HOLDS, value=value, paths=[path])
W = Words("no lawsuits", "无诉讼")
RULE = Rule("{id}", Severity.INFO, frozenset({{"tables"}}), run, W, W, W, W,
    right=(Example(),), wrong=(Example(entries={{"reviews::litigation/direct/total": "1"}}),){more})
"""


@pytest.fixture(name="site")
def site_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    yield from make_site(tmp_path, monkeypatch)


def rule_code(identifier: str = "no-lawsuit", more: str = "") -> str:
    return RULE.format(id=identifier, more=more)


def own() -> list[Rule]:
    return [rule for rule in installed_rules() if rule not in builtin_rules()]


def test_a_rule_is_found_runs_and_keeps_the_laws(site: Site) -> None:
    from govdisclose.testing.conformance import check_rule

    site.put("lawsuits", rule_code(), rules={"lawsuits": "RULE"})
    (rule,) = own()
    assert rule.id == "no-lawsuit"
    checked = check(result_of(Example()))
    assert "no-lawsuit" in checked.rules
    assert check_rule(rule) == {}


def test_a_tuple_of_rules_is_each_judged_by_itself(site: Site) -> None:
    code = rule_code() + 'from attrs import evolve\nRULES = (RULE, evolve(RULE, id="Other"))\n'
    site.put("lawsuits", code, rules={"lawsuits": "RULES"})
    with pytest.warns(PluginWarning, match="Other: the id 'Other' is not made of"):
        assert [rule.id for rule in own()] == ["no-lawsuit"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("RULE = 1", "is of type int, expected a Rule or a tuple of them"),
        (rule_code("old-form"), "brings the id 'old-form', which is built in and cannot be replaced"),
        (rule_code(more=", rule_version=9"), "is made for version 9 of the rules"),
        (rule_code().replace("Severity.INFO", '"info!"'), "severity is 'info!', expected a Severity"),
        (rule_code().replace('{"tables"}', '{"weather"}'), "expected a frozenset of before, children"),
        (rule_code().replace("right=(Example(),)", "right=()"), "has no right or no wrong example"),
        ("raise SystemExit", "raised SystemExit"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named_and_left_out(code: str, words: str, site: Site) -> None:
    site.put("broken", code, rules={"broken": "RULE"})
    with pytest.warns(PluginWarning, match="rule 'broken'"):
        assert own() == []
    assert any(words in problem for problem in wrong())


def test_the_switch_turns_rules_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("lawsuits", rule_code(), rules={"lawsuits": "RULE"})
    monkeypatch.setenv("GOVDISCLOSE_NO_PLUGINS", "1")
    assert own() == []


@pytest.mark.parametrize(
    "rule", [rule for rule in builtin_rules() if "children" not in rule.needs], ids=lambda rule: rule.id
)
def test_the_built_in_rules_keep_the_laws_of_plugins(rule: Rule) -> None:
    from govdisclose.testing.conformance import check_rule

    assert check_rule(rule) == {}
