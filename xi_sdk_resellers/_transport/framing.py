"""Where the body of an answer ends, and how it was packed for the way (RFC 9112, section 6). No I/O.

Both transports ask here, so that they never disagree about what an answer is.
"""

import re
from typing import NamedTuple

from xi_sdk_resellers._transport.fields import ordinary, split_any, split_ordinary
from xi_sdk_resellers._values.text import printable, shown

MAX_HEAD_BYTES = 1024 * 1024
"""Bytes of a status line and headers, at most."""

MAX_LINE_BYTES = 64 * 1024
"""Bytes of one header line, at most."""

_FRAMING_NAMES = ("transfer-encoding", "content-length")
_DIGITS = re.compile(r"[0-9]{1,18}")
_FRAMING_LINES = rb"(?im)^(content-length|transfer-encoding):[ \t]*([^\r\n]*)"
_STATUS_LINE = re.compile(rb"HTTP/1\.([0-9]) ([1-9][0-9]{2})(?: ([^\r\n]*))?\r?\n?")


class Framing(NamedTuple):
    """How the body of an answer is framed."""

    chunked: bool
    """Whether it comes in chunks."""
    length: int | None
    """Its bytes on the wire; None when the chunks tell, or the end of the connection does."""
    codings: tuple[str, ...] = ()
    """How it was packed for the way, in the order in which that was done."""
    last: bool = False
    """Whether the connection must not be used again."""


def parse_status(line: bytes) -> tuple[int, int, str]:
    """Read the status line of an answer.

    Args:
        line: the line as it came.

    Returns:
        The minor version of HTTP/1, the status, and the reason phrase.

    Raises:
        ValueError: it is none.
    """
    found = _STATUS_LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"not the status line of HTTP/1: {shown(line.decode('latin-1'))}")
    minor, status, reason = found.groups()
    return int(minor), int(status), printable((reason or b"").decode("latin-1"))


def framing(status: int, transfer_encoding: str | None, content_length: str | None) -> Framing:
    """Find out how the body of an answer is framed.

    Args:
        status: HTTP status.
        transfer_encoding: the Transfer-Encoding headers, joined with commas; None when there is none.
        content_length: the Content-Length headers, joined with commas; None when there is none.

    Returns:
        How it is framed.

    Raises:
        ValueError: the headers contradict themselves, or mean nothing.
    """
    if status in (204, 304) or 100 <= status < 200:
        return Framing(False, 0)
    codings = _codings(transfer_encoding)
    if "chunked" in codings[:-1]:
        raise ValueError(f"the answer's Transfer-Encoding makes no sense: {shown(transfer_encoding)}")
    if codings[-1:] == ["chunked"]:
        # A length beside it says something else: nobody knows where this answer ends for those on the way.
        return Framing(True, None, tuple(codings[:-1]), last=content_length is not None)
    if codings:
        return Framing(False, None, tuple(codings), last=True)
    return Framing(False, _length(content_length))


def _codings(transfer_encoding: str | None) -> list[str]:
    """List what was done to the body; ``identity``, which means nothing, is left out."""
    if transfer_encoding is None:
        return []
    named = (part.partition(";")[0].strip(" \t").lower() for part in transfer_encoding.split(","))
    return [name for name in named if name not in ("", "identity")]


def _length(content_length: str | None) -> int | None:
    """Read the Content-Length headers, which may say the same several times."""
    if content_length is None:
        return None
    if _DIGITS.fullmatch(content_length):
        return int(content_length)
    said = {part.strip(" \t") for part in content_length.split(",")}
    numbers = {int(part) for part in said if _DIGITS.fullmatch(part)}
    if len(numbers) != 1 or any(not _DIGITS.fullmatch(part) for part in said):
        raise ValueError(f"the answer's Content-Length makes no sense: {shown(content_length)}")
    return numbers.pop()


def _only_length(lines: bytes) -> str | None:
    """Read the framing of nearly every answer: one length that is a plain number, or "". None for any other."""
    found = re.findall(_FRAMING_LINES, lines)
    if not found:
        return ""
    name, value = found[0]
    plain = len(found) == 1 and len(name) == len("content-length") and _DIGITS.fullmatch(value.decode("latin-1"))
    return value.decode("latin-1") if plain else None


def reframed(head: bytes, most_lines: int) -> tuple[bytes, Framing]:
    """Write the head of an answer so that any parser reads the same in it as we do.

    Args:
        head: status line and headers, with the empty line at the end.
        most_lines: header lines that are accepted.

    Returns:
        The head, with at most one header about framing; and how the body is framed.

    Raises:
        ValueError: the head contradicts itself, or is too much.
    """
    if len(head) > MAX_HEAD_BYTES:
        raise ValueError("the head of the answer is too large")
    first, _, rest = head.partition(b"\n")
    minor, status, reason = parse_status(first + b"\n")
    if head.count(b"\n") - 2 > most_lines:
        raise ValueError(f"the answer has more than {most_lines} header lines")
    plain = first.endswith(b"\r") and rest.endswith(b"\r\n") and ordinary(rest[:-2])
    if plain and (length := _only_length(rest)) is not None:
        return head, framing(status, None, length or None)
    fields = split_ordinary(rest[:-2]) if plain else split_any([line + b"\n" for line in rest.split(b"\n")[:-2]])
    codings = [value for name, value in fields if name.lower() == "transfer-encoding"]
    lengths = [value for name, value in fields if name.lower() == "content-length"]
    how = framing(status, ",".join(codings) if codings else None, ", ".join(lengths) if lengths else None)
    lines = [f"HTTP/1.{minor} {status} {reason}".rstrip()]
    lines += [f"{name}: {value}" for name, value in fields if name.lower() not in _FRAMING_NAMES]
    if how.chunked:
        lines.append("Transfer-Encoding: chunked")
    elif how.length is not None and lengths:
        lines.append(f"Content-Length: {how.length}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace"), how
