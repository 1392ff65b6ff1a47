# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Orders operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import IM_CORRELATION_ID, IM_COUNTRY_CODE, IM_CUSTOMER_NUMBER, IM_SENDER_ID
from xi_sdk_resellers.operation import Operation, Parameter

POST_CREATEORDER_V6 = Operation(
    "post_createorder_v6",
    "POST",
    "/resellers/v6/orders",
    parameters=(IM_CUSTOMER_NUMBER, IM_COUNTRY_CODE, IM_CORRELATION_ID, IM_SENDER_ID),
    answers={
        **dict.fromkeys((201, 207), "order_create_response:OrderCreateResponse"),
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    effect="change",
    done="the order was placed",
    in_doubt="Look the order up before you send it again: it may have been taken.",
    taken="The customerOrderNumber is taken: Orders.place(…, resume=True) returns the order if it is the same.",
    success=("orders[].ingram_order_number", "ingram_order_number"),
    rejected=("orders[].rejected_line_items", "rejected_line_items"),
    body="order_create_request:OrderCreateRequest",
    body_argument="order_create_request",
)

POST_CREATEORDER_V7 = Operation(
    "post_createorder_v7",
    "POST",
    "/resellers/v7/orders",
    parameters=(IM_CUSTOMER_NUMBER, IM_COUNTRY_CODE, IM_CORRELATION_ID, IM_SENDER_ID),
    answers={
        **dict.fromkeys((200, 201), "async_order_create_response:AsyncOrderCreateResponse"),
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    effect="change",
    done="the order was placed",
    in_doubt="Look the order up before you send it again: it may have been taken.",
    taken="The customerOrderNumber is taken: Orders.place_async(…, resume=True) returns the order if it is the same.",
    success=("confirmation_number",),
    body="async_order_create_dto:AsyncOrderCreateDTO",
    body_argument="async_order_create_dto",
)

PUT_ORDERMODIFY = Operation(
    "put_ordermodify",
    "PUT",
    "/resellers/v6/orders/{orderNumber}",
    parameters=(
        Parameter("order_number", "orderNumber", "path", required=True, min_length=1),
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("action_code", "actionCode", "query"),
        Parameter("region_code", "regionCode", "query"),
        IM_SENDER_ID,
    ),
    answers={
        **dict.fromkeys((200, 201, 207), "order_modify_response:OrderModifyResponse"),
        **dict.fromkeys((400, 401, 404, 405, 429, 500), "error_response:ErrorResponse"),
    },
    effect="change",
    done="the order was changed",
    in_doubt="Look the order up before you send it again: it may have been taken.",
    success=("lines[].ingram_line_number", "lines[].ingram_part_number", "ingram_order_number"),
    rejected=("rejected_line_items",),
    empty_success={"actionCode": "release"},
    hints={405: "Only an order on customer hold can be changed, released or cancelled."},
    body="order_modify_request:OrderModifyRequest",
    body_argument="order_modify_request",
)

DELETE_ORDERCANCEL = Operation(
    "delete_ordercancel",
    "DELETE",
    "/resellers/v6/orders/{orderNumber}",
    parameters=(
        Parameter("order_number", "orderNumber", "path", required=True, min_length=1),
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("region_code", "regionCode", "query"),
        IM_SENDER_ID,
    ),
    answers={200: None, **dict.fromkeys((400, 401, 404, 405, 429, 500), "error_response:ErrorResponse")},
    effect="change",
    done="the order was cancelled",
    in_doubt="Look the order up before you send it again: it may have been taken.",
    empty_success={},
    hints={405: "Only an order on customer hold can be changed, released or cancelled."},
)

GET_ORDERDETAILS_V6_1 = Operation(
    "get_orderdetails_v6_1",
    "GET",
    "/resellers/v6.1/orders/{ordernumber}",
    parameters=(
        Parameter("ordernumber", "ordernumber", "path", required=True, max_length=12, min_length=1, pattern="^[^/]+$"),
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_SENDER_ID,
        Parameter("ingram_order_date", "ingramOrderDate", "query", kind="date"),
        Parameter("vendor_number", "vendorNumber", "query"),
        Parameter("simulate_status", "simulateStatus", "query"),
        Parameter("is_iml", "isIml", "query", kind="boolean"),
        Parameter("region_code", "regionCode", "query"),
    ),
    answers={
        200: "order_detail_b2_b:OrderDetailB2B",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
)

GET_RESELLERS_V6_ORDERSEARCH = Operation(
    "get_resellers_v6_ordersearch",
    "GET",
    "/resellers/v6/orders/search",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("ingram_order_number", "ingramOrderNumber", "query", max_length=11),
        Parameter("order_status", "orderStatus", "query"),
        Parameter("order_status_in", "orderStatus-in", "query", kind="text_list", min_items=1),
        Parameter("ingram_order_date", "ingramOrderDate", "query", kind="date"),
        Parameter("ingram_order_date_bt", "ingramOrderDate-bt", "query", kind="date_range", min_items=2, max_items=2),
        IM_SENDER_ID,
        Parameter("customer_order_number", "customerOrderNumber", "query", max_length=35),
        Parameter("page_size", "pageSize", "query", kind="integer", minimum=1, maximum=100),
        Parameter("page_number", "pageNumber", "query", kind="integer", minimum=1, maximum=999999999),
        Parameter("end_customer_order_number", "endCustomerOrderNumber", "query", max_length=35),
        Parameter("invoice_date_bt", "invoiceDate_bt", "query", kind="date_range", min_items=2, max_items=2),
        Parameter("ship_date_bt", "shipDate_bt", "query", kind="date_range", min_items=2, max_items=2),
        Parameter("delivery_date_bt", "deliveryDate_bt", "query", kind="date_range", min_items=2, max_items=2),
        Parameter("ingram_part_number", "ingramPartNumber", "query", max_length=35),
        Parameter("vendor_part_number", "vendorPartNumber", "query", max_length=35),
        Parameter("serial_number", "serialNumber", "query", max_length=35),
        Parameter("tracking_number", "trackingNumber", "query", max_length=35),
        Parameter("vendor_name", "vendorName", "query", max_length=35),
        Parameter("special_bid_number", "specialBidNumber", "query", max_length=35),
    ),
    answers={
        200: "order_search_response:OrderSearchResponse",
        204: None,
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    nothing_found=(404,),
)

VENDOR_REQUIRED_INFO = Operation(
    "vendor_required_info",
    "POST",
    "/resellers/v7/vendorrequiredinfo",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_CORRELATION_ID,
        IM_COUNTRY_CODE,
        Parameter("im_sender_id", "IM-SenderID", "header", required=True, max_length=32, min_length=1),
    ),
    answers={
        200: "vendor_required_info_response:VendorRequiredInfo[]",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    body="vendor_required_info_request:VendorRequiredInfoRequest",
    body_argument="vendor_required_info_request",
    body_required=False,
)
