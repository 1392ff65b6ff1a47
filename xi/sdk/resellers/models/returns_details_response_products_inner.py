from xi_sdk_resellers.models.returns_details_response import (
    ReturnsDetailsResponseProduct as ReturnsDetailsResponseProductsInner,
)

__all__ = ["ReturnsDetailsResponseProductsInner"]
