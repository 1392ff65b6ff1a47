"""A client of the test's sandbox, of either twin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from xi_sdk_resellers import Retries
from xi_sdk_resellers.sandbox import Sandbox

QUICK = Retries(max_attempts=3, backoff=0)


@pytest.fixture
def client(twins: None, sandbox: Sandbox) -> Iterator[ApiClient]:
    """A client that repeats calls without waiting."""
    with ApiClient(sandbox.configuration(retries=QUICK)) as made:
        yield made


@pytest.fixture
def orders(client: ApiClient) -> OrdersApi:
    """The order endpoints of the client."""
    return OrdersApi(client)
