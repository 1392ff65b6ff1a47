"""What is reported about a value that does not fit the contract."""

from typing import NamedTuple


class Drift(NamedTuple):
    """A value in an answer that does not fit the contract. It was kept as it came."""

    path: str
    """Where it is, such as ``lines[3].unitPrice``."""
    message: str
    """What was expected."""
    value: object
    """The value as it came."""


Drift.__module__ = "xi_sdk_resellers"
