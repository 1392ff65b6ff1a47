"""Good requests with something odd in one place: each is answered, and none breaks the sandbox for the next one.

A failure names its seed; ``changed(name, seed)`` makes the same request again.
"""

from __future__ import annotations

import copy
import http.client
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest

from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.sandbox.contract import Operation, Parameter, operations, read_document

ROUNDS = 60
CALLS = {
    call["x-python-name"]: call
    for item in read_document()["paths"].values()
    for call in item.values()
    if isinstance(call, dict) and "x-python-name" in call
}
TEXTS = (
    "", " ", "x", "\ud800", "a\udc00b", "\x00", "a\r\nX-Evil: 1", "\u00b2", "\u0660\u0661", "9" * 5000, "-" * 300,
    "NaN", "1e400", "2024-02-30", "0000-00-00", "9999-12-31", "02/30/2024", "13/13/2024", "..", "%00", "a/b", "<b>",
    "\U0001f600", "true", "null", "-1", "0", "1.5", "99999999999999999999", "'; --", "\u202e", "\ufeff",
    "8RB884", "20-R0001", "XX",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    *TEXTS, None, True, False, 0, -1, 1, 10**30, 1.5, 1e300, [], {}, [None], [[]], [{}], ["x"], {"x": {}},
    {"\udc00": 1},
)  # fmt: skip
HEADERS = ("", " ", "\xb2", "\xff", "x" * 3000, "a\tb", "\x01\x1b[0m", "\x7f", "a, b", "http://[x/", "USA", "u\u00e9")
READS = (
    ("GET", "/resellers/v6/orders/search"),
    ("POST", "/resellers/v6/renewals/search"),
    ("GET", "/resellers/v6/deals/search"),
)


class Asked(NamedTuple):
    """A request."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes | None


def good(parameter: Parameter, call: dict[str, Any]) -> Any:
    """A value that the contract shows for a parameter."""
    for spec in call.get("parameters", ()):
        found = spec
        while "$ref" in found:
            found = read_document()["components"]["parameters"][found["$ref"].rpartition("/")[2]]
        if found["name"] == parameter.name:
            return found.get("example", "1")
    return "1"


def leaves(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a body: what it is in, and under which key."""
    pairs: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in list(pairs):
        yield value, key
        yield from leaves(item)


def changed(name: str, seed: int) -> Asked:
    """Make a request with something odd in one place."""
    random = Random(f"{name} {seed}")
    operation, call = operations()[name], CALLS[name]
    body = None
    shown = call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("examples", {})
    if shown:
        body = copy.deepcopy(random.choice(list(shown.values()))["value"])
    place = random.choice(("body",) * 3 + ("query", "path", "header"))
    if place == "body" and body:
        holder, key = random.choice(list(leaves(body)))
        holder[key] = random.choice(VALUES)
    return Asked(
        operation.method,
        _target(operation, call, random, place),
        _headers(operation, call, random, odd=place == "header"),
        None if body is None else json.dumps(body).encode(),
    )


def _target(operation: Operation, call: dict[str, Any], random: Random, place: str) -> str:
    path, query = operation.path, []
    for parameter in operation.parameters_in("path"):
        value = random.choice(TEXTS) if place == "path" else str(good(parameter, call))
        path = path.replace(f"{{{parameter.name}}}", quote(value or "x", safe="", errors="surrogatepass"))
    for parameter in operation.parameters_in("query"):
        if parameter.required or random.random() < 0.4:
            value = random.choice(TEXTS) if place == "query" and random.random() < 0.5 else good(parameter, call)
            values = value if isinstance(value, list) else [value]
            texts = [str(item).lower() if isinstance(item, bool) else str(item) for item in values]
            query += [f"{quote(parameter.name)}={quote(text, safe='', errors='surrogatepass')}" for text in texts]
    return f"{path}?{'&'.join(query)}" if query else path


def _headers(operation: Operation, call: dict[str, Any], random: Random, *, odd: bool) -> dict[str, str]:
    known = {"IM-CustomerNumber": "20-222222", "IM-CountryCode": "US", "targeturl": "http://127.0.0.1:9/"}
    found = {
        parameter.name: known.get(parameter.name, str(good(parameter, call)))
        for parameter in operation.parameters_in("header")
    }
    if odd and found:
        found[random.choice(list(found))] = random.choice(HEADERS)
    return found


class Line:
    """A connection to a sandbox with a good token."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", sandbox.port, timeout=10)
        self.token = {"Authorization": f"Bearer {sandbox.issue_token()}"}

    def __call__(self, asked: Asked) -> int:
        headers = {name: value.encode("latin-1", "replace") for name, value in asked.headers.items()}
        if asked.body is not None:
            headers["Content-Type"] = b"application/json"
        self.connection.request(asked.method, asked.target, asked.body, {**headers, **self.token})
        response = self.connection.getresponse()
        response.read()
        return response.status


@pytest.mark.parametrize("name", operations().keys() - {"get_accesstoken"})
def test_odd_requests_are_answered_and_break_nothing(
    start: Callable[..., Sandbox], name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    sandbox = start()
    sandbox.seed_orders(3)
    line = Line(sandbox)
    for seed in range(ROUNDS):
        assert line(changed(name, seed)) < 500, seed
    sandbox.drain()
    usual = {"IM-CustomerNumber": "20-222222", "IM-CountryCode": "US", "IM-CorrelationID": "c" * 32}
    for method, path in READS:
        assert line(Asked(method, path, usual, None)) == 200
    line.connection.close()
    assert capfd.readouterr().err == ""
