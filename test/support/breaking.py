"""Break answers at random, the same way for the same seed: their fields, and the bytes that they travel in."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, "", " ", "x", "0", "-1", "null", "NaN", "1e999", "0000-00-00", "2024-02-31T99:99:99Z", "☃" * 50,
    "\ud800", "\x00\x1b[31m", "a" * 5000, 0, -1, 0.1, 2**31, 2**53 + 1, 2**63, -(2**63) - 1, 10**30, 1e308,
    float("inf"), float("nan"), [], {}, [[]], [{}], [None], {"": None}, {"a": {"b": []}}, ["x", 5], [[[[[[{}]]]]]],
)  # fmt: skip
"""Values where other ones are expected."""


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """List the paths of everything in a JSON value."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def broken_fields(random: Random, value: Any) -> Any:
    """Break one to three fields of a JSON value."""
    made = copy.deepcopy(value)
    for _ in range(random.randint(1, 3)):
        made = _with_one_broken(random, made)
    return made


def _with_one_broken(random: Random, made: Any) -> Any:
    path = random.choice([*places(made)])
    if not path or random.random() < 0.03:
        return random.choice([copy.deepcopy(random.choice(ODD)), [made], {"x": made}])
    parent, key = at(made, path[:-1]), path[-1]
    found = parent[key]
    if isinstance(parent, dict) and random.random() < 0.3:
        del parent[key]
        if random.random() < 0.5:
            parent[random.choice([str(key).upper(), str(key).lower(), f"{key} ", f"{key}s"])] = found
        return made
    odd = copy.deepcopy(random.choice(ODD))
    twice = [found, copy.deepcopy(found)]
    parent[key] = random.choice([odd, odd, [found], {"value": found}, str(found), json.dumps(found), twice])
    return made


def as_json(random: Random, value: Any) -> bytes:
    """Write a JSON value, now and then with a key twice, in another charset, or with something around it."""
    data = json.dumps(value).encode()
    chance = random.random()
    if chance < 0.03 and data.startswith(b"{"):
        return b'{"ingramOrderNumber": 5, ' + data[1:]
    if chance < 0.05:
        return json.dumps(value, ensure_ascii=False).encode("utf-16", "surrogatepass")
    if chance < 0.07:
        return b"\xef\xbb\xbf" + data
    if chance < 0.09:
        return b")]}',\n" + data
    return data


def written(status: int, body: bytes) -> bytes:
    """Write an answer as it should be."""
    lines = [f"HTTP/1.1 {status} Fine", "Content-Type: application/json", f"Content-Length: {len(body)}"]
    lines += ["X-RateLimit-Remaining: 5", "Date: Fri, 01 Mar 2024 10:00:00 GMT"]
    return "\r\n".join([*lines, "", ""]).encode() + body


_LINES = (
    b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked", b"Transfer-Encoding: identity",
    b"Content-Encoding: gzip", b"Content-Encoding: br", b"Content-Length: 7", b"Content-Length: -1",
    b"Content-Length: 99999", b"Connection: close", b"Content-Type: text/html; charset=utf-7", b"Retry-After: soon",
    b"Content-Type: application/json; charset=no-such", b"X-RateLimit-Reset: 1e400", b"no colon", b": no name",
    b" folded", b"X: \x00\x1b\xff", b"Location: http://[", b"IM-CorrelationID: \xf0\x9f\x92\xa9",
)  # fmt: skip


def broken_framing(random: Random, data: bytes) -> bytes:
    """Break the bytes of an answer in one or two places."""
    for _ in range(random.randint(1, 2)):
        data = _with_one_break(random, data)
    return data


def _with_one_break(random: Random, data: bytes) -> bytes:
    where, length = random.randrange(len(data) + 1), random.randint(1, 20)
    noise = bytes(random.randrange(256) for _ in range(random.randint(1, 6)))
    before, after = data[:where], data[where:]
    head, separator, body = data.partition(b"\r\n\r\n")
    another_line = head + b"\r\n" + random.choice(_LINES) + separator + body
    version = random.choice([b"HTTP/1.0 ", b"HTTP/2 ", b"ICY ", b"HTTP/1.1"])
    return random.choice([
        before,
        before + noise + after,
        before + after[length:],
        before + after[:length] + after,
        before + noise + after[len(noise) :],
        data.replace(b"\r\n", b"\n"),
        data + data,
        b"HTTP/1.1 100 Continue\r\n\r\n" + data,
        another_line,
        another_line,
        data.replace(b"HTTP/1.1 ", version, 1),
    ])  # fmt: skip
