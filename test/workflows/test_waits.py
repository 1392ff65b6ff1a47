"""The waits of workflows: in truth without a setting, passed over with one."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, time
from typing import Any

import pytest

from test.support.answers import AnswerServer, Asked, Reply, settings
from test.support.area_twins import workflow
from test.support.workflow_twins import TWINS


def walk(twin: str, seconds: float, **options: Any) -> float:
    """Walk through two pages, the first of which uses up the rate limit; tell how long that takes."""

    def answer(asked: Asked) -> Reply:
        listed = [{"ingramOrderNumber": f"20-{asked.number}"}] if asked.number < 2 else []
        used_up = [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", f"{time() + seconds:.3f}")]
        return Reply(200, {"orders": listed}, [] if asked.number else used_up)

    with AnswerServer(answer) as server, workflow(twin, "Orders", settings(server.url, **options)) as orders:
        began = monotonic()
        assert len(list(orders.search())) == 2
        return monotonic() - began


@pytest.mark.parametrize("twin", TWINS)
def test_a_wait_is_waited(twin: str) -> None:
    assert walk(twin, 0.3) > 0.25


@pytest.mark.parametrize("twin", TWINS)
def test_a_wait_is_passed_over_when_the_settings_say_so(twin: str) -> None:
    waits: list[float] = []
    wait: Callable[[float], object] = waits.append
    assert walk(twin, 30.0, wait=wait) < 30
    assert [round(wait) for wait in waits] in ([30], [31])  # in whole seconds, as the vendor's clock tells them
