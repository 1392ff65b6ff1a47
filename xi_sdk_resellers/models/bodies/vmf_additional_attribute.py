# Generated from the contract by "python -m codegen". Changes made here are lost.
"""VmfAdditionalAttribute and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing_extensions import TypedDict


class VmfAdditionalAttributeDict(TypedDict, total=False):
    """A fact that the manufacturer demands, as a pair of name and value."""

    attributeName: str | None
    """Name of the fact, as the manufacturer calls it."""
    attributeValue: str | bool | None
    """The fact itself."""
    attributeDescription: str | None
    """What the value means, in words."""
