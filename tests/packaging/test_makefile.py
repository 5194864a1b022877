"""`make` needs nothing but Python, fails when its tools fail and tells what it left out."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.source_tree import ROOT

TARGETS = (
    "help",
    "demo",
    "run",
    "test",
    "test-page",
    "chaos",
    "slow",
    "bench",
    "check",
    "screens",
    "pictures",
    "lock",
    "clean",
)
FAKE_TOOL = """#!/bin/sh
echo "$(basename "$0") $*" >> "$(dirname "$0")/calls"
case "$(basename "$0") $*" in *"$FAILS_AT"*) exit 1;; esac
exit 0
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The Makefile with empty locks and a virtual environment whose Python only writes down what it was asked."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / lock).touch()
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "ruff", "mypy", "lint-imports", "ftl", "uv"):
        (programs / name).write_text(FAKE_TOOL)
        (programs / name).chmod(0o755)
    for language in ("uk", "en"):
        (tmp_path / "bot" / "texts" / language).mkdir(parents=True)
        for name in ("cases", "people"):
            (tmp_path / "bot" / "texts" / language / f"{name}.ftl").write_text(f"{name} = {language}\n")
    return tmp_path


def make(project: Path, *words: str, fails_at: str = "nowhere") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "-C", str(project), "--no-print-directory", *words],
        env={**environment, "FAILS_AT": fails_at},
        capture_output=True,
        text=True,
        timeout=60,
    )


def calls(project: Path) -> list[str]:
    written = project / ".venv" / "bin" / "calls"
    return written.read_text().splitlines() if written.exists() else []


def test_make_alone_lists_every_target(project: Path) -> None:
    shown = make(project)
    assert shown.returncode == 0
    assert [line.split()[1] for line in shown.stdout.splitlines()] == list(TARGETS)


def test_packages_are_installed_by_hash_once_and_again_when_the_lock_changes(project: Path) -> None:
    assert make(project, "demo").returncode == 0
    assert make(project, "demo").returncode == 0
    installs = [call for call in calls(project) if "pip install" in call]
    assert len(installs) == 1
    assert "--require-hashes -r requirements.lock" in installs[0]
    later = (project / ".venv" / "ready").stat().st_mtime + 10
    os.utime(project / "requirements.lock", (later, later))
    assert make(project, "demo").returncode == 0
    assert len([call for call in calls(project) if "pip install" in call]) == 2


def test_an_installation_that_failed_is_tried_again(project: Path) -> None:
    assert make(project, "test", fails_at="pip install").returncode != 0
    assert make(project, "test").returncode == 0
    assert len([call for call in calls(project) if "pip install" in call]) == 2


def test_tests_end_with_one_line_on_what_was_left_out(project: Path) -> None:
    shown = make(project, "test")
    assert shown.returncode == 0
    assert shown.stdout.splitlines()[-1] == (
        "not run here: the tests of the page in a browser (make test-page), chaos at length (make chaos)"
    )


def test_what_is_not_run_side_by_side_is_run_alone(project: Path) -> None:
    assert make(project, "test").returncode == 0
    side_by_side, alone = [call for call in calls(project) if "pytest" in call]
    assert "-n auto" in side_by_side
    assert "-n" not in alone.split()
    left_out = re.findall(r"--ignore=(\S+)", side_by_side)
    assert left_out
    assert alone.split()[-len(left_out) :] == left_out
    assert all((ROOT / folder).is_dir() for folder in left_out)


@pytest.mark.parametrize("target", ["test", "test-page", "chaos", "slow"])
def test_a_failing_test_fails_the_target(project: Path, target: str) -> None:
    shown = make(project, target, fails_at="pytest")
    assert shown.returncode != 0
    assert "not run here" not in shown.stdout
    assert "pytest" in calls(project)[-1]


def test_check_asks_every_tool(project: Path) -> None:
    assert make(project, "check").returncode == 0
    assert [call for call in calls(project) if "pip install" not in call] == [
        "ruff check .",
        "ruff format --check .",
        "mypy bot handlers scheduler casework db rules simulator tests",
        "lint-imports ",
        "ftl check",
        "python -m pytest -q tests/db/test_migrations.py",
    ]
    assert (project / ".cache" / "words" / "uk" / "_default.ftl").read_text() == "cases = uk\npeople = uk\n"


@pytest.mark.parametrize("tool", ["ruff check", "ruff format", "mypy", "lint-imports", "ftl check", "pytest"])
def test_a_complaining_tool_fails_the_check(project: Path, tool: str) -> None:
    assert make(project, "check", fails_at=tool).returncode != 0
    assert tool in calls(project)[-1]


def test_addresses_and_ports_can_be_chosen(project: Path) -> None:
    make(project, "demo", "PORT=9123", "HOST=0.0.0.0")
    assert any("-m bot demo" in call and "9123" in call and "0.0.0.0" in call for call in calls(project))


def test_a_bench_runs_one_row_or_all(project: Path) -> None:
    make(project, "bench")
    assert calls(project)[-1].rstrip() == "python -m tests.bench"
    make(project, "bench", "ROW=latency")
    assert calls(project)[-1] == "python -m tests.bench latency"


def test_an_old_python_is_refused_in_one_line(project: Path) -> None:
    shutil.rmtree(project / ".venv")
    old = project / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    shown = make(project, "demo", f"PYTHON={old}")
    assert shown.returncode != 0
    assert shown.stderr.splitlines()[0].startswith("Python 3.11 to 3.14 is needed")


def test_cleaning_keeps_data_keys_and_settings(project: Path) -> None:
    kept = [project / ".data" / "__pycache__", project / ".keys", project / ".mypy_cache"]
    for folder in kept:
        folder.mkdir(parents=True)
    (project / ".env").touch()
    shutil.rmtree(project / "bot")
    assert make(project, "clean").returncode == 0
    assert {path.name for path in project.iterdir()} == {
        ".data", ".env", ".keys", "Makefile", "requirements-dev.lock", "requirements.lock",
    }  # fmt: skip
    assert (project / ".data" / "__pycache__").exists()
