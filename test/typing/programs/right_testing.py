"""What tests of users do with the sandbox."""

from collections.abc import Iterator

import pytest

from xi_sdk_resellers import ApiClient, Orders, Status
from xi_sdk_resellers.orders import Shipment
from xi_sdk_resellers.sandbox import Fault, FaultKind, Sandbox

KINDS: list[FaultKind] = ["lost_answer", "status"]


@pytest.fixture
def client(xi_sandbox: Sandbox) -> Iterator[ApiClient]:
    xi_sandbox.faults.add(*(Fault(kind, status=503) for kind in KINDS))
    with ApiClient(xi_sandbox.configuration(wait=xi_sandbox.advance)) as made:
        yield made


def statuses(orders: Orders) -> list[Status | None]:
    found = [order.status for order in orders.search(order_status=[Status.SHIPPED, "Canceled"])]
    return [*found, *(line.status for line in orders.get("20-1").lines or [])]


def parcels(orders: Orders) -> list[str]:
    shipments: list[Shipment] = orders.get("20-1").shipments()
    return [number for shipment in shipments for number in shipment.tracking_numbers]


def until_shipped(orders: Orders) -> None:
    for order in orders.watch("20-1", every=60, timeout=3600, until=lambda order: order.status == Status.SHIPPED):
        print(order.status)
