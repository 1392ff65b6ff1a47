"""The invoice workflows of both twins, for a sandbox with a history."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from test.support.workflow_twins import workflows
from xi_sdk_resellers import Retries

LAST = date(2026, 6, 30)


@pytest.fixture
def history(sandbox):
    """A quarter of orders that were invoiced."""
    orders = sandbox.seed_orders(60, start=LAST - timedelta(days=90), end=LAST, seed=3)
    return [order for order in orders if order.invoice_numbers]


@pytest.fixture
def invoices(sandbox, clock, twin):
    """The workflows, without waiting between retries."""
    options = {"retries": Retries(backoff=0), "im_application_id": "tests"}
    with workflows(twin, sandbox, clock, clock.sleep, "Invoices", **options) as made:
        yield made
