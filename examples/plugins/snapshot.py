"""Writes every result for the examples, to be compared: plugins must change none of them."""

from __future__ import annotations

import sys
from pathlib import Path

from govdisclose import parse
from govdisclose.errors import GovdiscloseError
from govdisclose.export import to_json

EXAMPLES = Path(__file__).parents[1]
FILES = sorted(
    path for folder in ("reports", "odd") for path in (EXAMPLES / folder).iterdir() if path.is_file()
)


def said(path: Path) -> str:
    """The whole result as a line of JSON, or the kind of error (its words name what is installed)."""
    try:
        return to_json(parse(path), source=path.name, indent=None)
    except GovdiscloseError as error:
        return f"{path.name}: {type(error).__name__}"


def main() -> None:
    """One line for each file."""
    assert len(FILES) > 15
    sys.stdout.writelines(said(path) + "\n" for path in FILES)


if __name__ == "__main__":
    main()
