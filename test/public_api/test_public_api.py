"""The check of the public API finds what is gone, and is content with what the changelog names."""

from __future__ import annotations

from pathlib import Path

import pytest

from test.public_api.names import public_names, undocumented

ROOT = Path(__file__).parents[2]
CHANGELOG = "# Changelog\n\n## Unreleased\n\n- `Widget.{}` is gone.\n\n## 1.0.0\n\n- `Widget.call` is new.\n"


@pytest.mark.parametrize(
    ("then", "now", "silent"),
    [
        ("a.Widget", "a.Widget", False),
        ("a.Widget.call(x)", "a.Widget.call(x)", False),
        ("a.Widget.call(x)", "a.Widget.call(x, y=)", False),
        ("a.Widget.call(x)", "a.Widget.call(x, **more)", False),
        ("a.Widget.call(x)", "a.Widget.call", False),
        ("a.Widget.call(x)", "a.Widget.call(x, y)", True),
        ("a.Widget.call(x, y=)", "a.Widget.call(y=, x)", True),
        ("a.Widget.call(x)", "a.Widget.call()", True),
        ("a.Widget.call(x)", "a.Gadget.call(x)", True),
        ("a.Gizmo", "a.Gadget", True),
    ],
)
def test_what_is_gone(then: str, now: str, silent: bool) -> None:
    assert undocumented({then}, {now}, CHANGELOG.format("other")) == ([then] if silent else [])


def test_what_the_changelog_names() -> None:
    assert undocumented({"a.Widget.call(x)"}, set(), CHANGELOG.format("call")) == []


def test_the_names_that_programs_rely_on_are_among_those_that_are_compared() -> None:
    found = {line.partition("(")[0] for line in public_names(ROOT)}
    assert {
        "Orders",
        "orders.Orders.place",
        "aio.orders.Orders.place",
        "api.orders_api.OrdersApi.post_createorder_v6",
        "models.order_detail_b2_b.OrderDetailB2B.ingram_order_number",
        "models.bodies.OrderCreateRequestDict.customerOrderNumber",
        "exceptions.ApiException.outcome",
        "token_cache.TokenCache.load",
        "webhooks.verify",
        "sandbox.Sandbox.ship",
    } <= found
    assert not any("._" in line.replace(".__init__", "") for line in found)
