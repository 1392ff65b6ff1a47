"""Small programs in the vendor SDK's style. Each prints one line that says what happened.

`python programs.py NAME URL TOKEN` runs one, with whichever `xi.sdk.resellers` is installed.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from xi.sdk.resellers import AccesstokenApi, ApiClient, Configuration, OpenApiException, OrdersApi
from xi.sdk.resellers.models.order_create_request import OrderCreateRequest
from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner
from xi.sdk.resellers.models.order_create_response import OrderCreateResponse

ACCOUNT = ("20-222222", "US")
SAMPLES = Path(__file__).parents[1] / "samples" / "payloads"


def client(url: str, token: str, **settings: Any) -> ApiClient:
    return ApiClient(Configuration(host=url, access_token=token, **settings))


def account() -> tuple[str, str, str]:
    """The three headers of a call, with a new correlation ID."""
    return (*ACCOUNT, uuid.uuid4().hex)


def request(number: str) -> OrderCreateRequest:
    line = OrderCreateRequestLinesInner(customer_line_number="1", ingram_part_number="DF4128", quantity=1)
    return OrderCreateRequest(customer_order_number=number, lines=[line])


def told(call: Callable[[], object]) -> str:
    """The name of what a call raises, and whether it is one of the package's own exceptions."""
    try:
        call()
    except OpenApiException as error:
        outcome = getattr(error, "outcome", None)
        return type(error).__name__ + (f", outcome {outcome}" if outcome is not None else "")
    except Exception as error:
        return f"{type(error).__module__.partition('.')[0]}.{type(error).__name__}"
    return "no error"


def read(url: str, token: str) -> str:
    return told(lambda: OrdersApi(client(url, token)).get_orderdetails_v6_1("20-1001", *account()))


def cancel(url: str, token: str) -> str:
    return told(lambda: OrdersApi(client(url, token)).delete_ordercancel("20-1001", *account()))


def search_nothing(url: str, token: str) -> str:
    found = OrdersApi(client(url, token)).get_resellers_v6_ordersearch(*account(), customer_order_number="NONE")
    return "None" if found is None else f"an answer with orders == {found.orders}"


def bad_argument(url: str, token: str) -> str:
    return told(lambda: OrdersApi(client(url, token)).get_resellers_v6_ordersearch("20-222222", "USA", "1"))


def fetch_token(url: str, token: str) -> str:
    def fetch() -> object:
        api = AccesstokenApi(ApiClient(Configuration(host=url)))
        return api.get_accesstoken("client_credentials", "sandbox-client", "sandbox-secret")

    return f"{told(fetch)}, then {told(fetch)}"


def place(url: str, token: str) -> str:
    return told(lambda: OrdersApi(client(url, token)).post_createorder_v6(*account(), request("PO-1")))


def debug_log(url: str, token: str) -> str:
    """Whether the bearer token shows up in what debug mode prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        api = OrdersApi(client(url, token, debug=True))
        api.get_resellers_v6_ordersearch(*account())
    return "the token is printed" if token in printed.getvalue() else "no token"


def creation_samples(url: str, token: str) -> str:
    files = sorted(SAMPLES.glob("post-createorder-v6-response-2*"))
    raised = sum(told(partial(OrderCreateResponse.from_dict, sample(file))) != "no error" for file in files)
    return f"{raised} of {len(files)} raise"


def sample(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))["value"]


def fork(url: str, token: str) -> str:
    """Read four orders in four forked children of one client; count what is not the order that was asked for."""
    numbers = os.environ["ORDERS"].split()
    api = OrdersApi(client(url, token))
    api.get_orderdetails_v6_1(numbers[0], *account())
    wrong = 0
    children = []
    for number in numbers:
        child = os.fork()
        if child == 0:
            os._exit(sum(not reads_right(api, number) for _ in range(50)))
        children.append(child)
    for child in children:
        wrong += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return f"{wrong} of {50 * len(children)} reads go wrong"


def reads_right(api: OrdersApi, number: str) -> bool:
    try:
        found = api.get_orderdetails_v6_1(number, *account(), _request_timeout=2)
        return found.ingram_order_number == number
    except Exception:
        return False


if __name__ == "__main__":
    name, url, token = sys.argv[1:]
    print(globals()[name](url, token))
