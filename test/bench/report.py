"""The Markdown table, the chart and the result files of a run."""

from __future__ import annotations

import json
import math
import os
import platform
import subprocess
from html import escape
from importlib.metadata import version
from pathlib import Path

from .measure import Figures
from .rows import BEFORE, FLOOR, OURS, PEER

_LIBRARIES = ("pydantic", "pydantic-core", "urllib3")
_LEFT, _WIDTH, _ROW, _TOP = 330, 560, 30, 74
_LOWEST, _HIGHEST = 0.001, 2.0
_PYPERF = {"ms": "second", "µs": "second", "calls/s": "second", "kB": "byte"}
"""The units of pyperf for those of the rows that it can compare."""
_STYLE = """
  svg { --paper: #ffffff; --ink: #1c2430; --soft: #5b6675; --line: #d9dee5; --ours: #0b6bcb; --floor: #8a5a00; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #171b22; --ink: #e8ecf2; --soft: #a3adbb; --line: #343c48; --ours: #6db3ff; --floor: #f0b64a; }
  }
  text { font: 13px system-ui, sans-serif; fill: var(--ink); }
  .soft { fill: var(--soft); font-size: 12px; }
  .title { font-size: 16px; font-weight: 600; }
"""


def machine(peer_python: str) -> str:
    """One paragraph: processor, operating system, Python and library versions of both environments."""
    ask = (
        "import json, platform; from importlib.metadata import version; "
        f"print(json.dumps([platform.python_version(), *map(version, {_LIBRARIES!r})]))"
    )
    theirs = json.loads(subprocess.run([peer_python, "-I", "-c", ask], capture_output=True, check=True).stdout)
    ours = [platform.python_version(), *map(version, _LIBRARIES)]
    listed = ", ".join(f"{name} {number}" for name, number in zip(("Python", *_LIBRARIES), ours, strict=True))
    same = "the same for the vendor's SDK" if ours == theirs else f"for the vendor's SDK {', '.join(theirs)}"
    more = f"aiohttp {version('aiohttp')}"
    return f"{_processor()}, {platform.system()} {platform.machine()}; {listed} ({same}), {more}."


def _processor() -> str:
    """Model and number of cores."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        models = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        name = models[0] if models else name
    return f"{name}, {os.cpu_count()} cores"


def table(results: list[Figures]) -> str:
    """The Markdown table: figures, ratios, goals and whether they hold."""
    earlier = any(figures.rounds.get(BEFORE) for figures in results)
    lines = [
        "| what | unit | this package | vendor's SDK | floor | to the vendor's SDK | to the floor | goal |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    if earlier:
        lines = [f"{line} {cell} |" for line, cell in zip(lines, ("to the earlier version", "---:"), strict=True)]
    for figures in results:
        row = figures.row
        values = (_value(figures, name) for name in (OURS, PEER, FLOOR))
        ratios = (
            _against(figures, PEER, row.to_peer),
            _against(figures, FLOOR, row.to_floor),
        )
        lines.append(f"| {row.title} | {row.unit} | {' | '.join((*values, *ratios))} | {_verdict(figures)} |")
        if earlier:
            ratio = figures.ratio(BEFORE)
            lines[-1] += f" {'' if ratio is None else f'{ratio:.2f}'} |"
    return "\n".join(lines) + "\n"


def _value(figures: Figures, name: str) -> str:
    value = figures.value(name)
    if value is None:
        return f"raises `{figures.failed[name]}`" if name in figures.failed else ""
    if name == OURS and figures.row.limit is not None:
        return f"{_number(value)} (≤ {figures.row.limit:g})"
    return _number(value)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _against(figures: Figures, other: str, goal: float | None) -> str:
    ratio = figures.ratio(other) if figures.row.limit is None else None
    if ratio is None:
        return ""
    text = f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.3f}"
    return text if goal is None else f"{text} ({'≥' if figures.row.more_is_better else '≤'} {goal:g})"


def _verdict(figures: Figures) -> str:
    checks = list(figures.checks())
    return "" if not checks else "✓" if all(checks) else "✗ missed"


def chart(results: list[Figures]) -> str:
    """An SVG without any dependency: cost relative to the vendor's SDK on a logarithmic axis, in both color schemes."""
    shown = [figures for figures in results if figures.row.limit is None and figures.ratio(PEER) is not None]
    height = _TOP + _ROW * len(shown) + 34
    right = _LEFT + _WIDTH
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right + 70} {height}" role="img" '
        f'aria-label="Cost of this package relative to the vendor\'s SDK">',
        f"<style>{_STYLE}</style>",
        f'<rect width="{right + 70}" height="{height}" rx="8" fill="var(--paper)"/>',
        '<text class="title" x="20" y="28">Cost relative to the vendor\'s SDK (= 1, less is better)</text>',
        f'<circle cx="27" cy="47" r="6" fill="var(--ours)"/><text class="soft" x="40" y="51">this package</text>'
        f'<path d="{_diamond(143, 47)}" fill="none" stroke="var(--floor)" stroke-width="2"/>'
        f'<text class="soft" x="156" y="51">hand-written floor</text>'
        f'<path d="M283 40v14" stroke="var(--ink)" stroke-width="2"/><text class="soft" x="292" y="51">goal</text>',
    ]
    for tick in (0.001, 0.01, 0.1, 1.0):
        x = _x(tick)
        parts.append(f'<path d="M{x:.1f} {_TOP - 6}V{height - 28}" stroke="var(--line)"/>')
        parts.append(f'<text class="soft" x="{x:.1f}" y="{height - 10}" text-anchor="middle">{tick:g}</text>')
    for index, figures in enumerate(shown):
        parts += _chart_row(figures, _TOP + _ROW * index + 12)
    return "\n".join((*parts, "</svg>")) + "\n"


def _chart_row(figures: Figures, y: float) -> list[str]:
    row = figures.row
    ours, floor = figures.ratio(PEER), figures.value(FLOOR)
    peer = figures.value(PEER)
    assert ours is not None
    assert peer is not None
    title = row.title
    goal = row.to_peer
    if row.more_is_better:  # calls a second become the time of a call
        title, ours, goal = f"{title}: time a call", 1 / ours, None if goal is None else 1 / goal
        floor, peer = (None if floor is None else 1 / floor), 1 / peer
    parts = [
        f'<text x="{_LEFT - 14}" y="{y + 4}" text-anchor="end">{escape(title)}</text>',
        f'<path d="M{_x(ours):.1f} {y}H{_x(1):.1f}" stroke="var(--ours)" stroke-width="2" opacity="0.45"/>',
    ]
    if goal is not None:
        parts.append(f'<path d="M{_x(goal):.1f} {y - 9}v18" stroke="var(--ink)" stroke-width="2"/>')
    if floor is not None:
        parts.append(f'<path d="{_diamond(_x(floor / peer), y)}" fill="none" stroke="var(--floor)" stroke-width="2"/>')
    parts.append(f'<circle cx="{_x(ours):.1f}" cy="{y}" r="6" fill="var(--ours)"/>')
    label = f"{ours:.2f}" if ours >= 0.1 else f"{ours:.3f}"
    parts.append(f'<text x="{_LEFT + _WIDTH + 12}" y="{y + 4}">{label}</text>')
    return parts


def _x(ratio: float) -> float:
    """Where a ratio stands on the axis."""
    span = math.log(_HIGHEST / _LOWEST)
    return _LEFT + _WIDTH * math.log(max(_LOWEST, min(_HIGHEST, ratio)) / _LOWEST) / span


def _diamond(x: float, y: float) -> str:
    return f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z"


def write_pyperf(results: list[Figures], directory: Path) -> None:
    """Write one pyperf file for each contestant: `python -m pyperf compare_to peer.json ours.json` tests significance.

    pyperf itself measures wall-clock time of one program after the other, so only its files and statistics fit here.
    """
    import pyperf

    for name in (OURS, PEER, FLOOR):
        benchmarks = [
            pyperf.Benchmark(
                [
                    pyperf.Run([value], metadata=_pyperf_metadata(figures), collect_metadata=False)
                    for value in _pyperf_values(figures, name)
                ]
            )
            for figures in results
            if figures.row.unit in _PYPERF and figures.rounds.get(name)
        ]
        pyperf.BenchmarkSuite(benchmarks).dump(str(directory / f"{name}.json"), replace=True)


def _pyperf_metadata(figures: Figures) -> dict[str, str]:
    title = figures.row.title
    return {
        "name": f"{title}: time a call" if figures.row.more_is_better else title,
        "unit": _PYPERF[figures.row.unit],
    }


def _pyperf_values(figures: Figures, name: str) -> list[float]:
    """The rounds as times or bytes: calls a second become the time of a call, as in the chart."""
    values = figures.rounds[name]
    if figures.row.more_is_better:
        return [1 / value for value in values]
    return [int(value) for value in values] if figures.row.unit == "kB" else values
