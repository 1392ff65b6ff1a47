"""The pytest plugin: the fixtures `xi_sandbox`, `xi_client` and `xi_async_client` for your own tests.

It is loaded by every pytest run where this package is installed, so it imports nothing of the package before a test
asks for a fixture.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

import xi_sdk_resellers

if TYPE_CHECKING:
    from xi_sdk_resellers import aio
    from xi_sdk_resellers.sandbox import Sandbox

_asynchronous: Callable[..., Any] = pytest.fixture
if find_spec("pytest_asyncio") is not None:
    # In its strict mode it takes only fixtures that are marked as its own. Pytest loads it anyway.
    import pytest_asyncio

    _asynchronous = pytest_asyncio.fixture


@pytest.fixture
def xi_sandbox() -> Iterator[Sandbox]:
    """Start an empty `Sandbox` for one test."""
    # Late: every pytest run loads this module.
    from xi_sdk_resellers.sandbox import Sandbox

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def xi_client(xi_sandbox: Sandbox) -> Iterator[xi_sdk_resellers.ApiClient]:
    """Open an `ApiClient` that talks to the test's `xi_sandbox`; its waits only move the sandbox's time on."""
    with xi_sdk_resellers.ApiClient(xi_sandbox.configuration(wait=xi_sandbox.advance)) as client:
        yield client


@_asynchronous
async def xi_async_client(xi_sandbox: Sandbox) -> AsyncIterator[aio.ApiClient]:
    """Open an `aio.ApiClient` that talks to the test's `xi_sandbox`; its waits only move the sandbox's time on."""
    # Late: needs aiohttp, and every pytest run loads this module.
    from xi_sdk_resellers.aio import ApiClient

    async with ApiClient(xi_sandbox.configuration(wait=xi_sandbox.advance)) as client:
        yield client
