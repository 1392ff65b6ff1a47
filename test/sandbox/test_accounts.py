"""A sandbox with several accounts: each sees its own orders, and numbers may be taken twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from xi_sdk_resellers import ApiClient, BadRequestException, NotFoundException, Orders
from xi_sdk_resellers.orders import DuplicateOrderException
from xi_sdk_resellers.sandbox import Sandbox

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "2GZ200", "quantity": 1}]}


@pytest.fixture
def sandbox(start: Callable[..., Sandbox]) -> Sandbox:
    return start(accounts={"30-Abc333": "DE"})


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[ApiClient]:
    with ApiClient(sandbox.configuration(retries=0)) as made:
        yield made


@pytest.fixture
def accounts(client: ApiClient) -> tuple[Orders, Orders]:
    return Orders(client), Orders(client.for_account("30-abc333", "DE"))


def numbers(orders: Orders) -> list[Any]:
    return [found.ingram_order_number for found in orders.search()]


def test_each_account_sees_its_own_orders_only(sandbox: Sandbox, accounts: tuple[Orders, Orders]) -> None:
    first, second = accounts
    ours, theirs = (orders.place(ORDER).receipt.numbers[0] for orders in accounts)
    assert (ours[:2], theirs[:2]) == ("20", "30")
    assert (numbers(first), numbers(second)) == ([ours], [theirs])
    for orders, foreign in ((first, theirs), (second, ours)):
        with pytest.raises(NotFoundException):
            orders.get(foreign)
        with pytest.raises(DuplicateOrderException):
            orders.place(ORDER, lookup_wait=0)
    # Who looks into the sandbox sees them all.
    assert [order.customer_number for order in sandbox.ledger.orders] == ["20-222222", "30-Abc333"]
    assert len(sandbox.ledger.placed("PO-1")) == 2
    assert sandbox.ledger.find(theirs) is not None


def test_queued_orders_belong_to_their_account(sandbox: Sandbox, accounts: tuple[Orders, Orders]) -> None:
    sandbox.maintenance = True
    for orders in accounts:
        orders.place_async(ORDER)
        with pytest.raises(DuplicateOrderException):
            orders.place_async(ORDER, lookup_wait=0)
    sandbox.maintenance = False
    sandbox.drain()
    assert [len(numbers(orders)) for orders in accounts] == [1, 1]


def test_other_accounts_are_refused(client: ApiClient) -> None:
    with pytest.raises(BadRequestException):
        numbers(Orders(client.for_account("30-000000", "DE")))
