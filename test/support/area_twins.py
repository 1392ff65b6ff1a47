"""The workflow classes of both twins behind one face: what is awaited is waited for, walks are iterated like others."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import xi_sdk_resellers
from test.support.workflow_twins import Loop, SearchFromLoop
from xi_sdk_resellers import aio
from xi_sdk_resellers._workflows.walk_aio import AsyncWalk


class _OnLoop:
    """An object of the asyncio twin, used as if it were blocking."""

    def __init__(self, inner: Any, loop: Loop) -> None:
        self._inner, self._loop = inner, loop

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return _OnLoop(found, self._loop) if name == "api" else found

        def call(*arguments: Any, **options: Any) -> Any:
            value = found(*arguments, **options)
            if inspect.iscoroutine(value):
                return self._loop(value)
            return SearchFromLoop(value, self._loop) if isinstance(value, AsyncWalk) else value

        return call


@contextmanager
def workflow(twin: str, name: str, configuration: xi_sdk_resellers.Configuration) -> Iterator[Any]:
    """Give a workflow class of one twin, or one of its endpoint classes; its client is closed in the end.

    Args:
        twin: ``blocking`` or ``asyncio``.
        name: the class.
        configuration: the settings of its client.
    """
    if twin == "blocking":
        with xi_sdk_resellers.ApiClient(configuration) as client:
            yield getattr(xi_sdk_resellers, name)(client)
        return
    loop = Loop()
    try:
        client = aio.ApiClient(configuration)
        yield _OnLoop(getattr(aio, name)(client), loop)
        loop(client.close())
    finally:
        loop.close()
