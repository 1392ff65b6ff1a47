from xi_sdk_resellers.models.link import Link as OrderSearchResponseOrdersInnerLinks

__all__ = ["OrderSearchResponseOrdersInnerLinks"]
