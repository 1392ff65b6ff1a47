"""Whose connection is cut when an attempt is struck from outside, at each moment of its life."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from xi_sdk_resellers._transport.blocking.attempt import current
from xi_sdk_resellers._transport.blocking.places import Places


class Known(SimpleNamespace):
    """What the pool knows of an attempt or a connection."""

    __hash__ = object.__hash__


@pytest.fixture
def attempt() -> Iterator[Any]:
    made: Any = Known(connection=None)
    before = current.set(made)
    yield made
    current.reset(before)


def test_a_connection_in_use_is_given_back_for_closing(attempt: Any) -> None:
    places = Places(1)
    assert places.get() is None
    attempt.connection = Known(attempt=attempt)
    assert places.take_back(attempt) is not None
    assert places.qsize() == 1


def test_a_connection_that_waits_to_be_used_again_is_left_alone(attempt: Any) -> None:
    places, connection = Places(1), Known(attempt=attempt)
    places.get()
    places.put(connection)
    attempt.connection = connection  # struck in the middle of putting it back
    assert places.take_back(attempt) is None
    assert places.get(timeout=1) is connection


def test_a_connection_that_somebody_else_has_now_is_left_alone(attempt: Any) -> None:
    places = Places(2)
    places.get()
    attempt.connection = Known(attempt=object())
    assert places.take_back(attempt) is None
    assert places.qsize() == 2
