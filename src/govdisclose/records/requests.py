"""Table 3: requests received and how they were handled (三、收到和处理政府信息公开申请情况).

Source: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, annex, part 三. One set of classes for both forms.
"""

from __future__ import annotations

from attrs import Factory, frozen

from govdisclose.records.absent import NOT_ASKED, Count

__all__ = [
    "Applicants",
    "LegalPersons",
    "NotProcessed",
    "OtherHandling",
    "Refused",
    "Requests",
    "Results",
    "Unavailable",
]


@frozen
class LegalPersons:
    """法人或其他组织, by kind."""

    commercial: Count = NOT_ASKED
    research: Count = NOT_ASKED
    social_welfare: Count = NOT_ASKED
    legal_service: Count = NOT_ASKED
    other: Count = NOT_ASKED


@frozen
class Applicants:
    """One row of the table: requests by applicant (申请人情况)."""

    natural_person: Count = NOT_ASKED
    legal_person: LegalPersons = Factory(LegalPersons)
    total: Count = NOT_ASKED


@frozen
class Refused:
    """（三）不予公开."""

    state_secret: Applicants = Factory(Applicants)
    prohibited_by_law: Applicants = Factory(Applicants)
    security_stability: Applicants = Factory(Applicants)
    third_party_rights: Applicants = Factory(Applicants)
    internal_affairs: Applicants = Factory(Applicants)
    process_information: Applicants = Factory(Applicants)
    enforcement_files: Applicants = Factory(Applicants)
    administrative_queries: Applicants = Factory(Applicants)


@frozen
class Unavailable:
    """（四）无法提供."""

    not_held: Applicants = Factory(Applicants)
    not_compiled: Applicants = Factory(Applicants)
    still_unclear: Applicants = Factory(Applicants)


@frozen
class NotProcessed:
    """（五）不予处理."""

    petitions: Applicants = Factory(Applicants)
    repeated: Applicants = Factory(Applicants)
    publications: Applicants = Factory(Applicants)
    excessive: Applicants = Factory(Applicants)
    reissue: Applicants = Factory(Applicants)


@frozen
class OtherHandling:
    """（六）其他处理.

    One row in the 2019 form: the fields of ``Applicants``. Three rows in the 2021 form: the last three fields.
    """

    natural_person: Count = NOT_ASKED
    legal_person: LegalPersons = Factory(LegalPersons)
    total: Count = NOT_ASKED
    overdue_correction: Applicants = Factory(Applicants)
    overdue_fee: Applicants = Factory(Applicants)
    other: Applicants = Factory(Applicants)


@frozen
class Results:
    """三、本年度办理结果."""

    granted: Applicants = Factory(Applicants)
    partially_granted: Applicants = Factory(Applicants)
    refused: Refused = Factory(Refused)
    unavailable: Unavailable = Factory(Unavailable)
    not_processed: NotProcessed = Factory(NotProcessed)
    other: OtherHandling = Factory(OtherHandling)
    total: Applicants = Factory(Applicants)


@frozen
class Requests:
    """Table 3: 161 entries in the 2019 form, 175 in the 2021 form."""

    received: Applicants = Factory(Applicants)
    carried_in: Applicants = Factory(Applicants)
    results: Results = Factory(Results)
    carried_out: Applicants = Factory(Applicants)
