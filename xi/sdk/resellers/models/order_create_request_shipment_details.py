from xi_sdk_resellers.models.order_create_request import OrderCreateRequestShipmentDetails

__all__ = ["OrderCreateRequestShipmentDetails"]
