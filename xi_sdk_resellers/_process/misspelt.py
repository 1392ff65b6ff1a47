"""Say what was meant by a name that is not there. Loaded only when somebody has misspelt one."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from opcode import opmap

_MOST = 3


def meant(name: str, known: Iterable[str]) -> str:
    """List the known names that a name is like: those that contain it, else those that differ by some letters.

    Args:
        name: what was written.
        known: what there is.

    Returns:
        ``a``, ``a or b``, ``a, b or c``; empty when none is like it.
    """
    shortest = sorted(set(known), key=lambda each: (len(each), each))
    folded = {each: each.lower().replace("_", "") for each in shortest}
    asked = name.lower().replace("_", "")
    found = [each for each in shortest if len(asked) > 3 and asked in folded[each]][:_MOST]
    if not found:
        close = get_close_matches(asked, folded.values(), _MOST, 0.75)
        found = [each for text in dict.fromkeys(close) for each in shortest if folded[each] == text][:_MOST]
    return " or ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


def no_such_name(module: str, name: str, known: Iterable[str], advice: str = "") -> Exception:
    """Make the exception for a name that a module does not have, asked for by its ``__getattr__``.

    Args:
        module: the module's name.
        name: what was asked for.
        known: what there is.
        advice: what is said of a name that is like none, such as ``is not in this package``.

    Returns:
        In the middle of ``from module import name``, which would drop the text of an AttributeError, an ImportError
        that says what was meant; everywhere else an AttributeError, for which Python says that itself.
    """
    if not _importing():
        said = f"{module}.{name} {advice}" if advice else f"module {module!r} has no attribute {name!r}"
        return AttributeError(said)
    found = meant(name, known)
    more = f": did you mean {found}?" if found else f": it {advice}" if advice else ""
    return ImportError(f"cannot import name {name!r} from {module!r}{more}", name=module)


def _importing() -> bool:
    """Tell whether the name is asked for by an import statement, three frames up."""
    frame = sys._getframe(3)  # pyright: ignore[reportPrivateUsage] - every Python that has these opcodes has it
    code, at = frame.f_code.co_code, frame.f_lasti
    return 0 <= at < len(code) and code[at] == opmap["IMPORT_FROM"]
