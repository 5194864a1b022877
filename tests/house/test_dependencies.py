"""What is imported is declared: nothing works only because something else happened to bring it along."""

import tomllib
from importlib.metadata import packages_distributions

from tests.house.dependencies import requirement_name, undeclared
from tests.house.source_tree import PACKAGES, ROOT, Source, read_sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = [requirement_name(line) for line in PROJECT["dependencies"]]
FOR_TESTS = [requirement_name(line) for line in PROJECT["optional-dependencies"]["dev"]]
# Two distributions share the package `fluent`, so that its name alone does not tell which is meant.
PROVIDERS = {
    **packages_distributions(),
    "fluent.runtime": ["fluent.runtime"],
    "fluent.syntax": ["fluent.syntax"],
}


def test_what_the_bot_imports_is_declared() -> None:
    assert undeclared(read_sources(ROOT, *PACKAGES), NEEDED, PROVIDERS) == []


def test_what_the_tests_import_is_declared() -> None:
    assert undeclared(read_sources(ROOT, "tests"), [*NEEDED, *FOR_TESTS], PROVIDERS) == []


def test_a_planted_import_of_something_undeclared_is_caught() -> None:
    text = "import aiogram\nimport magic_filter\nfrom fluent.syntax import ast\n"
    declared = [name for name in NEEDED if name != "fluent-syntax"]
    assert undeclared([Source("bot/app.py", text)], declared, PROVIDERS) == [
        "bot/app.py:2: magic_filter is not declared in pyproject.toml",
        "bot/app.py:3: fluent.syntax is not declared in pyproject.toml",
    ]
