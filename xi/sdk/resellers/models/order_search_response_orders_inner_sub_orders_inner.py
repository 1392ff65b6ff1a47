from xi_sdk_resellers.models.order_search_response import (
    OrderSearchResponseSubOrder as OrderSearchResponseOrdersInnerSubOrdersInner,
)

__all__ = ["OrderSearchResponseOrdersInnerSubOrdersInner"]
