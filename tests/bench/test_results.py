"""The arithmetic of the bench: medians within rounds, percentiles, the physical limit, the table and the file."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from tests.bench.machine import Use, cpu_seconds, resident_bytes, share_out, tree_seconds
from tests.bench.results import Result, against, percentile, ratio_of, save, table, uses, void
from tests.bench.rows.staff_burst import physical_seconds


def test_a_ratio_is_taken_within_each_round_before_the_median() -> None:
    # Both swing together from round to round: the medians of either alone would say 1.5.
    assert ratio_of([2.0, 20.0, 3.0], [1.0, 10.0, 2.0]) == 2.0


@pytest.mark.parametrize(("values", "baselines"), [([1.0, 1.0], [1.0, 1.0]), ([1.0] * 3, [1.0] * 4)])
def test_fewer_than_three_rounds_of_both_are_no_figure(values: list[float], baselines: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 3 rounds"):
        ratio_of(values, baselines)


@pytest.mark.parametrize(
    ("share", "expected"), [(0.5, 50.0), (0.99, 99.0), (0.991, 100.0), (1.0, 100.0), (0.001, 1.0), (0.0, 1.0)]
)
def test_a_percentile_is_a_value_that_was_measured(share: float, expected: float) -> None:
    assert percentile((float(number) for number in range(100, 0, -1)), share) == expected


def test_nothing_measured_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        percentile([], 0.5)


@pytest.mark.parametrize(("calls", "seconds"), [(1, 0.0), (20, 0.0), (21, 60.0), (40, 60.0), (41, 120.0), (60, 120.0)])
def test_a_group_takes_twenty_calls_at_once_and_the_next_ones_a_minute_later(calls: int, seconds: float) -> None:
    assert physical_seconds(calls) == seconds


def test_a_figure_holds_by_its_ratio_and_keeps_its_rounds() -> None:
    def good(ratio: float, _value: float) -> bool:
        return ratio <= 1.5

    held = against("cpu", [3.0, 2.8, 3.2], [2.0, 2.0, 2.0], unit="ms", settings={}, bar="<= 1.5 x", good=good)
    assert (held.value, held.baseline, held.ratio, held.holds) == (3.0, 2.0, 1.5, True)
    assert held.settings["rounds"] == [3.0, 2.8, 3.2]
    missed = against("cpu", [3.2, 3.2, 3.2], [2.0, 2.0, 2.0], unit="ms", settings={}, bar="<= 1.5 x", good=good)
    assert missed.holds is False
    assert against("rate", [1.0] * 3, [1.0] * 3, unit="updates/s", settings={}).holds is None


def test_the_table_tells_a_missed_bar_from_a_void_run() -> None:
    missed = Result("start", 2.0, "s", 1.0, 2.0, "<= 1.4 x", holds=False)
    said = table([missed, void(missed, "a core was 95% busy"), Result("rate", 1234.5, "updates/s")]).splitlines()
    assert [line.split()[-1] for line in said[2:]] == ["NO", "void", "-"]
    assert "1234" in said[-1]


def test_who_used_the_cores_is_printed_once() -> None:
    shares = {"bot": 61.0, "postgres": 12.5}
    said = uses([Result(name, 1.0, "ms", settings={"use %": shares, "people": 3}) for name in ("p50", "p99")])
    assert said == "  use %: bot 61, postgres 12.5\n"


def test_the_file_is_a_list_of_figures_and_one_row_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "bench" / "results.json"
    save([Result("start", 2.0, "s"), Result("rate", 9.0, "updates/s", settings={"people": 3})], path)
    save([Result("start", 1.0, "s", 1.0, 1.0, "<= 1.4 x", holds=True)], path)
    kept = {each["name"]: each for each in json.loads(path.read_text(encoding="utf-8"))}
    assert (kept["rate"]["value"], kept["rate"]["settings"]) == (9.0, {"people": 3})
    assert {"name", "value", "baseline", "ratio", "unit", "bar", "holds", "settings"} == kept["start"].keys()
    assert (kept["start"]["value"], kept["start"]["holds"]) == (1.0, True)


def test_a_process_is_measured_from_outside_as_it_measures_itself() -> None:
    mine = os.getpid()
    before, own = cpu_seconds(mine), time.process_time()
    while time.process_time() < own + 0.05:
        pass
    assert cpu_seconds(mine) - before == pytest.approx(time.process_time() - own, abs=0.02)
    assert resident_bytes(mine) > 10_000_000
    assert tree_seconds(mine) >= 0.04
    assert tree_seconds(None) == 0.0


def test_the_cores_are_shared_out_once_and_for_all_rows() -> None:
    usable = os.sched_getaffinity(0)
    try:
        first, again = share_out(), share_out()
        assert first == again
        assert os.sched_getaffinity(0) == {first.others}
        assert (first.subject == first.others) is (len(usable) == 1)
    finally:
        os.sched_setaffinity(0, usable)
        share_out.cache_clear()


def test_the_fuller_core_counts() -> None:
    use = Use(0.5, 0.2, 0.1, {0: 0.55, 1: 0.93})
    assert use.busiest == 0.93
    assert use.facts() == {"bot": 50.0, "simulator": 20.0, "postgres": 10.0, "core 0": 55.0, "core 1": 93.0}
