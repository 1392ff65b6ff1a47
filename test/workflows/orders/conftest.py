"""Workflows that keep a journal."""

from __future__ import annotations

import pytest

from xi_sdk_resellers.journal import SqliteJournal


@pytest.fixture
def journal(tmp_path):
    with SqliteJournal(tmp_path / "journal") as made:
        yield made


@pytest.fixture
def with_journal(sandbox, clock, orders_on):
    """Make workflows that keep a journal."""

    def make(journal, sandbox=sandbox, clock=clock):
        orders = orders_on(sandbox, clock)
        getattr(orders, "_orders", orders).journal = journal
        return orders

    return make


@pytest.fixture
def recorded(with_journal, journal):
    """Workflows of both twins that keep the test's journal."""
    return with_journal(journal)
