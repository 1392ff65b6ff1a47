"""For which account and country the calls of a workflow are made: found where the calls find their headers."""

from __future__ import annotations

from typing import Any

import pytest

from xi_sdk_resellers import ApiClient, Configuration
from xi_sdk_resellers._workflows.plan import account_of

ACCOUNTS: dict[str, tuple[dict[str, Any], dict[str, str], tuple[str | None, str | None]]] = {
    "the settings'": ({}, {}, ("20-1", "US")),
    "the call's": ({"im_customer_number": "20-2", "im_country_code": "ca"}, {}, ("20-2", "CA")),
    "the call's number": ({"im_customer_number": "20-2"}, {}, ("20-2", "US")),
    "the call's country": ({"im_country_code": "CA"}, {}, ("20-1", "CA")),
    "none in the call": ({"im_customer_number": None, "im_country_code": None}, {}, ("20-1", "US")),
    "the client's": ({}, {"IM-CustomerNumber": "20-3", "IM-CountryCode": "de"}, ("20-3", "DE")),
    "the call's before the client's": (
        {"im_customer_number": "20-2"}, {"IM-CustomerNumber": "20-3", "IM-CountryCode": "DE"}, ("20-2", "DE"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("headers", "defaults", "found"), ACCOUNTS.values(), ids=ACCOUNTS)
def test_an_account_is_found_as_calls_find_it(headers: Any, defaults: dict[str, str], found: tuple[str, str]) -> None:
    configuration = Configuration(access_token="t", im_customer_number="20-1", im_country_code="us")
    with ApiClient(configuration) as client:
        for name, value in defaults.items():
            client.set_default_header(name, value)
        assert account_of(client, headers) == found


def test_without_any_there_is_none() -> None:
    with ApiClient(Configuration(access_token="t")) as client:
        assert account_of(client, {}) == (None, None)
