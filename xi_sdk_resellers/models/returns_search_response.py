# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ReturnsSearchResponse and its parts."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import ReturnStatus
else:
    ReturnStatus = str


class ReturnsSearchResponseClaim(AnswerModel):
    """One return or claim that matches."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Return", "case_request_number")

    return_claim_id: str | None = None
    """Number of the return or claim, once it has one."""
    case_request_number: str | None = None
    """Number of the case. Details are read with it."""
    created_on: str | None = None
    """When the return was asked for: a day, or a moment with its time zone."""
    type: str | None = None
    """Return, when goods go back, or Claim, when only money does."""
    return_reason: str | None = None
    """The reason, with its code in brackets."""
    reference_number: str | None = None
    """Your own reference for the return."""
    estimated_total_value: Decimal | None = None
    """What the return should be worth."""
    credit: Decimal | None = None
    """What was credited. Nothing before a decision."""
    modified_on: str | None = None
    """When the return was changed last."""
    status: ReturnStatus | str | None = None
    """Where the return stands, in varying letter case."""
    links: list[Link] | None = None
    """Where to read the return."""


class ReturnsSearchResponse(AnswerModel):
    """One page of returns and claims that match a search."""

    records_found: int | None = None
    """How many returns match in all."""
    page_size: int | None = None
    """How many returns a page holds."""
    page_number: int | None = None
    """Which page this is, counted from 1."""
    returns_claims: list[ReturnsSearchResponseClaim] | None = None
    """The returns on this page."""
    next_page: str | None = None
    """Path of the next page, if there is one."""
    previous_page: str | None = None
    """Path of the page before, if there is one."""
