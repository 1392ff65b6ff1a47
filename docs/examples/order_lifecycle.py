"""The life of an order, from the token to the webhook, in one program.

Without credentials it starts the local sandbox. With `XI_CLIENT_ID`, `XI_CLIENT_SECRET`, `XI_CUSTOMER_NUMBER` and
`XI_COUNTRY_CODE` in the environment it talks to the host in `XI_HOST`; the vendor's production host, which is the
default, is used only with `--production`, because the program places orders there.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from xi_sdk_resellers import (
    AccesstokenApi,
    ApiClient,
    AsyncOrderCreateResponse,
    Configuration,
    OpenApiException,
    OrderCreateRequest,
    OrderDetailB2B,
    Orders,
    OrdersApi,
    webhooks,
)
from xi_sdk_resellers.models.bodies import OrderModifyRequestLineDict
from xi_sdk_resellers.sandbox import Sandbox

SAMPLE = Path(__file__).with_name("order_on_customer_hold.json")
WEBHOOK_SECRET = "secret-shared-with-the-vendor"
PRODUCTION = "api.ingrammicro.com"


class Receiver(ThreadingHTTPServer):
    """A small webhook receiver: it answers 200 and puts each verified event into a queue."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Delivery)
        self.events: queue.Queue[Any] = queue.Queue()
        self.url = f"http://127.0.0.1:{self.server_port}/webhook"


class Delivery(BaseHTTPRequestHandler):
    """One POST of the vendor."""

    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            with webhooks.receive(body, self.headers, secret=WEBHOOK_SECRET) as event:
                self.server.events.put(event)
            self.send_response(200)
        except webhooks.WebhookError as error:
            self.send_response(error.http_status, str(error).splitlines()[0])
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the story."""


@contextlib.contextmanager
def local_receiver() -> Iterator[Receiver]:
    """A receiver that answers in a thread of its own."""
    with Receiver() as receiver:
        thread = threading.Thread(target=receiver.serve_forever)
        thread.start()
        try:
            yield receiver
        finally:
            receiver.shutdown()
            thread.join()


def show(step: str, text: str = "") -> None:
    """Print one line of the story: what was done, and what came of it."""
    print(f"  {step:<10} {text}".rstrip())


def money(amount: Decimal | None, currency: str | None) -> str:
    """An amount as a person writes it."""
    return "-" if amount is None else f"{currency or ''} {amount:,.2f}".strip()


def request_token(client: ApiClient) -> None:
    """Ask for a token by client credentials. The client does this by itself too; here it is seen."""
    configuration = client.configuration
    client_id, client_secret = configuration.client_id or "", configuration.client_secret or ""
    token = AccesstokenApi(client).get_accesstoken("client_credentials", client_id, client_secret)
    hours = int(token.expires_in or 0) // 3600
    show("token", f"{token.token_type}, valid for {hours} hours")


def place_on_hold(api: OrdersApi, customer_order_number: str) -> str:
    """Place the vendor's own sample order on customer hold; returns the number of the order."""
    request = OrderCreateRequest.from_json(SAMPLE.read_text(encoding="utf-8"))
    request.customer_order_number = customer_order_number
    placed = api.post_createorder_v6(order_create_request=request)
    number = placed.orders[0].ingram_order_number if placed.orders else None
    if number is None:
        sys.exit(f"The vendor took the order {customer_order_number} and named no number for it.")
    show("placed", f"order {number} on customer hold, your number {customer_order_number}")
    return number


def find(api: OrdersApi, customer_order_number: str) -> None:
    """Search for an order by the caller's own number."""
    found = api.get_resellers_v6_ordersearch(customer_order_number=customer_order_number).orders or []
    if not found:
        show("searched", "nothing yet: the vendor lists new orders with a delay")
    for order in found:
        show("found", f"order {order.ingram_order_number} by your number {order.customer_order_number}")


def read(api: OrdersApi, number: str) -> str | None:
    """Read an order and print it with its lines; returns the vendor's number of the last line."""
    order = api.get_orderdetails_v6_1(number)
    show("read", f"order {number}, {status(order)}, {money(order.order_total, order.currency_code)} with freight")
    lines = order.lines or []
    for line in lines:
        article = f"{line.quantity_ordered:>5} x {line.ingram_part_number}"
        show("", f"{article:<20} {money(line.extended_price, line.currency_code):>14}")
    return lines[-1].ingram_order_line_number if lines else None


def status(order: OrderDetailB2B) -> str:
    """The state of an order in lower case."""
    return str(order.order_status or "status unknown").lower()


def change(api: OrdersApi, number: str) -> None:
    """Add a line to an order on hold, then change the line's quantity."""
    line: OrderModifyRequestLineDict = {"customerLineNumber": "2", "ingramPartNumber": "2GZ200", "quantity": 2}
    api.put_ordermodify(number, order_modify_request={"lines": [{**line, "addUpdateDeleteLine": "ADD"}]})
    show("added", "a line, 2 x 2GZ200")
    added = read(api, number)
    update: OrderModifyRequestLineDict = {"ingramLineNumber": added, "quantity": 3, "addUpdateDeleteLine": "UPDATE"}
    api.put_ordermodify(number, order_modify_request={"lines": [{**line, **update}]})
    show("changed", "the line to 3 x 2GZ200")
    read(api, number)


def place_v7(orders: Orders, customer_order_number: str) -> AsyncOrderCreateResponse:
    """Queue an order with v7. The answer is only a confirmation; the result comes to the webhook."""
    confirmation = orders.place_async(
        {
            "customerOrderNumber": customer_order_number,
            "lines": [{"customerLineNumber": "1", "ingramPartNumber": "YN6231", "quantity": 2}],
        }
    )
    show("queued", f"confirmation {confirmation.confirmation_number}, your number {customer_order_number}")
    return confirmation


def receive(orders: Orders, confirmation: AsyncOrderCreateResponse, receiver: Receiver) -> None:
    """Print the events that came, up to the one that says what became of the v7 order."""
    event = orders.wait_for_order(confirmation, receiver.events, timeout=30, others=show_event)
    show_event(event)


def show_event(event: Any) -> None:
    """Print what a verified event says."""
    if isinstance(event, webhooks.OrderCreatedEvent):
        show("event", f"v7 order placed: {', '.join(event.order_numbers)}, signature verified")
    else:
        kind = event.event_type.removeprefix("im::").replace("_", " ")
        show("event", f"{kind}: {event.order_number}, signature verified")


def walk_through(client: ApiClient, receiver: Receiver | None) -> None:
    """Take two orders through their life on hold, and a third through v7."""
    api, orders = OrdersApi(client), Orders(client)
    name = f"LIFE-{time.strftime('%d%H%M%S')}"
    request_token(client)
    first = place_on_hold(api, f"{name}-A")
    find(api, f"{name}-A")
    read(api, first)
    change(api, first)
    api.put_ordermodify(first, order_modify_request={}, action_code="release")
    show("released", f"order {first}, now {status(api.get_orderdetails_v6_1(first))}")
    show("")
    second = place_on_hold(api, f"{name}-B")
    api.delete_ordercancel(second)
    show("cancelled", f"order {second}, now {status(api.get_orderdetails_v6_1(second))}")
    show("")
    confirmation = place_v7(orders, f"{name}-C")
    if receiver is None:
        show("event", "skipped: the vendor posts the result to your registered HTTPS URL")
        show("", "and can't reach this machine")
    else:
        receive(orders, confirmation, receiver)


def main(arguments: list[str]) -> int:
    """Run the story; returns the exit status."""
    with contextlib.ExitStack() as stack:
        receiver = None
        if "XI_CLIENT_ID" in os.environ:
            configuration = Configuration.from_env()
            where = configuration.host
        else:
            receiver = stack.enter_context(local_receiver())
            sandbox = stack.enter_context(Sandbox(webhook_url=receiver.url, webhook_secret=WEBHOOK_SECRET))
            configuration = sandbox.configuration()
            where = f"a local sandbox ({sandbox.url})"
        address = urlsplit(configuration.host)
        if address.hostname == PRODUCTION and "sandbox" not in address.path and "--production" not in arguments:
            print(f"{configuration.host} takes real orders. Add --production to place some.", file=sys.stderr)
            return 2
        print(f"The life of an order, at {where}\n")
        client = stack.enter_context(ApiClient(configuration))
        try:
            walk_through(client, receiver)
        except OpenApiException as error:
            print(f"\nThe program stops here.\n{error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
