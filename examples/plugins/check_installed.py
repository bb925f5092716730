"""What holds where the library and all plugins are installed from wheels: nothing is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

from govdisclose import plugins, registry

BROUGHT = ("beijing-2019", "fujian-2011", "fujian-2014")
LAZY = (
    "import sys, govdisclose; sys.exit(any(n.startswith(('govdisclose_', 'olefile')) for n in sys.modules))"
)


def main() -> None:
    """Raise for the first thing that is not so."""
    subprocess.run([sys.executable, "-c", LAZY], check=True)  # noqa: S603 - our own words
    assert [str(problem) for problem in plugins.problems()] == []
    assert ("cn-2019", "cn-2021", *BROUGHT) == tuple(layout.id for layout in registry.layouts())
    assert "cells" in [reader.id for reader in registry.readers()]


if __name__ == "__main__":
    main()
