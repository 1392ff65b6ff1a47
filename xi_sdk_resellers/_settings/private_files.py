"""Files in a folder that only their owner can write to, opened so that nothing else can be put in their place."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from types import TracebackType

from xi_sdk_resellers._settings.token import UnsafeTokenFile

_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
"""No link is followed, and a named pipe is not waited for."""
_BY_FOLDER = os.open in os.supports_dir_fd and os.unlink in os.supports_dir_fd
"""Whether files can be opened in a folder that is open, whatever becomes of its name in the meantime."""


class PrivateFolder:
    """An open folder that belongs to this user and that nobody else may write to. Use it in a ``with`` statement.

    Args:
        path: where it is; made with owner-only permissions when it is not there.
        make: whether it is made.

    Raises:
        UnsafeTokenFile: others could have prepared what is in it.
        OSError: it cannot be opened.
    """

    def __init__(self, path: Path, *, make: bool) -> None:
        self._path = path
        self._descriptor: int | None = None
        if make:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _BY_FOLDER:
            return
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode) and found.st_uid not in (0, os.geteuid()):
            raise UnsafeTokenFile(f"the folder {path} is a link that somebody else has made")
        self._descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            found = os.fstat(self._descriptor)
            if found.st_uid != os.geteuid():
                raise UnsafeTokenFile(f"the folder {path} belongs to somebody else")
            if found.st_mode & 0o022:
                raise UnsafeTokenFile(f"others may write to the folder {path}: chmod go-w {path}")
        except BaseException:
            os.close(self._descriptor)
            raise

    def __enter__(self) -> PrivateFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)

    def open(self, name: str, flags: int, *, hidden: bool) -> int:
        """Open a file of this user, and nothing else.

        Args:
            name: its name in the folder.
            flags: those of ``os.open``.
            hidden: whether others must not even be able to read it.

        Returns:
            The descriptor.

        Raises:
            UnsafeTokenFile: it is a link, a pipe, or somebody else's, or others may read it.
            OSError: it cannot be opened.
        """
        path = self._path / name
        try:
            if self._descriptor is None:
                made = os.open(path, flags | _CAREFULLY, 0o600)
            else:
                made = os.open(name, flags | _CAREFULLY, 0o600, dir_fd=self._descriptor)
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise UnsafeTokenFile(f"{path} is a link") from None
            raise
        try:
            _check(path, os.fstat(made), hidden=hidden)
        except BaseException:
            os.close(made)
            raise
        return made

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        try:
            if self._descriptor is None:
                os.unlink(self._path / name)
            else:
                os.unlink(name, dir_fd=self._descriptor)
        except FileNotFoundError:
            pass


def _check(path: Path, found: os.stat_result, *, hidden: bool) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnsafeTokenFile(f"{path} is not a plain file")
    if not _BY_FOLDER:
        return
    if found.st_uid != os.geteuid():
        raise UnsafeTokenFile(f"{path} belongs to somebody else")
    if hidden and found.st_mode & 0o077:
        raise UnsafeTokenFile(f"others may read {path}: chmod 600 {path}")
