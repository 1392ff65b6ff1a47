"""What a request must have, whatever it is about."""

from __future__ import annotations

from typing import Any

import xi_sdk_resellers as package
from xi_sdk_resellers._modelling.base import RequestModel

REQUIRED: dict[type[RequestModel], dict[str, Any]] = {
    found: needed
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type)
    and issubclass(found, RequestModel)
    and (needed := {field: "PO-1" for field, info in found.model_fields.items() if info.is_required()})
}
"""The least that each kind of request takes, by Python name; not for those that need nothing."""
