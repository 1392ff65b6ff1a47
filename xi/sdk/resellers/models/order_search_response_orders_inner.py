from xi_sdk_resellers.models.order_search_response import OrderSearchResponseOrder as OrderSearchResponseOrdersInner

__all__ = ["OrderSearchResponseOrdersInner"]
