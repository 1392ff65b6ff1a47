"""What is raised about a journal, and about runs that it tells of."""

from __future__ import annotations

from xi_sdk_resellers.exceptions import ApiException


class JournalException(ApiException):
    """The journal cannot be read or written: nothing was sent. The kinds below tell of what stands in it."""


class JournalConflictException(JournalException):
    """Other content was begun under the same number: nothing was sent."""


class RunInProgressException(JournalException):
    """Another run is at the same change, and was not over in time; ``retry_at`` says when it is at the latest."""


class RunUnresolvedException(JournalException):
    """An earlier run may have made the change, and it cannot be told yet; ``retry_at`` says from when on it can."""


for _public in (JournalException, JournalConflictException, RunInProgressException, RunUnresolvedException):
    _public.__module__ = "xi_sdk_resellers.journal"
