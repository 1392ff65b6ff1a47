# Generated from the contract by "python -m codegen". Changes made here are lost.
"""Link and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing_extensions import TypedDict


class LinkDict(TypedDict, total=False):
    """A call to this API that gives more."""

    topic: str | None
    """What the link leads to, such as orders or invoices."""
    href: str | None
    """Path of the call, below the base URL."""
    type: str | None
    """HTTP method of the call, such as GET."""
