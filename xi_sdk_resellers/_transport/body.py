"""Collect the body of an answer: unpacked step by step, never beyond the limits. No I/O."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from typing import Any

from xi_sdk_resellers._calls.messages import Fault, FaultKind
from xi_sdk_resellers._values.text import shown

_GZIP = 16 + zlib.MAX_WBITS
_STEP = 256 * 1024
_STRUCTURE = (b"{", b"[", b",")
"""Each object, list and value of a JSON text comes with one of these, apart from the first value of each."""
_TEXTS = rb'"[^"\\]*(?:\\.[^"\\]*)*"?'


class _Unpacker:
    """Undoes one packing of a body, such as gzip.

    Args:
        coding: its name, in lower case.
    """

    __slots__ = ("_deflate", "_inflater", "began")

    def __init__(self, coding: str) -> None:
        self._deflate = coding == "deflate"
        self._inflater: Any = zlib.decompressobj() if self._deflate else zlib.decompressobj(_GZIP)
        self.began = False

    @property
    def over(self) -> bool:
        """Whether the packed data has come to its end."""
        return bool(self._inflater.eof)

    def unpack(self, data: bytes) -> Iterable[bytes]:
        """Unpack the next bytes, in pieces of bounded size.

        Raises:
            zlib.error: they are damaged.
        """
        while data:
            if self._inflater.eof:
                # Another member may follow; anything else after the end is padding.
                if not data.startswith(b"\x1f\x8b"):
                    return
                self._inflater = zlib.decompressobj(_GZIP)
            try:
                out = self._inflater.decompress(data, _STEP)
            except zlib.error:
                if not self._deflate or self.began:
                    raise
                # Some servers send "deflate" without the zlib header that the name promises.
                self._inflater, self._deflate = zlib.decompressobj(-zlib.MAX_WBITS), False
                continue
            if out:
                self.began = True
                yield out
            data = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail


class Body:
    """The body of one answer, as it arrives.

    Args:
        encoding: the answer's Content-Encoding, or None.
        limit: most bytes to keep, counted after it was unpacked.
        codings: how it was packed for the way in addition, in the order in which that was done.
        objects: most objects, lists and values to accept; None for any number.
    """

    __slots__ = ("_left", "_objects", "_pieces", "_size", "_unpackers", "fault")

    def __init__(
        self, encoding: str | None, limit: int, codings: tuple[str, ...] = (), objects: int | None = None
    ) -> None:
        self._pieces: list[bytes] = []
        self._size = 0
        self._left = limit
        self._objects = objects
        self._unpackers: list[_Unpacker] = []
        self.fault: Fault | None = None
        if encoding is not None or codings:
            self._set_codings([*(encoding or "").split(","), *codings])

    def _set_codings(self, codings: list[str]) -> None:
        for coding in reversed(codings):
            name = coding.strip().lower()
            if name in ("gzip", "x-gzip", "deflate"):
                self._unpackers.append(_Unpacker(name))
            elif name not in ("", "identity"):
                self._unpackers.clear()
                self.fault = Fault("encoding", f"the answer is encoded as {shown(name)}, which was not asked for")
                return

    def feed(self, data: bytes) -> bool:
        """Take the next bytes from the wire.

        Args:
            data: bytes as they came, not empty.

        Returns:
            Whether more is wanted; False once the body is broken or too large (see ``fault``).
        """
        self._size += len(data)
        if not self._unpackers:
            return self._keep(data)
        try:
            return self._unpack(data, 0)
        except zlib.error as error:
            self.fault = Fault("truncated", f"the compressed answer is damaged: {error}")
            return False

    def _unpack(self, data: bytes, level: int) -> bool:
        if level == len(self._unpackers):
            return self._keep(data)
        return all(self._unpack(piece, level + 1) for piece in self._unpackers[level].unpack(data))

    def _keep(self, data: bytes) -> bool:
        if len(data) > self._left:
            self._pieces.append(data[: self._left])
            self._left = 0
            self.fault = Fault("too_large", "the answer is larger than max_response_bytes")
            return False
        self._left -= len(data)
        self._pieces.append(data)
        return True

    def take(self) -> bytes:
        """Return what was collected so far and forget it. For streaming."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)

    def end(self, *, cut: str | None = None, late: bool = False) -> bytes:
        """Finish the body.

        Args:
            cut: why no more came, when it is not whole.
            late: whether that was for lack of time.

        Returns:
            Everything that came, or as much of it as can be read without harm. ``fault`` says whether that is all.
        """
        if self.fault is None:
            if cut is not None:
                kind: FaultKind = "late" if late else "truncated"
                self.fault = Fault(kind, f"the answer was cut short after {self._size} bytes: {cut}")
            elif self._size and any(not unpacker.over for unpacker in self._unpackers):
                self.fault = Fault("truncated", f"the compressed answer was cut short after {self._size} bytes")
        whole = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        most = self._objects
        if most is not None and len(whole) > most and _has_more(whole, most):
            self.fault = self.fault or Fault("too_large", f"the answer holds more than max_response_objects ({most})")
            return whole[:most]  # so many bytes cannot hold more
        return whole


def _has_more(body: bytes, most: int) -> bool:
    """Tell whether a JSON text holds more than so many objects, lists and values. It need not be whole."""
    if sum(map(body.count, _STRUCTURE)) <= most:
        return False
    bare = re.sub(_TEXTS, b"", body, flags=re.DOTALL)  # a comma within a text is none
    return sum(map(bare.count, _STRUCTURE)) > most
