"""``python -m govdisclose``: the command line."""

from __future__ import annotations

from govdisclose.cli import main

if __name__ == "__main__":
    main(prog_name="python -m govdisclose")
