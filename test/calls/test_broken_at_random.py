"""Answers that are broken at random: no exception but the package's own, and no outcome that is not true.

300 rounds for each operation and each client: two thirds with broken fields, one third with broken bytes. A failure
names its seed; ``broken(operation, seed)`` makes the same answer again."""

from __future__ import annotations

import json
import logging
import pickle
import pkgutil
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from random import Random
from typing import Any, NamedTuple

import pytest

import xi_sdk_resellers._operations
from test.support.breaking import as_json, broken_fields, broken_framing, written
from test.support.client_twins import ApiClient, asyncio_twin
from test.support.samples import SAMPLES, sample
from test.support.wire_server import Received, WireServer
from test.support.workflow_twins import Clock, Loop, workflows
from xi_sdk_resellers import ApiException, Configuration, OpenApiException, Outcome, aio
from xi_sdk_resellers.operation import Operation, Parameter
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.sandbox.contract import read_document

ROUNDS = 300
pytestmark = pytest.mark.usefixtures("twins", "quiet")


def all_operations() -> Iterator[Operation]:
    folder = xi_sdk_resellers._operations
    for module in pkgutil.iter_modules(folder.__path__, f"{folder.__name__}."):
        yield from (item for item in vars(import_module(module.name)).values() if isinstance(item, Operation))


OPERATIONS = {operation.name: operation for operation in all_operations()}


@pytest.fixture
def quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


# What is asked for, and what is answered.


CONFIGURED = {"IM-CustomerNumber", "IM-CountryCode", "IM-CorrelationID"}


def argument(parameter: Parameter) -> Any:
    if parameter.enum:
        return parameter.enum[0]
    simple: dict[str, Any] = {"integer": parameter.minimum or 1, "boolean": True, "date": "2024-03-01"}
    listed: dict[str, Any] = {"text_list": ["x"], "date_range": ["2024-03-01", "2024-03-02"]}
    return {**simple, **listed}.get(parameter.kind, "x" * (parameter.min_length or 1))


def samples_of(operation: Operation, kind: str) -> list[tuple[int, Any]]:
    name = re.sub(r"[^a-z0-9]", "", operation.name)
    return [
        (int(found["status"] or 0), sample(key))
        for key, found in SAMPLES.items()
        if found["kind"] == kind and re.sub(r"[^a-z0-9]", "", found["operation"]) == name
    ]


def arguments(operation: Operation) -> dict[str, Any]:
    given = {
        item.name: argument(item) for item in operation.parameters if item.required and item.wire not in CONFIGURED
    }
    if operation.body is not None:
        requests = samples_of(operation, "request")
        given[operation.body_argument or "body"] = requests[0][1] if requests else example_of(operation)
    return given


def example_of(operation: Operation) -> Any:
    """Give the contract's own example of a request, where there is no sample."""
    described = read_document()["paths"][operation.path][operation.method.lower()]["requestBody"]
    examples = [item["value"] for item in described["content"]["application/json"].get("examples", {}).values()]
    return examples[0] if examples else {}


def answers(operation: Operation) -> list[tuple[int, Any]]:
    found = samples_of(operation, "response")
    if operation.secret:
        found += [(200, {"access_token": "t", "expires_in": "86400", "token_type": "Bearer"})]
    if not any(status < 300 for status, _ in found):
        found += [(status, {"recordsFound": 1}) for status in operation.answers if status < 300]
    return found


def broken(operation: Operation, seed: int) -> tuple[bytes, int | None, Any]:
    """Make a broken answer: its bytes, and its status and its JSON when those are as they were written."""
    random = Random(f"{operation.name} {seed}")
    status, value = random.choice(answers(operation))
    if seed % 3:
        made = broken_fields(random, value)
        body = as_json(random, made)
        return written(status, body), status, made if is_json(body) else None
    data = broken_framing(random, written(status, json.dumps(value).encode()))
    return data, None, None


def is_json(body: bytes) -> bool:
    with suppress(ValueError):
        json.loads(body)
        return True
    return False


# The truth.


def status_in(data: bytes) -> int | None:
    """The status that anybody would read in an answer; None where that is doubtful."""
    found = re.match(rb"(?:HTTP/1\.1 100 Continue\r?\n\r?\n)*HTTP/1\.[01] ([1-9][0-9][0-9])[ \r\n]", data)
    return int(found[1]) if found and found[1] > b"199" else None


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def shows_success(operation: Operation, value: Any) -> bool:
    """Whether a sign of success stands exactly where the contract has it."""

    def found(item: Any, steps: list[str]) -> bool:
        if not steps:
            return (isinstance(item, str) and bool(item.strip())) or (
                isinstance(item, int) and not isinstance(item, bool)
            )
        name = camel(steps[0].removesuffix("[]"))
        below = item.get(name) if isinstance(item, dict) else None
        if steps[0].endswith("[]"):
            return isinstance(below, list) and any(found(each, steps[1:]) for each in below)
        return found(below, steps[1:])

    return any(found(value, path.split(".")) for path in operation.success)


def lie(operation: Operation, seed: int, error: BaseException | None, sent: bool) -> str | None:
    """Say what is wrong with how a call has ended."""
    data, status, value = broken(operation, seed)
    read = status_in(data) if status is None else status
    if error is None:
        may = read is None or 200 <= read < 300 or read in operation.nothing_found
        return None if may else f"returned after {read}"
    if not isinstance(error, OpenApiException):
        return f"{type(error).__name__}: {error}"
    if sent and error.outcome is Outcome.NOT_SENT:
        return "said to be not sent"
    may = read is None or 400 <= read < 500 or (200 <= read < 300 and operation.changes)
    if error.outcome is Outcome.REJECTED and not may:
        return f"said to be rejected after {read}"
    if status is not None and 200 <= status < 300 and operation.changes and shows_success(operation, value):
        return f"{error.outcome} although it was done"
    again = pickle.loads(pickle.dumps(error))
    return None if (str(again), again.outcome) == (str(error), error.outcome) else "is another one after pickling"


# The rounds.


class Vendor:
    """Answers what it is told to, and hangs up."""

    def __init__(self) -> None:
        self.data = b""

    def __call__(self, connection: socket.socket, _: Received) -> None:
        connection.sendall(self.data)


def ended_in(call: Callable[[], Any]) -> Exception | None:
    """Make a call and look at all of its result; return what was raised."""
    try:
        result = call()
        shown = repr(result), repr(result.data), hasattr(result.data, "to_dict") and result.data.to_dict()
        assert shown
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_broken_answer_makes_no_foreign_exception_and_no_false_outcome(name: str) -> None:
    operation, vendor, wrong = OPERATIONS[name], Vendor(), []
    with WireServer([vendor]) as server:
        configuration = Configuration(
            server.url, access_token="t", im_customer_number="1", im_country_code="US", retries=False, read_timeout=2,
            client_side_validation=False, max_response_objects=5000,
        )  # fmt: skip
        with ApiClient(configuration) as client:
            given = arguments(operation)
            for seed in range(ROUNDS):
                vendor.data = broken(operation, seed)[0]
                before = len(server.received)
                error = ended_in(lambda: client.call(operation, given))
                assert server.ended.acquire(timeout=10), f"seed {seed}: {error!r}"
                found = lie(operation, seed, error, sent=len(server.received) > before)
                wrong += [f"seed {seed}: {found}"] if found else []
            assert len(server.received) == ROUNDS
    assert wrong == []


@pytest.mark.parametrize("twin", ["blocking"])
@pytest.mark.parametrize("name", ["get_orderdetails_v6_1", "post_createorder_v6"])
def test_both_clients_make_the_same_of_a_broken_answer(name: str) -> None:
    operation, vendor, loop = OPERATIONS[name], Vendor(), Loop()
    given, other = arguments(operation), []

    def ending(call: Callable[[], Any]) -> tuple[Any, ...]:
        try:
            result = call()
        except ApiException as error:
            return type(error), error.outcome, error.status, error.raw_body
        return result.status_code, result.raw_data

    with WireServer([vendor]) as server:
        configuration = Configuration(
            server.url, access_token="t", im_customer_number="1", im_country_code="US", retries=False, read_timeout=2,
            client_side_validation=False,
        )  # fmt: skip
        blocking, asynchronous = xi_sdk_resellers.ApiClient(configuration), aio.ApiClient(configuration)
        for seed in range(0, ROUNDS, 3):  # those with broken bytes
            vendor.data = broken(operation, seed)[0]
            first = ending(lambda: blocking.call(operation, given))
            assert server.ended.acquire(timeout=10)
            second = ending(lambda: loop(asynchronous.call(operation, given)))
            assert server.ended.acquire(timeout=10)
            other += [f"seed {seed}: {first} and {second}"] if first != second else []
        blocking.close()
        loop(asynchronous.close())
        loop.close()
    assert other == []


# Workflows.

CREATE = "post-createorder-"
WORKFLOWS: dict[str, Any] = {
    "place": lambda orders: orders.place(
        sample("post-createorder-v6-request-order-with-header-comments"), lookup_wait=1
    ),
    "place_async": lambda orders: orders.place_async(sample("post-createorder-v7-request-sample")),
    "cancel": lambda orders: orders.cancel("20-1", lookup_wait=1),
    "release": lambda orders: orders.release("20-1", lookup_wait=1),
    "modify": lambda orders: orders.modify(
        "20-1", {"lines": [{"ingramLineNumber": "001", "quantity": 3}]}, lookup_wait=1
    ),
    "search": lambda orders: list(orders.search(page_size=2)),
}


class Office:
    """Answers each operation with a broken answer of its own, most of the time."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.changes = 0

    def __call__(self, connection: socket.socket, received: Received) -> None:
        method, path = received.line.split()[:2]
        operation = next(
            item
            for item in OPERATIONS.values()
            if item.method == method
            and re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", item.path.replace(".", r"\.")), path.partition("?")[0])
            and not (item.name == "get_orderdetails_v6_1" and "search" in path)
        )
        self.changes += operation.changes
        chance = self.random.random()
        if chance < 0.2:
            return
        seed = self.random.randrange(10**6)
        status, value = self.random.choice(answers(operation))
        data = broken(operation, seed)[0] if chance < 0.8 else written(status, json.dumps(value).encode())
        connection.sendall(data)


class Shown(NamedTuple):
    """The result of a workflow, to be looked at like an answer."""

    data: Any


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_among_broken_answers_ends_in_the_truth_or_in_doubt(name: str) -> None:
    wrong = []
    for seed in range(ROUNDS // 5):
        office, clock = Office(Random(f"{name} {seed}")), Clock()
        with WireServer([office]) as server, Sandbox() as sandbox:
            settings = {"host": server.url, "access_token": "t", "retries": False, "read_timeout": 2}
            twin = "asyncio" if asyncio_twin() else "blocking"
            with workflows(twin, sandbox, clock, clock.sleep, **settings) as orders:
                error = ended_in(lambda: Shown(WORKFLOWS[name](orders)))
            if error is not None and not isinstance(error, OpenApiException):
                wrong.append(f"seed {seed}: {type(error).__name__}: {error}")
            elif isinstance(error, ApiException) and office.changes and error.outcome is Outcome.NOT_SENT:
                wrong.append(f"seed {seed}: said to be not sent: {error}")
    assert wrong == []
