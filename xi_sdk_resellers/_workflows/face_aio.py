"""What the workflow classes for the asyncio client have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from xi_sdk_resellers._calls.client_base import checked_client
from xi_sdk_resellers._modelling.base import coerce_body
from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._workflows.doubt import Doubt
from xi_sdk_resellers._workflows.plan import ALSO_NEEDED, Call, Do, Patience, Plan, Step
from xi_sdk_resellers._workflows.story import Deed, Story
from xi_sdk_resellers.aio.api_client import ApiClient
from xi_sdk_resellers.exceptions import OpenApiException

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.base import RequestModel
    from xi_sdk_resellers._values.receipt import Receipt
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.operation import Operation

R = TypeVar("R")
M = TypeVar("M", bound="RequestModel")


class AsyncFace:
    """Carries out plans with a client.

    Args:
        api_client: the client to use; None for the default client.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        client = ApiClient.get_default() if api_client is None else api_client
        self._client: ApiClient = checked_client(self, client, asynchronous=True)
        self._clock: Callable[[], float] = self._client.waiting.clock
        self._sleep: Callable[[float], Awaitable[None]] = self._wait

    @property
    def api_client(self) -> ApiClient:
        """The client that makes the calls."""
        return self._client

    async def _wait(self, seconds: float) -> None:
        over = self._client.waiting.passed_over(self._client.configuration.wait, seconds)
        await asyncio.sleep(0 if over else seconds)

    async def _call(
        self, operation: Operation, arguments: Mapping[str, Any], within: float | None = None
    ) -> ApiResponse[Any]:
        return await self.api_client.perform(operation, arguments, within=within)

    async def _told(
        self,
        deed: Deed,
        plan: Plan[R],
        headers: Mapping[str, Any],
        *,
        customer_order_number: str | None = None,
        number: str | None = None,
    ) -> R:
        """Carry out a plan, give its result a receipt, and the log a line. See :class:`Story`."""
        story = Story(
            deed, self._client, headers, self._clock, customer_order_number=customer_order_number, number=number
        )
        return await self._run(plan, story)

    async def _receipt(self, deed: Deed, plan: Plan[None], headers: Mapping[str, Any], *, number: str) -> Receipt:
        """Carry out a plan without a result: what is returned is its receipt."""
        story = Story(deed, self._client, headers, self._clock, number=number)
        await self._run(plan, story)
        return story.receipt

    async def _run(self, plan: Plan[R], watch: Doubt | None = None) -> R:
        """Carry out a plan, like :func:`xi_sdk_resellers._workflows.plan.run`."""
        load(*ALSO_NEEDED)
        watch = watch or Doubt()
        try:
            step = next(plan)
            while True:
                watch.begins(step)
                try:
                    result = await self._perform(step)
                except OpenApiException as error:
                    watch.failed(step, error)
                    step = plan.throw(error)
                else:
                    watch.done(step, result)
                    step = plan.send(result)
        except StopIteration as done:
            answer: R = done.value
            watch.told(answer)
            return answer
        except BaseException as error:
            watch.ended(error)
            raise
        finally:
            plan.close()

    async def _perform(self, step: Step) -> object:
        if isinstance(step, Call):
            return await self._call(step.operation, step.arguments, step.within)
        if isinstance(step, Do):
            return await asyncio.to_thread(step.function)
        await self._sleep(step.seconds)
        return None

    def _patience(self, attempts: int, lookup_wait: float, timeout: float) -> Patience:
        return Patience(attempts=attempts, lookup_wait=lookup_wait, timeout=timeout, clock=self._clock)

    def _checked(self, model: type[M], value: M | Mapping[str, Any]) -> M:
        return coerce_body(model, value, limits=self.api_client.configuration.client_side_validation)
