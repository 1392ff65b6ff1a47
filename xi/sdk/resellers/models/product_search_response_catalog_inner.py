from xi_sdk_resellers.models.product_search_response import ProductSearchItem as ProductSearchResponseCatalogInner

__all__ = ["ProductSearchResponseCatalogInner"]
