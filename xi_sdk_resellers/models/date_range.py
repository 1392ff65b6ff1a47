# Generated from the contract by "python -m codegen". Changes made here are lost.
"""DateRange."""

from xi_sdk_resellers._modelling.base import AnswerModel


class DateRange(AnswerModel):
    """A range of days. Both ends may be null."""

    start_date: str | None = None
    """First day of the range."""
    end_date: str | None = None
    """Last day of the range."""
