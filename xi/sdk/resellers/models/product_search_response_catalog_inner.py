# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ProductSearchItem`."""

from xi_sdk_resellers.models.product_search_response import ProductSearchItem as ProductSearchResponseCatalogInner

__all__ = ["ProductSearchResponseCatalogInner"]
