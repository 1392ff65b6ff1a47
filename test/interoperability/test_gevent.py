"""Greenlets of gevent share a client as threads do, as in Celery's gevent pool."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from xi_sdk_resellers.sandbox import Fault, Sandbox

pytest.importorskip("gevent")

PATCH = "from gevent import monkey; monkey.patch_all()"
IMPORT = "from xi_sdk_resellers.rest import ApiException"
PROGRAM = """
import gevent, sys
from xi_sdk_resellers import ApiClient, Configuration, OrdersApi

with ApiClient(Configuration.from_env()) as client:
    jobs = [gevent.spawn(OrdersApi(client).get_orderdetails_v6_1, number) for number in sys.argv[1:]]
    gevent.joinall(jobs, raise_error=True)
    print(*[job.value.ingram_order_number for job in jobs])
"""


@pytest.mark.parametrize("opening", [(PATCH, IMPORT), (IMPORT, PATCH)], ids=["patched first", "patched late"])
def test_greenlets_share_a_client(
    sandbox: Sandbox, caller_for: Callable[[Sandbox], Any], opening: tuple[str, ...]
) -> None:
    numbers = [caller_for(sandbox).place(f"PO-{count}") for count in range(5)]
    before = sandbox.connection_count
    sandbox.faults.add(Fault("delay", operation="get_orderdetails_v6_1", delay=0.2, times=None))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", "\n".join((*opening, PROGRAM)), *numbers],
        env={**os.environ, **sandbox.environment()},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == numbers, done.stderr
    assert sandbox.connection_count > before + 1  # they did not wait for one another
