# Generated from the contract by "python -m codegen". Changes made here are lost.
"""Request bodies as plain dictionaries. Each is imported when it is first used."""

from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._process.loading import load

if TYPE_CHECKING:
    from xi_sdk_resellers.models.bodies.additional_attribute import AdditionalAttributeDict
    from xi_sdk_resellers.models.bodies.async_order_create_dto import (
        AsyncOrderCreateDTODict,
        AsyncOrderCreateDTOEndUserInfoDict,
        AsyncOrderCreateDTOLineDict,
        AsyncOrderCreateDTOLineEndUserInfoDict,
        AsyncOrderCreateDTOResellerInfoDict,
        AsyncOrderCreateDTOSerialInfoDict,
        AsyncOrderCreateDTOShipmentDetailsDict,
        AsyncOrderCreateDTOShipToInfoDict,
        AsyncOrderCreateDTOWarrantyInfoDict,
    )
    from xi_sdk_resellers.models.bodies.availability_async_notification_request import (
        AvailabilityAsyncNotificationRequestDict,
        AvailabilityAsyncNotificationResourceDict,
    )
    from xi_sdk_resellers.models.bodies.freight_request import (
        FreightRequestDict,
        FreightRequestLineDict,
        FreightRequestShipToAddressDict,
    )
    from xi_sdk_resellers.models.bodies.link import LinkDict
    from xi_sdk_resellers.models.bodies.order_create_request import (
        OrderCreateRequestDict,
        OrderCreateRequestEndUserInfoDict,
        OrderCreateRequestLineDict,
        OrderCreateRequestLineEndUserInfoDict,
        OrderCreateRequestLineSerialInfoDict,
        OrderCreateRequestLineWarrantyInfoDict,
        OrderCreateRequestResellerInfoDict,
        OrderCreateRequestShipmentDetailsDict,
        OrderCreateRequestShipToInfoDict,
        OrderCreateRequestVmfDict,
    )
    from xi_sdk_resellers.models.bodies.order_modify_request import (
        OrderModifyRequestDict,
        OrderModifyRequestLineDict,
        OrderModifyRequestShipToInfoDict,
    )
    from xi_sdk_resellers.models.bodies.order_status_async_notification_request import (
        OrderStatusAsyncNotificationLineDict,
        OrderStatusAsyncNotificationPackageDict,
        OrderStatusAsyncNotificationRequestDict,
        OrderStatusAsyncNotificationResourceDict,
        OrderStatusAsyncNotificationShipmentDict,
    )
    from xi_sdk_resellers.models.bodies.price_and_availability_request import (
        PriceAndAvailabilityRequestDict,
        PriceAndAvailabilityRequestProductDict,
        PriceAndAvailabilityRequestWarehouseDict,
    )
    from xi_sdk_resellers.models.bodies.quote_create_request import (
        QuoteCreateRequestDict,
        QuoteCreateRequestEndUserInfoDict,
        QuoteCreateRequestProductDict,
    )
    from xi_sdk_resellers.models.bodies.renewals_search_request import (
        RenewalsSearchRequestDateRangeDict,
        RenewalsSearchRequestDateTypeDict,
        RenewalsSearchRequestDict,
        RenewalsSearchRequestOpportunityStatusDict,
        RenewalsSearchRequestStatusDict,
    )
    from xi_sdk_resellers.models.bodies.returns_create_request import (
        ReturnsCreateRequestDict,
        ReturnsCreateRequestItemDict,
        ReturnsCreateRequestShipFromDict,
    )
    from xi_sdk_resellers.models.bodies.serial_number import SerialNumberDict
    from xi_sdk_resellers.models.bodies.vendor_attribute import VendorAttributeDict, VendorAttributeGroupDict
    from xi_sdk_resellers.models.bodies.vendor_required_info_request import (
        VendorRequiredInfoRequestDict,
        VendorRequiredInfoRequestProductDict,
    )
    from xi_sdk_resellers.models.bodies.vmf_additional_attribute import VmfAdditionalAttributeDict

_MODULES = {
    "AdditionalAttributeDict": "additional_attribute",
    "AsyncOrderCreateDTODict": "async_order_create_dto",
    "AsyncOrderCreateDTOEndUserInfoDict": "async_order_create_dto",
    "AsyncOrderCreateDTOLineDict": "async_order_create_dto",
    "AsyncOrderCreateDTOLineEndUserInfoDict": "async_order_create_dto",
    "AsyncOrderCreateDTOResellerInfoDict": "async_order_create_dto",
    "AsyncOrderCreateDTOSerialInfoDict": "async_order_create_dto",
    "AsyncOrderCreateDTOShipToInfoDict": "async_order_create_dto",
    "AsyncOrderCreateDTOShipmentDetailsDict": "async_order_create_dto",
    "AsyncOrderCreateDTOWarrantyInfoDict": "async_order_create_dto",
    "AvailabilityAsyncNotificationRequestDict": "availability_async_notification_request",
    "AvailabilityAsyncNotificationResourceDict": "availability_async_notification_request",
    "FreightRequestDict": "freight_request",
    "FreightRequestLineDict": "freight_request",
    "FreightRequestShipToAddressDict": "freight_request",
    "LinkDict": "link",
    "OrderCreateRequestDict": "order_create_request",
    "OrderCreateRequestEndUserInfoDict": "order_create_request",
    "OrderCreateRequestLineDict": "order_create_request",
    "OrderCreateRequestLineEndUserInfoDict": "order_create_request",
    "OrderCreateRequestLineSerialInfoDict": "order_create_request",
    "OrderCreateRequestLineWarrantyInfoDict": "order_create_request",
    "OrderCreateRequestResellerInfoDict": "order_create_request",
    "OrderCreateRequestShipToInfoDict": "order_create_request",
    "OrderCreateRequestShipmentDetailsDict": "order_create_request",
    "OrderCreateRequestVmfDict": "order_create_request",
    "OrderModifyRequestDict": "order_modify_request",
    "OrderModifyRequestLineDict": "order_modify_request",
    "OrderModifyRequestShipToInfoDict": "order_modify_request",
    "OrderStatusAsyncNotificationLineDict": "order_status_async_notification_request",
    "OrderStatusAsyncNotificationPackageDict": "order_status_async_notification_request",
    "OrderStatusAsyncNotificationRequestDict": "order_status_async_notification_request",
    "OrderStatusAsyncNotificationResourceDict": "order_status_async_notification_request",
    "OrderStatusAsyncNotificationShipmentDict": "order_status_async_notification_request",
    "PriceAndAvailabilityRequestDict": "price_and_availability_request",
    "PriceAndAvailabilityRequestProductDict": "price_and_availability_request",
    "PriceAndAvailabilityRequestWarehouseDict": "price_and_availability_request",
    "QuoteCreateRequestDict": "quote_create_request",
    "QuoteCreateRequestEndUserInfoDict": "quote_create_request",
    "QuoteCreateRequestProductDict": "quote_create_request",
    "RenewalsSearchRequestDateRangeDict": "renewals_search_request",
    "RenewalsSearchRequestDateTypeDict": "renewals_search_request",
    "RenewalsSearchRequestDict": "renewals_search_request",
    "RenewalsSearchRequestOpportunityStatusDict": "renewals_search_request",
    "RenewalsSearchRequestStatusDict": "renewals_search_request",
    "ReturnsCreateRequestDict": "returns_create_request",
    "ReturnsCreateRequestItemDict": "returns_create_request",
    "ReturnsCreateRequestShipFromDict": "returns_create_request",
    "SerialNumberDict": "serial_number",
    "VendorAttributeDict": "vendor_attribute",
    "VendorAttributeGroupDict": "vendor_attribute",
    "VendorRequiredInfoRequestDict": "vendor_required_info_request",
    "VendorRequiredInfoRequestProductDict": "vendor_required_info_request",
    "VmfAdditionalAttributeDict": "vmf_additional_attribute",
}

__all__ = [
    "AdditionalAttributeDict",
    "AsyncOrderCreateDTODict",
    "AsyncOrderCreateDTOEndUserInfoDict",
    "AsyncOrderCreateDTOLineDict",
    "AsyncOrderCreateDTOLineEndUserInfoDict",
    "AsyncOrderCreateDTOResellerInfoDict",
    "AsyncOrderCreateDTOSerialInfoDict",
    "AsyncOrderCreateDTOShipToInfoDict",
    "AsyncOrderCreateDTOShipmentDetailsDict",
    "AsyncOrderCreateDTOWarrantyInfoDict",
    "AvailabilityAsyncNotificationRequestDict",
    "AvailabilityAsyncNotificationResourceDict",
    "FreightRequestDict",
    "FreightRequestLineDict",
    "FreightRequestShipToAddressDict",
    "LinkDict",
    "OrderCreateRequestDict",
    "OrderCreateRequestEndUserInfoDict",
    "OrderCreateRequestLineDict",
    "OrderCreateRequestLineEndUserInfoDict",
    "OrderCreateRequestLineSerialInfoDict",
    "OrderCreateRequestLineWarrantyInfoDict",
    "OrderCreateRequestResellerInfoDict",
    "OrderCreateRequestShipToInfoDict",
    "OrderCreateRequestShipmentDetailsDict",
    "OrderCreateRequestVmfDict",
    "OrderModifyRequestDict",
    "OrderModifyRequestLineDict",
    "OrderModifyRequestShipToInfoDict",
    "OrderStatusAsyncNotificationLineDict",
    "OrderStatusAsyncNotificationPackageDict",
    "OrderStatusAsyncNotificationRequestDict",
    "OrderStatusAsyncNotificationResourceDict",
    "OrderStatusAsyncNotificationShipmentDict",
    "PriceAndAvailabilityRequestDict",
    "PriceAndAvailabilityRequestProductDict",
    "PriceAndAvailabilityRequestWarehouseDict",
    "QuoteCreateRequestDict",
    "QuoteCreateRequestEndUserInfoDict",
    "QuoteCreateRequestProductDict",
    "RenewalsSearchRequestDateRangeDict",
    "RenewalsSearchRequestDateTypeDict",
    "RenewalsSearchRequestDict",
    "RenewalsSearchRequestOpportunityStatusDict",
    "RenewalsSearchRequestStatusDict",
    "ReturnsCreateRequestDict",
    "ReturnsCreateRequestItemDict",
    "ReturnsCreateRequestShipFromDict",
    "SerialNumberDict",
    "VendorAttributeDict",
    "VendorAttributeGroupDict",
    "VendorRequiredInfoRequestDict",
    "VendorRequiredInfoRequestProductDict",
    "VmfAdditionalAttributeDict",
]


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        if name.startswith("_"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        raise load("xi_sdk_resellers._process.misspelt").no_such_name(__name__, name, __all__)
    value = getattr(load(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
