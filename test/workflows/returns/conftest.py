"""The return workflows of both twins, for a sandbox with an invoice of ten pieces."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from test.support.workflow_twins import workflows
from xi_sdk_resellers import Retries
from xi_sdk_resellers.journal import SqliteJournal

SHIP_FROM = {
    "companyName": "SANDBOX RESELLER",
    "contact": "RETURNS DESK",
    "addressLine1": "1 EXAMPLE WAY",
    "city": "SPRINGFIELD",
    "state": "CA",
    "postalCode": "90001",
    "countryCode": "US",
    "email": "returns@example.com",
}


@pytest.fixture
def item(caller, sandbox):
    """A return of one of ten pieces that were invoiced."""
    number = caller.place("PO-1", "8RB884")
    order = sandbox.ledger.placed("PO-1")[0]
    order.lines[0].quantity_ordered = 10
    sandbox.ship(number)
    shipment = order.lines[0].shipments[0]
    return {
        "invoiceNumber": shipment.invoice_number,
        "invoiceDate": shipment.invoiced_on.isoformat(),
        "ingramPartNumber": "8RB884",
        "quantity": 1,
        "primaryReason": "The product is defective",
        "secondaryReason": "It does not start.",
        "referenceNumber": "R-1",
        "numberOfBoxes": 1,
        "shipFromInfo": [SHIP_FROM],
    }


@pytest.fixture
def filed(caller):
    """List the references of all cases that there are, the first one first."""

    def references():
        page = caller("GET", "/resellers/v6/returns/search", query={"sort": "asc", "size": "100"}).json
        return [case["referenceNumber"] for case in page["returnsClaims"]]

    return references


@pytest.fixture
def returns_on(twin, sandbox, clock):
    """Make workflows without waiting between retries."""
    with ExitStack() as made:

        def make(journal=None):
            returns = made.enter_context(
                workflows(twin, sandbox, clock, clock.sleep, "Returns", retries=Retries(backoff=0), read_timeout=60)
            )
            getattr(returns, "_orders", returns).journal = journal
            return returns

        yield make


@pytest.fixture
def returns(returns_on):
    """The workflows of both twins."""
    return returns_on()


@pytest.fixture
def journal(tmp_path):
    with SqliteJournal(tmp_path / "journal") as made:
        yield made
