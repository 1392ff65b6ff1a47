"""Results page by page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar
from urllib.parse import urlencode

from xi_sdk_resellers.sandbox.wire import Request

Found = TypeVar("Found")


class Page(NamedTuple):
    """The page that a request asks for, counted from 1, and the name of the parameter that says so."""

    number: int
    size: int
    parameter: str

    def of(self, found: Sequence[Found]) -> Sequence[Found]:
        """Return what is on this page of everything that was found."""
        return found[(self.number - 1) * self.size : self.number * self.size]

    def link(self, request: Request, number: int) -> str:
        """Return the path and query of another page of the same request."""
        query = {name: values for name, values in request.query.items() if name != self.parameter}
        return f"{request.path}?{urlencode(query | {self.parameter: [str(number)]}, doseq=True)}"


def wanted(request: Request, number: str = "pageNumber", size: str = "pageSize") -> Page:
    """Return the page that a request asks for; the contract has checked its parameters, and says what is usual.

    Args:
        request: The request.
        number: The name of the parameter with the page's number.
        size: The name of the parameter with its size.
    """
    usual = {} if request.operation is None else request.operation.defaults()
    values = [int(request.query.get(name, [usual[name]])[0]) for name in (number, size)]
    return Page(values[0], values[1], number)
