"""The blocking transport's public classes, under the vendor SDK's module name. Importing this loads urllib3."""

from __future__ import annotations

from xi_sdk_resellers._transport.blocking.client import RESTClientObject, RESTResponse
from xi_sdk_resellers.exceptions import ApiException, ApiTypeError, ApiValueError

__all__ = ["ApiException", "ApiTypeError", "ApiValueError", "RESTClientObject", "RESTResponse"]
