# Generated from the contract by "python -m codegen". Changes made here are lost.
"""VmfAdditionalAttribute."""

from typing import ClassVar

from xi_sdk_resellers._modelling.base import RequestModel


class VmfAdditionalAttribute(RequestModel):
    """A fact that the manufacturer demands, as a pair of name and value."""

    booleans_as_text: ClassVar[frozenset[str]] = frozenset({"attribute_value"})

    attribute_name: str | None = None
    """Name of the fact, as the manufacturer calls it."""
    attribute_value: str | None = None
    """The fact itself."""
    attribute_description: str | None = None
    """What the value means, in words."""
