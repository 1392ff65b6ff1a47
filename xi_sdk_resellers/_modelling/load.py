"""Import a model by its name, when it is first needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

_models: dict[str, type[Shape]] = {}


def load_model(reference: str) -> type[Shape]:
    """Import the model that a reference names.

    Args:
        reference: ``"module:Class"``, below ``xi_sdk_resellers.models``.

    Returns:
        The class.
    """
    found = _models.get(reference)
    if found is None:
        module, _, name = reference.partition(":")
        found = getattr(import_module(f"xi_sdk_resellers.models.{module}"), name)
        _models[reference] = found
    return found
