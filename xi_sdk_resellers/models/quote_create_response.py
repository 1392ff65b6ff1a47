# Generated from the contract by "python -m codegen". Changes made here are lost.
"""QuoteCreateResponse."""

from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel


class QuoteCreateResponse(AnswerModel):
    """A quote that was asked for. The quote itself comes by webhook."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Requested quote", "quote_number")

    quote_number: str | None = None
    """Number that the quote will have."""
    message: str | None = None
    """The receipt in words."""
