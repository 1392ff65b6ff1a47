"""Collect the body of an answer: decompressed step by step, never beyond the limit. No I/O."""

from __future__ import annotations

import zlib
from typing import Any

from xi_sdk_resellers._calls.messages import Fault, FaultKind

_GZIP = 16 + zlib.MAX_WBITS
_STEP = 256 * 1024


class Body:
    """The body of one answer, as it arrives.

    Args:
        encoding: the answer's Content-Encoding, or None.
        limit: most bytes to keep, counted after decompression.
    """

    __slots__ = ("_deflate", "_inflater", "_left", "_pieces", "_size", "fault")

    def __init__(self, encoding: str | None, limit: int) -> None:
        self._pieces: list[bytes] = []
        self._size = 0
        self._left = limit
        self._inflater: Any = None
        self._deflate = False
        self.fault: Fault | None = None
        if encoding is not None:
            self._set_encoding(encoding.strip().lower())

    def _set_encoding(self, encoding: str) -> None:
        if encoding in ("gzip", "x-gzip"):
            self._inflater = zlib.decompressobj(_GZIP)
        elif encoding == "deflate":
            self._inflater = zlib.decompressobj()
            self._deflate = True
        elif encoding not in ("", "identity"):
            self.fault = Fault("encoding", f"the answer is encoded as {encoding[:40]!r}, which was not asked for")

    def feed(self, data: bytes) -> bool:
        """Take the next bytes from the wire.

        Args:
            data: bytes as they came, not empty.

        Returns:
            Whether more is wanted; False once the body is broken or too large (see ``fault``).
        """
        self._size += len(data)
        if self._inflater is None or self.fault is not None:
            return self._keep(data)
        return self._inflate(data)

    def _keep(self, data: bytes) -> bool:
        if len(data) > self._left:
            self._pieces.append(data[: self._left])
            self._left = 0
            self.fault = Fault("too_large", "the answer is larger than max_response_bytes")
            return False
        self._left -= len(data)
        self._pieces.append(data)
        return True

    def _inflate(self, data: bytes) -> bool:
        while data:
            inflater = self._inflater
            if inflater is None or inflater.eof:
                return True
            try:
                out = inflater.decompress(data, _STEP)
            except zlib.error as error:
                if self._deflate and not self._pieces:
                    # Some servers send "deflate" without the zlib header that the name promises.
                    self._inflater, self._deflate = zlib.decompressobj(-zlib.MAX_WBITS), False
                    continue
                self.fault = Fault("truncated", f"the compressed answer is damaged: {error}")
                return False
            if out and not self._keep(out):
                return False
            data = inflater.unconsumed_tail
            if inflater.eof:
                data = inflater.unused_data
                # Another member may follow; anything else after the end is padding.
                if not data.startswith(b"\x1f\x8b"):
                    return True
                self._inflater = zlib.decompressobj(_GZIP)
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
            Everything that came. ``fault`` says whether that is all.
        """
        if self.fault is None:
            if cut is not None:
                kind: FaultKind = "late" if late else "truncated"
                self.fault = Fault(kind, f"the answer was cut short after {self._size} bytes: {cut}")
            elif self._size and self._inflater is not None and not self._inflater.eof:
                self.fault = Fault("truncated", f"the compressed answer was cut short after {self._size} bytes")
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
