"""What ``[tool.govdisclose]`` in a pyproject.toml says, for the folder that one works in."""

from __future__ import annotations

import tomllib
from pathlib import Path

import click
from attrs import frozen

__all__ = ["Config", "load_config"]

_LISTS = ("select", "ignore")
_TEXTS = ("waivers", "successors")


@frozen
class Config:
    """Options of ``check`` that hold where none is given. Paths are as from the folder of the file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    waivers: str | None = None
    successors: str | None = None


def load_config(folder: Path) -> Config:
    """The table of the nearest pyproject.toml upwards, if it has one. Raises ``click.UsageError``."""
    for place in (folder, *folder.parents):
        path = place / "pyproject.toml"
        if path.is_file():
            return _read(path)
    return Config()


def _read(path: Path) -> Config:
    try:
        tool = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Config()  # a broken file of a project that is none of ours
    table = tool.get("govdisclose", {}) if isinstance(tool, dict) else {}
    where = f"{path}: [tool.govdisclose]"
    if not isinstance(table, dict):
        raise click.UsageError(f"{where} is no table")
    found: dict[str, object] = {}
    for name, value in table.items():
        if name in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise click.UsageError(f"{where}: {name} is {value!r}, expected a list of rules")
            found[name] = tuple(value)
        elif name in _TEXTS:
            if not isinstance(value, str):
                raise click.UsageError(f"{where}: {name} is {value!r}, expected the name of a file")
            found[name] = str(path.parent / value)
        elif name == "strict":
            if not isinstance(value, bool):
                raise click.UsageError(f"{where}: strict is {value!r}, expected true or false")
            found[name] = value
        else:
            known = ", ".join((*_LISTS, *_TEXTS, "strict"))
            raise click.UsageError(f"{where}: {name!r} is not known; there are {known}")
    return Config(**found)  # type: ignore[arg-type]
