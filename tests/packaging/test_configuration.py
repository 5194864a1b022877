"""The settings, their table in the README and .env.example name the same variables with the same defaults."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.settings import load_settings
from tests.house.source_tree import ROOT, read_sources
from tests.packaging.configuration import FOR_COMPOSE, example, read, settings, table


def test_the_example_names_every_setting_with_its_default() -> None:
    named = example(read(ROOT, ".env.example"))
    assert {name: value for name, value in named.items() if name not in FOR_COMPOSE} == settings()
    assert named.keys() >= FOR_COMPOSE


def test_the_readme_names_every_setting_with_its_default() -> None:
    assert table(read(ROOT, "README.md")) == settings()


def test_a_planted_difference_is_seen() -> None:
    text = read(ROOT, ".env.example")
    assert example(text.replace("#HTTP_PORT=8080", "#HTTP_PORT=8081"))["HTTP_PORT"] != settings()["HTTP_PORT"]
    assert "LOG_LEVEL" not in example(text.replace("#LOG_LEVEL=", "#LOGLEVEL: "))
    assert table("| `DRAFT_DAYS` | `15` | x |\n") == {"DRAFT_DAYS": "15"}


def unread(names: Iterable[str], code: str) -> list[str]:
    """Settings whose field no code reads."""
    return [name for name in names if not re.search(rf"settings\.{name.lower()}\b", code)]


def test_every_setting_sets_something() -> None:
    sources = read_sources(ROOT, "bot")
    code = "\n".join(source.text for source in sources if source.path != "bot/settings.py")
    behind_a_property = {"BOT_TOKEN": "token", "KEYS_DIR": "key_file", "BACKUP_DIR": "backup_folder"}
    assert unread([behind_a_property.get(name, name) for name in settings()], code) == []


def test_a_planted_setting_that_sets_nothing_is_caught() -> None:
    assert unread(["DATA_DIR", "MOOD"], "start(settings.data_dir, shown.mood, settings.moods)") == ["MOOD"]


def test_a_copy_of_the_example_means_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in settings():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    plain = load_settings()
    (tmp_path / ".env").write_text(read(ROOT, ".env.example").replace("\n#", "\n# "))
    assert load_settings() == plain


def test_the_example_with_every_line_switched_on_means_the_defaults_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in settings():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    plain = load_settings()
    lines = [f"{name}={value}" for name, value in example(read(ROOT, ".env.example")).items()]
    (tmp_path / ".env").write_text("\n".join(lines))
    assert load_settings() == plain
