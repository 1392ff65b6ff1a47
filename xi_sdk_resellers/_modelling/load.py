"""Import a model by its name, when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._process.loading import load

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

LIST = "[]"
"""What a reference to a list of models ends with."""
_models: dict[str, type[Shape]] = {}


def find_model(name: str) -> type[Shape] | None:
    """Import a model by the name of its class; None when there is none of that name."""
    models = load("xi_sdk_resellers.models")
    found = getattr(models, name) if name in models.__all__ else None
    return found if hasattr(found, "model_fields") else None


def load_model(reference: str) -> type[Shape]:
    """Import the model that a reference names.

    Args:
        reference: ``"module:Class"``, below ``xi_sdk_resellers.models``; ``"module:Class[]"`` for a list of them.

    Returns:
        The class.
    """
    found = _models.get(reference)
    if found is None:
        module, _, name = reference.partition(":")
        found = getattr(load(f"xi_sdk_resellers.models.{module}"), name.removesuffix(LIST))
        _models[reference] = found
    return found
