# Generated from the contract by "python -m codegen". Changes made here are lost.
"""MiscellaneousCharge."""

from decimal import Decimal

from xi_sdk_resellers._modelling.base import AnswerModel


class MiscellaneousCharge(AnswerModel):
    """A charge beside goods and freight."""

    sub_order_number: str | None = None
    """Part of the order that the charge belongs to."""
    charge_line_reference: str | None = None
    """Reference of the charge: a line number of its own (885) or a short code (GST)."""
    charge_description: str | None = None
    """What the charge is for."""
    charge_amount: Decimal | None = None
    """The charge, in the currency of the order."""
