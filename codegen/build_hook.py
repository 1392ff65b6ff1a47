"""Put the contract into the wheel as the sandbox needs it: without the words and examples for people."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, cast

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FOR_PEOPLE = frozenset({"description", "summary", "title", "externalDocs", "license", "contact"})


def bare(value: Any, *, named: bool = False) -> Any:
    """Take out of a part of the contract what only people read.

    Args:
        value: the part.
        named: whether its keys are names, such as those of properties, and no words of OpenAPI.
    """
    if isinstance(value, list):
        return [bare(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(value, dict):
        return value
    return {
        key: bare(item, named=key in ("properties", "schemas", "parameters", "responses", "paths") and not named)
        for key, item in cast("dict[str, Any]", value).items()
        if named or not ((key in _FOR_PEOPLE and isinstance(item, (str, dict))) or key in ("example", "examples"))
    }


class ContractHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Hatchling calls it before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the contract to what is packed; an editable install reads the one in the project."""
        if version == "editable":
            return
        document = json.loads(Path(self.root, "openapi.json").read_text(encoding="utf-8"))
        self._folder = tempfile.TemporaryDirectory()
        made = Path(self._folder.name, "openapi.json")
        made.write_text(json.dumps(bare(document), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        build_data["force_include"][str(made)] = "xi_sdk_resellers/sandbox/openapi.json"
