from xi_sdk_resellers.models.link import Link as OrderCreateResponseOrdersInnerLinksInner

__all__ = ["OrderCreateResponseOrdersInnerLinksInner"]
