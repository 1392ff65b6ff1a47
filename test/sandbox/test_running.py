"""The sandbox starts, stops, runs by hand, has a past, serves the client and pytest, and keeps to the contract."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.sandbox.contract import read_document

ROOT = Path(__file__).resolve().parents[2]
PAST = {"start": date(2025, 1, 1), "end": date(2025, 3, 31)}


def test_a_sandbox_leaves_nothing_behind(caller_for: Callable[[Sandbox], Any]) -> None:
    before = set(threading.enumerate())
    for _ in range(3):
        with Sandbox() as sandbox:
            caller = caller_for(sandbox)
            caller.search()
            sandbox.deliver(caller.place(), "im::order_hold")
            # Another caller is still connected when the sandbox stops.
            caller_for(sandbox).search()
        sandbox.stop()
        assert set(threading.enumerate()) == before
    with pytest.raises(ConnectionRefusedError):
        caller_for(sandbox).search()


def test_a_port_that_is_taken_is_an_error(sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="in use"):
        Sandbox(sandbox.port)


def test_a_port_can_be_chosen_and_used_again(
    start: Callable[..., Sandbox], caller_for: Callable[[Sandbox], Any]
) -> None:
    first = start()
    caller_for(first).search()
    first.stop()
    second = start(first.port)
    assert second.url == first.url
    assert caller_for(second).search().status == 204


def test_many_connections_at_once(sandbox: Sandbox, caller_for: Callable[[Sandbox], Any]) -> None:
    callers = [caller_for(sandbox) for _ in range(32)]
    failed: list[object] = []

    def work(number: int) -> None:
        for count in range(10):
            reply = callers[number].create(f"PO-{number}-{count}", "8RB884")
            if reply.status != 201 or callers[number].found(customerOrderNumber=f"PO-{number}-{count}") == []:
                failed.append(reply)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    orders = sandbox.ledger.orders
    assert len({order.ingram_order_number for order in orders}) == len(orders) == 320
    assert sandbox.connection_count == 32


def test_starting_loads_neither_the_client_nor_its_dependencies() -> None:
    program = (
        "import sys\n"
        "from xi_sdk_resellers.sandbox import Sandbox\n"
        "Sandbox().stop()\n"
        "unwanted = {'pydantic', 'urllib3', 'http.client', 'ssl', 'xi_sdk_resellers.rest'}\n"
        "print(sorted(unwanted & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_by_hand(caller_for: Callable[[Sandbox], Any]) -> None:
    command = [sys.executable, "-W", "error", "-m", "xi_sdk_resellers.sandbox", "--port", "0", "--seed-orders", "5"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        lines = [process.stdout.readline() for _ in range(9)]
        values = dict(re.findall(r"export (XI_\w+)=(\S+)", "".join(lines)))
        assert values["XI_HOST"] in lines[0]
        query = {"grant_type": "client_credentials", "client_id": values["XI_CLIENT_ID"]}

        class Elsewhere:
            port = int(values["XI_HOST"].rpartition(":")[2])

            def issue_token(self) -> str:
                return "none"

        caller = caller_for(Elsewhere())  # type: ignore[arg-type]
        token = caller("GET", "/oauth/oauth20/token", query=query | {"client_secret": values["XI_CLIENT_SECRET"]})
        caller.headers["Authorization"] = f"Bearer {token.json['access_token']}"
        assert caller.search().json["recordsFound"] == "5"
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        log = process.stderr.read()
    assert log.splitlines() == ["GET /oauth/oauth20/token -> 200", "GET /resellers/v6/orders/search -> 200"]


def test_by_hand_on_a_port_that_is_taken(sandbox: Sandbox) -> None:
    from xi_sdk_resellers.sandbox.__main__ import main

    assert main(["--port", str(sandbox.port)]) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "70000"], "argument --port: must be a whole number, 0 to 65535, not '70000'"),
        (["--port", "-1"], "argument --port: must be"),
        (["--port", "http"], "argument --port: must be"),
        (["--seed-orders", "-5"], "argument --seed-orders: must be a whole number, 0 or more, not '-5'"),
        (["--index-delay", "1.5"], "argument --index-delay: must be"),
        (["--rate-limit", "0"], "argument --rate-limit: must be a whole number, 1 or more"),
        (["--country", "USA"], "argument --country: must be a country code of two letters"),
        (["--token-lifetime", "nan"], "argument --token-lifetime: must be a number of seconds"),
        (["--webhook-url", "127.0.0.1:9000/hook"], "argument --webhook-url: must be a URL"),
        (["--webhook-url", "http://127.0.0.1:99999/"], "argument --webhook-url: must be a URL"),
        (["--prot", "8080"], "unrecognized arguments: --prot"),
    ],
)
def test_by_hand_with_what_makes_no_sense(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from xi_sdk_resellers.sandbox.__main__ import main

    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"python -m xi_sdk_resellers.sandbox: {message}")


@pytest.mark.parametrize("host", ["203.0.113.1", "\N{HORIZONTAL ELLIPSIS}."])
def test_by_hand_at_an_address_that_is_none(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    from xi_sdk_resellers.sandbox.__main__ import main

    assert main(["--host", host, "--port", "0"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"cannot listen on {host}:0: ")


def test_the_environment_points_at_the_sandbox(sandbox: Sandbox) -> None:
    assert sandbox.environment() == {
        "XI_HOST": sandbox.url,
        "XI_CLIENT_ID": "sandbox-client",
        "XI_CLIENT_SECRET": "sandbox-secret",
        "XI_CUSTOMER_NUMBER": "20-222222",
        "XI_COUNTRY_CODE": "US",
        "XI_APPLICATION_ID": "sandbox",
        "XI_CUSTOMER_CONTACT": "reseller@example.com",
    }


def test_the_past_is_the_same_for_the_same_seed(start: Callable[..., Sandbox]) -> None:
    first, again, other = (start().seed_orders(300, seed=seed, **PAST) for seed in (4, 4, 5))
    assert first == again
    assert first != other


def test_the_past_looks_real(sandbox: Sandbox, caller: Any) -> None:
    orders = sandbox.seed_orders(400, seed=2, **PAST)
    assert sandbox.ledger.orders == orders
    assert {PAST["start"] <= order.placed_on <= PAST["end"] for order in orders} == {True}
    statuses = Counter(order.status for order in orders)
    assert set(statuses) == {"SHIPPED", "PROCESSING", "BACKORDERED", "CANCELLED"}
    assert statuses["SHIPPED"] > 200
    assert min(statuses.values()) >= 5
    parcels = [(order, parcel) for order in orders for line in order.lines for parcel in line.shipments]
    assert all(order.placed_on <= parcel.shipped_on <= PAST["end"] for order, parcel in parcels)
    assert all(parcel.delivered_on is None or parcel.delivered_on > parcel.shipped_on for _, parcel in parcels)
    assert len({parcel.tracking_number for _, parcel in parcels}) == len(parcels)
    assert len({line.vendor_name for order in orders for line in order.lines}) > 8
    found = int(caller.search(**{"ingramOrderDate-bt": ["2025-01-01", "2025-03-31"]}).json["recordsFound"])
    assert found == 400
    for status, count in statuses.items():
        assert int(caller.search(orderStatus=status).json["recordsFound"]) == count
    backordered = caller.search(orderStatus="BACKORDERED").json["orders"][0]
    lines = caller.details(backordered["ingramOrderNumber"]).json["lines"]
    assert any(line["quantityBackOrdered"] and line["backOrderETADate"] for line in lines)


def test_the_recent_past_has_orders_on_hold(start: Callable[..., Sandbox]) -> None:
    moment = datetime(2025, 6, 30, 18, tzinfo=timezone.utc).timestamp()
    sandbox = start(clock=lambda: moment, country_code="DE")
    orders = sandbox.seed_orders(50, start=date(2025, 6, 30))
    assert {order.placed_at <= moment for order in orders} == {True}
    assert "ON HOLD" in {order.status for order in orders}
    assert {order.currency_code for order in orders} == {"EUR"}


def test_a_past_that_ends_before_it_starts(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="before it starts"):
        sandbox.seed_orders(1, start=date(2025, 2, 1), end=date(2025, 1, 1))


def test_the_client_works_with_its_configuration(sandbox: Sandbox, api: Any) -> None:
    body = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "8RB884", "quantity": 1}]}
    answer = api.post_createorder_v6(order_create_request=body)
    assert answer.orders[0].ingram_order_number == sandbox.ledger.orders[0].ingram_order_number
    found = api.get_resellers_v6_ordersearch(customer_order_number="PO-1")
    assert found.records_found == 1


def test_pytest_fixtures(xi_sandbox: Sandbox, xi_client: Any) -> None:
    from xi_sdk_resellers import OrdersApi

    assert OrdersApi(xi_client).get_resellers_v6_ordersearch().orders == []
    assert xi_sandbox.ledger.requests[-1].status == 204


def test_the_pytest_plugin_is_cheap_to_load() -> None:
    program = (
        "import sys, pytest\n"
        "before = set(sys.modules)\n"
        "import xi_sdk_resellers.sandbox.pytest_plugin\n"
        "print(sorted(set(sys.modules) - before))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = done.stdout
    assert not re.search(r"pydantic|urllib3|sandbox\.(sandbox|service|server)|configuration|api_client", loaded), loaded


def test_the_plugin_serves_another_projects_tests(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(
        "def test_order(xi_client, xi_sandbox):\n"
        "    from xi_sdk_resellers import OrdersApi\n"
        "    assert OrdersApi(xi_client).get_resellers_v6_ordersearch().orders == []\n"
        "    assert len(xi_sandbox.ledger.requests) == 2\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error::ResourceWarning", "-p", "no:cacheprovider"]
    command.append(str(tmp_path))
    plugin = [] if _is_installed_as_plugin() else ["-p", "xi_sdk_resellers.sandbox.pytest_plugin"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command, *plugin], capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


def _is_installed_as_plugin() -> bool:
    from importlib.metadata import entry_points

    return any(point.name == "xi_sdk_resellers" for point in entry_points(group="pytest11"))


def resolved(schema: Any) -> Any:
    """Turn OpenAPI 3.0 into JSON Schema: references to components, and `nullable`."""
    if isinstance(schema, list):
        return [resolved(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: resolved(value) for key, value in schema.items()}
    if "$ref" in plain:
        plain["$ref"] = plain["$ref"].replace("#/components/schemas/", "#/$defs/")
    if plain.pop("nullable", False):
        return {"anyOf": [{"type": "null"}, plain]}
    return plain


def complaints(schema: Any, value: Any) -> list[str]:
    """Return the innermost reason of everything that does not fit."""
    innermost = [relevance_first(error) for error in Draft202012Validator(schema).iter_errors(value)]
    return [f"{error.json_path}: {error.message[:200]}" for error in innermost]


def relevance_first(error: Any) -> Any:
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


@pytest.fixture(scope="module")
def documented() -> Callable[[str, str, int, bytes], list[str]]:
    """Return how an answer strays from the schema that the contract has for it."""
    document = read_document()
    definitions = resolved(document["components"]["schemas"])
    responses = document["components"].get("responses", {})

    def strays(method: str, path: str, status: int, body: bytes) -> list[str]:
        operations = {re.sub(r"\{.*?\}", "{}", key): value for key, value in document["paths"].items()}
        operation = next(
            methods[method.lower()]
            for template, methods in operations.items()
            if re.fullmatch(template.replace("{}", "[^/]+"), path) and method.lower() in methods
        )
        answer = operation["responses"][str(status)]
        if "$ref" in answer:
            answer = responses[answer["$ref"].rpartition("/")[2]]
        content = answer.get("content", {}).get("application/json")
        if not body:
            return []
        assert content is not None, f"{method} {path} {status} has a body"
        schema = resolved(content["schema"]) | {"$defs": definitions}
        return complaints(schema, json.loads(body))

    return strays


def test_every_answer_is_as_documented(
    sandbox: Sandbox, caller: Any, documented: Callable[[str, str, int, bytes], list[str]], sample: Any
) -> None:
    strays: list[str] = []
    seen: set[tuple[str, int]] = set()

    def call(method: str, path: str, body: object = None, **more: Any) -> Any:
        reply = caller(method, path, body, **more)
        template = re.sub(r"20-\w+(-\d+)?", "{}", path)
        seen.add((f"{method} {template}", reply.status))
        found = documented(method, path, reply.status, reply.body)
        strays.extend(f"{method} {template} {reply.status} {stray}" for stray in found)
        return reply

    orders, search = "/resellers/v6/orders", "/resellers/v6/orders/search"
    call("GET", search)
    whole = sample("post-createorder-v6-request-warranty-order-sample")
    number = call("POST", orders, whole).json["orders"][0]["ingramOrderNumber"]
    call("POST", orders, sample("post-createorder-v6-request-direct-ship-with-enduser-info"))
    partly = {
        "customerOrderNumber": "P",
        "lines": [{"ingramPartNumber": part, "quantity": 1} for part in ("A1", "AMW")],
    }
    call("POST", orders, partly)
    call("POST", orders, partly)
    sandbox.ship(number)
    sandbox.seed_orders(30)
    call("GET", search, query={"pageSize": 5, "pageNumber": 2})
    call("GET", search, query={"pageSize": 0})
    call("GET", f"/resellers/v6.1/orders/{number}")
    call("GET", "/resellers/v6.1/orders/20-NONE0")
    call("GET", f"/resellers/v6.1/orders/{number}", query={"simulateStatus": "IM::INVOICED"})
    call("GET", f"/resellers/v6.1/orders/{number}", query={"isIml": "maybe"})
    held = caller.place("H", "8RB884", hold=True)
    changes: list[Any] = [
        {"notes": "a comment", "shipToInfo": {"city": "Salem"}},
        {"lines": [{"addUpdateDeleteLine": "ADD", "ingramPartNumber": "A1", "quantity": 1}]},
        {"lines": [{"addUpdateDeleteLine": "DELETE", "ingramLineNumber": "099"}]},
        {
            "lines": [
                {"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "001", "quantity": 3},
                {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": "099"},
            ]
        },
        {},
    ]
    for change in changes:
        call("PUT", f"{orders}/{held}", change)
    for _ in range(2):
        call("PUT", f"{orders}/{held}", {}, query={"actionCode": "release"})
    call("PUT", f"{orders}/20-NONE0", {"notes": "x"})
    call("DELETE", f"{orders}/{held}")
    call("DELETE", f"{orders}/20-NONE0")
    call("DELETE", f"{orders}/{caller.place('H2', hold=True)}")
    call("DELETE", f"{orders}/{held}", headers={"IM-CountryCode": "USA"})
    call("POST", "/resellers/v7/orders", sample("post-createorder-v7-request-sample"))
    call("POST", "/resellers/v7/orders", {})
    sandbox.maintenance = True
    call("POST", orders, {"customerOrderNumber": "M", "lines": [{"ingramPartNumber": "A1", "quantity": 1}]})
    for method, path in (("GET", search), ("DELETE", f"{orders}/{held}")):
        call(method, path, headers={"Authorization": None})
    assert strays == []
    assert len(seen) == 24, sorted(seen)


def test_every_event_is_as_documented(sandbox: Sandbox, caller: Any) -> None:
    document = read_document()
    definitions = resolved(document["components"]["schemas"])
    caller(
        "POST",
        "/resellers/v7/orders",
        {"customerOrderNumber": "V", "lines": [{"ingramPartNumber": "A1", "quantity": 1}]},
    )
    caller(
        "POST",
        "/resellers/v7/orders",
        {"customerOrderNumber": "W", "lines": [{"ingramPartNumber": "A1", "quantity": 1}]},
    )
    number = caller.place("PO-1", "8RB884", "DF4128")
    for _ in range(2):
        sandbox.deliver(number, "im::order_hold")
    sandbox.drain()
    for delivery in sandbox.deliveries:
        name = "asyncOrderCreate" if delivery.event_type.startswith("IM::async") else "orderStatus"
        content = document["x-webhooks"][name]["post"]["requestBody"]["content"]["application/json"]
        schema = resolved(content["schema"]) | {"$defs": definitions}
        assert complaints(schema, delivery.event) == []
