# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ReturnsCreateResponse and its parts."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import ReturnStatus
else:
    ReturnStatus = str


class ReturnsCreateResponseClaim(AnswerModel):
    """One case that was opened."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Return", "case_request_number")

    rma_claim_id: str | None = None
    """Number of the return or claim, once it has one."""
    case_request_number: str | None = None
    """Number of the case. Details are read with it."""
    reference_number: str | None = None
    """Your own reference for the return."""
    created_on: str | None = None
    """When the return was asked for: a day, or a moment with its time zone."""
    type: str | None = None
    """Return, when goods go back, or Claim, when only money does."""
    return_reason: str | None = None
    """The reason, with its code in brackets."""
    ingram_part_number: str | None = None
    """Ingram Micro's number of the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number of the article."""
    quantity: int | None = None
    """How many units go back."""
    notes: str | None = None
    """What you wrote about it."""
    estimated_total_value: Decimal | None = None
    """What the return should be worth."""
    credit: Decimal | None = None
    """What was credited. Nothing before a decision."""
    status: ReturnStatus | str | None = None
    """Where the return stands, in varying letter case."""
    links: list[Link] | None = None
    """Where to read the return."""


class ReturnsCreateResponse(AnswerModel):
    """What was taken back or claimed, one case for each article."""

    returns_claims: list[ReturnsCreateResponseClaim] | None = None
    """The cases."""
