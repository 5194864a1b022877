"""Whatever a person writes, wherever it goes: words that sound like danger bring the hotlines first."""

from __future__ import annotations

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from db.models import Person
from rules.danger import sounds_dangerous


async def hear(ctx: Context, person: Person, words: str) -> bool:
    """Sends the hotlines where the words sound dangerous; returns whether they do."""
    if not sounds_dangerous(words, ctx.catalogue.danger):
        return False
    await tell_person(ctx, person, kinds.Hotlines(heard=True))
    return True
