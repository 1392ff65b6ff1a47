# Generated from the contract by "python -m codegen". Changes made here are lost.
"""SerialNumber and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing_extensions import TypedDict


class SerialNumberDict(TypedDict, total=False):
    """Serial number of one unit."""

    serialNumber: str | None
    """Serial number of one unit."""
