"""Small reports for the tests of the prose: one account of requests, reviews, documents, decisions."""

from __future__ import annotations

from collections.abc import Mapping

from govdisclose.checking.assessment import Assessment
from govdisclose.checking.example import case_of
from govdisclose.checking.rule import Example, Rule
from govdisclose.checking.rules.prose import PROSE_AGAINST_TABLE

ENTRIES = {
    "requests:received:total": "41",
    "requests:received:natural_person": "30",
    "requests:received:legal_person/commercial": "11",
    "requests:carried_in:total": "3",
    "requests:carried_in:natural_person": "3",
    "requests:results/granted:total": "17",
    "requests:results/partially_granted:total": "4",
    "requests:results/refused/third_party_rights:total": "2",
    "requests:results/refused/internal_affairs:total": "1",
    "requests:results/unavailable/not_held:total": "9",
    "requests:results/unavailable/not_compiled:total": "2",
    "requests:results/not_processed/petitions:total": "1",
    "requests:results/not_processed/repeated:total": "1",
    "requests:results/other/overdue_correction:total": "1",
    "requests:results/other/other:total": "1",
    "requests:results/total:total": "39",
    "requests:results/total:natural_person": "28",
    "requests:results/total:legal_person/commercial": "11",
    "requests:carried_out:total": "5",
    "requests:carried_out:natural_person": "5",
    "reviews::reconsideration/upheld": "4",
    "reviews::reconsideration/corrected": "1",
    "reviews::reconsideration/pending": "2",
    "reviews::reconsideration/total": "7",
    "reviews::litigation/direct/upheld": "3",
    "reviews::litigation/direct/total": "3",
    "reviews::litigation/after_reconsideration/upheld": "1",
    "reviews::litigation/after_reconsideration/pending": "1",
    "reviews::litigation/after_reconsideration/total": "2",
    "disclosure:documents/normative_documents:issued": "6",
    "disclosure:documents/normative_documents:repealed": "8",
    "disclosure:documents/normative_documents:in_force": "52",
    "disclosure:licensing/licences:decisions": "1256",
    "disclosure:enforcement/penalties:decisions": "318",
    "disclosure:enforcement/compulsory_measures:decisions": "12",
    "disclosure:fees/administrative_fees:amount": "87.56",
}


def assessed(
    text: str,
    *,
    section: str = "overview",
    entries: Mapping[str, str] = ENTRIES,
    rest: str = "0",
    organ: str = "示例市示例局",
    layout: str = "cn-2021",
    rule: Rule = PROSE_AGAINST_TABLE,
) -> list[Assessment]:
    """What a rule says of this prose in a report of 2024."""
    example = Example({section: text}, entries, rest=rest, organ=organ, year=2024, layout=layout)
    return list(rule.run(case_of(example)))


def said(text: str, **options: str) -> list[str]:
    """The same in short: number, outcome, words of the first basis or the reason."""
    return [
        f"{item.text} {item.outcome.value} {item.reason or item.bases[0].words}"
        for item in assessed(text, **options)  # type: ignore[arg-type]
    ]
