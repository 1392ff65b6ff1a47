from xi_sdk_resellers.models.returns_search_response import (
    ReturnsSearchResponseClaim as ReturnsSearchResponseReturnsClaimsInner,
)

__all__ = ["ReturnsSearchResponseReturnsClaimsInner"]
