"""How models show themselves: one line for repr, a card for str and for notebooks; never a secret, never too much."""

from __future__ import annotations

import inspect
import io
import subprocess
import sys
import textwrap
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.pretty import pretty_repr

import xi_sdk_resellers.models as models
from test.support.samples import SAMPLES, sample
from xi_sdk_resellers._modelling.base import AnswerModel, Model
from xi_sdk_resellers.api_response import ApiResponse
from xi_sdk_resellers.models import (
    AccesstokenResponse,
    AdditionalAttribute,
    AsyncOrderCreateResponse,
    OrderCreateRequest,
    OrderCreateResponse,
    OrderDetailB2B,
    OrderModifyResponse,
    OrderSearchResponse,
    OrderStatusAsyncNotificationLine,
)

TAGS = {"style", "div", "b", "i", "span", "details", "summary"}
TAGS |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
NASTY = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;"


class Page(HTMLParser):
    """Reads a fragment, checks that its tags nest, and keeps what is in it."""

    def __init__(self, fragment: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.rows: list[list[str]] = []
        self.badges: list[str] = []
        self.feed(fragment)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        self.badges += [value for _, value in attrs if value and "xi-badge" in value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data
        elif "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "\n".join([*self.texts, *(" | ".join(row) for row in self.rows)])


def order_of(lines: int, **others: Any) -> OrderDetailB2B:
    """An order with so many lines."""
    line = {
        "ingramOrderLineNumber": "001",
        "ingramPartNumber": "4AW708",
        "partDescription": "Docking station",
        "lineStatus": "im::backordered",
        "quantityOrdered": 3,
        "quantityBackOrdered": 1,
        "unitPrice": 1250.5,
        "shipmentDetails": [{"quantity": 2, "shippedDate": "2026-10-07"}],
    }
    head = {
        "ingramOrderNumber": "20-RD3QV",
        "ingramOrderDate": "2026-10-05T08:54:39-07:00",
        "customerOrderNumber": "PO-16",
        "orderStatus": "PROCESSING",
        "orderTotal": 25371.27,
        "currencyCode": "USD",
        "shipToInfo": {"companyName": "ACME", "city": "Santa Ana"},
        "additionalAttributes": [{"attributeName": "color", "attributeValue": "blue"}],
    }
    return OrderDetailB2B.from_dict({**head, "lines": [line] * lines, **others})


def search_of(count: int, **others: Any) -> OrderSearchResponse:
    """A page of a search with so many orders."""
    found = [
        {
            "ingramOrderNumber": f"20-R{number:04}",
            "ingramOrderDate": "2026-10-05T08:54:39-07:00",
            "customerOrderNumber": f"PO-{number}",
            "orderStatus": ("SHIPPED", "BACKORDERED", "CANCELLED", "SOMETHING NEW")[number % 4],
            "orderTotal": "1234.5",
        }
        for number in range(count)
    ]
    return OrderSearchResponse.from_dict(
        {"recordsFound": 310, "pageNumber": 2, "pageSize": 100, "orders": found} | others
    )


def every_model() -> list[type[Model]]:
    found = (getattr(models, name) for name in models.__all__)
    return [one for one in found if isinstance(one, type) and issubclass(one, Model)]


def test_an_order_reads_as_a_card_in_a_terminal() -> None:
    assert str(order_of(1)) == textwrap.dedent(
        """\
        Order 20-RD3QV  [Processing]  25,371.27 USD
          PO number              PO-16
          Order date             2026-10-05 08:54 -07:00
          Ship to                ACME, Santa Ana
          Additional attributes  color = blue
          Lines (1)
            Line  Part    Description      Status       Ordered  Backordered  Shipped     Unit price
            001   4AW708  Docking station  Backordered        3            1  2026-10-07    1,250.50"""
    )


def test_a_search_reads_as_a_table_in_a_terminal() -> None:
    assert str(search_of(2)) == textwrap.dedent(
        """\
        Search result  310 orders
          Page  2, with up to 100 orders
            Order     Date              PO number  Status          Total  Currency
            20-R0000  2026-10-05 08:54  PO-0       Shipped      1,234.50  –
            20-R0001  2026-10-05 08:54  PO-1       Backordered  1,234.50  –"""  # noqa: RUF001
    )


def test_small_models_read_as_one_line() -> None:
    attribute = AdditionalAttribute(attribute_name="color", attribute_value="blue")
    assert str(attribute) == "attribute_name='color' attribute_value='blue'"
    assert repr(attribute) == "AdditionalAttribute(attribute_name='color', attribute_value='blue')"
    assert str(OrderCreateRequest(customer_order_number="PO-1")) == "customer_order_number='PO-1'"
    assert str(OrderDetailB2B()) == repr(OrderDetailB2B()) == "OrderDetailB2B()"


def test_what_came_under_another_spelling_is_shown_under_its_name() -> None:
    line = OrderStatusAsyncNotificationLine.from_dict({"lineNumber": "001", "backOrderedQuantity": "3"})
    assert repr(line) == "OrderStatusAsyncNotificationLine(line_number='001', backordered_quantity=3)"
    assert '<div><b class="xi-name">Backordered quantity</b> 3</div>' in line._repr_html_()


def test_an_order_is_a_card_with_its_lines_in_a_notebook() -> None:
    page = Page(order_of(1)._repr_html_())
    assert "Order 20-RD3QV" in page.text
    assert "25,371.27 USD" in page.text
    assert "Lines (1)" in page.text
    assert page.rows[1] == ["001", "4AW708", "Docking station", "Backordered", "3", "1", "2026-10-07", "1,250.50"]
    assert page.badges == ["xi-badge xi-waiting", "xi-badge xi-waiting"]


def test_a_search_is_a_table_in_a_notebook() -> None:
    page = Page(search_of(0)._repr_html_())
    assert "No orders on this page." in page.text
    page = Page(search_of(4)._repr_html_())
    assert page.rows[0] == ["Order", "Date", "PO number", "Status", "Total", "Currency"]
    assert page.rows[4] == ["20-R0003", "2026-10-05 08:54", "PO-3", "Something new", "1,234.50", "–"]  # noqa: RUF001
    assert page.badges == ["xi-badge xi-good", "xi-badge xi-waiting", "xi-badge xi-bad", "xi-badge"]


def test_a_currency_that_comes_with_a_search_is_shown() -> None:
    order = {"ingramOrderNumber": "20-R0001", "currencyCode": "USD", "orderTotal": 5}
    assert Page(search_of(0, orders=[order])._repr_html_()).rows[1][-2:] == ["5.00", "USD"]


def test_a_creation_shows_every_order_and_what_was_rejected() -> None:
    rejected = {"customerLinenumber": "2", "rejectCode": "EN", "rejectReason": "SKU-NOTFOUND", "quantityOrdered": 1}
    orders = [
        {"ingramOrderNumber": f"20-R{number}", "currencyCode": "USD", "lines": [], "rejectedLineItems": [rejected]}
        for number in range(7)
    ]
    created = {"customerOrderNumber": "PO-1", "purchaseOrderTotal": 99.9, "orders": orders}
    page = Page(OrderCreateResponse.from_dict(created)._repr_html_())
    assert "Created for PO-1" in page.text
    assert "99.90 USD" in page.text
    assert "Order 20-R4" in page.text
    assert "Order 20-R5" not in page.text
    assert "… and 2 more orders" in page.text
    assert page.rows[1] == ["2", "–", "1", "EN", "SKU-NOTFOUND"]  # noqa: RUF001


def test_an_answer_shows_its_status_and_its_model() -> None:
    answer = ApiResponse(status_code=200, headers={}, data=order_of(1), raw_data=b"{}", correlation_id="c0ffee")
    page = Page(answer._repr_html_())
    assert "ApiResponse" in page.text
    assert "c0ffee" in page.text
    assert "Order 20-RD3QV" in page.text


@pytest.mark.parametrize("model_class", every_model(), ids=lambda model_class: model_class.__name__)
def test_whatever_comes_is_escaped(model_class: type[Model]) -> None:
    held = {name: [NASTY, {NASTY: NASTY}] for name in model_class.model_fields}
    shown = [model_class.model_construct(**held), model_class.model_construct(**dict.fromkeys(held, NASTY))]
    shown.append(model_class.model_construct(**{NASTY: NASTY, "more": {NASTY: NASTY}}))
    for model in shown:
        page = Page(model._repr_html_())
        assert set(page.tags) <= TAGS
        assert page.attributes <= {"class", "scope"}


def test_notes_with_a_script_are_shown_as_text() -> None:
    html = order_of(1, notes="<script>alert(1)</script>")._repr_html_()
    assert "<script" not in html
    assert "<script>alert(1)</script>" in Page(html).text


def test_nothing_is_loaded_from_anywhere() -> None:
    html = order_of(3, links=[{"href": "https://example.com/x.png"}])._repr_html_().split("</style>")
    assert "url(" not in html[0]
    assert "@import" not in html[0]
    assert "#fff" not in html[0].replace(" ", "")
    assert "white;" not in html[0]


def test_a_huge_order_stays_small() -> None:
    order = order_of(10_000)
    assert len(repr(order)) < 2_500
    assert "… and 9,997 more" in repr(order)
    assert len(str(order).splitlines()) < 40
    assert "… and 9,975 more" in str(order)
    assert "… and 9,975 more" in Page(order._repr_html_()).text
    assert len(order._repr_html_()) < 15_000
    assert len(pretty_repr(order)) < 10_000


def test_everything_in_a_model_may_be_huge() -> None:
    text = "long words " * 10_000
    many = {f"key{number}": text for number in range(1_000)}
    line = {"notes": text, **many}
    order = OrderDetailB2B.from_dict({"lines": [line], "ingramOrderNumber": text, **many})
    order.lines = (order.lines or []) * 500
    created = OrderCreateResponse.from_dict({"shipToInfo": {"contact": text, **many}, **many})
    created.orders = [order] * 500  # type: ignore[list-item]
    assert len(created._repr_html_()) < 200_000
    assert len(str(created)) < 100_000
    assert len(repr(created)) < 3_000


@pytest.mark.parametrize("number", ["1e999999", "-1E+400", "0.000000000000000000001", "123456789012345678901234567890"])
def test_odd_amounts_are_shown_short(number: str) -> None:
    order = OrderDetailB2B(order_total=Decimal(number), lines=None)
    for text in (str(order), repr(order), order._repr_html_()):
        assert len(text) < 5_000
    assert OrderDetailB2B.model_construct(total_weight=10**5_000)._repr_html_()
    assert "huge" in repr(OrderDetailB2B.model_construct(total_weight=10**5_000))


@pytest.mark.parametrize(
    "name",
    ["access_token", "accessToken", "client_secret", "clientSecret", "refresh_token", "password", "apiKey"],
)
def test_secrets_are_never_shown(name: str) -> None:
    planted = "PLANTED-7f3a"
    answer = AccesstokenResponse.from_dict({name: planted, "token_type": "Bearer", "more": {name: planted}})
    detail = OrderDetailB2B.from_dict({"tokens": [{name: planted}], "extra": {name: planted}, name: planted})
    console = Console(record=True, width=200, file=io.StringIO())
    for model in (answer, detail):
        console.print(model)
        shown = [repr(model), str(model), model._repr_html_(), pretty_repr(model), pretty_repr([model])]
        shown += [f"{model}", f"{model!r}", str([model]), "".join(map(str, model.__pretty__(repr)))]
        assert not [text for text in [*shown, console.export_text()] if planted in text]
    assert "Bearer" in repr(answer)
    assert answer.to_dict()[name] == planted


def test_rich_shows_fields_and_cuts_lists() -> None:
    text = pretty_repr(order_of(10_000))
    assert text.startswith("OrderDetailB2B(\n    ingram_order_number='20-RD3QV',")
    assert "… and 9,995 more" in text


def test_ipython_shows_a_card_alone_and_a_line_inside_a_list() -> None:
    from IPython.lib.pretty import pretty

    order = order_of(1)
    assert pretty(order) == str(order)
    assert pretty([AdditionalAttribute(attribute_name="a")]) == "[AdditionalAttribute(attribute_name='a')]"
    assert repr(order) in pretty([order]).replace("\n ", "")


def test_completion_offers_fields_and_methods_without_noise() -> None:
    order = order_of(1, brandNew=1)
    offered = [name for name in dir(order) if not name.startswith("_")]
    assert set(OrderDetailB2B.model_fields) < set(offered)
    assert {"to_dict", "to_json", "to_str", "from_dict", "from_json", "brandNew"} < set(offered)
    assert not [name for name in offered if name.startswith("model_")]
    assert not {"dict", "json", "copy", "parse_obj", "construct"} & set(offered)
    assert order.model_dump  # still there for those who know it
    with_values = dict(inspect.getmembers(order))  # would warn if a deprecated name was offered
    assert with_values["ingram_order_number"] == "20-RD3QV"


def test_help_names_every_field_and_says_what_it_is() -> None:
    for model_class in every_model():
        text = inspect.getdoc(model_class) or ""
        entries = text.partition("Attributes:\n")[2].splitlines()
        assert [entry.split()[0] for entry in entries] == [*model_class.model_fields]
        assert all(entry.partition("): ")[2] for entry in entries)
        assert [*inspect.signature(model_class).parameters] == [*model_class.model_fields, "data"]
    assert "    order_total (Decimal | None): " in (inspect.getdoc(OrderDetailB2B()) or "")
    signature = inspect.signature(OrderCreateRequest)
    assert signature.parameters["customer_order_number"].default is inspect.Parameter.empty
    assert signature.parameters["lines"].default is None


def test_a_class_of_the_users_own_documents_its_fields_too() -> None:
    class Mine(OrderDetailB2B):
        """My order."""

        color: str | None = None
        """What it looks like."""

    text = inspect.getdoc(Mine) or ""
    assert text.startswith("My order.")
    assert "    ingram_order_number (str | None): " in text
    assert text.endswith("    color (str | None): What it looks like.")
    without_source = type("Bare", (Mine,), {"__module__": __name__})
    assert (inspect.getdoc(without_source) or "").startswith("Bare")


def test_accepted_orders_show_their_confirmation() -> None:
    accepted = AsyncOrderCreateResponse.from_dict(
        {"confirmationNumber": 31234567, "message": "queued", "quoteNumber": ""}
    )
    assert "Accepted for placing 31234567" in accepted._repr_html_()
    changed = OrderModifyResponse.from_dict({"ingramOrderNumber": "20-1", "orderStatus": "im::on_hold"})
    assert "On hold" in Page(changed._repr_html_()).text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
answer_classes = [model_class for model_class in every_model() if issubclass(model_class, AnswerModel)]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(data=st.data())
def test_whatever_the_vendor_sends_can_be_shown(data: st.DataObject) -> None:
    model_class = data.draw(st.sampled_from(answer_classes))
    held = data.draw(st.dictionaries(st.sampled_from(sorted(model_class.model_fields)), json_values, max_size=6))
    model = model_class.model_construct(**held)
    assert isinstance(repr(model), str)
    assert isinstance(str(model), str)
    assert set(Page(model._repr_html_()).tags) <= TAGS
    assert isinstance(pretty_repr(model), str)
    assert dir(model)


def test_printing_is_not_imported_before_something_is_printed() -> None:
    program = """
    import sys
    import xi_sdk_resellers.models.order_detail_b2_b as module
    order = module.OrderDetailB2B.from_dict({"ingramOrderNumber": "20-1"})
    assert not {"xi_sdk_resellers._display.text", "xi_sdk_resellers._display.card", "html"} & set(sys.modules)
    repr(order)
    assert "xi_sdk_resellers._display.text" in sys.modules
    assert not {"rich", "pandas", "IPython"} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=True)


def test_every_sample_of_the_vendor_can_be_shown() -> None:
    by_operation: dict[str, type[Model]] = {
        "get-orderdetails": OrderDetailB2B,
        "get-resellers-v6-ordersearch": OrderSearchResponse,
        "post-createorder-v6": OrderCreateResponse,
        "put-ordermodify": OrderModifyResponse,
    }
    shown = 0
    for name in SAMPLES:
        model_class = next((found for start, found in by_operation.items() if name.startswith(start)), None)
        body = sample(name)
        if "response-20" not in name or model_class is None or not isinstance(body, dict):
            continue
        model = model_class.from_dict(body)
        assert set(Page(model._repr_html_()).tags) <= TAGS
        assert len(str(model).splitlines()) < 120
        shown += 1
    assert shown > 20
