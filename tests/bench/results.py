"""What a bench found: figures, their bars, the table and the file."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

ROUNDS = 3
"""The least from which a median is taken."""
USE = "use %"
"""How settings begin that tell who used the cores, in percent of one."""


@dataclass(frozen=True)
class Result:
    """One figure. `holds` is None where there is no bar, or where the run was void."""

    name: str
    value: float
    unit: str
    baseline: float | None = None
    ratio: float | None = None
    bar: str = ""
    holds: bool | None = None
    settings: dict[str, Any] = field(default_factory=dict)


def ratio_of(values: Sequence[float], baselines: Sequence[float]) -> float:
    """The median of the ratios, each taken within its own round: a machine swings between rounds."""
    if len(values) < ROUNDS or len(values) != len(baselines):
        raise ValueError(f"at least {ROUNDS} rounds of both are needed")
    return median(value / baseline for value, baseline in zip(values, baselines, strict=True))


def against(
    name: str,
    values: Sequence[float],
    baselines: Sequence[float],
    *,
    unit: str,
    settings: Mapping[str, Any],
    bar: str = "",
    good: Callable[[float, float], bool] | None = None,
) -> Result:
    """A figure against its interleaved baseline; `good`, where there is a bar, is given the ratio and the median."""
    ratio, value = ratio_of(values, baselines), median(values)
    rounds = {"rounds": _rounded(values), "baseline rounds": _rounded(baselines)}
    holds = None if good is None else good(ratio, value)
    return Result(name, value, unit, median(baselines), ratio, bar, holds, {**settings, **rounds})


def void(result: Result, why: str) -> Result:
    """The same where the run proves nothing."""
    return Result(**(asdict(result) | {"holds": None, "settings": result.settings | {"void": why}}))


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that at least this share (0 to 1) of all do not exceed. ValueError where there is none."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("nothing was measured")
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def table(results: Sequence[Result]) -> str:
    """For people to read."""
    head = ("figure", "value", "baseline", "ratio", "unit", "bar", "holds")
    rows = [head, *(_cells(result) for result in results)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def uses(results: Sequence[Result]) -> str:
    """A line for each use of the cores that the results were measured under."""
    said = {
        f"  {name}: " + ", ".join(f"{who} {share:g}" for who, share in shares.items())
        for result in results
        for name, shares in result.settings.items()
        if name.startswith(USE)
    }
    return "".join(f"{line}\n" for line in sorted(said))


def save(results: Sequence[Result], path: Path) -> None:
    """Writes a list of objects, one a figure. Figures of other rows that the file holds already stay."""
    path.parent.mkdir(exist_ok=True)
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    fresh = {result.name for result in results}
    listed = [each for each in kept if each["name"] not in fresh] + [asdict(result) for result in results]
    path.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _cells(result: Result) -> tuple[str, ...]:
    verdict = {True: "yes", False: "NO", None: "void" if "void" in result.settings else "-"}[result.holds]
    return (
        result.name,
        _figure(result.value),
        _figure(result.baseline),
        _figure(result.ratio),
        result.unit,
        result.bar,
        verdict,
    )


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.4g}" if abs(value) < 1000 else f"{value:.0f}"


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(value, 4) for value in values]
