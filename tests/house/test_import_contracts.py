"""Each import contract holds over the tree and breaks on a planted import."""

import re
import shutil
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


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Empty packages of the project's names under the project's own contracts."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for file in (*(f"{package}/__init__.py" for package in PACKAGES), *MODULES):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).touch()
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def broken(shown: str) -> list[str]:
    plain = COLOUR.sub("", shown)
    return [line.removesuffix(" BROKEN") for line in plain.splitlines() if line.endswith(" BROKEN")]


def test_the_contracts_hold_in_empty_packages(house: Path) -> None:
    shown = lint(house)
    assert (shown.returncode, broken(shown.stdout)) == (0, []), shown.stdout + shown.stderr


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("rules/__init__.py", "import db", "Imports run one way"),
        ("casework/__init__.py", "import bot.telegram", "Imports run one way"),
        ("bot/telegram/__init__.py", "import bot.middlewares", "Imports run one way"),
        ("handlers/__init__.py", "import scheduler", "Imports run one way"),
        ("scheduler/__init__.py", "import bot.web", "Imports run one way"),
        ("bot/web/__init__.py", "import handlers", "Imports run one way"),
        ("casework/__init__.py", "import bot.clock", "Clock, settings and catalogue"),
        ("handlers/__init__.py", "import bot.settings", "Clock, settings and catalogue"),
        ("bot/telegram/__init__.py", "import bot.catalogue", "Clock, settings and catalogue"),
        ("bot/settings.py", "import handlers", "Clock, settings and catalogue stand apart"),
        ("rules/__init__.py", "import sqlalchemy.orm", "Rules know no"),
        ("rules/__init__.py", "import asyncio", "Rules know no"),
        ("rules/__init__.py", "from time import time", "Rules know no"),
        ("casework/__init__.py", "from aiogram.types import Message", "Acts and the database"),
        ("db/__init__.py", "import aiogram", "Acts and the database"),
        ("handlers/__init__.py", "from sqlalchemy import select", "Conversations know no SQL"),
        ("simulator/__init__.py", "import rules", "The simulator imports none"),
        ("handlers/__init__.py", "import simulator", "Only the command line starts the simulator"),
    ],
)
def test_a_planted_import_breaks_its_contract(house: Path, file: str, line: str, contract: str) -> None:
    (house / file).write_text(f"{line}\n")
    try:
        shown = lint(house)
    finally:
        (house / file).write_text("")
    assert shown.returncode == 1, shown.stdout + shown.stderr
    assert any(name.startswith(contract) for name in broken(shown.stdout)), shown.stdout
