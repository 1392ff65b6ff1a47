"""The contract as JSON that knows where it is, so that one line can say what is wrong with it, and where."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from codegen.contract import ContractError

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the contract, with its place."""

    value: Json
    where: str
    """Its place in words of the contract: ``POST /things, answer 201`` or ``Thing.parts``."""
    root: Json = field(repr=False)
    name: str = ""
    """What it is called among the named components, when a reference led there."""

    def error(self, said: str) -> ContractError:
        """Make the error that says what is wrong here."""
        return ContractError(f"{self.where}: {said}")

    def at(self, where: str) -> Node:
        """Give the same object another place."""
        return replace(self, where=where)

    def __contains__(self, key: str) -> bool:
        return key in self.value

    def text(self, key: str, default: str = "") -> str:
        """Read a text."""
        found: str = self._typed(key, str, "text", default)
        return found

    def flag(self, key: str) -> bool:
        """Read true or false; false when it is not there."""
        found: bool = self._typed(key, bool, "true or false", default=False)
        return found

    def whole(self, key: str) -> int | None:
        """Read a whole number."""
        found: int | None = self._typed(key, int, "a whole number", None)
        if isinstance(found, bool):
            raise self.error(f"{key} must be a whole number")
        return found

    def wholes(self, key: str) -> tuple[int, ...]:
        """Read a list of whole numbers."""
        found: list[Any] = self._typed(key, list, "a list", [])
        if not all(type(item) is int for item in found):
            raise self.error(f"{key} must be a list of whole numbers")
        return tuple(found)

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; what is null in it is left out."""
        found: list[Any] = self._typed(key, list, "a list", [])
        if not all(item is None or isinstance(item, str) for item in found):
            raise self.error(f"{key} must be a list of texts")
        return tuple(item for item in found if item is not None)

    def child(self, key: str) -> Node:
        """Return an object below this one, at the same place; an empty one when it is not there."""
        return replace(self, value=self._typed(key, dict, "an object", {}), name="")

    def children(self, key: str, prefix: str) -> dict[str, Node]:
        """Return the named objects below a key. The place of each is the prefix and its name."""
        found: dict[str, Any] = self._typed(key, dict, "an object", {})
        return {str(name): self._object(value, f"{prefix}{name}") for name, value in found.items()}

    def items(self, key: str) -> list[Node]:
        """Return the objects of a list."""
        found: list[Any] = self._typed(key, list, "a list", [])
        return [self._object(value, self.where) for value in found]

    @property
    def reference(self) -> str | None:
        """Where the object is written, when this only refers to it."""
        return self.text("$ref") if "$ref" in self.value else None

    def resolved(self) -> Node:
        """Return the object itself, at the place from where it is referred to."""
        node, passed = self, [""]
        while (reference := node.reference) is not None:
            if reference in passed:
                raise self.error(f"{reference} refers to itself")
            passed.append(reference)
            node = replace(self, value=self._pointed(reference), name=passed[-1].rsplit("/", 1)[-1])
        return node

    def _pointed(self, reference: str) -> Json:
        found: Any = self.root
        if not reference.startswith("#/"):
            raise self.error(f"{reference} is not in this document")
        for part in reference.removeprefix("#/").split("/"):
            name = part.replace("~1", "/").replace("~0", "~")
            if not isinstance(found, dict) or name not in found:
                raise self.error(f"{reference} leads nowhere")
            found = cast("Json", found)[name]
        return self._object(found, f"{self.where}, {reference}").value

    def _typed(self, key: str, kind: type, called: str, default: Any) -> Any:
        found = self.value.get(key)
        if found is None:
            return default
        if not isinstance(found, kind):
            raise self.error(f"{key} must be {called}")
        return found

    def _object(self, value: object, where: str) -> Node:
        if not isinstance(value, dict):
            raise ContractError(f"{where}: must be an object")
        return replace(self, value=cast("Json", value), where=where, name="")


def load(path: Path) -> Node:
    """Read a document.

    Args:
        path: an OpenAPI 3.0 document in JSON.

    Raises:
        ContractError: it is not there, or it is something else.
    """
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_each_once)
    except OSError as error:
        raise ContractError(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ContractError(f"is not UTF-8: byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise ContractError(f"is not JSON: line {error.lineno}, column {error.colno}: {error.msg}") from error
    if not isinstance(found, dict) or not str(cast("Json", found).get("openapi", "")).startswith("3.0"):
        raise ContractError("is no OpenAPI 3.0 document: its openapi must be 3.0.x")
    return Node(cast("Json", found), "the document", cast("Json", found))


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ContractError(f"{twice} stands twice among {', '.join(found)}")
    return found
