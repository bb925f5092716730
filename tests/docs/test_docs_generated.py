"""The reference names everything that there is: it is made from the code, or held against it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from govdisclose import Limits, State, registry
from govdisclose.catalogue import CATALOGUE
from govdisclose.export import COLUMNS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(name: str) -> str:
    return (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")


def test_every_kind_of_finding_has_a_section_with_both_messages(generate: ModuleType) -> None:
    made = generate.findings()
    missing = [
        kind.id
        for kind in CATALOGUE.values()
        if f"### {kind.id}\n" not in made or kind.en not in made or kind.zh not in made
    ]
    assert missing == []


def test_the_glossary_pairs_every_key_with_its_label(generate: ModuleType) -> None:
    made = generate.glossary().splitlines()
    missing = [
        f"{layout.id} {table.key} {path}"
        for layout in registry.layouts()
        for table in layout.tables
        for prefix, part in table.parts()
        for path, heading in (part.stub.walk() if part.stub is not None else ())
        if not any(line.startswith(f"| `{prefix}{path}` | {heading.label} |") for line in made)
    ]
    assert missing == []


def test_every_limit_is_listed_with_its_meaning(generate: ModuleType) -> None:
    made = generate.limit_table()
    expected = [f"| `{field.name}` | {field.default:,} | " for field in attrs.fields(Limits)]
    assert [] == [start for start in expected if start not in made]


def test_every_part_is_included_by_a_page(generate: ModuleType) -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in (DOCS / "reference").glob("*.md"))
    assert [] == [name for name in generate.PARTS if f"_build/generated/{name}.md" not in pages]


def test_parts_are_written_once(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path / "parts")
    first = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "parts").iterdir()}
    generate.write(tmp_path / "parts")
    assert first == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "parts").iterdir()}
    assert sorted(first) == [f"{name}.md" for name in generate.PARTS]


def test_every_column_of_the_csv_and_every_state_is_described() -> None:
    text = page("export")
    assert [] == [name for name in (*COLUMNS, *(state.value for state in State)) if f"`{name}`" not in text]


def test_links_to_findings_name_kinds_that_there_are() -> None:
    named = {
        name
        for path in DOCS.glob("[a-z]*/*.md")
        for name in re.findall(r"#finding-([a-z-]+)", path.read_text(encoding="utf-8"))
    }
    assert set() == named - set(CATALOGUE)
