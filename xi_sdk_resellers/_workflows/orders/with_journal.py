"""The way to the plans with a journal, which only programs that have one load."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._process.loading import load

if TYPE_CHECKING:
    from xi_sdk_resellers._journal.entry import Journal
    from xi_sdk_resellers._workflows.orders.journaled import JournaledPlans


def with_journal(journal: Journal, client: Any, headers: Mapping[str, Any]) -> JournaledPlans:
    """Make the plans of an account's changes with a journal.

    Args:
        journal: where they are written down.
        client: the client that makes the calls.
        headers: the IM-* arguments.
    """
    load("xi_sdk_resellers._workflows.orders.journaled")
    # Late: only a journal needs it.
    from xi_sdk_resellers._workflows.orders.journaled import JournaledPlans

    return JournaledPlans(journal, client, headers)
