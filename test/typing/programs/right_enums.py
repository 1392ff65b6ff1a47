"""Open enums: known values complete, unknown ones are text."""

from __future__ import annotations

from xi_sdk_resellers import CountryCode, OrderDetailB2B, OrdersApi
from xi_sdk_resellers.models.bodies import OrderCreateRequestShipToInfoDict
from xi_sdk_resellers.models.enums import ActionCode, LineAction, LineStatus, OrderSearchStatus, OrderStatus


def held(order: OrderDetailB2B) -> bool:
    return order.order_status in (OrderStatus.ON_HOLD, "ON HOLD")


def shipped_lines(order: OrderDetailB2B) -> int:
    return sum(line.line_status == LineStatus.SHIPPED for line in order.lines or [])


def release(api: OrdersApi, number: str) -> None:
    api.put_ordermodify(number, order_modify_request={}, action_code=ActionCode.RELEASE)
    api.put_ordermodify(number, order_modify_request={}, action_code="release")


def find(api: OrdersApi) -> None:
    api.get_resellers_v6_ordersearch(order_status=OrderSearchStatus.SHIPPED)
    api.get_resellers_v6_ordersearch(order_status="SOMETHING NEW")


def text(action: LineAction) -> str:
    return action.lower()


def abroad(api: OrdersApi) -> OrderCreateRequestShipToInfoDict:
    api.get_resellers_v6_ordersearch(im_country_code=CountryCode.DE)
    api.get_resellers_v6_ordersearch(im_country_code="XK")
    return {"countryCode": CountryCode.AT}
