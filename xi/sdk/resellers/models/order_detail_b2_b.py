from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B

__all__ = ["OrderDetailB2B"]
