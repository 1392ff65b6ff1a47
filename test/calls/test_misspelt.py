"""What is said of a name that is not there: what was probably meant."""

from __future__ import annotations

import pytest

import xi_sdk_resellers
from xi_sdk_resellers._process.misspelt import meant

KNOWN = ("ApiClient", "OrdersApi", "AccesstokenApi", "customer_order_number", "order_number", "number_of_orders", "IDs")
MEANT = {
    "apiclient": "ApiClient",
    "ApiCleint": "ApiClient",
    "orderNumber": "order_number or customer_order_number",
    "Order": "OrdersApi, order_number or number_of_orders",
    "_client_": "ApiClient",
    "accesstoken": "AccesstokenApi",
    "ids": "IDs",
    "api": "",
    "nothing_like_it": "",
    "": "",
}


@pytest.mark.parametrize(("name", "said"), MEANT.items())
def test_what_was_meant(name: str, said: str) -> None:
    assert meant(name, KNOWN) == meant(name, [*KNOWN, *KNOWN]) == said


@pytest.mark.parametrize("module", ["xi_sdk_resellers", "xi_sdk_resellers.models", "xi_sdk_resellers.aio"])
def test_an_import_of_a_name_that_is_not_there(module: str) -> None:
    for name, said in (("OrderCreateRequst", "did you mean OrderCreateRequest"), ("Nothing_like_it", "")):
        with pytest.raises(ImportError, match=f"cannot import name '{name}' from '{module}'(: |$)") as caught:
            exec(f"from {module} import {name}")
        assert said in str(caught.value) or module.endswith("aio")
        assert caught.value.name == module


def test_an_attribute_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match=r"^module 'xi_sdk_resellers' has no attribute 'ApiCleint'$"):
        getattr(xi_sdk_resellers, "ApiCleint")  # noqa: B009
