"""Stores of webhook events of every kind, with a way to let time pass for each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from xi_sdk_resellers import webhooks

KINDS = ["memory", "redis", "sqlite", "postgres"]
LEASE = 60.0


class Time:
    """A clock that begins now, as other processes' clocks do, and goes on when it is told to."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now

    def pass_lease(self) -> None:
        self.now += 3600


@dataclass
class Kept:
    """A store, and a way to let every lease end."""

    store: Any
    let_leases_end: Callable[[], object]


@contextmanager
def kept_in(kind: str, url: str) -> Iterator[Kept]:
    """Make an empty store of a kind."""
    clock = Time()
    if kind == "memory":
        yield Kept(webhooks.MemoryEventStore(clock=clock), clock.pass_lease)
    elif kind == "redis":
        import redis

        with redis.Redis.from_url(url, decode_responses=True) as client:
            client.flushdb()
            yield Kept(webhooks.RedisEventStore(client), lambda: end_leases(client))
    else:
        pytest.importorskip("sqlalchemy", reason="the sql extra is not installed")
        store = webhooks.SqlEventStore(url, clock=clock)
        yield Kept(store, clock.pass_lease)
        store.table.drop(store._engine, checkfirst=True)
        store.close()


def end_leases(client: Any) -> None:
    """Let the keys of all leases be gone, as if their time had come."""
    for key in client.scan_iter("*"):
        if client.get(key).startswith("held"):
            client.pexpireat(key, 1)
