from xi_sdk_resellers.models.link import Link as ReturnsSearchResponseReturnsClaimsInnerLinksInner

__all__ = ["ReturnsSearchResponseReturnsClaimsInnerLinksInner"]
