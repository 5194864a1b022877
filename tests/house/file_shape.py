"""Rules about files as such: their names and their length."""

import re
from collections.abc import Iterable

from tests.house.source_tree import Source

HARD_LIMIT = 350
NAMES_THAT_SAY_NOTHING = frozenset({"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"})
MODULE_NAME = re.compile(r"[a-z][a-z0-9_]*|__[a-z]+__")
MIGRATION_NAME = re.compile(r"\d{4}_[a-z0-9_]+")


def nothing_names(sources: Iterable[Source]) -> list[str]:
    """Files and folders whose name does not say what is in them."""
    return [
        f"{source.path}: '{word}' does not say what is inside"
        for source in sources
        for word in source.path.removesuffix(".py").split("/")
        if NAMES_THAT_SAY_NOTHING.intersection(word.split("_")) or not _is_a_name(word, source.path)
    ]


def _is_a_name(word: str, path: str) -> bool:
    if "/migrations/versions/" in path and MIGRATION_NAME.fullmatch(word):
        return True
    return MODULE_NAME.fullmatch(word) is not None


def too_long(sources: Iterable[Source]) -> list[str]:
    """Files over the hard limit of lines."""
    return [
        f"{source.path}: {lines} lines, {HARD_LIMIT} at most"
        for source in sources
        if (lines := source.text.count("\n")) > HARD_LIMIT
    ]
