"""What an exception knows, as words and as plain values. Nothing here knows a class of the tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

_BULK = frozenset({"body", "data", "headers", "raw_body"})
_PRIVATE = ("mail", "phone", "secret", "token", "password")

if TYPE_CHECKING:

    class Problem(Protocol):
        """One field that the vendor complains about."""

        @property
        def field(self) -> str | None:
            """Its name."""
            ...

        @property
        def message(self) -> str | None:
            """What is wrong."""
            ...

        @property
        def value(self) -> object:
            """What was refused."""
            ...


def phrase(status: int | None, reason: str | None) -> str:
    """Name a failure by its status, in the standard's words where it has some."""
    if status is None:
        return reason or "failed"
    from http import HTTPStatus

    try:
        standard = HTTPStatus(status).phrase
    except ValueError:
        standard = ""
    return f"{status} {standard or reason or ''}".rstrip()


_SHOWN = ("operation", "outcome", "customer_order_number", "order_numbers", "correlation_id", "host")


def shown(error: object, said: list[str]) -> str:
    """Write an exception on one line, with what an on-call person asks first.

    Args:
        error: the exception.
        said: what comes before that.
    """
    known = ((name, getattr(error, name, None)) for name in _SHOWN)
    said += [
        f"{name}={str(value)!r}" if isinstance(value, str) else f"{name}={value!r}" for name, value in known if value
    ]
    return f"{type(error).__name__}({', '.join(said)})"


def shorten(text: str, limit: int = 500) -> str:
    """Put a text on one line of a bearable length."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[:limit]}… ({len(flat)} characters)"


def field_text(problem: Problem) -> str:
    """Say what is wrong with a field; a value that is nobody's business is left out."""
    name = problem.field or "(unnamed)"
    text = f"{name}: {problem.message or 'refused'}"
    if problem.value is None or _private(name):
        return shorten(text)
    return shorten(f"{text} (value {problem.value!r})")


def _private(name: str) -> bool:
    return any(word in name.lower() for word in _PRIVATE)


def plain(error: Exception) -> dict[str, Any]:
    """Write an exception's attributes as values that fit into JSON, but for what is empty, large or of another kind."""
    known = {name: value for name, value in vars(error).items() if not name.startswith("_")}
    told: dict[str, Any] = {"type": type(error).__name__, "outcome": str(getattr(error, "outcome", ""))}
    for name, value in known.items():
        if name in told or name in _BULK:
            continue
        if name == "fields":
            told |= {name: [[each.field, each.message, _shown(each)] for each in value]} if value else {}
        elif name == "retry_at":
            told |= {name: value.isoformat()} if value is not None else {}
        elif isinstance(value, (str, int, float)):
            told[name] = value
        elif isinstance(value, (list, tuple)):
            several = cast("list[object] | tuple[object, ...]", value)
            if several and all(isinstance(each, (str, int, float)) for each in several):
                told[name] = list(several)
    if known.get("body") and not {"message", "fields"} & told.keys():
        told["body"] = " ".join(known["body"].split())[:500]
    return told


def _shown(problem: Problem) -> str | float | None:
    if problem.value is None or _private(problem.field or ""):
        return None
    return problem.value if isinstance(problem.value, (str, int, float)) else shorten(repr(problem.value))


def restored(
    told: Mapping[str, Any], outcome: Callable[[Any], object], problem: Callable[..., object]
) -> dict[str, Any]:
    """Turn what :func:`plain` has told, and JSON has carried, into an exception's attributes again.

    Args:
        told: what came.
        outcome: the class of outcomes.
        problem: the class of problems with fields.

    Returns:
        The attributes. What makes no sense is left out, so that nothing sounds better than it is.
    """
    from datetime import datetime

    makers: dict[str, Callable[[Any], object]] = {
        "outcome": outcome,
        "retry_at": datetime.fromisoformat,
        "fields": lambda rows: tuple(problem(*row) for row in rows),
    }
    found: dict[str, Any] = {}
    for name, value in told.items():
        if name == "type" or name.startswith("_"):
            continue
        try:
            found[name] = makers.get(name, _kept)(value)
        except (TypeError, ValueError):
            continue
    return found


def _kept(value: object) -> object:
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value
