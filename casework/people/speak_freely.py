"""The phone is safe again: letters come by themselves and show what they say."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import HELD, show_person
from casework.people.themselves import ready_to_write, themselves
from db.repositories import people


@dataclass(frozen=True, slots=True)
class SpeakFreely:
    """Said by the person."""


@act("person.speak_freely")
async def speak_freely(ctx: Context, data: SpeakFreely) -> None:
    """Takes back silence, cover and the phone that may be searched; what was held leaves now, if it is still true.

    Whoever never agreed is asked for the consent: what identifies may be kept again.
    """
    person = await themselves(ctx)
    person.watched = person.covered = False
    await people.release_held_letters(ctx.uow.session, person.id, HELD)
    ctx.uow.nudge("outbox")
    agreed = await ready_to_write(ctx, person)
    await show_person(ctx, person, kinds.SpeakFreelyScreen() if agreed else kinds.ConsentScreen())
