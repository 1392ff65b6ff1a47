"""The stores that remember events, and the servers behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from test.support.event_stores import KINDS, Kept, kept_in
from test.support.servers import postgres_server, redis_server


@pytest.fixture(scope="package")
def server_url() -> Iterator[Callable[[str], str]]:
    """Tell the URL of the server of a kind, which is started when it is first asked for."""
    urls: dict[str, str] = {}
    with ExitStack() as running:

        def url(kind: str) -> str:
            if kind not in urls:
                urls[kind] = running.enter_context(redis_server() if kind == "redis" else postgres_server()).url
            return urls[kind]

        yield url


@pytest.fixture
def store_url(server_url: Callable[[str], str], tmp_path: Path) -> Callable[[str], str]:
    """Tell the URL with which processes make stores of a kind that they share."""
    urls = {"memory": "", "sqlite": f"sqlite:///{tmp_path}/events.db"}
    return lambda kind: urls[kind] if kind in urls else server_url(kind)


@pytest.fixture(params=KINDS)
def kept(request: pytest.FixtureRequest, store_url: Callable[[str], str]) -> Iterator[Kept]:
    """An empty store of each kind."""
    with kept_in(request.param, store_url(request.param)) as made:
        yield made
