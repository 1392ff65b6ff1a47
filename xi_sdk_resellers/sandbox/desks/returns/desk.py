"""The desk of the returns."""

from __future__ import annotations

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.desks.returns import answers, search
from xi_sdk_resellers.sandbox.desks.returns.cases import Case, Drawer
from xi_sdk_resellers.sandbox.desks.returns.creation import open_cases
from xi_sdk_resellers.sandbox.errors import ErrorShape
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.world import World


class ReturnsDesk(Desk):
    """Takes back what was invoiced, and shows what becomes of it."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._drawer = Drawer()

    @quirks(errors=ErrorShape(trace_key="traceid"))
    def get_resellers_v6_returnssearch(self, request: Request) -> Answer:
        """Find cases: 200 with one page, which is empty when there is none."""
        return search.find(self._drawer, request, self._now())

    @quirks(errors=ErrorShape(trace_key="traceid"))
    def get_resellers_v6_returnsdetails(self, request: Request) -> Answer:
        """Return a case in full, or 404."""
        case: Case | None = self._drawer.find(request.path_values["caseRequestNumber"])
        if case is None:
            return errors.refused(404, "There is no return with this number.")
        return Answer.of(200, answers.render_details(case, self._now()))

    @quirks(errors=ErrorShape(trace_key="traceid", boxed=True))
    def post_returnscreate(self, request: Request) -> Answer:
        """Open a case for each return, all of them or none: 200, or 400 when one makes no sense."""
        opened = open_cases(self._world.ledger, self._drawer, request.content, self._now())
        return Answer.of(200, {"returnsClaims": [answers.render_created(case, self._now()) for case in opened]})

    def _now(self) -> float:
        return self._world.settings.clock()
