"""The asyncio twin has the same public methods as the blocking package, with the same parameters."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import xi_sdk_resellers
from xi_sdk_resellers import aio, rest

TWINS: dict[str, tuple[type, type]] = {
    name: (getattr(xi_sdk_resellers, name), getattr(aio, name))
    for name in (
        "ApiClient",
        "OrdersApi",
        "AccesstokenApi",
        "Orders",
        "Deals",
        "Freight",
        "Renewals",
        "Invoices",
        "Returns",
    )
}
TWINS["RESTResponse"] = (rest.RESTResponse, aio.RESTResponse)

PLAIN = {
    "set_default", "get_default", "get_default_copy", "set_default_header", "select_header_accept",
    "select_header_content_type", "sanitize_for_serialization", "param_serialize",
    "parameters_to_tuples", "parameters_to_url_query", "files_parameters", "update_params_for_auth", "deserialize",
    "response_deserialize", "getheaders", "getheader", "search", "stream", "watch",
    "with_options", "for_account",
}  # fmt: skip
"""Methods that wait for nothing: they are the same in both, or give something to iterate over."""
OWN: dict[str, set[str]] = {"RESTResponse": {"readable"}}
"""Methods of one twin that the other has no use for."""


def public(kind: type) -> dict[str, Any]:
    """The public methods that a class or its bases in this package define."""
    bases = [base for base in kind.__mro__ if base.__module__.startswith("xi_sdk_resellers")]
    found = {name: value for base in reversed(bases) for name, value in vars(base).items()}
    return {
        name: getattr(kind, name)
        for name, value in found.items()
        if name == "__init__" or (not name.startswith("_") and isinstance(value, (classmethod, staticmethod)))
        or (not name.startswith("_") and inspect.isfunction(value))
    }  # fmt: skip


def parameters(method: Any) -> list[tuple[str, Any, Any]]:
    signature = inspect.signature(method)
    return [(item.name, item.kind, item.default) for item in signature.parameters.values()]


@pytest.mark.parametrize(("name", "pair"), TWINS.items(), ids=TWINS)
def test_the_twins_have_the_same_methods_and_parameters(name: str, pair: tuple[type, type]) -> None:
    blocking, asynchronous = public(pair[0]), public(pair[1])
    assert set(blocking) ^ set(asynchronous) <= OWN.get(name, set())
    for method in set(blocking) & set(asynchronous):
        assert parameters(blocking[method]) == parameters(asynchronous[method]), method
        if method not in PLAIN | {"__init__"}:
            assert inspect.iscoroutinefunction(asynchronous[method]), method
            assert not inspect.iscoroutinefunction(blocking[method]), method


@pytest.mark.parametrize(("name", "pair"), TWINS.items(), ids=TWINS)
def test_the_twins_have_the_same_attributes(name: str, pair: tuple[type, type]) -> None:
    blocking, asynchronous = (
        {attribute for attribute, value in inspect.getmembers(kind) if isinstance(value, property)} for kind in pair
    )
    assert blocking - {"closed"} == asynchronous


def test_every_name_of_the_twin_can_be_had() -> None:
    for name in aio.__all__:
        shared = name.lower().replace("_", "") == "cancelledcall"  # what is known is the same for both clients
        home = ("xi_sdk_resellers.aio", "xi_sdk_resellers._transport.aio")
        assert shared or getattr(aio, name).__module__.startswith(home)
        assert name in dir(aio)
    with pytest.raises(AttributeError, match="nonsense"):
        aio.nonsense  # noqa: B018
