# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Invoices operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import (
    IM_APPLICATION_ID,
    IM_CORRELATION_ID,
    IM_COUNTRY_CODE,
    IM_CUSTOMER_NUMBER,
)
from xi_sdk_resellers.operation import Operation, Parameter

GET_RESELLERS_V6_INVOICESEARCH = Operation(
    "get_resellers_v6_invoicesearch",
    "GET",
    "/resellers/v6/invoices",
    parameters=(
        IM_APPLICATION_ID,
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("payment_terms_net_date", "paymentTermsNetDate", "query", kind="date"),
        Parameter("invoice_date", "invoiceDate", "query", kind="date"),
        Parameter("invoice_due_date", "invoiceDueDate", "query", kind="date"),
        Parameter("order_date", "orderDate", "query", kind="date"),
        Parameter("order_from_date", "orderFromDate", "query", kind="date"),
        Parameter("order_to_date", "orderToDate", "query", kind="date"),
        Parameter("order_number", "orderNumber", "query"),
        Parameter("delivery_number", "DeliveryNumber", "query"),
        Parameter("invoice_number", "invoiceNumber", "query", max_length=11),
        Parameter("invoice_status", "invoiceStatus", "query"),
        Parameter("invoice_type", "invoiceType", "query"),
        Parameter("customer_order_number", "customerOrderNumber", "query"),
        Parameter("end_customer_order_number", "endCustomerOrderNumber", "query"),
        Parameter("special_bid_number", "specialBidNumber", "query"),
        Parameter("invoice_from_due_date", "invoiceFromDueDate", "query", kind="date"),
        Parameter("invoice_to_due_date", "invoiceToDueDate", "query", kind="date"),
        Parameter("invoice_from_date", "invoiceFromDate", "query", kind="date", single=True),
        Parameter("invoice_to_date", "invoiceToDate", "query", kind="date", single=True),
        Parameter("page_size", "pageSize", "query", kind="integer", minimum=1, maximum=100),
        Parameter("page_number", "pageNumber", "query", kind="integer", minimum=1, maximum=999999999),
        Parameter("orderby", "orderby", "query", max_length=32),
        Parameter("direction", "direction", "query", max_length=32),
        Parameter("serial_number", "serialNumber", "query", max_length=32),
    ),
    answers={
        200: "invoice_search_response:InvoiceSearchResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    nothing_found=(404,),
)

GET_INVOICEDETAILS_V6_1 = Operation(
    "get_invoicedetails_v6_1",
    "GET",
    "/resellers/v6.1/invoices/{invoiceNumber}",
    parameters=(
        Parameter(
            "invoice_number", "invoiceNumber", "path", required=True, max_length=12, min_length=1, pattern="^[^/]+$"
        ),
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_APPLICATION_ID,
        Parameter("customer_type", "customerType", "query", max_length=32),
        Parameter("include_serial_numbers", "includeSerialNumbers", "query", kind="boolean"),
    ),
    answers={
        200: "invoice_details:InvoiceDetails",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
)
