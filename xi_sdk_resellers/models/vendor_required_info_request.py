# Generated from the contract by "python -m codegen". Changes made here are lost.
"""VendorRequiredInfoRequest and its parts."""

from pydantic import Field

from xi_sdk_resellers._modelling.base import RequestModel


class VendorRequiredInfoRequestProduct(RequestModel):
    """One article or plan, by one of its numbers."""

    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    plan_id: str | None = Field(default=None, validation_alias="planID", serialization_alias="planID")
    """Number of the subscription plan."""


class VendorRequiredInfoRequest(RequestModel):
    """What to ask about: a quote, or articles and subscription plans."""

    quote_number: str | None = None
    """Number of the quote."""
    products: list[VendorRequiredInfoRequestProduct] | None = None
    """Articles and plans, each by one of its numbers."""
