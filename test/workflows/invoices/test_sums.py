"""Invoices add up: lines, charges and tax are the total, and what does not fit is told."""

from decimal import Decimal

import pytest

from test.support.samples import sample
from xi_sdk_resellers import ApiTypeError, ApiValueError, InvoiceDetails
from xi_sdk_resellers.invoices import add_up, tables


def invoice(lines=((2, "10.00", "20.00"),), charges=(), totals=None, **more):
    """An invoice of lines (quantity, price, amount), charges (description, amount) and totals."""
    return InvoiceDetails.from_dict(
        {
            "invoiceNumber": "40MKTRW11",
            "lines": [
                {"ingramLineNumber": "1", "quantity": quantity, "unitPrice": price, "extendedPrice": amount}
                for quantity, price, amount in lines
            ],
            "summary": {
                "miscCharges": [{"ChargeDescription": said, "MiscChargeLineTotal": amount} for said, amount in charges],
                "totals": totals or {},
            },
            **more,
        }
    )


def test_every_invoice_of_a_history_adds_up_and_so_do_its_tables(invoices, history):
    found = invoices.search()
    made = found.tables()
    assert len(made.invoices) == sum(len(order.invoice_numbers) for order in history)
    assert made.differences.empty
    assert made.lines.groupby("invoice_number").amount.sum().to_dict() == (
        made.invoices.set_index("invoice_number").total.to_dict()
    )
    assert invoices.search().tables(money="float").invoices.total.dtype == "float64"
    shipped = [order for order in history if order.status == "SHIPPED"]
    asked = made.invoices.groupby("ingram_order_number").total.sum()
    assert {number: asked[number] for number in (o.ingram_order_number for o in shipped)} == {
        order.ingram_order_number: order.total for order in shipped
    }
    assert set(made.lines.kind) == {"line", "tax", "freight"}
    assert made.lines[made.lines.kind == "line"].serial_numbers.notna().all()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            invoice(
                charges=[("TAX", "1.45"), ("FREIGHT OUT", 7.83)],
                totals={"totalTaxAmount": 1.45, "invoicedAmountDue": "29.28"},
            ),
            ("20.00", "7.83", "0", "1.45", "0", "29.28"),
        ),
        (
            invoice(totals={"freightAmount": 7.83, "invoicedAmountDue": 27.83}),
            ("20.00", "7.83", "0", "0", "0", "27.83"),
        ),
        (
            invoice(charges=[("RECYCLING FEE", 2), ("IVA 16%", 3.2)], totals={"invoicedAmountDue": 25.2}),
            ("20.00", "0", "2", "3.2", "0", "25.2"),
        ),
        (
            invoice(totals={"discountAmount": "0.50", "totalTaxAmount": 0, "invoicedAmountDue": 19.5}),
            ("20.00", "0", "0", "0", "0.50", "19.5"),
        ),
        (
            invoice(lines=[(3, "1.005", None)], totals={"invoicedAmountDue": "3.015"}),
            ("3.015", "0", "0", "0", "0", "3.015"),
        ),
    ],
)
def test_sums(made, expected):
    sums = add_up(made)
    found = (sums.lines, sums.freight, sums.charges, sums.tax, sums.discount, sums.total)
    assert found == tuple(map(Decimal, expected))
    assert {type(amount) for amount in found} == {Decimal}
    assert (sums.adds_up, sums.difference, sums.differences) == (True, 0, ())
    assert tables(made).lines.amount.sum() == sums.total


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (invoice([(2, 10, 21)], totals={"invoicedAmountDue": 21}), "line 1: 2 at 10 is 20.00, not 21.00"),
        (
            invoice(totals={"netInvoiceAmount": 19, "invoicedAmountDue": 20}),
            "the lines come to 20.00, the totals say 19.00",
        ),
        (
            invoice(charges=[("FREIGHT", 5)], totals={"freightAmount": 6, "invoicedAmountDue": 25}),
            "freight among the charges is 5.00, the totals say 6.00",
        ),
        (
            invoice(charges=[("SALES TAX", 5)], totals={"totalTaxAmount": 1, "invoicedAmountDue": 21}),
            "tax among the charges is 5.00, the totals say 1.00",
        ),
        (
            invoice(totals={"invoicedAmountDue": 20.01}),
            "lines, charges and tax come to 20.00, the invoice asks for 20.01",
        ),
        (invoice(), "the invoice does not say what is to be paid"),
        (invoice(summary=None), "the invoice does not say what is to be paid"),
        (invoice(summary="odd"), "the invoice does not say what is to be paid"),
        (
            invoice(lines=[(2, "ten", "20")], totals={"invoicedAmountDue": "odd"}),
            "the invoice does not say what is to be paid",
        ),
    ],
)
def test_what_does_not_fit_is_told(made, said):
    sums = add_up(made)
    assert sums.differences == (said,)
    assert not sums.adds_up
    found = tables([made])
    assert found.differences.what.tolist() == [said]
    if sums.total is not None:
        assert found.lines.amount.sum() == sums.total


def test_half_a_cent_is_no_difference():
    assert add_up(invoice(totals={"invoicedAmountDue": "20.004"})).adds_up


def test_the_vendors_own_sample_does_not_add_up_and_the_reasons_are_told():
    made = InvoiceDetails.from_dict(sample("get-invoicedetails-v6-1-response-200-success"))
    sums = add_up(made)
    assert (sums.lines, sums.freight, sums.tax, sums.total) == tuple(map(Decimal, ("533.33", "31.9", "0", "533.33")))
    assert sums.difference == Decimal("-31.90")
    assert sums.differences == (
        "tax among the charges is 355.83, the totals say 0.00",
        "lines, charges and tax come to 565.23, the invoice asks for 533.33",
    )
    rows = tables(made).lines
    assert rows.kind.tolist() == ["line", "freight", "difference"]
    assert rows.amount.sum() == sums.total
    assert rows.serial_numbers[0] == "2TEPYT, 2TER09"


def test_a_freight_charge_without_an_amount_is_a_row_of_nothing():
    rows = tables(invoice(charges=[("FREIGHT", None)], totals={"invoicedAmountDue": 20})).lines
    assert (rows.kind.tolist(), rows.amount.tolist()) == (["line", "freight"], [Decimal("20.00"), None])


HEAD = {
    "invoice_number": "string", "invoice_date": "datetime64[us]", "ingram_order_number": "string",
    "customer_order_number": "string", "end_customer_order_number": "string",
}  # fmt: skip


def test_the_columns_and_what_is_in_them():
    made = InvoiceDetails.from_dict(sample("get-invoicedetails-v6-1-response-200-success"))
    found = tables(made)
    sums = dict.fromkeys(("lines", "freight", "charges", "tax", "discount", "total", "difference"), "object")
    texts = dict.fromkeys(("kind", "line_number", "customer_line_number", "ingram_part_number", "vendor_part_number",
                           "vendor_name", "description"), "string")  # fmt: skip
    rest = {"quantity": "Int64", "unit_price": "object", "amount": "object", "tax_amount": "object",
            "currency_code": "string", "serial_numbers": "string"}  # fmt: skip
    due = {"invoice_due_date": "datetime64[us]", "invoice_type": "string", "invoice_status": "string"}
    kinds = [{**HEAD, **due, "currency_code": "string", **sums}, {**HEAD, **texts, **rest},
             {"invoice_number": "string", "difference": "object", "what": "string"}]  # fmt: skip
    assert [{name: str(kind) for name, kind in frame.dtypes.items()} for frame in found] == kinds
    row, line = found.invoices.iloc[0], found.lines.iloc[0]
    said, article = add_up(made), made.lines[0]
    for name in ("invoice_number", "ingram_order_number", "customer_order_number", "invoice_type"):
        assert str(row[name]) == str(getattr(made, name))
    for name in sums:
        assert row[name] == getattr(said, name)
    assert (line.line_number, line.kind) == (article.ingram_line_number, "line")
    for name in ("customer_line_number", "ingram_part_number", "vendor_part_number", "vendor_name", "unit_price"):
        assert str(line[name]) == str(getattr(article, name))
    assert (line.description, line.currency_code) == (article.product_description, article.currency_code)
    assert row.currency_code == said.currency
    assert str(row.invoice_date)[:10] == str(made.invoice_date)[:10]


def test_tables_have_their_columns_when_there_is_nothing_and_floats_when_asked():
    empty, full = tables([]), tables(invoice(totals={"invoicedAmountDue": 20}), money="float")
    for before, after in zip(empty, full, strict=True):
        assert list(before.columns) == list(after.columns)
    assert full.invoices.total.dtype == "float64"


def test_what_is_no_invoice_in_full_is_refused(invoices, history):
    row = next(iter(invoices.search()))
    for wrong in ("40MKTRW11", None, 5, [row], row):
        with pytest.raises(ApiTypeError, match="invoices must be invoices in full"):
            tables(wrong)
    with pytest.raises(ApiValueError, match="money must be one of"):
        tables([], money="euro")
