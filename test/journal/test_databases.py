"""The journal in a database: what is missing, what is wrong, and a server that is gone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from test.journal.test_journals import ENTRY
from test.support.servers import Server
from xi_sdk_resellers import ApiTypeError, ApiValueError
from xi_sdk_resellers.journal import SqlJournal


def test_without_sqlalchemy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(ApiValueError, match=r'pip install "xi-resellers\[sql\]"'):
        SqlJournal("sqlite://")


@pytest.mark.parametrize("wrong", ["", "no url", "nosuchdatabase://host/name"])
def test_a_url_that_makes_no_sense_is_refused(wrong: str) -> None:
    pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    with pytest.raises(ApiValueError, match="database is not a URL that SQLAlchemy can use"):
        SqlJournal(wrong)
    odd: Any = 7
    with pytest.raises(ApiTypeError, match="database must be a URL or an Engine, not int"):
        SqlJournal(odd)


PATIENT: dict[str, dict[str, Any]] = {
    "postgresql+psycopg://h/n": {
        "connect_timeout": 5, "options": "-c statement_timeout=5000", "tcp_user_timeout": 10_000,
    },
    "sqlite://": {"timeout": 5},
    "mysql+pymysql://h/n": {"connect_timeout": 5, "read_timeout": 5, "write_timeout": 5},
}  # fmt: skip


@pytest.mark.parametrize("url", PATIENT)
def test_a_database_that_does_not_answer_is_not_waited_for_long(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    given: list[dict[str, Any]] = []

    def make(found: object, **options: Any) -> Any:
        given.append(options)
        raise sqlalchemy.exc.ArgumentError("enough")

    monkeypatch.setattr(sqlalchemy, "create_engine", make)
    with pytest.raises(ApiValueError):
        SqlJournal(url)
    assert given == [{"pool_pre_ping": True, "connect_args": PATIENT[url]}]


def test_an_engine_is_taken_as_it_is(tmp_path: Path) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path / 'journal'}")
    journal = SqlJournal(engine)
    assert journal.write(ENTRY, None)
    assert SqlJournal(engine).read("order-1") == ENTRY
    engine.dispose()


def test_a_password_is_not_shown() -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    journal = SqlJournal.__new__(SqlJournal)
    journal._engine = sqlalchemy.create_engine("sqlite://").execution_options()
    journal._engine.url = sqlalchemy.make_url("postgresql://me:planted@host/name")
    assert "planted" not in repr(journal)


def test_a_server_that_is_gone_is_told_and_found_again(postgres: Server) -> None:
    from sqlalchemy.exc import SQLAlchemyError

    journal = SqlJournal(postgres.url, table="gone")
    assert journal.write(ENTRY, None)
    postgres.stop()
    try:
        with pytest.raises(SQLAlchemyError):
            journal.read("order-1")
        with pytest.raises(SQLAlchemyError):
            SqlJournal(postgres.url)
    finally:
        postgres.start()
    # It was stopped as if its plug had been pulled, and what was written is there.
    assert journal.read("order-1") == ENTRY
    journal.close()
