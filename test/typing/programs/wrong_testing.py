"""Mistakes in tests of users, and with statuses."""

from xi_sdk_resellers import Orders, Status
from xi_sdk_resellers.sandbox import Fault, Sandbox


def break_it(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("explode"))  # wrong
    sandbox.advance("1h")  # wrong


def look(orders: Orders) -> None:
    print(Status.LOST)  # wrong
    orders.watch("20-1", every="5 minutes")  # wrong
    print(orders.get("20-1").shipments()[0].tracking_number)  # wrong
