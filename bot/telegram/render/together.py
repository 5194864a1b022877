"""Several messages of a person's in one letter, and all of their words for the one who asks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.telegram.callbacks.together import AllWords
from bot.telegram.keyboards import button, grid
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.cases.read_together import WholeWords
from casework.letters.sights import WordsTogether
from rules.splitting import split, units

WHISPER_UNITS = 4096
"""UTF-16 units of one whisper, as Telegram allows."""
LINE_UNITS = 40
"""What a message's number, its moment and the ends of lines need in it."""
MOST_UNITS = WHISPER_UNITS - LINE_UNITS


def words_together(shown: Sequence[WordsTogether], t: Words, *, silent: bool) -> Rendered:
    """What waited too long: the beginning of each message at least, in order."""
    lines = [
        t.get("letter-words-together-edited", number=str(number), text=each.text)
        if each.edited
        else t.get("letter-words-together-line", number=str(number), text=each.text)
        for number, each in enumerate(shown, 1)
    ]
    keyboard = grid([button(t.plain("button-all-words"), AllWords(case=shown[0].case_id))])
    head = t.get("letter-words-together", count=len(shown))
    return Rendered(join([head, *lines]), keyboard=keyboard, silent=silent)


def all_words(shown: Sequence[WholeWords], t: Words) -> list[Rendered]:
    """The same messages as they are now, whole, with when each was written; as many whispers as they need."""
    whispers: list[Rendered] = []
    lines: list[Markup] = []
    room = WHISPER_UNITS
    parts = [(number, each.at, part) for number, each in enumerate(shown, 1) for part in split(each.text, MOST_UNITS)]
    for number, at, part in parts:
        if units(part) + LINE_UNITS > room:
            whispers.append(Rendered(join(lines)))
            lines, room = [], WHISPER_UNITS
        lines.append(t.get("whisper-all-words", number=str(number), at=t.stamp(at), text=part))
        room -= units(part) + LINE_UNITS
    return [*whispers, Rendered(join(lines))]
