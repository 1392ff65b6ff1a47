# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ReturnsDetailsResponse and its parts."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import ReturnStatus
else:
    ReturnStatus = str


class ReturnsDetailsResponseProduct(AnswerModel):
    """One article of a return."""

    ingram_line_number: int | None = None
    """Ingram Micro's number of the line."""
    description: str | None = None
    """The article in words."""
    ingram_part_number: str | None = None
    """Ingram Micro's number of the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number of the article."""
    upc: str | None = None
    """Barcode number (UPC) of the article."""
    invoice_date: str | None = None
    """Day of the invoice."""
    invoice_number: str | None = None
    """Number of the invoice."""
    customer_order_number: str | None = None
    """Your own number of the order."""
    quantity: int | None = None
    """How many units go back."""
    unit_price: Decimal | None = None
    """What one unit is worth."""
    extended_price: Decimal | None = None
    """What all units are worth."""
    status: ReturnStatus | str | None = None
    """Where this article's return stands."""
    return_branch: str | None = None
    """Code of the branch that takes the goods back."""
    ship_from_branch: str | None = None
    """Code of the branch that the goods came from."""
    request_details: str | None = None
    """What you wrote about it."""
    additional_details: str | None = None
    """What Ingram Micro wrote about it."""


class ReturnsDetailsResponse(AnswerModel):
    """A return or claim in full."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Return", "case_request_number")

    type_of_details: str | None = None
    """Return, when goods go back, or Claim, when only money does."""
    rma_claim_id: str | None = None
    """Number of the return or claim, once it has one."""
    case_request_number: str | None = None
    """Number of the case."""
    created_on: str | None = None
    """When the return was asked for."""
    return_reason: str | None = None
    """The reason, with its code in brackets."""
    reference_number: str | None = None
    """Your own reference for the return."""
    status: ReturnStatus | str | None = None
    """Where the return stands, in varying letter case."""
    return_warehouse_address: str | None = None
    """Where to send the goods, on several lines."""
    products: list[ReturnsDetailsResponseProduct] | None = None
    """What goes back, one entry for each article."""
    sub_total: Decimal | None = None
    """What the articles are worth."""
    tax: Decimal | None = None
    """Tax on them."""
    additional_fees: Decimal | None = None
    """What is kept back, such as a restocking fee."""
    estimated_total: Decimal | None = None
    """What the return should be worth in all."""
