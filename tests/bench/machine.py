"""The machine under a run: which core belongs to whom, and what each process used of it."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
OWN_CPU_CLOCK = 2
"""Which clock of a process: the time it was on a core, as getrusage adds it up."""


@dataclass(frozen=True)
class Cores:
    """The core of the process under test, and the one of everything else. The same where there is only one."""

    subject: int
    others: int


@contextmanager
def in_place_of_a_bot(cores: Cores) -> Iterator[None]:
    """For what is measured in this process itself: until the end it works on the core of the process under test, and
    what libraries made is no work for its collector, as in a bot that has started (`bot.lasting`).
    """
    before = os.sched_getaffinity(0)
    gc.collect()
    gc.freeze()
    os.sched_setaffinity(0, {cores.subject})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
        gc.unfreeze()


@cache
def share_out() -> Cores:
    """Keeps this process, and the children it has from now on, off the core of the process under test.

    Done once: asked again, this process would know of its own core only.
    """
    usable = sorted(os.sched_getaffinity(0))
    cores = Cores(usable[0], usable[-1])
    os.sched_setaffinity(0, {cores.others})
    return cores


def cpu_seconds(pid: int) -> float:
    """What a process has used of its core, threads included, since it began."""
    return time.clock_gettime((~pid << 3) | OWN_CPU_CLOCK)


def resident_bytes(pid: int) -> int:
    """The memory that a process holds."""
    return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE


def tree_seconds(pid: int | None) -> float:
    """What a process and its children have used, those that ended included; 0 for None."""
    if pid is None:
        return 0.0
    parent = _stat(pid)
    children = (_stat(int(path.name)) for path in PROC.iterdir() if path.name.isdigit())
    alive = sum(sum(child.used[:2]) for child in children if child.parent == pid)
    return (sum(parent.used) + alive) / TICKS


@dataclass(frozen=True)
class _Stat:
    parent: int
    used: tuple[int, ...]
    """Ticks: user, system, and both of children that ended."""


def _stat(pid: int) -> _Stat:
    try:
        words = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return _Stat(0, (0, 0, 0, 0))
    return _Stat(int(words[1]), tuple(int(word) for word in words[11:15]))


@dataclass(frozen=True)
class Use:
    """Shares of a core, 0 to 1."""

    subject: float
    simulator: float
    postgres: float
    cores: dict[int, float]
    """How busy each core was, whoever used it."""

    @property
    def busiest(self) -> float:
        """The fuller of the cores."""
        return max(self.cores.values())

    def facts(self) -> dict[str, float]:
        """As it stands in the settings of a result, in percent."""
        shares = {"bot": self.subject, "simulator": self.simulator, "postgres": self.postgres}
        shares |= {f"core {number}": share for number, share in self.cores.items()}
        return {name: round(100 * share, 1) for name, share in shares.items()}


@dataclass
class Watch:
    """Watches a span of time: what the process under test, this process and PostgreSQL used."""

    subject: int
    postgres: int | None
    cores: Iterable[int]
    began: float = field(init=False)
    _before: tuple[float, float, float] = field(init=False)
    _cores: dict[int, tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        """Begins."""
        self._before = self._used()
        self._cores = _busy()
        self.began = time.time()

    @property
    def seconds(self) -> float:
        """Of the process under test so far."""
        return cpu_seconds(self.subject) - self._before[0]

    def use(self) -> Use:
        """What was used since it began."""
        passed = time.time() - self.began
        subject, simulator, postgres = (
            (now - before) / passed for now, before in zip(self._used(), self._before, strict=True)
        )
        after = _busy()
        shares = {core: _share(self._cores[core], after[core]) for core in self.cores}
        return Use(subject, simulator, postgres, shares)

    def _used(self) -> tuple[float, float, float]:
        return cpu_seconds(self.subject), time.process_time(), tree_seconds(self.postgres)


def _busy() -> dict[int, tuple[int, int]]:
    """For each core the ticks it was busy and those it had."""
    found = {}
    for line in (PROC / "stat").read_text().splitlines():
        name, *words = line.split()
        if name.startswith("cpu") and name != "cpu":
            ticks = [int(word) for word in words[:8]]
            idle = ticks[3] + ticks[4]
            found[int(name[3:])] = (sum(ticks) - idle, sum(ticks))
    return found


def _share(before: tuple[int, int], after: tuple[int, int]) -> float:
    had = after[1] - before[1]
    return (after[0] - before[0]) / had if had else 0.0
