"""What axe, the accessibility checker, finds on the page as it stands."""

from __future__ import annotations

from typing import Any

from axe_selenium_python import Axe

from tests.browser import Stand, until

MOVING = """return document.getAnimations().some(
    (each) => each.playState === "running" && each.effect.getComputedTiming().iterations !== Infinity
)"""
"""Whether something on the page is on its way in: half faded in, its colours are not yet its own."""


def findings(stand: Stand) -> list[str]:
    """What axe finds wrong, one line each."""
    until("everything stands still", lambda: not stand.driver.execute_script(MOVING))
    axe = Axe(stand.driver)
    axe.inject()
    results: dict[str, Any] = axe.run()
    broken = [
        (found["id"], node["target"], node["failureSummary"])
        for found in results["violations"]
        for node in found["nodes"]
    ]
    assert len(results["passes"]) > 10, "axe looked at next to nothing"
    return [f"{rule} {target}: {why}" for rule, target, why in broken]
