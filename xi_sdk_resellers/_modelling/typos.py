"""Find out what an unknown key of a request was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONG = 8
"""From this many letters on a key may have two wrong ones."""
_LONG_WORD = 6
"""The same for one of the words in it."""
_SHORT = 3
"""Up to this many letters, replacing one makes another word: "id" and "ip"."""
_WORDS = r"[A-Z]+(?![a-z])|[A-Za-z][a-z]*"
_DIGITS = r"[0-9]+"


def folded(key: str) -> str:
    """Write a key without letter case, ``_`` and ``-``: what spellings of one name have in common."""
    return key.replace("_", "").replace("-", "").lower()


def nearest(key: str, known: Iterable[str]) -> str | None:
    """Return the known key that an unknown one nearly is; None when there is none.

    That is one that differs in letter case, ``_`` or ``-`` only, or in one or two letters, depending on its length.
    Two letters that changed places count as one. Keys that differ in digits are different keys.

    Args:
        key: the unknown key.
        known: the known ones, in any spelling.
    """
    wanted, best, least = folded(key), None, 3
    for other in known:
        name = folded(other)
        if name == wanted:
            return other
        if abs(len(name) - len(wanted)) > 2 or re.findall(_DIGITS, name) != re.findall(_DIGITS, wanted):
            continue
        edits = distance(wanted, name)
        if edits < least and _is_typo(wanted, name, edits, _LONG) and _words_agree(key, other):
            best, least = other, edits
    return best


def _is_typo(word: str, other: str, edits: int, long: int) -> bool:
    """Tell whether one word is the other one with a typo, from how many letters differ."""
    longest = max(len(word), len(other))
    if longest <= _SHORT and len(word) == len(other) and sorted(word) != sorted(other):
        return False
    return edits <= (2 if longest >= long else 1)


def _words_agree(key: str, other: str) -> bool:
    """Tell whether keys have the same words, typos apart: ``endUserId`` is neither ``endUserIp`` nor ``endUser``."""
    words, others = ([word.lower() for word in re.findall(_WORDS, text)] for text in (key, other))
    if len(words) != len(others):  # a word more is another key, unless words only run into each other
        return not (set(words) < set(others) or set(others) < set(words))
    pairs = [(word, of) for word, of in zip(words, others, strict=True) if word != of]
    return all(_is_typo(word, of, distance(word, of), _LONG_WORD) for word, of in pairs)


def distance(word: str, other: str) -> int:
    """Count the letters to insert, delete, replace, or swap with their neighbour to make one word of another."""
    before: list[int] = []
    above: list[int] = [*range(len(other) + 1)]
    for at, letter in enumerate(word, 1):
        row = [at]
        for to, wanted in enumerate(other, 1):
            cost = min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and word[at - 2] == wanted:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
