"""Scripted servers with and without TLS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
import trustme

from test.support.wire_calls import DETAIL, Open, opened, server_context
from test.support.wire_server import WireServer


@pytest.fixture
def wire(twins: None) -> Iterator[Open]:
    """Start a scripted server and a client of it."""
    with ExitStack() as stack:
        yield partial(opened, stack)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """An authority that nobody trusts yet."""
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> str:
    """The path of the authority's certificate."""
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[WireServer]:
    """A server with TLS whose certificate the authority has signed."""
    with WireServer([DETAIL], tls=server_context(authority)) as server:
        yield server
