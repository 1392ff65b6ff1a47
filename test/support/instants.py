"""Let an exception strike a call at any instant at which Python could let it: Ctrl-C, a signal handler, another thread.

CPython looks for such exceptions at the start of a function, after a call, and when a loop goes round. A trace function
raises at exactly one of these places, counted from the start of the call.
"""

from __future__ import annotations

import dis
import gc
import sys
import warnings
from collections.abc import Callable
from functools import cache
from types import CodeType, FrameType
from typing import Any


class Strike(BaseException):
    """What strikes."""


@cache
def _instants(code: CodeType) -> frozenset[int]:
    """The offsets in a function before which an exception can be made to strike as one from outside would.

    That one counts as raised by the call it comes after. Where the next instruction stands outside of the call's own
    ``try`` or ``with``, the strike is made to come before the call.
    """
    found: set[int] = set()
    read = dis.Bytecode(code)
    entries: list[Any] = read.exception_entries  # type: ignore[attr-defined]

    def handler(offset: int) -> object:
        return next((entry.target for entry in entries if entry.start <= offset < entry.end), None)

    before: dis.Instruction | None = None
    for instruction in read:
        if instruction.opname in ("CACHE", "NOP", "EXTENDED_ARG"):
            continue
        if before is not None and before.opname.startswith(("CALL", "RESUME", "JUMP_BACKWARD")):
            same = handler(before.offset) == handler(instruction.offset)
            found.add(instruction.offset if same else before.offset)
        before = instruction
    return frozenset(found)


class Instants:
    """Counts the instants of a call, and strikes at one of them.

    Args:
        strike_at: which one, from 0; None for none.
        spare: parts of file names whose functions are spared.
    """

    def __init__(self, strike_at: int | None = None, spare: tuple[str, ...] = ()) -> None:
        self.strike_at = strike_at
        self.spare = spare
        self.count = 0
        self.struck: str | None = None
        """Where it has struck."""

    def _enter(self, frame: FrameType, event: str, argument: object) -> Callable[..., Any] | None:
        if any(part in frame.f_code.co_filename for part in self.spare) or self.struck is not None:
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self._step

    def _step(self, frame: FrameType, event: str, argument: object) -> Callable[..., Any] | None:
        if event == "opcode" and self.struck is None and frame.f_lasti in _instants(frame.f_code):
            if self.count == self.strike_at:
                self.struck = f"{frame.f_code.co_filename}:{frame.f_lineno} in {frame.f_code.co_name}"
                raise Strike
            self.count += 1
        return self._step

    def run(self, call: Callable[[], Any]) -> BaseException | None:
        """Make the call, and return what came out of it instead of a result."""
        before = sys.gettrace()
        try:
            sys.settrace(self._enter)
            call()
        except BaseException as error:
            return error
        finally:
            sys.settrace(before)
        return None


def sweep() -> None:
    """Collect the sockets that were lost in the very instant in which they were made: they are closed as garbage."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
