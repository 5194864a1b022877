"""The documents are true: links lead somewhere, commands exist, every folder is on the map."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source_tree import PACKAGES, ROOT
from tests.packaging.configuration import read
from tests.packaging.documents import (
    bot_commands,
    broken_links,
    chat_commands,
    documents,
    folders_named,
    folders_there,
    machine_paths,
    make_targets,
)

PAGES = documents(ROOT)
BOTFATHERS = {"mybots", "newbot", "revoke"}
ALL_TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    assert broken_links(page) == []


def test_a_planted_broken_link_is_caught(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    links = "[a](page.md#here) [b](#here) [c](https://core.telegram.org) [d](gone.md) ![e](#nowhere)"
    page.write_text(f'# Here\n{links}\n<img src="f.png">\n')
    assert broken_links(page) == ["page.md: gone.md", "page.md: #nowhere", "page.md: f.png"]


def test_the_targets_that_are_told_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT, "Makefile"), re.MULTILINE))
    assert make_targets(ALL_TEXT) <= targets
    assert make_targets("`make dance` and\nmake sing\nbut not to make anything") == {"dance", "sing"}


def test_the_subcommands_that_are_told_exist() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    ).stdout
    known = set(re.findall(r"^ {4}([a-z][a-z-]*)(?: |$)", shown, re.MULTILINE))
    assert bot_commands(ALL_TEXT) <= known
    assert "fly" not in known


def test_every_document_is_reached_from_the_index() -> None:
    index = read(ROOT, "docs/index.md")
    pages = [page.relative_to(ROOT / "docs").as_posix() for page in PAGES if page.is_relative_to(ROOT / "docs")]
    assert [page for page in pages if page != "index.md" and f"({page})" not in index] == []


def test_the_map_names_every_folder_and_no_other() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    there = folders_there(listed.stdout.splitlines()) or {path.name for path in ROOT.iterdir() if path.is_dir()}
    assert folders_named(read(ROOT, "README.md")) >= {*PACKAGES, "tests", "docs", "catalogue"}
    assert folders_named(read(ROOT, "README.md")) >= {name for name in there if not name.startswith(".")}
    assert folders_named(read(ROOT, "README.md")) <= {path.name for path in ROOT.iterdir()}


def test_no_page_names_a_path_of_somebodys_machine() -> None:
    assert machine_paths(ALL_TEXT) == []
    assert machine_paths("see /home/olha/bot.txt") == ["/home/olha/bot.txt"]


def test_chat_commands_that_are_told_exist() -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    words += "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "handlers").rglob("*.py"))
    known = set(re.findall(r"[\"']/?([a-z_]+)[\"']", words))
    assert chat_commands(ALL_TEXT) <= known | BOTFATHERS
    assert chat_commands("`/my` and `/bind CODE`") == {"my", "bind"}
