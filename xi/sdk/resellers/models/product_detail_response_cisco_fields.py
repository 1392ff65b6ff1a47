from xi_sdk_resellers.models.product_detail_response import CiscoFields as ProductDetailResponseCiscoFields

__all__ = ["ProductDetailResponseCiscoFields"]
