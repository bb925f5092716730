"""Every kind of finding has a document that makes it, and as far as can be, it alone."""

from __future__ import annotations

import re
import string

import pytest

import govdisclose
from finding_documents import DOCUMENTS, Made
from form_samples import edit, filled, kinds
from govdisclose import Result
from govdisclose.catalogue import CATALOGUE, facts_of
from govdisclose.grammar.identity import within
from govdisclose.layouts import CN_2019
from govdisclose.layouts.cn_2019 import REQUESTS
from govdisclose.writers import docx, html
from grid_samples import doubled

PARTS = CN_2019.derive(
    "xx-2019",
    "变体",
    "示例",
    REQUESTS.derive(identities=(*REQUESTS.identities, *within("parts", ["carried_in"], "received"))),
)
"""The form of 2019 with an identity more, for kinds that no form of the state needs."""


def result_of(made: Made, kind: str = "") -> Result:
    if isinstance(made, bytes):
        return govdisclose.parse(made)
    return govdisclose.parse_document(made, layouts=[PARTS] if kind == "part-exceeds-whole" else None)


def test_a_clean_report_has_no_finding_in_any_format() -> None:
    found = [
        kinds(result_of(made).findings)
        for made in (filled(), html.write(filled()), docx.WRITER.write(filled()))
    ]
    assert found == [[], [], []]


def test_headings_that_are_repeated_are_counted_as_cells() -> None:
    found = result_of(edit(filled(), 1, doubled)).findings
    assert [item.facts["count"] for item in found] == ["2"]


# The tests of the PDF reader make these, from pages drawn by hand.
OF_PAGES = {
    "cell-covered",
    "cell-off-page",
    "cell-under-watermark",
    "characters-unmapped",
    "columns-by-alignment",
    "number-cut",
    "number-wrapped",
    "place-uncertain",
    "rows-uneven",
    "running-lines-left-out",
    "text-askew",
    "text-covered",
    "text-invisible",
    "text-over-edge",
    "watermark-left-out",
}


def test_every_kind_has_its_document() -> None:
    assert sorted(CATALOGUE) == sorted({*DOCUMENTS, *OF_PAGES})


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
def test_its_document_makes_the_finding_and_no_other(kind: str) -> None:
    make, companions = DOCUMENTS[kind]
    assert kinds(result_of(make(), kind).findings) == sorted({kind} | companions)


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
def test_its_findings_have_the_facts_that_their_messages_say(kind: str) -> None:
    found = result_of(DOCUMENTS[kind][0](), kind).findings
    said = {item.kind: set(facts_of(CATALOGUE[item.kind])) for item in found}
    assert {item.kind: set(item.facts) for item in found} == said


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
def test_every_finding_of_the_document_renders_in_both_languages(kind: str) -> None:
    for item in result_of(DOCUMENTS[kind][0](), kind).findings:
        for language in ("en", "zh"):
            assert not re.search(r"[{}]", item.message(language))


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_both_languages_use_the_same_facts(kind: str) -> None:
    def facts(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}

    found = CATALOGUE[kind]
    assert facts(found.en) == facts(found.zh)


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_a_code_is_in_kebab_case_and_its_own_key(kind: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", kind)
    assert CATALOGUE[kind].id == kind


def test_no_two_kinds_say_the_same() -> None:
    assert len({kind.en for kind in CATALOGUE.values()}) == len(CATALOGUE)
    assert len({kind.zh for kind in CATALOGUE.values()}) == len(CATALOGUE)


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_a_chinese_message_is_in_chinese_and_an_english_one_in_english(kind: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]{2}", CATALOGUE[kind].zh)
    assert re.match(r"[a-z\"{]", CATALOGUE[kind].en)
