"""What is held of a person beside name, places, words and files: numbers, forms on their way, what was told of whom."""

from __future__ import annotations

from datetime import timedelta

from casework.forms.filling import answers_of
from casework.forms.which import call_of, form_of, is_known
from casework.letters.sights import HeldForm, HeldSight, OtherLine, OwnCall, OwnForm, SaidLine
from casework.letters.sights.shared import OwnTransferLine, SharedLine
from casework.letters.view.applications import sent_lines
from casework.letters.view.form_answers import answer_lines
from casework.letters.view.later import later_lines
from casework.letters.view.look import Look
from casework.letters.view.on_behalf import told_line
from casework.transfers.values import frozen
from db.models import FormDraft, OnBehalf, Person
from db.repositories import (
    applications,
    appointments,
    calls,
    events,
    files,
    forms,
    on_behalf,
    providers,
    reminders,
    returns,
    staff,
    transfers,
)
from rules.local_time import local_date
from rules.phones import spaced
from rules.recreation.forms import RECREATION
from rules.recreation.later import LATER
from rules.transfers import TransferState


async def held_of(look: Look, person: Person) -> HeldSight:
    """In numbers, for the page and for the question before everything is erased."""
    session = look.uow.session
    kept = timedelta(days=look.catalogue.retention["form"].days)
    return HeldSight(
        phone=person.phone is not None,
        calls=len(await calls.held_of(session, person.id)) + len(await returns.held_of(session, person.id)),
        forms=tuple(
            [
                await _form_held(look, each, kept)
                for each in await forms.of_person(session, person.id)
                if is_known(each.form)
            ]
        ),
        applications=len(await applications.of_person(session, person.id)),
        others=len(await on_behalf.told_by(session, person.id)),
        transfers=len(await transfers.of_person(session, person.id)),
        reminders=len(await reminders.own_words(session, person.id)),
        told=len(await on_behalf.told_about(session, person.id)),
        meetings=len(await own_meetings(look, person)),
    )


async def _form_held(look: Look, draft: FormDraft, kept: timedelta) -> HeldForm:
    """An application is kept at least as long as it can be sent."""
    form, until = await form_of(look.uow.session, draft), local_date(draft.touched_at + kept)
    if draft.application_id is not None:
        application = await applications.by_id(look.uow.session, draft.application_id)
        assert application is not None, "such a draft goes with its application"
        until = max(until, (await call_of(look.uow.session, application)).terms.closes)
    return HeldForm(draft.form, len(form.asked(answers_of(draft))), until)


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
        if is_known(each.form):
            form, theirs = await form_of(session, each), await files.of_form(session, each.id)
            lines = answer_lines(look.catalogue, form, answers_of(each), person.language, today, theirs)
            found.append(OwnForm(each.form, each.begun_at, tuple(lines)))
    return (*found, *await _own_applications(look, person))


async def _own_applications(look: Look, person: Person) -> list[OwnForm]:
    """What was sent of the recreation programme, each answer as it was given."""
    found = []
    for each in await applications.of_person(look.uow.session, person.id):
        lines = await sent_lines(look.uow, look.catalogue, each, person.language)
        if lines and each.filed_at is not None:
            found.append(OwnForm(RECREATION, each.changed_at or each.filed_at, tuple(lines)))
            later = await later_lines(look.uow, look.catalogue, each, person.language)
            if later:
                found.append(OwnForm(LATER, each.filed_at, tuple(later)))
    return found


async def own_reminders(look: Look, person: Person) -> tuple[SaidLine, ...]:
    """Of what the person wanted to be reminded, and when."""
    held = await reminders.own_words(look.uow.session, person.id)
    return tuple(SaidLine(each.due_at, None, each.words or "") for each in held)


async def own_meetings(look: Look, person: Person) -> tuple[SaidLine, ...]:
    """Whom the person met or meets, where, and for which events they signed up."""
    session = look.uow.session
    met = await appointments.all_of_person(session, person.id)
    names = await staff.work_names(session, [each.staff_id for each in met])
    lines = [SaidLine(each.starts_at or each.made_at, names[each.staff_id], each.place or "") for each in met]
    signed = await events.all_of_person(session, person.id)
    return (*lines, *(SaidLine(at.starts_at, None, event.title or "") for _, at, event in signed))


async def others_told(look: Look, person: Person) -> tuple[OtherLine, ...]:
    """Whom the person told us of."""
    return tuple([await _line(look, row) for row in await on_behalf.told_by(look.uow.session, person.id)])


async def told_by_others(look: Look, person: Person) -> tuple[OtherLine, ...]:
    """What others told us of the person; who that was stays between them and us."""
    return tuple([await _line(look, row) for row in await on_behalf.told_about(look.uow.session, person.id)])


async def _line(look: Look, row: OnBehalf) -> OtherLine:
    return OtherLine((await look.case(row.case_id)).number, await told_line(look.uow, row))


async def own_transfers(look: Look, person: Person, *, case_id: int | None = None) -> tuple[OwnTransferLine, ...]:
    """What was handed over of the person's cases, or is to be; `case_id`: of this one. Who reads over their shoulder
    learns neither what nor to whom.
    """
    rows = await transfers.of_person(look.uow.session, person.id)
    known = await providers.of_ids(look.uow.session, [row.provider_id for row, _ in rows])
    return tuple(
        OwnTransferLine(
            row.id,
            case.number,
            "" if person.discreet and case_id is not None else known[row.provider_id].name,
            TransferState(row.state),
            tuple(SharedLine(item, value) for item, value in frozen(row).items()) if case_id is None else (),
        )
        for row, case in rows
        if case_id in (None, case.id)
    )
