"""The pytest plugin: the fixtures `xi_sandbox` and `xi_client` for your own tests.

It is loaded by every pytest run where this package is installed, so it imports nothing before a
test asks for a fixture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

import xi_sdk_resellers

if TYPE_CHECKING:
    from xi_sdk_resellers.sandbox import Sandbox


@pytest.fixture
def xi_sandbox() -> Iterator[Sandbox]:
    """Start an empty `Sandbox` for one test."""
    # Late: every pytest run loads this module.
    from xi_sdk_resellers.sandbox import Sandbox

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def xi_client(xi_sandbox: Sandbox) -> Iterator[xi_sdk_resellers.ApiClient]:
    """Open an `ApiClient` that talks to the test's `xi_sandbox`."""
    with xi_sdk_resellers.ApiClient(xi_sandbox.configuration()) as client:
        yield client
