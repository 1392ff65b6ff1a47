"""`python -m test.bench.limits`: what a figure is made of, by leaving out one part of the work after the other.

Each table starts with this package and ends with what is left when nothing of it is: pydantic, urllib3, system calls.
CPU time, interleaved, the fastest twentieth of the rounds, as in the benchmark. No figure of this is a test.
"""

from __future__ import annotations

import argparse
import json
import socket
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic_core import SchemaSerializer, core_schema
from urllib3 import HTTPConnectionPool, Retry

from xi_sdk_resellers import OrderCreateRequest, OrderDetailB2B, OrderSearchResponse
from xi_sdk_resellers._modelling import schema as _schema
from xi_sdk_resellers._modelling.names import wire_name
from xi_sdk_resellers._modelling.schema import body_serializer

from .measure import fixture_server

sys.path.insert(0, str(Path(__file__).resolve().parent))

import floor
import ours
import payloads

Cases = dict[str, Callable[[], Any]]
_IGNORE = core_schema.CoreConfig(extra_fields_behavior="ignore", coerce_numbers_to_str=True)


class FewerFields(_schema._Answers):
    """Reads only fields whose keys are in a payload."""

    present: frozenset[str] = frozenset()

    def model(self, model_class: Any) -> Any:
        if model_class not in self.models:
            known = {name: info.validation_alias or wire_name(name) for name, info in model_class.model_fields.items()}
            fields = {
                name: self.field(model_class, name, model_class.model_fields[name])
                for name, key in known.items()
                if key in self.present
            }
            inner = core_schema.model_fields_schema(fields, extra_behavior=self.unknown_keys)
            self.models[model_class] = core_schema.model_schema(model_class, inner, config=self.config)
        return self.models[model_class]


class AnyKeys(FewerFields):
    """Does not look whether a key is known, either."""

    unknown_keys = "ignore"  # type: ignore[assignment]
    config = _IGNORE


class FloatMoney(AnyKeys):
    """Makes no Decimal, either."""

    def value(self, annotation: Any) -> Any:
        return core_schema.float_schema() if annotation is _schema.Decimal else super().value(annotation)


class KnownKeys(_schema._Written):
    """Writes requests without their unknown keys."""

    unknown_keys = "ignore"  # type: ignore[assignment]
    config = _IGNORE

    def extras(self, model_class: Any) -> None:
        return None


def keys_in(value: Any) -> frozenset[str]:
    """All keys of a payload."""
    if isinstance(value, list):
        return frozenset().union(*map(keys_in, value))
    return frozenset(value).union(*map(keys_in, value.values())) if isinstance(value, dict) else frozenset()


def decoding(kind: str, data: bytes) -> Cases:
    """Reading an answer."""
    model_class = {"detail": OrderDetailB2B, "search": OrderSearchResponse}[kind]
    FewerFields.present = keys_in(json.loads(payloads.detail(50) if kind == "detail" else data))
    readers = {
        "pydantic alone": _schema.answer_validator(model_class),
        "… for the fields that the payload has": FewerFields().validator(model_class),
        "… and no look at unknown keys": AnyKeys().validator(model_class),
        "… and money as float": FloatMoney().validator(model_class),
    }
    return {
        "this package": partial(ours.decoder(kind), data),
        **{title: partial(reader.validate_json, data) for title, reader in readers.items()},
        "floor": partial(floor.decoder(kind), data),
    }


def encoding(lines: int) -> Cases:
    """Writing a request."""
    values = payloads.create_request(lines)
    order, fewer = ours.new_order(values), ours.new_order(values)
    for model in (fewer, *fewer.lines, fewer.ship_to_info, fewer.end_user_info, fewer.shipment_details):
        for name in [name for name, value in model.__dict__.items() if value is None]:
            del model.__dict__[name]
    full, known = body_serializer(OrderCreateRequest), KnownKeys().serializer(OrderCreateRequest)

    def write(serializer: SchemaSerializer, model: Any) -> bytes:
        return serializer.to_json(model, by_alias=True, exclude_none=True)

    return {
        "this package": partial(ours.encode, order),
        "pydantic alone, amounts as text": partial(write, full, order),
        "… and no look at unknown keys": partial(write, known, order),
        "… for the fields that the payload has": partial(write, known, fewer),
        "floor": partial(floor.encode, floor.new_order(values)),
    }


def calling(url: str, body: bytes | None) -> Cases:
    """One call to the fixture server: order details of one line, or a creation when there is a body."""
    address = urlsplit(url)
    assert address.port is not None
    client = ours.connect(url)
    pool = HTTPConnectionPool("127.0.0.1", address.port, maxsize=1)
    method, path = ("GET", "/resellers/v6.1/orders/ORDER-1") if body is None else ("POST", "/resellers/v6/orders")
    headers = {"IM-CustomerNumber": "20-222222", "IM-CountryCode": "US", "Authorization": "Bearer token"}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    length = f"Content-Length: {len(body)}\r\n" if body else ""
    request = f"{method} {path} HTTP/1.1\r\nHost: x\r\n{head}{length}\r\n".encode() + (body or b"")
    opened = socket.create_connection(("127.0.0.1", address.port))

    def bare() -> None:
        opened.sendall(request)
        answer = opened.recv(65536)
        wanted = int(answer.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        while len(answer.partition(b"\r\n\r\n")[2]) < wanted:
            answer += opened.recv(65536)

    def over_urllib3() -> bytes:
        return pool.urlopen(method, path, body=body, headers=headers, retries=Retry(False)).data

    order = None if body is None else ours.new_order(payloads.create_request(500))
    return {
        "this package": lambda: (
            client.get_orderdetails_v6_1("ORDER-1") if order is None else ours.create(client, order)
        ),
        "urllib3 alone, the bytes prepared and not read": over_urllib3,
        "system calls alone": bare,
    }


def fastest(cases: Cases, rounds: int) -> dict[str, float]:
    """Microseconds of CPU time of each case: what the fastest twentieth of the rounds reach."""
    loops: dict[str, int] = {}
    for title, run in cases.items():
        run()
        start = time.process_time()
        run()
        loops[title] = max(1, int(0.01 / max(time.process_time() - start, 1e-6)))
    spent: dict[str, list[float]] = {title: [] for title in cases}
    for _ in range(rounds):
        for title, run in cases.items():
            start = time.process_time()
            for _ in range(loops[title]):
                run()
            spent[title].append((time.process_time() - start) / loops[title] * 1e6)
    return {title: sorted(values)[len(values) // 20] for title, values in spent.items()}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m test.bench.limits", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=100)
    rounds: int = parser.parse_args().rounds
    with fixture_server() as url:
        tables = {
            "decode order details, 1 line": decoding("detail", payloads.detail(1)),
            "decode order details, 50 lines": decoding("detail", payloads.detail(50)),
            "decode a search page of 100 orders": decoding("search", payloads.search_page()),
            "encode a create request, 500 lines": encoding(500),
            "whole call: order details, 1 line": calling(url, None),
            "whole call: create an order, 500 lines": calling(url, json.dumps(payloads.create_request(500)).encode()),
        }
        print("| what | µs | share |\n| --- | ---: | ---: |")
        for title, cases in tables.items():
            figures = fastest(cases, rounds)
            whole = figures["this package"]
            for name, value in figures.items():
                first = f"**{title}**: {name}" if name == "this package" else name
                print(f"| {first} | {value:,.0f} | {value / whole:.0%} |")


if __name__ == "__main__":
    main()
