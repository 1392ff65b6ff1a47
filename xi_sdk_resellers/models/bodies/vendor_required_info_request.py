# Generated from the contract by "python -m codegen". Changes made here are lost.
"""VendorRequiredInfoRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.vendor_required_info_request import VendorRequiredInfoRequestProduct


class VendorRequiredInfoRequestProductDict(TypedDict, total=False):
    """One article or plan, by one of its numbers."""

    ingramPartNumber: str | None
    """Ingram Micro's number for the article."""
    vendorPartNumber: str | None
    """The manufacturer's number for the article."""
    planID: str | None
    """Number of the subscription plan."""


class VendorRequiredInfoRequestDict(TypedDict, total=False):
    """What to ask about: a quote, or articles and subscription plans."""

    quoteNumber: str | None
    """Number of the quote."""
    products: "Sequence[VendorRequiredInfoRequestProduct | VendorRequiredInfoRequestProductDict] | None"
    """Articles and plans, each by one of its numbers."""
