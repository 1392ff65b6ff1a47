# Generated from the contract by "python -m codegen". Changes made here are lost.
"""SerialNumber."""

from xi_sdk_resellers._modelling.base import AnswerModel


class SerialNumber(AnswerModel):
    """Serial number of one unit."""

    serial_number: str | None = None
    """Serial number of one unit."""
