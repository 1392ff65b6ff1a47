# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ValidateQuoteResponse and its parts."""

from collections.abc import Mapping
from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel


class ValidateQuoteAttribute(AnswerModel):
    """One fact that the manufacturer demands."""

    attribute_name: str | None = None
    """Name of the fact, to be given back with the order."""
    attribute_value: str | None = None
    """The fact itself as far as it is known; empty when you have to give it."""
    attribute_description: str | None = None
    """What is asked for, in words."""


class ValidateQuoteResponseLine(AnswerModel):
    """One line of a quote that may be ordered."""

    other_spellings: ClassVar[Mapping[str, str]] = {"linesVendorMandatoryAttributes": "vmf_additional_attributes_lines"}

    customer_line_number: str | None = None
    """Number of the line."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    quantity: int | None = None
    """How many units the line has."""
    vmf_additional_attributes_lines: list[ValidateQuoteAttribute] | None = None
    """Facts that the manufacturer demands about this line. Missing when there are none."""


class ValidateQuoteResponse(AnswerModel):
    """A quote that may be ordered, with the facts that its manufacturer demands."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Quote to order", "quote_number")

    quote_number: str | None = None
    """Number of the quote."""
    vendor_name: str | None = None
    """Manufacturer of what is quoted."""
    vmf_additional_attributes: list[ValidateQuoteAttribute] | None = None
    """Facts that the manufacturer demands about the whole order. Missing when there are none."""
    lines: list[ValidateQuoteResponseLine] | None = None
    """The lines of the quote."""
    quote_type: int | None = None
    """Kind of quote, as a number."""
    vendor_group_name: str | None = None
    """Group that the manufacturer belongs to."""
    vendor_quote_number: str | None = None
    """The manufacturer's own number for the quote."""
    vendor_master_number: str | None = None
    """Ingram Micro's number for the manufacturer."""
