"""The quote workflows of both twins, for a sandbox."""

from __future__ import annotations

import pytest

from test.support.workflow_twins import workflows
from xi_sdk_resellers import Retries
from xi_sdk_resellers.journal import SqliteJournal


@pytest.fixture
def quotes(sandbox, clock, twin):
    """The workflows, without waiting between retries; while they sleep, the sandbox does all that it has to do."""

    def sleep(seconds):
        sandbox.drain()
        clock.sleep(seconds)

    with workflows(twin, sandbox, clock, sleep, "Quotes", retries=Retries(backoff=0)) as made:
        yield made


@pytest.fixture
def journal(tmp_path):
    with SqliteJournal(tmp_path / "journal") as made:
        yield made


@pytest.fixture
def recorded(quotes, journal):
    """The workflows with a journal."""
    getattr(quotes, "_orders", quotes).journal = journal
    return quotes
