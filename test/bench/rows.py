"""What is measured and the goal of every figure. Ratios are this package divided by the other contestant."""

from __future__ import annotations

from dataclasses import dataclass

OURS, PEER, FLOOR, BEFORE = "ours", "peer", "floor", "before"
POOL_SIZE = 32
TASK_POOL_SIZE = 100
"""What aiohttp allows unless it is told otherwise."""
GROWTH_SIZES = (10, 30, 100, 300, 1_000, 3_000, 10_000)

_SETUP = {
    OURS: "from xi_sdk_resellers import ApiClient, Configuration\n"
    "client = ApiClient(Configuration(host={url!r}, access_token='token'))",
    PEER: "from xi.sdk.resellers import ApiClient, Configuration\n"
    "client = ApiClient(Configuration(host={url!r}, access_token='token'))",
}
_EVERY_NAME = "import {package} as package\nfor name in {names}: getattr(package, name)"
_FIRST_CALL = "import {0}\n{0}.get_detail({0}.connect({{url!r}}), 'ORDER-1')"


@dataclass(frozen=True)
class Row:
    """One line of the table.

    kind: 'fresh' runs `code` in new interpreters (CPU), 'memory' reads the peak memory of the `code` of `case`, 'case'
    asks the workers for `case` and `size`, 'growth' fits an exponent, 'threads' and 'tasks' count calls a second,
    'connections' counts connections, 'own' divides `case` by the case named in `own`, 'size' has the bytes of `case`.
    """

    title: str
    kind: str
    unit: str
    case: str = ""
    size: int = 0
    to_peer: float | None = None
    to_floor: float | None = None
    limit: float | None = None
    more_is_better: bool = False
    code: tuple[tuple[str, str], ...] = ()
    own: str = ""

    @property
    def scale(self) -> float:
        """Factor from seconds (or KiB, bytes, or nothing) to the unit of the row."""
        return {"ms": 1e3, "µs": 1e6, "MiB": 1 / 1024, "kB": 1e-3}.get(self.unit, 1.0)


_FIRST_OTHER = "import {0}\n{0}.{1}({0}.connect({{url!r}}))"
_FIRST = tuple((name, _FIRST_CALL.format(name)) for name in (OURS, PEER, FLOOR))


def _first(call: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, _FIRST_OTHER.format(name, call)) for name in (OURS, PEER, FLOOR))


ROWS = (
    Row(
        "import",
        "fresh",
        "ms",
        to_peer=0.02,
        code=(
            (OURS, "import xi_sdk_resellers"),
            (PEER, "import xi.sdk.resellers"),
            (FLOOR, "from pydantic import BaseModel\nfrom urllib3 import PoolManager"),
        ),
    ),
    Row("import, construct a client", "fresh", "ms", to_peer=0.045, code=tuple(_SETUP.items())),
    Row(
        "import every public name",
        "fresh",
        "ms",
        to_peer=0.40,
        code=(
            (OURS, _EVERY_NAME.format(package="xi_sdk_resellers", names="package.__all__")),
            (PEER, _EVERY_NAME.format(package="xi.sdk.resellers", names="dir(package)")),
        ),
    ),
    Row("import, client, first call", "fresh", "ms", case="first", to_peer=0.27, to_floor=1.05, code=_FIRST),
    Row("the same, a price", "fresh", "ms", to_peer=0.27, to_floor=1.05, code=_first("get_prices")),
    Row("the same, a page of the catalog", "fresh", "ms", to_peer=0.27, to_floor=1.05, code=_first("get_catalog")),
    Row("the same, an invoice", "fresh", "ms", to_peer=0.27, to_floor=1.05, code=_first("get_invoice")),
    Row("peak memory at the first call", "memory", "MiB", case="first", to_peer=0.70, to_floor=1.03, code=_FIRST),
    Row("decode order details, 1 line", "case", "µs", "decode_detail", 1, 0.45, 1.05),
    Row("decode order details, 50 lines", "case", "µs", "decode_detail", 50, 0.45, 1.05),
    Row("decode order details, 2,000 lines", "case", "µs", "decode_detail", 2_000, 0.45, 1.05),
    Row("decode a search page of 100 orders", "case", "µs", "decode_search", 100, 0.45, 1.05),
    Row(
        "decode 50 lines, each with a value of a wrong type, to the same without",
        "own",
        "ratio",
        "decode_drifted",
        50,
        limit=2.0,
        own="decode_detail",
    ),
    Row("decode price and availability of 50 products", "case", "µs", "decode_prices", 50, 0.45, 1.08),
    Row("decode a catalog page of 100 products", "case", "µs", "decode_catalog", 100, 0.45, 1.08),
    Row("decode an invoice of 100 lines", "case", "µs", "decode_invoice", 100, 0.45, 1.08),
    Row(
        "decode 50 lines, each with keys in another letter case, to the same without",
        "own",
        "ratio",
        "decode_respelled",
        50,
        limit=2.0,
        own="decode_detail",
    ),
    Row("growth of decoding from 10 to 10,000 lines, exponent", "growth", "", "decode_detail", limit=1.10),
    Row("encode a create request, 1 line", "case", "µs", "encode", 1),
    Row("encode a create request, 500 lines", "case", "µs", "encode", 500, 0.12, 1.12),
    Row("encode a price request of 50 parts", "case", "µs", "encode_prices", 50, 0.25, 1.12),
    Row("whole call: order details, 1 line", "case", "µs", "call_detail", 1, 0.58, 0.90),
    Row("whole call: order details, 50 lines", "case", "µs", "call_detail", 50, 0.47, 1.0),
    Row("whole call: create an order, 500 lines", "case", "µs", "call_create", 500, 0.16, 1.0),
    Row(
        "32 threads, one client, 1 line",
        "threads",
        "calls/s",
        size=12_800,
        to_peer=1.5,
        to_floor=1.1,
        more_is_better=True,
    ),
    Row("connections of the 32 threads, pool size 32", "connections", "", limit=POOL_SIZE),
    Row("200 tasks, one asyncio client, 1 line", "tasks", "calls/s", to_floor=0.85, more_is_better=True),
    Row("installed size", "size", "kB", "installed", to_peer=0.9),
    Row("wheel", "size", "kB", "wheel", limit=800),
)
