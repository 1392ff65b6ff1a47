"""Find the vendor's words in the body of an error, whichever of its forms it has. No I/O.

The service, the platform behind it and the gateways in front of it each write errors in their own way: one object or a
list, wrapped or not, with keys in any letter case, as JSON, HTML or text.
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from xi_sdk_resellers._calls.messages import body_text, utf8
from xi_sdk_resellers._values.narrow import is_list, is_object
from xi_sdk_resellers.exceptions import FieldProblem

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer

# Keys are compared in lower case and without "_" and "-". The first of these that holds words is an object's message.
_WORDS = (
    "message", "messaage", "faultstring", "errormessage", "errordescription", "responsemessage", "description",
    "detail", "title", "error",
)  # fmt: skip
_CODES = ("errorcode", "faultcode", "code", "type", "1ype", "error", "responsestatus", "statuscode")
_TRACES = ("correlationid", "imcorrelationid", "traceid", "id")
_WRAPPERS = frozenset(
    ("errors", "error", "fault", "faults", "serviceresponse", "responsepreamble", "detail", "details", "message",
     "messages", "exception", "response", "result")
)  # fmt: skip
_FIELD_NAMES = ("field", "fieldname", "name", "parameter", "property", "path")
_DEEPEST = 8
_MOST_ITEMS = 20
_MOST_FIELDS = 50
_MARKUP = r"(?i)<(?:[\w.-]+:)?(title|faultstring|message|h1)\b[^>]*>([^<]+)</"
_LONGEST_TEXT = 5_000

Form = Literal["json", "markup", "text", "nothing"]


class Said(NamedTuple):
    """What the body of an error says."""

    message: str | None = None
    """The vendor's words."""
    fields: tuple[FieldProblem, ...] = ()
    """The fields that it complains about."""
    codes: tuple[str, ...] = ()
    """Codes and types of errors, as they came."""
    trace: str | None = None
    """The ID of the failed call at the vendor's."""
    form: Form = "nothing"
    """What the body is."""
    value: Any = None
    """The parsed body, when it is JSON."""

    @property
    def text(self) -> str:
        """Words and codes in one, to look for something in."""
        return " ".join((self.message or "", *self.codes))


def read_error(answer: "Answer") -> Said:
    """Read the body of an answer that is no success.

    Args:
        answer: the answer.

    Returns:
        What it says, as far as it says anything.
    """
    if not answer.body.strip():
        return Said()
    try:
        found: Any = json.loads(utf8(answer.body, answer.headers))
    except (ValueError, RecursionError):
        return _in_text(answer)
    entries = list(_entries(found, known_only=True))
    if not any(_words(entry) or _fields(entry) for entry in entries):
        entries = list(_entries(found, known_only=False))
    messages = [text for entry in entries if (text := _words(entry))]
    messages = messages or [code for entry in entries for code in _all(entry, _CODES[:2])]
    return Said(
        message="; ".join(dict.fromkeys(messages)) or None,
        fields=tuple(problem for entry in entries for problem in _fields(entry))[:_MOST_FIELDS],
        codes=tuple(dict.fromkeys(code for entry in entries for code in _all(entry, _CODES))),
        trace=next((trace for entry in entries for trace in _all(entry, _TRACES)), None),
        form="json",
        value=found,
    )


def _in_text(answer: "Answer") -> Said:
    """Read a body that is no JSON: the title of a page, the message in XML, or a text that says to be one."""
    text = body_text(answer.body[: 4 * _LONGEST_TEXT], answer.headers)[:_LONGEST_TEXT].strip()
    kind = (answer.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if text.startswith("<") or kind in ("text/html", "application/xml", "text/xml"):
        tags = {tag.lower(): words for tag, words in reversed(re.findall(_MARKUP, text))}
        words = next((tags[tag] for tag in ("faultstring", "message", "title", "h1") if tag in tags), "")
        if "&" in words:
            from html import unescape  # it brings a table of two thousand names

            words = unescape(words)
        return Said(" ".join(words.split()) or None, form="markup")
    return Said(" ".join(text.split()) if kind == "text/plain" else None, form="text")


def _entries(found: Any, *, known_only: bool, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Go through the objects that may hold a message, the outer ones first; their keys are folded.

    Args:
        found: a parsed JSON value.
        known_only: whether only keys are looked into that are known to wrap errors.
        depth: how deep it lies.
    """
    if depth > _DEEPEST:
        return
    if is_list(found):
        for item in found[:_MOST_ITEMS]:
            # A list of errors may be one of plain texts.
            yield from _entries({"message": item} if isinstance(item, str) and depth else item,
                                known_only=known_only, depth=depth + 1)  # fmt: skip
    elif is_object(found):
        folded = {_folded(name): value for name, value in reversed(found.items())}
        yield folded
        for name, value in reversed(folded.items()):
            if isinstance(value, (dict, list)) and (name in _WRAPPERS or not known_only) and name != "fields":
                yield from _entries(value, known_only=known_only, depth=depth + 1)


def _folded(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _words(entry: dict[str, Any]) -> str | None:
    return next(iter(_all(entry, _WORDS, numbers=False)), None)


def _all(entry: dict[str, Any], names: tuple[str, ...], *, numbers: bool = True) -> Iterator[str]:
    """Yield the texts under some keys."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, str):
            value = value.strip()
        elif not numbers or isinstance(value, bool) or not isinstance(value, int):
            continue
        if value != "":
            yield str(value)


def _fields(entry: dict[str, Any]) -> list[FieldProblem]:
    """List the fields that one error complains about: under ``fields``, or the error is about one field itself."""
    found = entry.get("fields")
    items: list[Any] = found if is_list(found) else [] if found is None else [found]
    problems: list[FieldProblem] = []
    for item in items[:_MOST_FIELDS]:
        if isinstance(item, str) and is_list(found):
            problems.append(FieldProblem(item, None))
        elif is_object(item):
            problems.append(_problem({_folded(name): value for name, value in item.items()}))
    if not items and isinstance(entry.get("field"), str):
        problems.append(_problem(entry))
    return problems


def _problem(item: dict[str, Any]) -> FieldProblem:
    name = next((item[name] for name in _FIELD_NAMES if item.get(name) is not None), None)
    message = next((item[name] for name in (*_WORDS, "reason") if item.get(name) is not None), None)
    return FieldProblem(
        None if name is None else str(name), None if message is None else str(message), item.get("value")
    )
