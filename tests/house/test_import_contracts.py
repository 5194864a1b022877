"""Each import contract holds over the tree and breaks on a planted import."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source_tree import PACKAGES, ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
MODULES = (
    "bot/__main__.py",
    "bot/app.py",
    "bot/catalogue.py",
    "bot/check.py",
    "bot/clock.py",
    "bot/demo.py",
    "bot/exports/__init__.py",
    "bot/middlewares/__init__.py",
    "bot/settings.py",
    "bot/telegram/__init__.py",
    "bot/texts/__init__.py",
    "bot/web/__init__.py",
)
# A package, what a new module in it imports, and how the contract that forbids it begins.
PLANTED = (
    ("rules", "import db", "Imports run one way"),
    ("casework", "import bot.telegram", "Imports run one way"),
    ("bot.telegram", "import bot.middlewares", "Imports run one way"),
    ("handlers", "import scheduler", "Imports run one way"),
    ("scheduler", "import bot.web", "Imports run one way"),
    ("bot.web", "import handlers", "Imports run one way"),
    ("casework", "import bot.clock", "Clock, settings and catalogue are"),
    ("handlers", "import bot.settings", "Clock, settings and catalogue are"),
    ("bot.telegram", "import bot.catalogue", "Clock, settings and catalogue are"),
    ("bot.settings", "import handlers", "Clock, settings and catalogue stand apart"),
    ("rules", "import sqlalchemy.orm", "Rules know no"),
    ("rules", "import asyncio", "Rules know no"),
    ("rules", "from time import time", "Rules know no"),
    ("casework", "from aiogram.types import Message", "Acts and the database"),
    ("db", "import aiogram", "Acts and the database"),
    ("handlers", "from sqlalchemy import select", "Conversations know no SQL"),
    ("simulator", "import rules", "The simulator imports none"),
    ("handlers", "import simulator", "Only the command line starts the simulator"),
)


def build(folder: Path) -> None:
    """Empty packages of the project's names under the project's own contracts."""
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    for file in (*(f"{package}/__init__.py" for package in PACKAGES), *MODULES):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).touch()


def lint(folder: Path) -> tuple[int, str]:
    """Exit code and what is printed, without colours."""
    done = subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, COLOUR.sub("", done.stdout + done.stderr)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is printed over packages in which everything of PLANTED stands at once."""
    folder = tmp_path_factory.mktemp("planted")
    build(folder)
    for number, (package, line, _) in enumerate(PLANTED):
        place = folder / package.replace(".", "/")
        (place / f"planted_{number}.py" if place.is_dir() else place.with_suffix(".py")).write_text(f"{line}\n")
    code, shown = lint(folder)
    assert code == 1, shown
    return shown


def test_the_contracts_hold_over_the_tree() -> None:
    code, shown = lint(ROOT)
    assert code == 0, shown


def test_the_contracts_hold_over_empty_packages(tmp_path: Path) -> None:
    build(tmp_path)
    code, shown = lint(tmp_path)
    assert code == 0, shown


@pytest.mark.parametrize("number", range(len(PLANTED)), ids=lambda number: "-".join(PLANTED[number][:2]))
def test_a_planted_import_breaks_its_contract(report: str, number: int) -> None:
    package, line, contract = PLANTED[number]
    sections = re.split(r"\n(?=[^\n]+\n-{5,}\n)", report.split("Broken contracts")[1])
    (section,) = [section for section in sections if section.startswith(contract)]
    imported = line.split()[1].partition(".")[0]
    assert re.search(rf"{package}(\.planted_{number})? -> {imported}", section), section
