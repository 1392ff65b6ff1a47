# Generated from the contract by "python -m codegen". Changes made here are lost.
"""VendorAttributeGroup and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.vendor_attribute import VendorAttribute


class VendorAttributeDict(TypedDict, total=False):
    """One fact with its value; below choices the value that was chosen, with the facts that it demands."""

    attributeName: str | None
    """Name of the fact."""
    attributeValue: str | bool | None
    """The fact itself, or the value that was chosen."""
    attributeDescription: str | None
    """What the value means, in words."""
    attributeHint: str | None
    """How the value must look, in words."""
    choices: "Sequence[VendorAttribute | VendorAttributeDict] | None"
    """The chosen value; below a value the facts that it demands."""


class VendorAttributeGroupDict(TypedDict, total=False):
    """The facts that one manufacturer demands, with their values."""

    vendorName: str | None
    """Name of the manufacturer."""
    productId: str | None
    """The manufacturer's ID of the product."""
    additionalAttributes: "Sequence[VendorAttribute | VendorAttributeDict] | None"
    """The facts."""
