"""Help is refused: only for a reason of law, after a second look, never to somebody in danger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.act import act
from casework.awaited.want import want_sign
from casework.cases.access import locked
from casework.cases.ending import end
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, LookAgain, ReferInstead, Stale, TalkFirst
from casework.letters import kinds
from casework.letters.sights import RefusedSight
from casework.letters.view.steps import refusal_sight
from casework.letters.write import show_case, tell_person
from casework.notes.writing import Note, require_words, write_note
from casework.talk.waiting import behind_until
from db.models import Case, Person
from db.repositories import cases, documents, people
from rules.cases import State, Verb, verbs_in
from rules.documents import LACKING


@dataclass(frozen=True, slots=True)
class AskReason:
    """The case in which help may have to be refused."""

    case_id: int


@act("case.ask_reason")
async def ask_reason(ctx: Context, data: AskReason) -> Mapping[str, str]:
    """The reasons of law by their code, named for staff. Stale where it can't be refused: in danger, or before needs
    were assessed (Law 2671-VIII, art. 24).
    """
    _require_refusable(await locked(ctx, data.case_id, "case.ask_reason"))
    return {code: reason.name["uk"] for code, reason in ctx.catalogue.refusals.items()}


@dataclass(frozen=True, slots=True)
class LookAtRefusal:
    """The first of two steps. `reason`: a code of the catalogue's refusals."""

    case_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class RefusalPreview:
    """The letter as the person would get it, in their language."""

    letter: RefusedSight
    language: str


@act("case.look_at_refusal")
async def look_at_refusal(ctx: Context, data: LookAtRefusal) -> RefusalPreview:
    """What the person would read; that it was looked at is written down, and nothing goes out.

    TalkFirst where a document is missing and nobody talked about it since it was asked for; Stale as `ask_reason`, and
    for an unknown reason; ReferInstead where others help: then the case is passed on.
    """
    case = await locked(ctx, data.case_id, "case.look_at_refusal")
    _require_refusable(case)
    _require_reason(ctx, data.reason)
    await _require_talk(ctx, case)
    record(ctx, case, Event.REFUSAL_ASKED, reason=data.reason)
    person = await people.by_id(ctx.uow.session, case.person_id)
    return RefusalPreview(await _letter(ctx, case, person, data.reason), person.language)


@dataclass(frozen=True, slots=True)
class Refuse:
    """The second step: somebody confirms what they looked at. `note`: for colleagues only."""

    case_id: int
    reason: str
    note: Note | None = None


@act("case.refuse")
async def refuse(ctx: Context, data: Refuse) -> Case:
    """Ends the case; the person is told why, by which act, and who looks at it again if they do not agree.

    Errors as `look_at_refusal`; LookAgain where the same human did not look at this reason, or the person has written
    since: whoever confirms must know what they confirm; EmptyNote.
    """
    case = await locked(ctx, data.case_id, "case.refuse")
    _require_refusable(case)
    _require_reason(ctx, data.reason)
    await _require_talk(ctx, case)
    if not await _looked(ctx, case, data.reason):
        raise LookAgain
    require_words(data.note)
    await end(ctx, case, Verb.REFUSE, data.reason)
    case.refused_by = ctx.actor.id
    record(ctx, case, Event.REFUSED, reason=data.reason)
    if data.note is not None:
        write_note(ctx, case, data.note)
    person = await people.by_id(ctx.uow.session, case.person_id)
    letter = kinds.CaseRefused(case.id)
    if await tell_person(ctx, person, letter, case=case, not_before=await behind_until(ctx, case)):
        await want_sign(ctx, case, person, letter)
    await show_case(ctx, case)
    return case


def _require_refusable(case: Case) -> None:
    if case.closed_at is not None:
        raise CaseClosed
    if Verb.REFUSE not in verbs_in(State(case.state), crisis=case.crisis):
        raise Stale


def _require_reason(ctx: Context, reason: str) -> None:
    if reason not in ctx.catalogue.refusals:
        raise Stale
    if ctx.catalogue.refusals[reason].refer:
        raise ReferInstead


async def _require_talk(ctx: Context, case: Case) -> None:
    """No refusal for a document before somebody reached the person on the phone, or the person wrote."""
    lacking = [each for each in await documents.of_case(ctx.uow.session, case.id) if each.state in LACKING]
    asked = min((each.asked_at for each in lacking if each.asked_at is not None), default=None)
    if asked is None:
        return
    talked = (Event.CALL_REACHED, Event.WORDS_ADDED)
    if not any(event.kind in talked and event.at >= asked for event in await cases.events(ctx.uow.session, case.id)):
        raise TalkFirst


async def _looked(ctx: Context, case: Case, reason: str) -> bool:
    for event in reversed(await cases.events(ctx.uow.session, case.id)):
        if event.kind == Event.REFUSAL_ASKED:
            return event.actor_id == ctx.actor.id and event.facts.get("reason") == reason
        if event.kind in (Event.WORDS_ADDED, Event.WORDS_EDITED):
            return False
    return False


async def _letter(ctx: Context, case: Case, person: Person, reason: str) -> RefusedSight:
    return await refusal_sight(ctx.uow, ctx.catalogue, case, person, reason, ctx.now, refused_by=ctx.actor.id or 0)
