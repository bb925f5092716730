"""Forms and formats from other distributions, found through their entry points.

Nothing is looked for until layouts or readers are asked for, and then once; ``refresh`` looks again. What cannot be
used is left out, kept in ``problems`` and warned of once. ``GOVDISCLOSE_NO_PLUGINS=1`` turns all of it off.
"""

from __future__ import annotations

from govdisclose.plugins._find import (
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
    "Plugin",
    "PluginProblem",
    "PluginWarning",
    "installed",
    "layouts",
    "note",
    "origin",
    "problems",
    "readers",
    "refresh",
    "turned_off",
]
