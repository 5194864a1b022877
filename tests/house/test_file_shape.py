"""The tree is the table of contents: files are named by what they hold, and short."""

import pytest

from tests.house.file_shape import HARD_LIMIT, nothing_names, too_long
from tests.house.source_tree import PACKAGES, ROOT, Source, read_sources


def test_every_file_says_what_is_inside() -> None:
    assert nothing_names(read_sources(ROOT, *PACKAGES, "tests")) == []


@pytest.mark.parametrize(
    "path", ["casework/utils.py", "handlers/helpers/names.py", "db/session_manager.py", "bot/Telegram.py"]
)
def test_a_planted_empty_name_is_caught(path: str) -> None:
    assert len(nothing_names([Source(path, "")])) == 1


def test_files_are_short() -> None:
    assert too_long(read_sources(ROOT, *PACKAGES, "tests")) == []


def test_a_planted_long_file_is_caught() -> None:
    assert too_long([Source("rules/all.py", "\n" * (HARD_LIMIT + 1))]) != []
    assert too_long([Source("rules/all.py", "\n" * HARD_LIMIT)]) == []
