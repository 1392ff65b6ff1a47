from xi_sdk_resellers.models.link import Link as OrderDetailB2BLinesInnerLinksInner

__all__ = ["OrderDetailB2BLinesInnerLinksInner"]
