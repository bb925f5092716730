"""What the options of ``check`` and ``rollup`` stand for: rules, waivers, renamed organs."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from govdisclose.checking import Rule, Waiver
    from govdisclose.cli.config import Config

__all__ = ["chosen_rules", "chosen_successors", "chosen_waivers"]


def chosen_rules(selected: Sequence[str], ignored: Sequence[str], config: Config) -> tuple[Rule, ...]:
    """The rules to run; what is given on the command line stands before what the configuration says."""
    from govdisclose.checking import UnknownRuleError, choose_rules, installed_rules

    # What is named on the command line stands over the project's file as a whole.
    given = bool(selected or ignored)
    select, ignore = (_split(selected), _split(ignored)) if given else (config.select, config.ignore)
    try:
        return choose_rules(installed_rules(), select, ignore)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None


def chosen_successors(path: str | None) -> Mapping[str, str]:
    """Old names of organs with the new ones. Raises ``click.UsageError``."""
    if path is None:
        return {}
    from govdisclose.checking import SuccessorsError, read_successors
    from govdisclose.files import read_file
    from govdisclose.limits import DEFAULT_LIMITS

    try:
        content = read_file(path, DEFAULT_LIMITS)
    except OSError as error:
        raise click.UsageError(f"--successors {path!r}: {error.strerror or error}") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", "replace")  # what Excel saves in China
    try:
        return read_successors(text).renamed()
    except SuccessorsError as error:
        raise click.UsageError(f"--successors {path!r}: {error}") from None


def _split(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def chosen_waivers(path: str | None, files: Sequence[str]) -> tuple[Waiver, ...]:
    """Those of the file that is given, or else of each that stands beside the reports."""
    from govdisclose.checking import WAIVERS_FILE, WaiverError, installed_rules, load_waivers

    beside = dict.fromkeys(os.path.join(os.path.dirname(file), WAIVERS_FILE) for file in files)
    places = [path] if path is not None else [place for place in beside if os.path.isfile(place)]
    known = [rule.id for rule in installed_rules()]
    try:
        return tuple(waiver for place in places for waiver in load_waivers(place, known))
    except (WaiverError, OSError) as error:
        raise click.UsageError(f"waivers: {error}") from None
