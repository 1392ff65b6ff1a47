"""A backend's order module: models, all six operations, answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xi_sdk_resellers import (
    AccesstokenApi,
    ApiClient,
    ApiResponse,
    Configuration,
    OrderCreateRequest,
    OrderCreateRequestLine,
    OrderCreateResponse,
    OrderDetailB2B,
    OrdersApi,
)


def token(client: ApiClient) -> str:
    answer = AccesstokenApi(client).get_accesstoken("client_credentials", "id", "secret")
    return answer.access_token or ""


def place(api: OrdersApi, number: str) -> list[tuple[str | None, Decimal | None]]:
    lines = [OrderCreateRequestLine(customer_line_number="1", ingram_part_number="DF4128", quantity=2)]
    request = OrderCreateRequest(customer_order_number=number, lines=lines)
    placed: OrderCreateResponse = api.post_createorder_v6(order_create_request=request)
    return [(order.ingram_order_number, order.order_total) for order in placed.orders or []]


def place_in_the_vendors_order(api: OrdersApi, request: OrderCreateRequest) -> OrderCreateResponse:
    return api.post_createorder_v6("20-222222", "US", "0123456789abcdef", request, im_sender_id="shop")


def find(api: OrdersApi) -> int:
    found = api.get_resellers_v6_ordersearch(
        order_status_in=["SHIPPED", "PROCESSING"],
        ingram_order_date_bt=[date(2026, 11, 1), date(2026, 11, 30)],
        page_size=100,
        page_number=1,
    )
    return found.records_found or 0


def read(api: OrdersApi, number: str) -> tuple[OrderDetailB2B, float]:
    answer: ApiResponse[OrderDetailB2B] = api.get_orderdetails_v6_1_with_http_info(number, is_iml=False)
    assert answer.status_code == 200
    return answer.data, answer.elapsed


def quantities(detail: OrderDetailB2B) -> int:
    return sum(line.quantity_ordered or 0 for line in detail.lines or [])


def total(detail: OrderDetailB2B) -> Decimal:
    return (detail.order_sub_total or Decimal(0)) + (detail.total_tax or Decimal(0))


def end(api: OrdersApi, number: str) -> None:
    api.delete_ordercancel(number, _request_timeout=(5, 20))


def main() -> None:
    configuration = Configuration.from_env(read_timeout=30.0)
    with ApiClient(configuration) as client:
        api = OrdersApi(client)
        for number, amount in place(api, "PO-1"):
            print(number, amount)


if __name__ == "__main__":
    main()
