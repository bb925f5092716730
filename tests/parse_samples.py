"""A report drawn for the tests of what is parsed."""

from __future__ import annotations

from form_samples import filled
from govdisclose import (
    Document,
)

REQUESTS = {
    "received:natural_person": "47",
    "received:legal_person/commercial": "1",
    "received:total": "48",
    "carried_in:natural_person": "4",
    "carried_in:total": "4",
    "results/granted:natural_person": "48",
    "results/granted:total": "48",
    "results/total:natural_person": "48",
    "results/total:total": "48",
    "carried_out:natural_person": "3",
    "carried_out:legal_person/commercial": "1",
    "carried_out:total": "4",
}


def sample() -> Document:
    return filled(
        requests=REQUESTS,
        disclosure={
            "documents/normative_documents:total_disclosed": "101",
            "licensing/licences:change": "减4",
            "procurement/central_procurement:amount": "3.27万元",
        },
    )
