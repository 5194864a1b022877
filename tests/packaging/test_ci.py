"""What CI runs: the browser if it is missing, then check, tests, tests of the page, stopping at the first failure."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.source_tree import ROOT

FAKE = """#!/bin/sh
echo "$(basename "$0") $*" >> "$CALLS"
case "$(basename "$0") $*" in "$FAILS_AT") exit 1;; esac
"""
# The few real programs that the script stands on.
REAL = ("bash", "basename", "dirname", "sh")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that is the whole PATH, with a browser, and fakes that write down their calls."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in REAL:
        (folder / name).symlink_to(str(shutil.which(name)))
    for name in ("make", "apt-get", "chromium", "chromedriver"):
        plant(folder / name, FAKE)
    plant(folder / "id", "#!/bin/sh\necho 0\n")
    return folder


def plant(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def run_ci(programs: Path, fails_at: str = "nothing") -> tuple[int, list[str]]:
    written = programs.parent / "calls"
    done = subprocess.run(
        [ROOT / ".ci" / "run"],
        cwd="/",
        env={"PATH": str(programs), "CALLS": str(written), "FAILS_AT": fails_at, "CI": "true"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=30,
    )
    return done.returncode, written.read_text().splitlines() if written.exists() else []


def test_the_script_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_check_tests_and_page_run_in_this_order(programs: Path) -> None:
    assert run_ci(programs) == (0, ["make check", "make test", "make test-page"])


def test_a_missing_browser_is_installed_first(programs: Path) -> None:
    (programs / "chromium").unlink()
    (programs / "chromedriver").unlink()
    status, calls = run_ci(programs)
    assert status == 0
    assert calls[:2] == [
        "apt-get update -q",
        "apt-get install -q -y --no-install-recommends chromium chromium-driver",
    ]


def test_only_what_is_missing_is_installed(programs: Path) -> None:
    (programs / "chromedriver").unlink()
    assert run_ci(programs)[1][1].endswith("--no-install-recommends chromium-driver")


@pytest.mark.parametrize("step", ["make check", "make test", "make test-page"])
def test_the_first_failure_stops_it(programs: Path, step: str) -> None:
    status, calls = run_ci(programs, fails_at=step)
    assert status != 0
    assert calls[-1] == step
