"""Pages and searches of any area say what they list: invoices are no orders."""

import pytest

from xi_sdk_resellers import ApiClient, Invoices, InvoiceSearchResponse, OrderSearchResponse, ReturnsSearchResponse

ONE = {"invoiceNumber": "40MKTRW11", "invoiceDate": "2022-10-29", "invoiceAmountInclTax": 85.23}
CASE = {"caseRequestNumber": "CAS-1", "status": "OPEN", "credit": None}


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (InvoiceSearchResponse.from_dict({"recordsFound": 1, "invoices": [ONE]}), ["1 invoice", "40MKTRW11", "85.23"]),
        (
            InvoiceSearchResponse.from_dict({"recordsFound": 0, "pageSize": 25, "pageNumber": 1, "invoices": []}),
            ["0 invoices", "with up to 25 invoices", "No invoices on this page."],
        ),
        (
            ReturnsSearchResponse.from_dict({"recordsFound": 2, "returnsClaims": [CASE, CASE]}),
            ["2 returns claims", "CAS-1", "OPEN"],
        ),
        (ReturnsSearchResponse.from_dict({}), ["No returns claims on this page."]),
        (OrderSearchResponse.from_dict({"recordsFound": 3}), ["3 orders", "No orders on this page."]),
    ],
)
def test_a_page_says_what_it_lists(page, said):
    shown = page._repr_html_().partition("</style>")[2]
    assert all(part in shown for part in said), shown
    assert isinstance(page, OrderSearchResponse) or "order" not in shown.lower()


def test_a_search_is_shown_by_what_it_finds(sandbox):
    sandbox.seed_orders(5, seed=1)
    with ApiClient(sandbox.configuration()) as client:
        search = Invoices(client).search(page_size=2)
        shown = search._repr_html_()
        assert "Invoice search" in shown
        assert "The first 2 are shown. A loop gives all of them." in shown
        assert len({each.invoice_number for each in search}) == search.total
        assert "Used up: all" in search._repr_html_()
        assert "No invoice fits." in Invoices(client).search(invoice_number="40MKTRW11")._repr_html_()
