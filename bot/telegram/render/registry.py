"""Kind of letter → the function that words it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.telegram.rendered import Rendered
from bot.texts.wording import Wording, Words
from casework.letters.sights import Sight

Shown = TypeVar("Shown")

RENDERERS: dict[str, Callable[[object, Words], Rendered]] = {}


def shows(
    *kinds: str, of: type[Shown]
) -> Callable[[Callable[[Shown, Words], Rendered]], Callable[[Shown, Words], Rendered]]:
    """Registers the function for these kinds; `of` is the dataclass it words. A kind taken twice is a TypeError."""

    def register(word: Callable[[Shown, Words], Rendered]) -> Callable[[Shown, Words], Rendered]:
        def checked(shown: object, t: Words) -> Rendered:
            if not isinstance(shown, of):
                raise TypeError(f"{'/'.join(kinds)} shows {of.__name__}, not {type(shown).__name__}")
            return word(shown, t)

        for kind in kinds:
            if kind in RENDERERS:
                raise TypeError(f"two functions word {kind}")
            RENDERERS[kind] = checked
        return word

    return register


def render(sight: Sight, wording: Wording) -> Rendered:
    """The letter in its reader's language. KeyError for a kind without words, TypeError for the wrong data."""
    return RENDERERS[sight.kind](sight.shows, wording.to(sight.language))
