"""One named human speaks with a person, and nothing automatic does."""

from __future__ import annotations

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_desk
from db.models import Case, Person
from db.repositories import staff


async def one_human_speaks(ctx: Context, person: Person, case: Case) -> None:
    """From now on one named human speaks with the person; leads hear at once that somebody is wanted, where nobody has
    the case. What the machine says by itself is refused by `letters.write`; a person who chose it themselves is shown
    the official lines. Nothing new for a person of whom this is known.

    The flag says how we behave, not why: the reason stands in no column of the person's (docs/decisions/0019).
    """
    if not person.human_only:
        person.human_only = True
        record(ctx, case, Event.ONE_HUMAN)
    if ctx.actor.id == person.id and not ctx.actor.is_staff:
        await show_person(ctx, person, kinds.FamilyLinesScreen(), slot="family-lines")
    if case.owner_id is None:
        for member in await staff.leads(ctx.uow.session, case.organisation_id):
            letter = kinds.OneHumanWanted(member.id, case.id)
            await tell_desk(ctx, member, letter, case=case, key=f"{case.id}:{member.id}")
    await show_case(ctx, case)
