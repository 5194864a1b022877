"""How a case comes to be, whoever opens it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.cases.history import Event, record
from casework.cases.promises import promised_reply
from casework.cases.words import Words, put_messages, raise_crisis
from casework.context import Context
from casework.danger.alarm import HEARD, raise_alarm
from casework.deadlines.running import happened
from casework.families.one_human import one_human_speaks
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from db.models import Case, Person
from db.models.counted import COUNTED
from db.repositories import cases, staff
from rules.areas import group_for
from rules.cases import State, Turn
from rules.catalogue import CRISIS, OWN_WORDS, CaseMoment
from rules.deadlines import law_by
from rules.identifiers import case_number
from rules.intake import answer_is_ours, intake_kind
from rules.local_time import local_date

TELEGRAM = "telegram"


async def open_case(
    ctx: Context,
    person: Person,
    words: Sequence[Words],
    *,
    service: str = OWN_WORDS,
    intake: str | None = None,
    receipt: bool = True,
    channel: str = TELEGRAM,
    received: datetime | None = None,
) -> Case:
    """Opens a case with these very words: number, dates, what reports count as it is today, topic, receipt.

    `service`: a slug of the catalogue; `intake`: an intake kind, by default the service's. A deadline of law is set
    only where the decision is ours. Of the crisis whoever is on duty hears. Opened by a press, without words, it has no
    receipt: what the person was told at once says it all. `receipt` False: the caller tells them in its own words.
    `channel`: how it came; `received`: when (UTC), by default now: from then on the deadline of law counts, our own
    promise from now on.
    """
    session = ctx.uow.session
    entry = ctx.catalogue.organisations[ctx.rules.organisation]
    organisation = await staff.organisation(session, entry.slug, entry.prefix)
    asked_for, today = ctx.catalogue.services[service], local_date(ctx.now)
    intake, since = intake or intake_kind(asked_for, today), received or ctx.now
    ours, crisis, year = answer_is_ours(asked_for, intake), service == CRISIS, today.year
    number = case_number(entry.prefix, year, await cases.next_number(session, organisation.id, year))
    await staff.hold_groups(session, organisation.id, binding=False)
    groups = await staff.groups_with_areas(session, organisation.id)
    group = group_for(ctx.catalogue, groups, person.registered_hromada, service)
    case = Case(
        number=number,
        organisation_id=organisation.id,
        person_id=person.id,
        state=State.NEW.value,
        turn=Turn.STAFF.value,
        crisis=crisis,
        service=service,
        intake_kind=intake,
        channel=channel,
        **{fact: getattr(person, fact) for fact in COUNTED},
        opened_at=ctx.now,
        reply_by=await promised_reply(ctx, organisation.id, crisis=crisis),
        law_by=law_by(ctx.catalogue, intake, since, organisation=entry.slug) if ours else None,
        waiting_since=ctx.now,
        unread=len(words),
        topic_chat_id=None if ctx.rules.minimal else group,
        brief_chat_id=group if ctx.rules.minimal else None,
    )
    session.add(case)
    await session.flush()
    await raise_crisis(ctx, case, words)
    if crisis and words:
        await raise_alarm(ctx, case, cause=HEARD)
    record(ctx, case, Event.OPENED, messages=len(words), crisis=case.crisis, channel=channel)
    if case.law_by is not None:
        await happened(ctx, case, CaseMoment.RECEIVED, since)
    await show_case(ctx, case)
    await put_messages(ctx, case, person, words)
    if receipt and (words or not crisis):
        await tell_person(ctx, person, kinds.CaseReceived(case.id), case=case, key=str(case.id))
    if ctx.catalogue.services[service].human_only:
        await one_human_speaks(ctx, person, case)
    return case
