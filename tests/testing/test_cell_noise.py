"""Noise in cells: what stands in the source then, what is expected of each entry, and how a reading is judged."""

from __future__ import annotations

import io
from zipfile import ZipFile

import attrs
import pytest

from govdisclose import parse
from govdisclose.findings import finding
from govdisclose.grammar.entry import Entry, State
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.result import Result
from govdisclose.testing.cells import (
    CELL_NOISES,
    CellNoise,
    Expected,
    Format,
    Noised,
    Outcome,
    Seen,
    judged,
    noised,
    paired,
)
from govdisclose.testing.documents import Filled, filled
from govdisclose.testing.formats import BYTES
from govdisclose.testing.numbers import completed
from govdisclose.testing.values import printed

HTML, DOCX = CELL_NOISES["html"], CELL_NOISES["docx"]


def form(number: int = 47) -> Filled:
    """A form with one number that noise can be put to, and zeros."""
    texts = {table.key: printed(table, completed(table, {})) for table in CN_2021.tables}
    texts["requests"]["carried_in", "natural_person"] = str(number)
    return filled(CN_2021, texts)


KEY = ("requests", "carried_in", "natural_person")


def source(noise: CellNoise) -> str:
    """The source of the form with this noise: the page, or all the XML of the document."""
    data = noised(form(), [noise]).data
    if noise.format == "html":
        return data.decode()
    with ZipFile(io.BytesIO(data)) as package:
        return "".join(package.read(name).decode() for name in ("word/document.xml", "word/styles.xml"))


def test_digits_that_are_struck_stand_before_the_number_in_the_page() -> None:
    page = source(HTML["struck-s"])
    assert any(f"<td><s>{digit}</s> 47</td>" in page for digit in "235689")


def test_a_style_of_the_page_is_added_with_a_name_of_its_own() -> None:
    page = source(HTML["struck-cell-class"])
    assert '<td class="gone1">47</td>' in page
    assert "td.gone1 { text-decoration: line-through }\n</style>" in page


def test_a_number_is_divided_after_its_first_digit() -> None:
    assert "<td>4<br>7</td>" in source(HTML["lines-br"])


def test_a_character_style_is_added_to_the_word_document() -> None:
    xml = source(DOCX["unseen-vanish-style"])
    assert '<w:rStyle w:val="x1"/>' in xml
    assert 'w:styleId="x1"><w:name w:val="x1"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>' in xml


def test_a_cell_is_shaded_in_its_properties() -> None:
    xml = source(DOCX["shown-white-on-dark"])
    assert '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/><w:vAlign w:val="center"/></w:tcPr>' in xml


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_the_noise_is_expected_in_one_entry_and_in_no_other(kind: Format) -> None:
    noise = next(iter(CELL_NOISES[kind].values()))
    expected = noised(form(), [noise]).expected
    assert {key: item for key, item in expected.items() if item.noise is not None} == {
        KEY: Expected("47", noise)
    }
    assert expected["requests", "carried_in", "total"] == Expected("0")


def test_noise_on_a_label_is_expected_in_all_entries_that_it_names() -> None:
    noise = HTML["label-raised"]
    for seed in range(20):
        found = [key for key, item in noised(form(), [noise], seed).expected.items() if item.noise is noise]
        assert len({(key[0], key[1]) for key in found}) == 1 or len({(key[0], key[2]) for key in found}) == 1


def test_both_kinds_stand_in_a_cell_of_two_and_the_worse_one_decides() -> None:
    both = paired(HTML["raised-tag"], HTML["struck-s"])
    assert both is not None
    assert both.markup == "<s>$x</s> $n<sup>$x</sup>"
    assert both.seen is Seen.NUMBER
    one = paired(HTML["raised-tag"], HTML["lines-br"])
    assert one is not None
    assert (one.id, one.seen) == ("raised-tag+lines-br", Seen.NO_NUMBER)


@pytest.mark.parametrize(
    ("one", "other"),
    [("lines-br", "raised-tag"), ("raised-tag", "raised-tag"), ("struck-cell", "unseen-cell-size")],
)
def test_kinds_that_do_not_fit_together_are_not_paired(one: str, other: str) -> None:
    assert paired(HTML[one], HTML[other]) is None


def test_what_libreoffice_prints_otherwise_is_expected_of_the_print_alone() -> None:
    item = Expected("47", DOCX["shown-on-web-hidden"])
    assert item.seen(printed=False) is Seen.NUMBER
    assert item.seen(printed=True) is Seen.BLANK


def test_where_the_program_prints_a_pair_otherwise_its_print_is_not_compared() -> None:
    both = paired(DOCX["ok-inserted"], DOCX["unseen-colour-of-run"])
    assert both is not None
    assert (both.seen, both.printed) == (Seen.NUMBER, Seen.OTHER)
    turned_round = paired(DOCX["unseen-colour-of-run"], DOCX["ok-inserted"])
    assert turned_round is not None
    assert (turned_round.seen, turned_round.printed) == (Seen.NUMBER, Seen.NUMBER)


@pytest.mark.parametrize(
    ("one", "other"), [("text-box", "struck-alone"), ("struck-paragraph-style", "ok-strike-off")]
)
def test_kinds_of_a_word_document_that_come_to_something_else_are_not_paired(one: str, other: str) -> None:
    assert paired(DOCX[one], DOCX[other]) is None


PATH = ":".join(KEY)
STRUCK = finding("cell-struck-out", None, PATH, text="47")
WORDS = {
    "number": Entry(*KEY, 47, None, State.NUMBER, "47", None),
    "other": Entry(*KEY, 473, None, State.NUMBER, "473", None),
    "blank": Entry(*KEY, None, None, State.BLANK, "", None),
    "unreadable": Entry(*KEY, None, None, State.UNREADABLE, "47", None),
}


@pytest.mark.parametrize(
    ("name", "said", "told", "outcome"),
    [
        ("struck-s", "number", False, Outcome.EXACT),
        ("struck-s", "other", False, Outcome.WRONG),
        ("struck-s", "other", True, Outcome.WRONG),
        ("struck-s", "blank", False, Outcome.SILENT),
        ("struck-s", "unreadable", True, Outcome.FLAGGED),
        ("struck-s", "unreadable", False, Outcome.SILENT),
        ("struck-alone", "number", True, Outcome.WRONG),
        ("struck-alone", "blank", False, Outcome.SILENT),
        ("struck-alone", "unreadable", True, Outcome.FLAGGED),
        ("unseen-alone", "blank", True, Outcome.EXACT),
        ("unseen-alone", "blank", False, Outcome.SILENT),
        ("unseen-alone", "number", True, Outcome.WRONG),
        ("ok-bold", "number", False, Outcome.EXACT),
        ("ok-bold", "number", True, Outcome.ALARM),
        ("ok-bold", "unreadable", True, Outcome.ALARM),
    ],
)
def test_a_reading_is_judged_by_what_is_seen(name: str, said: str, told: bool, outcome: Outcome) -> None:
    result = attrs.evolve(parse(BYTES["html"](form().document)), entries=(WORDS[said],))
    result = attrs.evolve(result, findings=(STRUCK,) if told else ())
    assert [item.outcome for item in judged(_one(name), result)] == [outcome]


def test_a_blank_in_a_print_needs_no_finding_where_nothing_is_seen() -> None:
    result: Result = attrs.evolve(
        parse(BYTES["html"](form().document)), entries=(WORDS["blank"],), findings=()
    )
    assert [item.outcome for item in judged(_one("unseen-alone"), result, printed=True)] == [Outcome.EXACT]


def _one(name: str) -> Noised:
    return Noised("html", b"", {KEY: Expected("47", HTML[name])})


def test_each_format_has_kinds_that_cost_nothing_and_kinds_on_labels() -> None:
    for kinds in CELL_NOISES.values():
        assert sum(noise.harmless for noise in kinds.values()) >= 20
        assert sum(noise.on == "label" for noise in kinds.values()) >= 15


def test_the_older_form_takes_noise_too() -> None:
    texts = {table.key: printed(table, completed(table, {})) for table in CN_2019.tables}
    texts["reviews"]["", "reconsideration/upheld"] = "12"
    data = noised(filled(CN_2019, texts), [HTML["ok-bold"]]).data
    assert "<td><strong>12</strong></td>" in data.decode()
