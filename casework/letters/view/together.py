"""The words of a person in a topic: one message, or several that waited too long in one letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casework.cases.relay import for_staff
from casework.letters.sights import PersonMessageSight, Sight, WordsTogether
from casework.letters.view.look import Look
from db.models import Message, Pair
from db.repositories import together
from rules.shortening import shortened
from rules.splitting import units

TOGETHER_UNITS = 3000
"""What the words of one letter have room for, together."""
MOST_TOGETHER = 20
"""So many messages stand in one letter at most: each is to be read at a glance."""
MOST_WHOLE_UNITS = 7000
"""No more than this is shortened in one letter: whoever asks for all of it reads two or three messages."""


def words_of(message: Message, part: int, *, silent: bool = False) -> PersonMessageSight:
    """A part of one message."""
    parts = for_staff(message.text)
    text = parts[part] if part < len(parts) else ""
    return PersonMessageSight(text, part, len(parts), edited=message.revision > 0, silent=silent)


async def words_at(look: Look, message: Message, pair: Pair) -> PersonMessageSight:
    """What is to stand where a part of the message stands: with the others of its letter, where there are any."""
    alone = words_of(message, pair.part)
    beside = await together.carried_by(look.uow.session, pair.chat_id, pair.telegram_message_id)
    if len(beside) <= 1:
        return alone
    first, *others = (words_of(each, 0) for each in beside)
    return _in_one(beside[0].case_id, first, others)


def how_many_join(head: Sight, behind: Sequence[Sight]) -> int:
    """How many of the letters behind the first may stand in one message with it, from the first one on.

    Words that are one short message; a reply to something begins a letter of its own, so that it stands below that.
    """
    if not _is_short(head):
        return 0
    room = MOST_WHOLE_UNITS - _size(head)
    for place, each in enumerate(behind[: MOST_TOGETHER - 1]):
        if each.reply_to is not None or not _is_short(each) or _size(each) > room:
            return place
        room -= _size(each)
    return min(len(behind), MOST_TOGETHER - 1)


def joined(case_id: int, head: Sight, behind: Sequence[Sight]) -> Sight:
    """The first letter with the words of the others, which all may stand with it."""
    first, *others = (each.shows for each in (head, *behind) if isinstance(each.shows, PersonMessageSight))
    return replace(head, shows=_in_one(case_id, first, others))


def _in_one(case_id: int, first: PersonMessageSight, others: Sequence[PersonMessageSight]) -> PersonMessageSight:
    those = [first, *others]
    texts = shortened([each.text for each in those], TOGETHER_UNITS)
    lines = (WordsTogether(case_id, text, each.edited) for text, each in zip(texts, those, strict=True))
    return replace(first, together=tuple(lines))


def _is_short(sight: Sight) -> bool:
    shows = sight.shows
    return isinstance(shows, PersonMessageSight) and shows.parts == 1 and bool(shows.text)


def _size(sight: Sight) -> int:
    return units(sight.shows.text) if isinstance(sight.shows, PersonMessageSight) else 0
