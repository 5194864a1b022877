"""What the documents promise, picked out so that it can be compared with what is there."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")


def documents(root: Path) -> list[Path]:
    """All Markdown pages of the project."""
    return [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]


def broken_links(page: Path) -> list[str]:
    """Relative links of the page to files or headings that do not exist."""
    found = []
    for target in map("".join, LINK.findall(page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in headings(there.read_text(encoding="utf-8"))):
            found.append(f"{page.name}: {target}")
    return found


def headings(text: str) -> set[str]:
    """Anchors of a page as GitHub makes them: `## Put it on Telegram` → `put-it-on-telegram`."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def make_targets(text: str) -> set[str]:
    """Targets that a page tells to make."""
    return set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", text, re.MULTILINE))


def bot_commands(text: str) -> set[str]:
    """Subcommands that a page tells to run: `python -m bot staff invite` → `staff`."""
    return set(re.findall(r"python -m bot ([a-z][a-z-]*)", text))


def chat_commands(text: str) -> set[str]:
    """Telegram commands that a page names in backquotes: `/my` → `my`."""
    return set(re.findall(r"`/([a-z_]+)[` ]", text))


def folders_named(text: str) -> set[str]:
    """Top-level folders of the map of folders: rows that begin with `name/` in backquotes."""
    return set(re.findall(r"^\| `([.\w-]+)/` ", text, re.MULTILINE))


def folders_there(paths: Iterable[str]) -> set[str]:
    """Top-level folders of the files that the project keeps."""
    return {path.split("/")[0] for path in paths if "/" in path}


def machine_paths(text: str, allowed: Collection[str] = ()) -> list[str]:
    """Paths that exist on somebody's machine only."""
    found = re.findall(r"(?<![\w.])/(?:home|root|Users|work)/[\w./-]+", text)
    return [path for path in found if path not in allowed]
