"""The first mistakes that somebody makes: each says what to do."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import xi_sdk_resellers
from test.support.client_twins import ApiClient, OrdersApi
from xi_sdk_resellers import ApiTypeError, BadRequestException, Configuration, Outcome, aio, models
from xi_sdk_resellers.sandbox import Sandbox

BLOCKING, ASYNCIO = xi_sdk_resellers.ApiClient, aio.ApiClient
SETTINGS = Configuration(host="https://localhost")
CLIENTS = {
    "settings": (xi_sdk_resellers.Orders, SETTINGS, "not its Configuration: write Orders(ApiClient(configuration))"),
    "settings, endpoints": (xi_sdk_resellers.OrdersApi, SETTINGS, "write OrdersApi(ApiClient(configuration))"),
    "settings, asyncio": (aio.Orders, SETTINGS, "write Orders(aio.ApiClient(configuration))"),
    "the other twin": (xi_sdk_resellers.Orders, ASYNCIO(SETTINGS), "there is xi_sdk_resellers.aio.Orders"),
    "the other twin, asyncio": (aio.OrdersApi, BLOCKING(SETTINGS), "there is xi_sdk_resellers.OrdersApi"),
    "a number": (aio.AccesstokenApi, 5, "aio.AccesstokenApi takes an aio.ApiClient, not int"),
}


@pytest.mark.parametrize(("kind", "given", "said"), CLIENTS.values(), ids=CLIENTS)
def test_what_is_no_client_is_refused_at_once(kind, given, said):
    with pytest.raises(ApiTypeError) as caught:
        kind(given)
    assert said in str(caught.value)


def test_whatever_makes_calls_may_stand_in_for_a_client():
    class Recorder:
        def perform(self, operation, arguments):
            return xi_sdk_resellers.ApiResponse(status_code=200, headers={}, data=operation.name, raw_data=b"")

    assert xi_sdk_resellers.OrdersApi(Recorder()).get_orderdetails_v6_1("1") == "get_orderdetails_v6_1"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("customer_number", "im_customer_number"),
        ("country", "im_country_code"),
        ("secret", "client_secret"),
        ("timeout", "read_timeout, total_timeout or connect_timeout"),
        ("retrys", "retries or on_retry"),
        ("verifySSL", "verify_ssl"),
        ("loger_file", "logger_file"),
    ],
)
def test_a_setting_that_is_not_there_names_the_one_that_was_meant(given, meant):
    for make in (Configuration, Configuration.from_env):
        with pytest.raises(ApiTypeError) as caught:
            make(**{given: "planted"})
        assert str(caught.value) == f"Configuration has no setting {given!r}: did you mean {meant}?"
        assert isinstance(caught.value, TypeError)


def test_a_setting_that_is_like_none_is_refused_as_well():
    with pytest.raises(ApiTypeError, match=r"^Configuration has no setting 'quux', 'secret': did you mean"):
        Configuration(quux=1, secret="x")


@pytest.mark.usefixtures("twins")
def test_a_call_without_settings_says_how_a_client_gets_them():
    with pytest.raises(ApiTypeError) as caught:
        OrdersApi(ApiClient(Configuration())).get_orderdetails_v6_1("1")
    assert "im_customer_number is missing" in str(caught.value)
    assert "ApiClient(Configuration.from_env()) reads all settings" in str(caught.value)
    with pytest.raises(ApiTypeError) as caught:
        OrdersApi(ApiClient(Configuration(client_id="id", client_secret="x"))).get_orderdetails_v6_1("1")
    assert "credentials" not in str(caught.value)


@pytest.mark.usefixtures("twins")
@pytest.mark.parametrize(
    ("method", "argument", "workflow"),
    [
        ("post_createorder_v6", "order_create_request", "place"),
        ("post_createorder_v7", "async_order_create_dto", "place_async"),
    ],
)
def test_a_number_that_is_taken_names_the_workflow_that_tells_whose_it_is(method, argument, workflow):
    order = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "8RB884", "quantity": 1}]}
    with Sandbox() as sandbox, ApiClient(sandbox.configuration()) as client:
        place = getattr(OrdersApi(client), method)
        place(**{argument: order})
        sandbox.drain()
        with pytest.raises(BadRequestException) as caught:
            place(**{argument: order})
        assert f"Orders.{workflow}(…, resume=True)" in (caught.value.hint or "")
        assert caught.value.outcome is Outcome.REJECTED
        with pytest.raises(BadRequestException) as caught:
            place(**{argument: {**order, "customerOrderNumber": "PO-2", "lines": []}})
        assert caught.value.hint is None


NAMES = [
    ("xi_sdk_resellers", "ProductCatalogsApi", "ProductCatalogApi"),
    ("xi_sdk_resellers", "OrderApi", "OrdersApi"),
    ("xi_sdk_resellers", "Configuratoin", "Configuration"),
    ("xi_sdk_resellers.api", "OrderApi", "OrdersApi"),
    ("xi_sdk_resellers.models", "OrderCreateReqest", "OrderCreateRequest"),
    ("xi_sdk_resellers.aio", "OrderApi", "OrdersApi"),
    ("xi.sdk.resellers", "OrderApi", "OrdersApi"),
]


@pytest.mark.parametrize(("module", "name", "meant"), NAMES)
def test_a_misspelt_import_names_what_was_meant(module, name, meant):
    namespace: dict[str, object] = {}
    with pytest.raises(ImportError) as caught:
        exec(f"from {module} import {name}", namespace)
    start = f"cannot import name '{name}' from '{module}': did you mean "
    assert str(caught.value).startswith(start)
    assert meant in str(caught.value)
    # Nothing else changes: other ways to ask get an AttributeError, and what is not like anything says so.
    found = importlib.import_module(module)
    assert not hasattr(found, name)
    assert getattr(found, name, 5) == 5
    with pytest.raises(ImportError, match=r"cannot import name 'zzz9' from"):
        exec(f"from {module} import zzz9", namespace)


def test_a_misspelt_import_of_an_attribute_error_is_still_one_in_a_try():
    code = (
        "try:\n    from xi_sdk_resellers import Nonsense\nexcept ImportError:\n    Nonsense = None\n"
        "import xi_sdk_resellers\nprint(getattr(xi_sdk_resellers, 'Nonsense', 1), Nonsense)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "None"]
    assert models.OrderCreateRequest
