"""The waits of a client, which a test may pass over: its clock counts them."""

from __future__ import annotations

from time import monotonic

import pytest

from xi_sdk_resellers._process.waiting import Waiting


def test_what_is_passed_over_counts_as_time() -> None:
    waiting, waits = Waiting(), list[float]()
    assert waiting.clock() - monotonic() == pytest.approx(0, abs=0.5)
    assert waiting.passed_over(None, 500.0) is False
    assert waiting.clock() - monotonic() == pytest.approx(0, abs=1)
    assert [waiting.passed_over(waits.append, seconds) for seconds in (500.0, 70.0)] == [True, True]
    assert waits == [500.0, 70.0]
    assert waiting.clock() - monotonic() == pytest.approx(570, abs=1)
