"""Figures that the guides promise, or that others rely on. Another one is a change to announce."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest

from xi_sdk_resellers import Configuration, Retries
from xi_sdk_resellers._auth.renewal import cache_seconds, patience

MB, KB = 1024 * 1024, 1024
FIGURES: dict[str, Any] = {
    # How long is waited for what.
    "_auth.renewal.QUIET": 30.0,
    "_auth.renewal._FOR_THE_LOCK": 0.75,
    "_settings.token.ASSUMED_LIFETIME": 3600.0,
    "_settings.token.LONGEST_LIFETIME": 31 * 86400.0,
    "_settings.token.MARGIN": 300.0,
    "_settings.token.SKEW": 10.0,
    "_workflows.plan.GRACE": 0.5,
    "_workflows.orders.finding._CLOCKS_APART": timedelta(hours=48),
    "_workflows.orders.handing.LISTED_WITHIN": 86400.0,
    "_workflows.orders.recording._LONGER": 5.0,
    "_workflows.orders.resolving._UNDER_WAY": 60.0,
    # Connections.
    "_calls.messages.MAX_IDLE_FOR_CHANGES": 10.0,
    "_transport.aio.connector.KEEP_IDLE": 55.0,
    "_calls.messages.MAX_INFORMATIONAL": 20,
    "_calls.exchange.MAX_REDIRECTS": 3,
    # Sizes.
    "_settings.groups.DEFAULT_MAX_RESPONSE_BYTES": 64 * MB,
    "_settings.groups.DEFAULT_MAX_RESPONSE_OBJECTS": 1_000_000,
    "_settings.groups.DEFAULT_MAX_RESPONSE_HEADERS": 1_000,
    "_transport.framing.MAX_HEAD_BYTES": MB,
    "_transport.framing.MAX_LINE_BYTES": 64 * KB,
    "_settings.headers.MAX_LENGTH": 8192,
    "webhooks.events.DEFAULT_MAX_BYTES": 4 * MB,
    # What is looked at of an error, and shown of anything.
    "_calls.error_body._DEEPEST": 8,
    "_calls.error_body._MOST_ITEMS": 20,
    "_calls.error_body._MOST_FIELDS": 50,
    "_calls.error_body._LONGEST_TEXT": 5_000,
    "_calls.redact.MAX_LOGGED": 10_000,
    "_calls.redact._SHORTEST": 6,
    "_values.text.LONGEST_SHOWN": 80,
    "_workflows.pages.LARGEST_TOTAL": 10_000_000,
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_what_was_promised(name: str) -> None:
    module, _, constant = name.rpartition(".")
    assert getattr(import_module(f"xi_sdk_resellers.{module}"), constant) == FIGURES[name]


def test_the_settings_begin_with_what_the_guides_say() -> None:
    configuration = Configuration(access_token="t")
    assert (configuration.connect_timeout, configuration.read_timeout, configuration.total_timeout) == (10, 60, 120)
    assert (configuration.max_response_bytes, configuration.max_response_objects) == (64 * MB, 1_000_000)
    assert Retries() == Retries(max_attempts=4, backoff=0.5, max_backoff=20, budget=None)


@pytest.mark.parametrize(("left", "cache", "renewal"), [(None, 2, 2), (300, 2, 2), (6, 2, 0.6), (3, 1, 0.3)])
def test_a_cache_costs_a_third_and_a_hanging_renewal_a_tenth_of_a_call(
    left: float | None, cache: float, renewal: float
) -> None:
    assert cache_seconds(left) == pytest.approx(cache)
    assert patience(left) == pytest.approx(renewal)
