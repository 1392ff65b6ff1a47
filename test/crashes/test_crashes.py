"""A short run: each change, by each client, with each kind of memory, killed at each stage; half of them twice."""

from __future__ import annotations

import os

import pytest

from test.crashes.gate import Listing
from test.crashes.harness import run
from test.crashes.jobs import NAMES, ONCE, STAGES, TWINS, Pace, jobs

PACE = Pace(lookup_wait=1.0, listed_within=1.6, late=0.3)
LISTINGS = (Listing(), Listing(searches=1), Listing(seconds=0.3))
MEMORIES = ("journal", "resume")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_every_change_is_made_once_and_known_whenever_its_workers_are_killed() -> None:
    count = len(NAMES) * len(TWINS) * len(MEMORIES) * len(STAGES)
    results = run(jobs(count, MEMORIES, LISTINGS, seed=9), PACE, lanes=6)
    assert [(job, end) for job, end in results.ends if end != ONCE] == []
    assert len(results.ends) == count
    assert results.killed >= count / 2
