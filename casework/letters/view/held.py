"""What is held of a person beside name, places, words and files: numbers, forms on their way, what was told of whom."""

from __future__ import annotations

from datetime import timedelta

from casework.forms.filling import answers_of
from casework.letters.sights import HeldForm, HeldSight, OtherLine, OwnCall, OwnForm
from casework.letters.view.form_answers import answer_lines
from casework.letters.view.look import Look
from casework.letters.view.on_behalf import told_line
from db.models import OnBehalf, Person
from db.repositories import calls, files, forms, on_behalf, returns
from rules.forms import FORMS
from rules.local_time import local_date
from rules.phones import spaced


async def held_of(look: Look, person: Person) -> HeldSight:
    """In numbers, for the page and for the question before everything is erased."""
    session = look.uow.session
    kept = timedelta(days=look.catalogue.retention["form"].days)
    return HeldSight(
        phone=person.phone is not None,
        calls=len(await calls.held_of(session, person.id)) + len(await returns.held_of(session, person.id)),
        forms=tuple(
            HeldForm(each.form, len(FORMS[each.form].asked(answers_of(each))), local_date(each.touched_at + kept))
            for each in await forms.of_person(session, person.id)
            if each.form in FORMS
        ),
        others=len(await on_behalf.told_by(session, person.id)),
        told=len(await on_behalf.told_about(session, person.id)),
    )


async def own_calls(look: Look, person: Person) -> tuple[OwnCall, ...]:
    """Whole, for the file: the numbers are the person's own, or they gave them, also to be found by."""
    asked = [
        OwnCall(each.asked_at, spaced(each.phone) if each.phone else None, each.ask_for, each.wish)
        for each in await calls.held_of(look.uow.session, person.id)
    ]
    back = await returns.held_of(look.uow.session, person.id)
    return (*asked, *(OwnCall(each.asked_at, spaced(each.phone or ""), None, None) for each in back))


async def own_forms(look: Look, person: Person) -> tuple[OwnForm, ...]:
    """Every form on its way with its answers."""
    session, today, found = look.uow.session, local_date(look.now), []
    for each in await forms.of_person(session, person.id):
        if each.form in FORMS:
            form, theirs = FORMS[each.form], await files.of_form(session, each.id)
            lines = answer_lines(look.catalogue, form, answers_of(each), person.language, today, theirs)
            found.append(OwnForm(each.form, each.begun_at, tuple(lines)))
    return tuple(found)


async def others_told(look: Look, person: Person) -> tuple[OtherLine, ...]:
    """Whom the person told us of."""
    return tuple([await _line(look, row) for row in await on_behalf.told_by(look.uow.session, person.id)])


async def told_by_others(look: Look, person: Person) -> tuple[OtherLine, ...]:
    """What others told us of the person; who that was stays between them and us."""
    return tuple([await _line(look, row) for row in await on_behalf.told_about(look.uow.session, person.id)])


async def _line(look: Look, row: OnBehalf) -> OtherLine:
    return OtherLine((await look.case(row.case_id)).number, await told_line(look.uow, row))
