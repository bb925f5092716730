"""Make the example reports and what reading them must give.

    python examples/make_reports.py           writes examples/reports, odd and expected
    python examples/make_reports.py --check   compares, and writes nothing

The words and the figures are in ``_sources``, written by hand; the shapes in ``_making``. What is expected is made
from the sources and never by reading the reports.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from _making.county import COUNTY
from _making.odd import ODD
from _making.recipes import RECIPES
from _making.source import load, names

HERE = Path(__file__).parent


def make() -> dict[Path, bytes]:
    """Every file with its bytes."""
    files: dict[Path, bytes] = {}
    stems = [Path(name).stem for name in RECIPES]
    if sorted(stems) != names():
        raise ValueError(f"sources and recipes differ: {sorted({*stems} ^ {*names()})}")
    for name, recipe in RECIPES.items():
        source = load(Path(name).stem)
        files[HERE / "reports" / name] = recipe(source)
        expected = json.dumps({"file": name} | source.expected(), ensure_ascii=False, indent=1) + "\n"
        files[HERE / "expected" / f"{source.name}.json"] = expected.encode()
    for name, content in COUNTY.items():
        files[HERE / "county" / name] = content
    for name, odd in ODD.items():
        files[HERE / "odd" / name] = odd()
    return files


def is_same(path: Path, content: bytes) -> bool:
    """Whether the file holds this. A Word file is compared part by part: how well zip packs varies."""
    if not path.exists():
        return False
    if path.suffix != ".docx":
        return path.read_bytes() == content
    if not is_zipfile(path) or not is_zipfile(BytesIO(content)):
        return path.read_bytes()[:14] == content[:14]  # cut off on purpose
    with ZipFile(path) as shipped, ZipFile(BytesIO(content)) as made:
        return shipped.namelist() == made.namelist() and all(
            shipped.read(name) == made.read(name) for name in made.namelist()
        )


def main() -> int:
    files = make()
    folders = ("reports", "expected", "odd", "county")
    shipped = {path for folder in folders for path in (HERE / folder).rglob("*") if path.is_file()}
    differ = [path for path, content in files.items() if not is_same(path, content)]
    strange = sorted(shipped - files.keys())
    if "--check" in sys.argv[1:]:
        for path in (*differ, *strange):
            print(f"{path.relative_to(HERE)} is not what make_reports.py makes")
        return 1 if differ or strange else 0
    for path in differ:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
        print(f"wrote {path.relative_to(HERE)}")
    for path in strange:
        print(f"{path.relative_to(HERE)} is made by nothing here; delete it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
