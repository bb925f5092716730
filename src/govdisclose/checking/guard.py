"""The rules of others at work: one that fails is left out and named, and the rest goes on."""

from __future__ import annotations

from govdisclose import plugins
from govdisclose.checking.assessment import Assessment
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Rule

__all__ = ["assessments"]

_BUILTIN = "govdisclose.checking."


def assessments(rule: Rule, case: Case) -> tuple[Assessment, ...] | None:
    """What a rule found; None where it failed, which is noted as a problem of its plugin."""
    if str(getattr(rule.run, "__module__", "")).startswith(_BUILTIN):
        return tuple(rule.run(case))
    try:
        found: tuple[object, ...] = tuple(rule.run(case))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a plugin may end the process as well as raise
        return _note(rule, f"run raised {plugins.words_of(error)}; the rule is left out of this report")
    sound = tuple(item for item in found if isinstance(item, Assessment) and item.rule == rule.id)
    if len(sound) < len(found):
        return _note(rule, f"run gave something else than assessments of {rule.id!r}; the rule is left out")
    return sound


def _note(rule: Rule, message: str) -> tuple[Assessment, ...] | None:
    plugin = plugins.origin(rule)
    name, version, point = (
        (plugin.distribution, plugin.version, plugin.name) if plugin is not None else ("", "", rule.id)
    )
    plugins.note(plugins.PluginProblem(name, version, plugins.RULES, point, message))
    return None
