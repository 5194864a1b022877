"""The brief card of a case, what was said in it before it came to a desk, and what is taken away where it was."""

from __future__ import annotations

from dataclasses import replace

from casework.cases.due import counts_to_law, due_of
from casework.cases.relay import for_person
from casework.letters import kinds
from casework.letters.sights import Sight, SweepSight
from casework.letters.sights.canned import StaffSaidSight
from casework.letters.sights.desks import BriefSight, TopicLeftSight
from casework.letters.view.files import line_of
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.talk import replied_to
from db.repositories import alarms, cases, files, staff
from rules.cases import State, Turn, Verb, is_open, verbs_in


@view(kinds.desks.BriefCard)
async def _brief(look: Look, letter: kinds.desks.BriefCard) -> Sight | None:
    case = await look.case(letter.case_id)
    if case.brief_chat_id != look.letter.chat_id:
        return None
    entry = look.catalogue.services.get(case.service)
    state, due = State(case.state), due_of(case)
    may = frozenset() if case.merged_into is not None or case.erased_at is not None else verbs_in(state)
    shows = BriefSight(
        case_id=case.id,
        number=case.number,
        crisis=case.crisis,
        area=entry.group[STAFF_LANGUAGE] if entry is not None else case.service,
        state=state,
        turn=Turn(case.turn),
        deadline=due if is_open(state) else None,
        deadline_is_law=counts_to_law(case),
        overdue=due is not None and due < look.now,
        owner=await look.owner(case),
        may_take=Verb.TAKE in may,
        may_reopen=Verb.REOPEN in may,
    )
    alarm = await alarms.standing(look.uow.session, case.id) if case.crisis and is_open(state) else None
    if alarm is not None:
        seen_by = await staff.by_id(look.uow.session, alarm.seen_by) if alarm.seen_by is not None else None
        shows = replace(shows, alarm=True, seen_by=seen_by.work_name if seen_by else None)
    return look.sight(STAFF_LANGUAGE, shows)


@view(kinds.desks.StaffSaidBefore)
async def _said_before(look: Look, letter: kinds.desks.StaffSaidBefore) -> Sight | None:
    session = look.uow.session
    message = await cases.message(session, letter.message_id)
    if message is None or letter.part >= len(parts := for_person(message.text) or ("",)):
        return None
    author, file = await staff.by_id(session, message.author_id), await files.of_message(session, message.id)
    if file is None and not message.text:
        return None
    first = letter.part == 0
    shows = StaffSaidSight(
        author.work_name, parts[letter.part], letter.part, len(parts), line_of(file) if file and first else None
    )
    return look.sight(STAFF_LANGUAGE, shows, reply_to=await replied_to(look, message) if first else None)


@view(kinds.desks.TopicLeft)
async def _topic_left(look: Look, letter: kinds.desks.TopicLeft) -> Sight:
    return look.sight(STAFF_LANGUAGE, TopicLeftSight(letter.thread_id))


@view(kinds.desks.PlaceLeft)
async def _place_left(look: Look, letter: kinds.desks.PlaceLeft) -> Sight:
    return look.sight(STAFF_LANGUAGE, SweepSight(tuple(letter.stand)))
