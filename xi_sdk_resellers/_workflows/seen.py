"""Remember which of very many things have come, with a few bytes for each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import Any

from xi_sdk_resellers._process.loading import load

_SLOTS = 256


class Seen:
    """A set of texts, or of several texts each, that can only grow.

    It keeps a digest of eight bytes for each, in a table without objects: one MB for a hundred thousand, where a set of
    the texts takes fifteen. Two of a million are taken for the same with a probability of one in thirty million.
    """

    def __init__(self) -> None:
        # The first call of a walk loads it anyway, and no import should.
        self._digest: Callable[..., Any] = load("hashlib").blake2b
        self._slots = array("Q", (0,)) * _SLOTS
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def mark(self, texts: Iterable[str]) -> int:
        """Return what stands for some texts here: a number above 0, for the other methods."""
        joined = "\0".join(texts).encode("utf-8", "surrogatepass")
        digest: bytes = self._digest(joined, digest_size=8).digest()
        return int.from_bytes(digest, "little") or 1

    def __contains__(self, mark: int) -> bool:
        return self._slots[self._place(mark)] == mark

    def add(self, mark: int) -> bool:
        """Take one in, and say whether it is new."""
        place = self._place(mark)
        if self._slots[place] == mark:
            return False
        self._slots[place] = mark
        self._count += 1
        if 5 * self._count > 4 * len(self._slots):
            self._grow()
        return True

    def _place(self, mark: int) -> int:
        """Find where a mark stands, or the free place for it: the first from where its own digits say."""
        slots, last = self._slots, len(self._slots) - 1
        place = mark & last
        while slots[place] and slots[place] != mark:
            place = (place + 1) & last
        return place

    def _grow(self) -> None:
        before = self._slots
        self._slots = array("Q", (0,)) * (2 * len(before))
        for mark in before:
            if mark:
                self._slots[self._place(mark)] = mark
