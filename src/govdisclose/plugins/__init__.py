"""Forms and formats from other distributions, found through their entry points.

Nothing is looked for until layouts or readers are asked for, and then once; ``refresh`` looks again. What cannot be
used is left out, kept in ``problems`` and warned of once. ``GOVDISCLOSE_NO_PLUGINS=1`` turns all of it off.
"""

from __future__ import annotations

from govdisclose.plugins._examine import Brought, examine, words_of
from govdisclose.plugins._find import (
    Examine,
    brought,
    installed,
    layouts,
    note,
    origin,
    problems,
    readers,
    refresh,
    turned_off,
)
from govdisclose.plugins._values import (
    BUILTIN_IDS,
    ID,
    LAYOUTS,
    NO_PLUGINS,
    READERS,
    RULES,
    Identified,
    Plugin,
    PluginProblem,
    PluginWarning,
)

__all__ = [
    "BUILTIN_IDS",
    "ID",
    "LAYOUTS",
    "NO_PLUGINS",
    "READERS",
    "RULES",
    "Brought",
    "Examine",
    "Identified",
    "Plugin",
    "PluginProblem",
    "PluginWarning",
    "brought",
    "examine",
    "installed",
    "layouts",
    "note",
    "origin",
    "problems",
    "readers",
    "refresh",
    "turned_off",
    "words_of",
]
