from xi_sdk_resellers.models.returns_create_response import (
    ReturnsCreateResponseClaim as ReturnsCreateResponseReturnsClaimsInner,
)

__all__ = ["ReturnsCreateResponseReturnsClaimsInner"]
