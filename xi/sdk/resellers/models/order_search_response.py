from xi_sdk_resellers.models.order_search_response import OrderSearchResponse

__all__ = ["OrderSearchResponse"]
