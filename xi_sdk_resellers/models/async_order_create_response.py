# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AsyncOrderCreateResponse."""

from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel


class AsyncOrderCreateResponse(AnswerModel):
    """Receipt for a v7 order. The order itself is placed later and reported by webhook."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Accepted for placing", "confirmation_number")

    quote_number: str | None = None
    """Number of the quote, when the order came from one."""
    confirmation_number: str | None = None
    """Receipt for the handed-in order. Quote it when you ask about an order that has no number yet."""
    message: str | None = None
    """What happens next, in words for a person."""
