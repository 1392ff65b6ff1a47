from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as AsyncOrderCreateDTOAdditionalAttributesInner,
)

__all__ = ["AsyncOrderCreateDTOAdditionalAttributesInner"]
