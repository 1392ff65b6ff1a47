"""Journals of every kind, and the PostgreSQL server that one of them needs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from xi_sdk_resellers.journal import Journal, SqliteJournal, SqlJournal

KINDS = ("sqlite", "sql on sqlite", "sql on postgresql")


def _binaries() -> Path | None:
    """Find the folder of PostgreSQL's programs; Debian keeps them out of the path."""
    found = shutil.which("postgres")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


class Postgres:
    """A server of its own, in a folder of its own, for whoever runs the tests."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries, self._data, self._port = binaries, folder / "data", _free_port()
        self._user: str | None = None
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            self._user = "postgres"
            shutil.chown(folder, self._user)
        folder.chmod(0o700)
        self._run("initdb", "-D", str(self._data), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync")
        self._options = f"-p {self._port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=50"

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://tests@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-o", self._options, "-l", f"{self._data}.log", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        options: dict[str, Any] = {}
        if self._user is not None:
            import pwd

            user = pwd.getpwnam(self._user)
            options = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        done = subprocess.run(
            [str(self._binaries / program), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            cwd="/", check=False, **options,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL server."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    binaries = _binaries()
    if binaries is None:
        pytest.skip("there is no PostgreSQL server here: no initdb in the path or below /usr/lib/postgresql")
    folder = Path(tempfile.mkdtemp(prefix="xi-postgres-"))
    try:
        server = Postgres(binaries, folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
