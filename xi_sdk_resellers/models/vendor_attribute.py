# Generated from the contract by "python -m codegen". Changes made here are lost.
"""VendorAttributeGroup and its parts."""

from collections.abc import Mapping
from typing import ClassVar

from xi_sdk_resellers._modelling.base import RequestModel


class VendorAttribute(RequestModel):
    """One fact with its value; below choices the value that was chosen, with the facts that it demands."""

    other_spellings: ClassVar[Mapping[str, str]] = {"attributename": "attribute_name"}

    booleans_as_text: ClassVar[frozenset[str]] = frozenset({"attribute_value"})

    attribute_name: str | None = None
    """Name of the fact."""
    attribute_value: str | None = None
    """The fact itself, or the value that was chosen."""
    attribute_description: str | None = None
    """What the value means, in words."""
    attribute_hint: str | None = None
    """How the value must look, in words."""
    choices: "list[VendorAttribute] | None" = None
    """The chosen value; below a value the facts that it demands."""


class VendorAttributeGroup(RequestModel):
    """The facts that one manufacturer demands, with their values."""

    vendor_name: str | None = None
    """Name of the manufacturer."""
    product_id: str | None = None
    """The manufacturer's ID of the product."""
    additional_attributes: list[VendorAttribute] | None = None
    """The facts."""
