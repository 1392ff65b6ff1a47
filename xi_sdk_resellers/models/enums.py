# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The values that the contract names for texts. All of them are open: others may come."""

from xi_sdk_resellers.models._enum import OpenEnum


class ActionCode(OpenEnum):
    """Known values of `actionCode` and its like."""

    RELEASE = "release"


class EndUserType(OpenEnum):
    """Known values of `OrderCreateRequestLineEndUserInfo.endUserType` and its like."""

    END_USER = "endUser"
    END_USER_CONTACT = "endUserContact"


class GrantType(OpenEnum):
    """Known values of `form.grant_type` and its like."""

    CLIENT_CREDENTIALS = "client_credentials"


class LineAction(OpenEnum):
    """Known values of `OrderModifyRequestLine.addUpdateDeleteLine` and its like."""

    ADD = "ADD"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


class LineStatus(OpenEnum):
    """Known values of `OrderCreateResponseLine.lineStatus` and its like."""

    OPEN = "Open"
    IN_PROGRESS = "In Progress"
    BACKORDERED = "Backordered"
    ON_HOLD = "On Hold"
    SHIPPED = "Shipped"
    DELIVERED = "Delivered"
    CANCELED = "Canceled"
    IM_OPEN = "im::open"
    IM_BACKORDERED = "im::backordered"
    IM_SHIPPED = "IM::shipped"


class OrderAttributeName(OpenEnum):
    """Known values of `AdditionalAttribute.attributeName` and its like."""

    ALLOW_DUPLICATE_CUSTOMER_ORDER_NUMBER = "allowDuplicateCustomerOrderNumber"
    ALLOW_ORDER_ON_CUSTOMER_HOLD = "allowOrderOnCustomerHold"
    ALLOW_PARTIAL_ORDER = "allowPartialOrder"
    ENABLE_COMMENTS_AS_LINES = "enableCommentsAsLines"
    ENTRY_METHOD = "entryMethod"
    REGION_CODE = "regionCode"
    DPAS_RATING = "DpasRating"
    DPAS_PROGRAM_ID = "DpasProgramId"
    EU_DEP_ID = "euDepId"
    DEP_ORDER_NBR = "depOrderNbr"
    GOVT_PROGRAM_TYPE = "govtProgramType"
    GOVT_END_USER_TYPE = "govtEndUserType"
    GOVT_SOLICITATION_NUMBER = "govtSolicitationNumber"
    GOVT_PUBLIC_PRIVATE_CODE = "govtPublicPrivateCode"
    GOVT_END_USER_DATA = "govtEndUserData"
    GOVT_END_USER_POSTAL_CODE = "govtEndUserPostalCode"
    DYNAMIC_MESSAGE_LINE1 = "dynamicMessageLine1"
    STORAGE_LOCATION = "storageLocation"
    CHANNEL_CODE = "channelCode"
    CUSTOMER_PO_TYPE = "customerPOType"
    SOLD_TO = "soldTo"
    ORDER_TYPE = "orderType"
    END_USER_SEARCH_TERM = "endUserSearchTerm"
    Z101 = "Z101"
    SHIPFROMWAREHOUSEID = "SHIPFROMWAREHOUSEID"
    VEND_AUTH_NBR_FLG = "VEND_AUTH_NBR_FLG"


class OrderSearchStatus(OpenEnum):
    """Known values of `orderStatus` and its like."""

    SHIPPED = "SHIPPED"
    PROCESSING = "PROCESSING"
    ON_HOLD = "ON HOLD"
    BACKORDERED = "BACKORDERED"
    CANCELLED = "CANCELLED"


class OrderStatus(OpenEnum):
    """Known values of `OrderModifyResponse.orderStatus` and its like."""

    PROCESSING = "Processing"
    IN_PROGRESS = "In Progress"
    ON_HOLD = "On Hold"
    BACKORDERED = "Backordered"
    SHIPPED = "Shipped"
    DELIVERED = "Delivered"
    CANCELED = "Canceled"
    OPEN = "OPEN"
    CLOSED = "CLOSED"
    CANCELLED = "CANCELLED"
    IM_HOLD = "im::hold"


class OrderType(OpenEnum):
    """Known values of `OrderCreateResponseOrder.orderType` and its like."""

    S = "S"
    D = "D"
    ZOR = "ZOR"


class ShipComplete(OpenEnum):
    """Known values of `OrderCreateRequestShipmentDetails.shipComplete` and its like."""

    TRUE = "true"
    C = "C"
    P = "P"
    E = "E"


class SimulateStatus(OpenEnum):
    """Known values of `simulateStatus` and its like."""

    IM_SHIPPED = "IM::SHIPPED"
    IM_PARTIALLY_SHIPPED = "IM::PARTIALLY_SHIPPED"
    IM_HOLD = "IM::HOLD"
    IM_INVOICED = "IM::INVOICED"


class WebhookEvent(OpenEnum):
    """Known values of `AsyncOrderCreateNotification.event` and its like."""

    IM_UPDATED = "im::updated"
    IM_CREATED = "IM::created"


class WebhookEventType(OpenEnum):
    """Known values of `AsyncOrderCreateNotification.eventType` and its like."""

    IM_ORDER_SHIPPED = "im::order_shipped"
    IM_ORDER_INVOICED = "im::order_invoiced"
    IM_ORDER_HOLD = "im::order_hold"
    IM_ORDER_VOIDED = "im::order_voided"
    IM_ORDER_BACKORDERED = "im::order_backordered"
    IM_ASYNC_ORDER_CREATE = "IM::async_order_create"
