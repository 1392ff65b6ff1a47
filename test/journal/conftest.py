"""Journals of every kind, and the PostgreSQL server that one of them needs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from test.support.servers import Server, postgres_server
from xi_sdk_resellers.journal import Journal, SqliteJournal, SqlJournal

KINDS = ("sqlite", "sql on sqlite", "sql on postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A running PostgreSQL server."""
    with postgres_server() as server:
        yield server


@pytest.fixture(params=KINDS)
def make_journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Journal]]:
    """Open the test's journal, each time anew, as every process does."""
    made: list[Any] = []
    kind = str(request.param)
    if kind != "sqlite":
        pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    url = f"sqlite:///{tmp_path / 'journal.db'}"
    if kind == "sql on postgresql":
        url = request.getfixturevalue("postgres").url
    table = f"changes_{os.urandom(6).hex()}"

    def make() -> Journal:
        made.append(SqliteJournal(tmp_path / "journal") if kind == "sqlite" else SqlJournal(url, table=table))
        return made[-1]

    yield make
    for journal in made:
        journal.close()


@pytest.fixture
def journal(make_journal: Callable[[], Journal]) -> Journal:
    """A journal of each kind."""
    return make_journal()
