# ruff: noqa: F403, F405 - the star import is what is checked here
"""A program that imports everything by a star, as people do in notebooks."""

from xi_sdk_resellers import *  # pyright: ignore[reportWildcardImportFromLibrary]

line = OrderCreateRequestLine(customer_line_number="1", ingram_part_number="6YE881", quantity=1)
request = OrderCreateRequest(customer_order_number="PO-1", lines=[line], end_user_info=None)
body: OrderCreateRequestDict = {"customerOrderNumber": "PO-1", "lines": [{"quantity": 1}]}


def total(order: OrderDetailB2B) -> str:
    return f"{order.order_total} {order.order_status == OrderStatus.SHIPPED} {__version__}"


try:
    with ApiClient(Configuration.from_env()) as client:
        OrdersApi(client).post_createorder_v6(order_create_request=request)
        Orders(client).place(body)
except ApiException as error:
    print(error.outcome is Outcome.UNKNOWN)
