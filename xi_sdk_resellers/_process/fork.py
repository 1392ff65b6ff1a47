"""Tell objects that hold locks or sockets when they wake up in a child process."""

from __future__ import annotations

import os
import weakref
from typing import Protocol


class Forkable(Protocol):
    """What must be told about a fork."""

    def after_fork(self) -> None:
        """Drop what belongs to the parent. Runs in the child, before anything else does."""
        ...


_members: weakref.WeakSet[Forkable] = weakref.WeakSet()


def tell_after_fork(member: Forkable) -> None:
    """Call the member's ``after_fork`` in every child process, as long as the member lives."""
    _members.add(member)


def _after_fork() -> None:
    for member in list(_members):
        member.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
