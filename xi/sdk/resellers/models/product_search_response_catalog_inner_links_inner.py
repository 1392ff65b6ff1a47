from xi_sdk_resellers.models.link import Link as ProductSearchResponseCatalogInnerLinksInner

__all__ = ["ProductSearchResponseCatalogInnerLinksInner"]
