# Generated from the contract by "python -m codegen". Changes made here are lost.
"""Link."""

from xi_sdk_resellers._modelling.base import RequestModel


class Link(RequestModel):
    """A call to this API that gives more."""

    topic: str | None = None
    """What the link leads to, such as orders or invoices."""
    href: str | None = None
    """Path of the call, below the base URL."""
    type: str | None = None
    """HTTP method of the call, such as GET."""
