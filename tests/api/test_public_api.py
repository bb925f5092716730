from __future__ import annotations

from listing import LISTING, MODULES, listing


def test_the_public_names_are_those_of_the_listing() -> None:
    assert LISTING.read_text(encoding="utf-8") == listing(), (
        "the public API changed: if that is meant, write tests/api/public.txt anew and say it in CHANGELOG.md"
    )


def test_every_public_module_is_in_the_listing() -> None:
    assert [name for name in MODULES if f"\n{name}." not in "\n" + listing()] == []
