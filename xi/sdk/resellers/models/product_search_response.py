from xi_sdk_resellers.models.product_search_response import ProductSearchResponse

__all__ = ["ProductSearchResponse"]
