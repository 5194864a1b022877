"""One case as its person sees it, and what can be said about our work on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TypedDict

from casework.cases.history import FOR_THE_PERSON
from casework.cases.relay import SPAM
from casework.complaints.numbers import number_of
from casework.complaints.reviewers import STAFF_ROLES
from casework.letters import kinds
from casework.letters.sights import FileLine, MyCaseSight, Sight, TimelineLine, WaitingComplaint
from casework.letters.view.applications import application_of
from casework.letters.view.files import line_of
from casework.letters.view.held import own_transfers
from casework.letters.view.look import Look, view
from casework.letters.view.on_behalf import may_be_for_another
from casework.letters.view.screens import own_line
from casework.letters.view.to_person import decision_of, number_sight
from casework.letters.view.wanted import wanted_by
from db.models import Case, CaseEvent, Person
from db.repositories import cases, complaints, documents, files, people, staff, ties
from rules.cases import State, Verb, may_reopen, reopen_by, verbs_in

TIMELINE = 12
ONE_MOMENT = timedelta(minutes=1)


@view(kinds.MyCaseScreen)
async def _my_case(look: Look, letter: kinds.MyCaseScreen) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    if case.person_id != person.id:
        return None
    bare = case.crisis or person.human_only or person.discreet
    result = case.result or ""
    outcome = None if bare else look.catalogue.outcomes.get(result) or look.catalogue.refusals.get(result)
    shows = MyCaseSight(
        case=await own_line(look, case, person),
        outcome=outcome.plain[person.language] if outcome else None,
        law_by=case.law_by,
        overdue=await look.late(case),
        timeline=(await timeline(look, case))[-TIMELINE:],
        may=_persons_verbs(look, case),
        reopen_by=reopen_by(case.closed_at) if case.closed_at else None,
        family_lines=person.human_only,
        for_another=await may_be_for_another(look.uow, person, case),
        call_by=await wanted_by(look, case),
        messages=await people.count_messages(look.uow.session, [case.id]),
        complaints=await _waiting_complaints(look, case),
        may_complain=case.erased_at is None,
        goes_on_in=await _goes_on_in(look, case),
        application=await application_of(look, case, person),
        missing=0 if case.closed_at is not None else await documents.count_missing(look.uow.session, case.id),
        transfers=await own_transfers(look, person, case_id=case.id),
        **await decision_of(look, case, person),
        **await _files(look, person, case),
    )
    return look.sight(person.language, shows)


async def _goes_on_in(look: Look, case: Case) -> str | None:
    if case.merged_into is None:
        return None
    return (await look.case(await ties.onward(look.uow.session, case.id))).number


class _Files(TypedDict):
    """What stands beside the words of a case, by who sent it."""

    files: tuple[FileLine, ...]
    files_of_staff: tuple[FileLine, ...]


async def _files(look: Look, person: Person, case: Case) -> _Files:
    """With their own names, but for a phone that somebody else may read: a name tells much."""
    theirs: list[FileLine] = []
    ours: list[FileLine] = []
    for file, author_kind in await files.of_both_sides(look.uow.session, case.id):
        (theirs if author_kind == "person" else ours).append(line_of(file, named=not person.discreet))
    return _Files(files=tuple(theirs), files_of_staff=tuple(ours))


async def timeline(look: Look, case: Case) -> tuple[TimelineLine, ...]:
    """What happened, as its person may know it, with the work names of staff; oldest first.

    What happened several times within a minute (an album) stands there once.
    """
    lines: list[TimelineLine] = []
    for event in await cases.events(look.uow.session, case.id):
        again = lines and lines[-1].event == event.kind and event.at - lines[-1].at < ONE_MOMENT
        if event.kind in FOR_THE_PERSON and not again:
            lines.append(TimelineLine(event.at, event.kind, await _who(look, event)))
    return tuple(lines)


async def _who(look: Look, event: CaseEvent) -> str | None:
    if event.actor_id is None or event.actor_kind not in STAFF_ROLES:
        return None
    return (await staff.by_id(look.uow.session, event.actor_id)).work_name


async def _waiting_complaints(look: Look, case: Case) -> tuple[WaitingComplaint, ...]:
    prefix = (await look.entry(case)).prefix
    return tuple(
        WaitingComplaint(number_of(prefix, each), each.answer_by, overdue=each.answer_by < look.now)
        for each in await complaints.of_case(look.uow.session, case.id)
        if each.answered_at is None and each.words is not None
    )


def _persons_verbs(look: Look, case: Case) -> frozenset[Verb]:
    verbs = verbs_in(State(case.state)) & {Verb.ADD_WORDS, Verb.WITHDRAW, Verb.REOPEN}
    if case.erased_at is not None or (case.closed_at is not None and not may_reopen(case.closed_at, look.now)):
        verbs -= {Verb.REOPEN}
    if case.result == SPAM or case.merged_into is not None:
        verbs -= {Verb.REOPEN}
    return frozenset(verbs)


@view(kinds.RatedScreen)
async def _rated(look: Look, letter: kinds.RatedScreen) -> Sight:
    return await number_sight(look, letter.case_id)


@view(kinds.RatingWordsScreen)
async def _rating_words(look: Look, letter: kinds.RatingWordsScreen) -> Sight:
    return await number_sight(look, letter.case_id)


@view(kinds.RatingWordsKeptScreen)
async def _rating_words_kept(look: Look, letter: kinds.RatingWordsKeptScreen) -> Sight:
    return await number_sight(look, letter.case_id)
