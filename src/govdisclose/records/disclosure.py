"""Table 2: what was disclosed on the organ's own initiative (二、主动公开政府信息情况).

Source: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, annex, part 二. One set of classes for both forms:
a field of the other form holds ``NOT_ASKED``.
"""

from __future__ import annotations

from attrs import Factory, frozen

from govdisclose.records.absent import NOT_ASKED, Amount, Count

__all__ = [
    "Charges",
    "Decisions",
    "Disclosure",
    "Documents",
    "Enforcement",
    "Fees",
    "Licensing",
    "Procurement",
    "Published",
    "Purchases",
]


@frozen
class Published:
    """Documents of one kind. The first three columns are of the 2019 form, the others of the 2021 form."""

    newly_made: Count = NOT_ASKED
    newly_disclosed: Count = NOT_ASKED
    total_disclosed: Count = NOT_ASKED
    issued: Count = NOT_ASKED
    repealed: Count = NOT_ASKED
    in_force: Count = NOT_ASKED


@frozen
class Documents:
    """第二十条第（一）项."""

    regulations: Published = Factory(Published)
    normative_documents: Published = Factory(Published)


@frozen
class Decisions:
    """Items of last year, the change of this year (2019 form), and decisions made (both forms)."""

    previous_items: Count = NOT_ASKED
    change: Count = NOT_ASKED
    decisions: Count = NOT_ASKED


@frozen
class Licensing:
    """第二十条第（五）项. ``other_services`` is of the 2019 form."""

    licences: Decisions = Factory(Decisions)
    other_services: Decisions = Factory(Decisions)


@frozen
class Enforcement:
    """第二十条第（六）项."""

    penalties: Decisions = Factory(Decisions)
    compulsory_measures: Decisions = Factory(Decisions)


@frozen
class Charges:
    """Charging items and their change (2019 form), or the amount charged this year (2021 form)."""

    previous_items: Count = NOT_ASKED
    change: Count = NOT_ASKED
    amount: Amount = NOT_ASKED


@frozen
class Fees:
    """第二十条第（八）项."""

    administrative_fees: Charges = Factory(Charges)


@frozen
class Purchases:
    """Procurement items and their total amount."""

    items: Count = NOT_ASKED
    amount: Amount = NOT_ASKED


@frozen
class Procurement:
    """第二十条第（九）项, 2019 form only."""

    central_procurement: Purchases = Factory(Purchases)


@frozen
class Disclosure:
    """Table 2: 22 entries in the 2019 form, 10 in the 2021 form."""

    documents: Documents = Factory(Documents)
    licensing: Licensing = Factory(Licensing)
    enforcement: Enforcement = Factory(Enforcement)
    fees: Fees = Factory(Fees)
    procurement: Procurement = Factory(Procurement)
