"""What is known of a plugin, and what can be wrong with one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from attrs import frozen

__all__ = [
    "BUILTIN_IDS",
    "ID",
    "LAYOUTS",
    "NO_PLUGINS",
    "READERS",
    "RULES",
    "Identified",
    "Plugin",
    "PluginProblem",
    "PluginWarning",
]

LAYOUTS = "govdisclose.layouts"
"""The entry-point group of a ``Layout`` or a tuple of them."""

READERS = "govdisclose.readers"
"""The entry-point group of a ``Reader``."""

RULES = "govdisclose.rules"
"""The entry-point group of a ``Rule`` or a tuple of them."""

NO_PLUGINS = "GOVDISCLOSE_NO_PLUGINS"
"""The environment variable that turns plugins off: any value but the empty one and 0."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id looks like: ``fujian-2014``, ``xlsx``."""

BUILTIN_IDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        LAYOUTS: ("cn-2019", "cn-2021"),
        READERS: (
            *(
                "doc",
                "docx",
                "flat-opc",
                "html",
                "mht",
                "odt",
                "ofd",
                "pdf",
                "rtf",
                "spreadsheet",
                "text",
                "word-xml",
            ),
        ),
    }
)
"""The ids that no plugin can take, by group."""


class Identified(Protocol):
    """What a plugin brings: a value with an id."""

    @property
    def id(self) -> str:
        """The name by which it is asked for."""


class PluginWarning(UserWarning):
    """Something is wrong with a plugin; the rest of the library works on. Issued once for each problem."""


@frozen
class PluginProblem:
    """What is wrong with a plugin, and whose it is.

    ``group`` and ``name`` are those of the entry point; both are empty where the distribution's entry points
    cannot be read at all. ``distribution`` is empty for a reader that the caller passed.
    """

    distribution: str
    version: str
    group: str
    name: str
    message: str

    def __str__(self) -> str:
        kind = self.group.rpartition(".")[2].removesuffix("s")
        what = f"{kind} {self.name!r}" if self.name else ""
        whose = f"{self.distribution} {self.version}".strip()
        return f"{', '.join(part for part in (whose, what) if part)}: {self.message}"


@frozen
class Plugin:
    """One entry point.

    ``ids`` are those of the layouts or the reader that it brings, as far as they could be told; ``usable`` those
    of them that are used. Where the two differ, or there are none, ``problem`` says why.
    """

    group: str
    name: str
    distribution: str
    version: str
    ids: tuple[str, ...]
    usable: tuple[str, ...]
    problem: PluginProblem | None
