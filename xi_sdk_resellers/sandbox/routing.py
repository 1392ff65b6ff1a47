"""Which operation a request is for, by its method and path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xi_sdk_resellers.sandbox.contract import Operation


class Route(NamedTuple):
    """What is offered at one path: an operation for every method; nothing when the path is unknown."""

    offered: Mapping[str, Operation]
    path_values: Mapping[str, str]


class _Template(NamedTuple):
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    offered: dict[str, Operation]


class Router:
    """Finds operations by the paths of the contract.

    Of several paths that fit one wins that offers the method, and a path without values over one with values.

    Args:
        operations: The operations.
        prefixes: What may stand before any path.
        also_by: Methods that an operation takes besides that of the contract, by its name.
    """

    def __init__(
        self, operations: Iterable[Operation], prefixes: Sequence[str], also_by: Mapping[str, Sequence[str]]
    ) -> None:
        self._prefixes = prefixes
        self._plain: dict[str, dict[str, Operation]] = {}
        templates: dict[str, dict[str, Operation]] = {}
        for operation in operations:
            offered = (templates if "{" in operation.path else self._plain).setdefault(operation.path, {})
            for method in (*also_by.get(operation.name, ()), operation.method):
                offered[method] = operation
        self._templates = [_template(path, templates[path]) for path in sorted(templates, key=_value_count)]

    def find(self, path: str, method: str = "") -> Route:
        """Return what is offered at a path, best one that takes the method."""
        for prefix in self._prefixes:
            if path.startswith(f"{prefix}/"):
                path = path[len(prefix) :]
                break
        first: Route | None = None
        for route in self._fitting(path):
            if method in route.offered:
                return route
            first = first or route
        return first or Route({}, {})

    def _fitting(self, path: str) -> Iterator[Route]:
        if path in self._plain:
            yield Route(self._plain[path], {})
        for template in self._templates:
            found = template.pattern.fullmatch(path)
            if found:
                yield Route(template.offered, dict(zip(template.names, found.groups(), strict=True)))


def _value_count(path: str) -> int:
    return path.count("{")


def _template(path: str, offered: dict[str, Operation]) -> _Template:
    # Names and literal parts by turns; names stand at the odd places.
    parts = re.split(r"\{([^}]*)\}", path)
    pattern = "([^/]+)".join(re.escape(part) for part in parts[::2])
    return _Template(re.compile(pattern), tuple(parts[1::2]), offered)
