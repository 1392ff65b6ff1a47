"""``xi-resellers sandbox``: a sandbox as a process of its own, steered from another one."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from xi_sdk_resellers import ApiClient, ApiException, Configuration, MethodNotAllowedException, Orders, Status
from xi_sdk_resellers.sandbox import Sandbox

HOLD = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
LINES = [{"customerLineNumber": str(number), "ingramPartNumber": "VF4187", "quantity": 2} for number in (1, 2)]
COMMAND = [sys.executable, "-m", "xi_sdk_resellers", "sandbox"]
OWN = ["--client-id", "me", "--client-secret", "mine", "--customer-number", "30-abcdef", "--country", "de"]
OWN += ["--account", "40-333333:fr", "--account", "50-444444:GB"]


@pytest.fixture
def running() -> Iterator[dict[str, str]]:
    """The environment of a sandbox that runs in a process of its own."""
    process = subprocess.Popen([*COMMAND, "--port", "0", "--quiet", *OWN], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found: dict[str, str] = {}
    for line in process.stdout:
        if said := re.match(r"export (\w+)=(.*)", line):
            found[said[1]] = said[2]
        elif line.startswith("Ctrl-C"):
            break
    yield found
    process.send_signal(signal.SIGTERM)
    process.stdout.close()
    assert process.wait(20) == 0


Do = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def do(running: dict[str, str]) -> Do:
    """Do something to the sandbox that runs."""

    def do_one(*arguments: str) -> subprocess.CompletedProcess[str]:
        kept = {**os.environ, **running}
        return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, env=kept, check=False)

    return do_one


@pytest.fixture
def orders(running: dict[str, str]) -> Iterator[Orders]:
    with ApiClient(Configuration.from_env(running, retries=0)) as client:
        yield Orders(client)


def place(orders: Orders, number: str, **more: object) -> str:
    placed = orders.place({"customerOrderNumber": number, "lines": LINES, **more})  # type: ignore[typeddict-item]
    return str(placed.orders[0].ingram_order_number)  # type: ignore[index]


def test_the_account_is_that_of_the_options(running: dict[str, str], orders: Orders) -> None:
    assert (running["XI_CLIENT_ID"], running["XI_CUSTOMER_NUMBER"], running["XI_COUNTRY_CODE"]) == (
        "me",
        "30-ABCDEF",
        "DE",
    )
    assert place(orders, "PO-1").startswith("30-")
    others = Orders(orders.api_client.for_account("40-333333", "FR"))
    assert list(others.search()) == []
    assert place(others, "PO-1").startswith("40-")


def test_orders_are_listed_shipped_and_voided(do: Do, orders: Orders) -> None:
    assert do("orders").stdout == "no orders\n"
    number = place(orders, "PO-1")
    assert number in do("orders").stdout
    assert do("ship", number, "--line", "1", "--quantity", "1", "--no-invoice").returncode == 0
    (shipment,) = orders.get(number).shipments()
    assert (shipment.quantity, shipment.invoice_numbers) == (1, ())
    assert json.loads(do("ship", number, "--json").stdout)["status"] == "SHIPPED"
    assert orders.get(number).status is Status.SHIPPED
    done = do("void", number)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is SHIPPED and cannot be voided" in done.stderr
    other = place(orders, "PO-2")
    assert do("void", other).returncode == 0
    assert orders.get(other).status is Status.CANCELLED


def test_requests_go_wrong_until_they_are_healed(do: Do, orders: Orders) -> None:
    number = place(orders, "PO-1")
    assert (
        do("fail", "status", "--status", "503", "--operation", "get_orderdetails_v6_1", "--times", "2").returncode == 0
    )
    for _ in range(2):
        with pytest.raises(ApiException) as caught:
            orders.get(number)
        assert caught.value.status == 503
    assert orders.get(number).status
    assert do("maintenance").returncode == 0
    with pytest.raises(ApiException):
        orders.place({"customerOrderNumber": "PO-2", "lines": LINES}, lookup_wait=0, attempts=1)  # type: ignore[typeddict-item]
    assert json.loads(do("heal", "--json").stdout) == {"faults": 0, "maintenance": False}
    place(orders, "PO-3")


def test_time_moves_on(do: Do, orders: Orders) -> None:
    number = place(orders, "PO-1", additionalAttributes=HOLD)
    assert orders.get(number).status is Status.ON_HOLD
    assert do("advance", "23h").returncode == 0
    assert orders.get(number).status is Status.ON_HOLD
    assert do("advance", "90m").returncode == 0
    assert orders.get(number).status is Status.CANCELLED
    with pytest.raises(MethodNotAllowedException):
        orders.release(number)


def test_stock_comes_in_and_is_told_of(do: Do) -> None:
    assert json.loads(do("restock", "df4128", "40", "--warehouse", "20", "--json").stdout) == {
        "part": "DF4128",
        "total": 40,
    }
    assert json.loads(do("report", "--json").stdout)["products"] == 1
    assert do("restock", "XXX1", "1").returncode != 0


def test_events_are_delivered(do: Do, orders: Orders) -> None:
    number = place(orders, "PO-1")
    assert json.loads(do("deliver", number, "im::order_hold", "--json").stdout) == {
        "event": "im::order_hold",
        "to": None,
    }


@pytest.mark.parametrize("action", ["ship", "void"])
def test_an_order_that_is_not_there(do: Do, action: str) -> None:
    done = do(action, "20-ZZZZ")
    assert (done.returncode, done.stderr) == (1, "xi-resellers: the sandbox has no order '20-ZZZZ'\n")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--account", "40-333333"),
        ("fail", "explode"),
        ("advance", "soon"),
        ("deliver", "20-1", "im::lost"),
        ("ship",),
        ("fail", "status", "--nth", "x"),
    ],
)
def test_wrong_usage(do: Do, wrong: tuple[str, ...]) -> None:
    assert do(*wrong).returncode == 2


def test_nothing_is_sent_to_the_vendor(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {**os.environ, "XI_HOST": "https://api.ingrammicro.com:443"}
    done = subprocess.run([*COMMAND, "orders"], capture_output=True, text=True, env=kept, check=False)
    assert done.returncode == 3
    assert "127.0.0.1:8080" in done.stderr


def test_a_sandbox_of_a_test_takes_no_commands(sandbox: Sandbox) -> None:
    done = subprocess.run([*COMMAND, "orders", "--url", sandbox.url], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "is no sandbox that takes commands" in done.stderr


@pytest.mark.parametrize(
    ("path", "method", "kind", "body", "status"),
    [
        ("orders", "GET", "application/json", None, 405),
        ("orders", "POST", "text/plain", b"{}", 405),
        ("answer", "POST", "application/json", b"{}", 404),
        ("__init__", "POST", "application/json", b"{}", 404),
        ("ship", "POST", "application/json", b"{}", 400),
        ("ship", "POST", "application/json", b"[1]", 400),
        ("orders", "POST", "application/json", b"{", 400),
        ("advance", "POST", "application/json", b'{"seconds": -1}', 400),
        ("fail", "POST", "application/json", b'{"kind": "explode"}', 400),
        ("orders", "POST", "application/json", b"", 200),
    ],
)
def test_commands_are_checked(start, path: str, method: str, kind: str, body: bytes | None, status: int) -> None:
    url = f"{start(control=True).url}/_sandbox/{path}"
    request = urllib.request.Request(url, body, {"Content-Type": kind}, method=method)
    with ExitStack() as opened:
        try:
            answer = opened.enter_context(urllib.request.urlopen(request))
        except urllib.error.HTTPError as refusal:
            answer = opened.enter_context(refusal)
        assert answer.status == status
        assert status == 200 or "message" in json.load(answer)
