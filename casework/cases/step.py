"""«Стан»: the next state of a case, a letter that tells the person, and a note for colleagues, in one step."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.matters import OF_STEPS
from casework.awaited.signs import let_go
from casework.awaited.want import want_sign
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.errors import AnswerFirst, CaseClosed, Stale
from casework.letters import kinds
from casework.letters.sights import StepSight
from casework.letters.view.steps import step_sight
from casework.letters.write import show_case, tell_person
from casework.notes.writing import Note, require_words, write_note
from casework.talk.waiting import behind_until
from db.models import Case
from db.repositories import people
from rules.cases import STEPS, Need, State, Verb, after, is_open, needs, verbs_in
from rules.catalogue import Catalogue, Provider

EVENTS = {
    Verb.ASSESS: Event.ASSESSING,
    Verb.PLAN: Event.PLANNED,
    Verb.START: Event.STARTED,
    Verb.WAIT_PERSON: Event.WAITING_PERSON,
    Verb.WAIT_PROVIDER: Event.WAITING_PROVIDER,
    Verb.RESOLVE: Event.RESOLVED,
}
"""The steps of this act; closing and refusing are acts of their own."""
OTHERS = (Provider.HROMADA, Provider.NGO, Provider.STATE)
"""For whose answer a case may wait."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Where a case stands, what may come next, in the order of a case's way."""

    state: State
    verbs: tuple[Verb, ...]


@dataclass(frozen=True, slots=True)
class AskStep:
    """The case whose «Стан» was pressed."""

    case_id: int


@act("case.ask_step")
async def ask_step(ctx: Context, data: AskStep) -> Steps:
    """What the one who asks may choose from. CaseClosed where nothing is left; TakeFirst where nobody has it."""
    case = await seen(ctx, data.case_id, "case.ask_step")
    if case.closed_at is not None:
        raise CaseClosed
    possible = verbs_in(State(case.state), crisis=case.crisis)
    return Steps(State(case.state), tuple(verb for verb in STEPS if verb in possible))


@dataclass(frozen=True, slots=True)
class LookAtStep:
    """A step before it is done. `given`: an outcome, or whose answer is waited for; empty where nothing is needed."""

    case_id: int
    verb: Verb
    given: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The letter as the person would get it, in their language, and whether it may be left out."""

    letter: StepSight | None
    """None where the person has no Telegram."""
    language: str
    may_skip: bool


@act("case.look_at_step")
async def look_at_step(ctx: Context, data: LookAtStep) -> Preview:
    """What goes to the person. Stale where the step has no place, or what is given with it does not fit."""
    case = await seen(ctx, data.case_id, "case.look_at_step")
    _require(ctx.catalogue, case, data.verb, data.given)
    person = await people.by_id(ctx.uow.session, case.person_id)
    reached = after(data.verb, State(case.state), crisis=case.crisis)
    letter = step_sight(ctx.catalogue, case, person, reached, data.given)
    tellable = person.telegram_id is not None
    return Preview(letter if tellable else None, person.language, not (tellable and _must_answer(case, data.verb)))


@dataclass(frozen=True, slots=True)
class Step:
    """A step. `letter`: whether the person is told; `note`: for colleagues only."""

    case_id: int
    verb: Verb
    given: str = ""
    letter: bool = False
    note: Note | None = None


@act("case.step")
async def step(ctx: Context, data: Step) -> Case:
    """State, letter and note together.

    Stale where the step has no place, or what is given with it does not fit; CaseClosed; AnswerFirst where the person
    waits for us, the turn would pass from us, and they are told nothing; EmptyNote.
    """
    case = await locked(ctx, data.case_id, "case.step")
    _require(ctx.catalogue, case, data.verb, data.given)
    person = await people.by_id(ctx.uow.session, case.person_id)
    require_words(data.note)
    answers = _must_answer(case, data.verb)
    if answers and not data.letter and person.telegram_id is not None:
        raise AnswerFirst
    move(case, data.verb)
    await let_go(ctx, case, OF_STEPS)
    _keep(case, data)
    if answers:
        # A human chose these words and saw them: that is the answer that was waited for.
        case.waiting_since, case.unread = None, 0
        case.first_answered_at = case.first_answered_at or ctx.now
    record(ctx, case, EVENTS[data.verb], given=data.given or None, letter=data.letter)
    if data.note is not None:
        write_note(ctx, case, data.note)
    if data.letter:
        letter = kinds.CaseStep(case.id, case.state)
        if await tell_person(ctx, person, letter, case=case, not_before=await behind_until(ctx, case)):
            await want_sign(ctx, case, person, letter)
    await show_case(ctx, case)
    return case


def given_for(catalogue: Catalogue, verb: Verb) -> tuple[str, ...]:
    """What may be given with a step: slugs of outcomes, or kinds of offices; empty where nothing is needed."""
    wanted = needs(verb)
    if Need.OUTCOME in wanted:
        return tuple(catalogue.offered_outcomes())
    if Need.PROVIDER in wanted:
        return tuple(each.value for each in OTHERS)
    return ()


def _require(catalogue: Catalogue, case: Case, verb: Verb, given: str) -> None:
    if verb not in EVENTS:
        raise Stale
    if verb not in verbs_in(State(case.state), crisis=case.crisis):
        raise (Stale() if is_open(State(case.state)) else CaseClosed())
    fitting = given_for(catalogue, verb)
    if given not in (fitting or ("",)):
        raise Stale


def _must_answer(case: Case, verb: Verb) -> bool:
    return Need.ANSWER in needs(verb) and case.waiting_since is not None


def _keep(case: Case, data: Step) -> None:
    if Need.OUTCOME in needs(data.verb):
        case.result = data.given
    if Need.PROVIDER in needs(data.verb):
        case.provider = data.given
