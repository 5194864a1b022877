"""What axe, the accessibility checker, finds on the page as it stands."""

from __future__ import annotations

from typing import Any

from axe_selenium_python import Axe

from tests.browser import Stand

STAND_STILL = """const still = new CSSStyleSheet();
still.replaceSync("*, ::before, ::after { animation: none !important; transition: none !important; }");
document.adoptedStyleSheets = [still];"""
"""What is on its way in has the colours of its end at once: no notice that comes while axe looks is half faded in."""
MOVE_AGAIN = "document.adoptedStyleSheets = [];"


def findings(stand: Stand) -> list[str]:
    """What axe finds wrong, one line each."""
    stand.driver.execute_script(STAND_STILL)
    try:
        return _findings(stand)
    finally:
        stand.driver.execute_script(MOVE_AGAIN)


def _findings(stand: Stand) -> list[str]:
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
