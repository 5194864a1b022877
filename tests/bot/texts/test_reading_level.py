"""Every text in every language can be read at the level of a twelve-year-old: of the bot and of its catalogue.

What stands in a text is one word here; test_how_we_speak reads the texts as they are filled.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast

from bot.texts.wording import FOLDER
from rules.languages import LANGUAGES
from tests.bot.texts.reading import WORDS_IN_A_SENTENCE, mean, sentences
from tests.house.source_tree import ROOT

TAG = re.compile(r"<[^>]+>")


def too_hard(texts: dict[str, str]) -> dict[str, float]:
    """The texts whose sentences are too long on average, and how long they are."""
    found = {key: mean(sentences(TAG.sub("", text))) for key, text in texts.items()}
    return {key: size for key, size in found.items() if size > WORDS_IN_A_SENTENCE}


def readings(source: str) -> dict[str, str]:
    """Every message of a Fluent file in every way in which it can be read: `key` or `key.attribute`, and the way."""
    found = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Message | ast.Term):
            patterns = {entry.id.name: entry.value} | {
                f"{entry.id.name}.{each.id.name}": each.value for each in entry.attributes
            }
            for key, pattern in patterns.items():
                for way in range(_ways(pattern)):
                    found[f"{key} ({way})"] = _read(pattern, way)
    return found


def _selects(pattern: ast.Pattern | None) -> Iterator[ast.SelectExpression]:
    for each in pattern.elements if pattern else ():
        if isinstance(each, ast.Placeable) and isinstance(each.expression, ast.SelectExpression):
            yield each.expression
            for variant in each.expression.variants:
                yield from _selects(variant.value)


def _ways(pattern: ast.Pattern | None) -> int:
    return max((len(each.variants) for each in _selects(pattern)), default=1)


def _read(pattern: ast.Pattern | None, way: int) -> str:
    parts = []
    for each in pattern.elements if pattern else ():
        if isinstance(each, ast.TextElement):
            parts.append(each.value)
        elif isinstance(each.expression, ast.SelectExpression):
            variants = each.expression.variants
            parts.append(_read(variants[min(way, len(variants) - 1)].value, way))
        else:
            parts.append("слово")
    return "".join(parts)


def in_languages(found: Any, where: str) -> Iterator[tuple[str, str]]:
    """Every text of a catalogue file that is there in our languages, and where it stands."""
    if isinstance(found, dict):
        if found.keys() == set(LANGUAGES):
            yield from ((f"{where} {language}", text) for language, text in found.items())
        else:
            named = f"{where} {found['slug']}" if "slug" in found else where
            for key, inside in found.items():
                yield from in_languages(inside, f"{named} {key}")
    elif isinstance(found, list):
        for inside in found:
            yield from in_languages(inside, where)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.ftl")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_text_of_the_bot_has_short_sentences(path: Path) -> None:
    texts = readings(path.read_text(encoding="utf-8"))
    assert texts
    assert too_hard(texts) == {}


@pytest.mark.parametrize("path", sorted((ROOT / "catalogue").glob("*.toml")), ids=lambda path: path.stem)
def test_every_text_of_the_catalogue_has_short_sentences(path: Path) -> None:
    assert too_hard(dict(in_languages(tomllib.loads(path.read_text(encoding="utf-8")), path.stem))) == {}


LONG = "слово " * 15


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        (f"hard = {LONG}", ["hard (0)"]),
        (f"plain = слово\n    .hard = {LONG}", ["plain.hard (0)"]),
        (f"one = {{ $n ->\n    [one] слово\n   *[other] {LONG}\n}}", ["one (1)"]),
        (f"deep = {{ $n ->\n   *[a] {{ $m ->\n        [x] слово\n       *[y] {LONG}\n    }}\n}}", ["deep (1)"]),
        ("short = Слово. { $n } слово?\n    Ще рядок", []),
    ],
)
def test_a_planted_long_sentence_is_caught(source: str, keys: list[str]) -> None:
    assert list(too_hard(readings(source))) == keys


def test_a_planted_long_sentence_of_the_catalogue_is_caught() -> None:
    planted = {"end": [{"slug": "x", "text": {"uk": LONG, "en": "short"}}, {"slug": "y", "name": "code"}]}
    assert list(too_hard(dict(in_languages(planted, "life")))) == ["life end x text uk"]
