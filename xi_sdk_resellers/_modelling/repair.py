"""Make JSON that pydantic's parser takes out of what nearly is JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from xi_sdk_resellers._values.drift import Drift

MAX_DEPTH = 100
"""How deep objects and lists may be nested; what is deeper is kept as text. pydantic takes about 200."""

FOLLOWED = "text follows the JSON value"
"""What is reported of text behind the JSON."""

_MAX_DIGITS = 4000
_PIECE = r'(?s)"(?:[^"\\]|\\.)*"?|[\[\]{}]'
_BOM = "\ufeff"


def repair(data: bytes | str) -> tuple[bytes, tuple[Drift, ...]]:
    """Read what the parser refused: other encodings, deep nesting, half characters, trailing text.

    Args:
        data: the body.

    Returns:
        The same as JSON that can be parsed, and what had to be changed.

    Raises:
        ValueError: it is no JSON.
    """
    drifts: list[Drift] = []
    text = _text(data, drifts) if isinstance(data, bytes) else data
    text = text.removeprefix(_BOM)
    text = _flattened(text, drifts)
    stripped = text.lstrip(" \t\r\n")
    value, end = json.JSONDecoder(parse_int=_integer).raw_decode(stripped)
    rest = stripped[end:].strip(" \t\r\n")
    if rest:
        drifts.append(Drift("", FOLLOWED, rest))
    return _utf8(json.dumps(value, ensure_ascii=False), drifts), tuple(drifts)


def _utf8(text: str, drifts: list[Drift]) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        half = ascii(text[error.start : error.end])[1:-1]
        drifts.append(Drift("", "half a character, which UTF-8 has no bytes for, was replaced by ?", half))
        return text.encode("utf-8", "replace")


def _text(data: bytes, drifts: list[Drift]) -> str:
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        drifts.append(Drift("", f"the text is not {encoding}", data[error.start : error.end]))
        return data.decode(encoding, "replace")


def _integer(digits: str) -> Any:
    return int(digits) if len(digits) < _MAX_DIGITS else digits


def _flattened(text: str, drifts: list[Drift]) -> str:
    """Replace what is nested too deep by its own text, so that everything around it can be read."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return text
    pieces: list[str] = []
    depth, copied, start = 0, 0, 0
    for token in re.finditer(_PIECE, text):
        first = token.group()[0]
        if first in "[{":
            depth += 1
            if depth == MAX_DEPTH + 1:
                start = token.start()
        elif first in "]}":
            depth -= 1
            if depth == MAX_DEPTH:
                deep = text[start : token.end()]
                drifts.append(Drift("", f"nested deeper than {MAX_DEPTH} levels, kept as text", deep))
                pieces += [text[copied:start], json.dumps(deep)]
                copied = token.end()
    if depth > MAX_DEPTH:
        raise ValueError("nesting that does not end")
    return "".join([*pieces, text[copied:]])
