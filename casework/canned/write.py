"""Leads read, write, delete and bring back the canned answers of their organisation, on the desk."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.canned.seed import seed
from casework.context import Context
from casework.errors import AnswerTooLong, NoSuchVariable, NoTitle, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import CannedAnswer, StaffMember
from db.repositories import canned, staff
from db.repositories.canned import Draft
from rules.canned import ANY_GROUP, LONGEST_TEXT, LONGEST_TITLE, unknown_names
from rules.languages import LANGUAGES
from rules.splitting import units

NAMED = 60
"""Signs of wrong names that a refusal repeats."""


@dataclass(frozen=True, slots=True)
class ShowAnswers:
    """The list in a language at `page`, or one answer of it."""

    language: str
    page: int = 0
    answer_id: int | None = None


@act("canned.show")
async def show_answers(ctx: Context, data: ShowAnswers) -> None:
    """Puts it on the lead's desk. Stale for an answer of another organisation."""
    member = await _member(ctx)
    await seed(ctx, member.organisation_id)
    if data.answer_id is None:
        language = data.language if data.language in LANGUAGES else LANGUAGES[0]
        await show_on_desk(ctx, member, kinds.canned.AnswersScreen(member.id, language, max(data.page, 0)))
        return
    answer = await _mine(ctx, member, data.answer_id)
    await show_on_desk(ctx, member, kinds.canned.AnswerScreen(member.id, answer.id))


@dataclass(frozen=True, slots=True)
class BeginAnswer:
    """What is to be typed: an answer that is there, or a new one for the services of a group; without a group the
    lead is asked for which.
    """

    language: str
    answer_id: int | None = None
    group: str | None = None


@act("canned.begin")
async def begin_answer(ctx: Context, data: BeginAnswer) -> bool:
    """Asks for the words, or first for the group; whether it is the words. Stale where there is no such answer, group
    or language.
    """
    member = await _member(ctx)
    if data.language not in LANGUAGES:
        raise Stale
    if data.answer_id is not None:
        answer = await _mine(ctx, member, data.answer_id)
        await show_on_desk(ctx, member, kinds.canned.AnswerTextScreen(member.id, answer.language, answer.id))
        return True
    if data.group is None:
        await show_on_desk(ctx, member, kinds.canned.AnswerGroupScreen(member.id, data.language))
        return False
    if data.group not in groups_of(ctx):
        raise Stale
    await show_on_desk(ctx, member, kinds.canned.AnswerTextScreen(member.id, data.language))
    return True


def groups_of(ctx: Context) -> tuple[str, ...]:
    """What an answer can suit: every case, or the services of a group."""
    return (ANY_GROUP, *dict.fromkeys(each.group_slug for each in ctx.catalogue.services.values()))


@dataclass(frozen=True, slots=True)
class WriteAnswer:
    """The words as they were typed: the title in the first line. For what, as in `BeginAnswer`."""

    words: str
    language: str
    answer_id: int | None = None
    group: str | None = None


@act("canned.write")
async def write_answer(ctx: Context, data: WriteAnswer) -> int:
    """Keeps them as the newest version and shows how the person will read it; the answer's id.

    Refused: NoTitle, AnswerTooLong, NoSuchVariable with the wrong names; Stale as in `begin_answer`.
    """
    member, draft = await _member(ctx), _read(data.words)
    session = ctx.uow.session
    if data.answer_id is not None:
        answer_id = (await _mine(ctx, member, data.answer_id)).id
        await canned.write(session, answer_id, draft, at=ctx.now, staff_id=member.id)
    else:
        if data.language not in LANGUAGES or data.group not in groups_of(ctx):
            raise Stale
        made = await canned.add(
            session, member.organisation_id, data.language, data.group, draft, at=ctx.now, staff_id=member.id
        )
        assert made is not None, "only a seed can be there already"
        answer_id = made
    await show_on_desk(ctx, member, kinds.canned.AnswerScreen(member.id, answer_id))
    return answer_id


def _read(words: str) -> Draft:
    title, _, text = words.strip().partition("\n")
    title, text = title.strip(), text.strip()
    if not title or not text:
        raise NoTitle
    if len(title) > LONGEST_TITLE or units(text) > LONGEST_TEXT:
        raise AnswerTooLong
    if wrong := unknown_names(text):
        raise NoSuchVariable(what=", ".join(wrong)[:NAMED])
    return Draft(title, text)


@dataclass(frozen=True, slots=True)
class ChooseAnswer:
    """The answer that is to be deleted, or brought back."""

    answer_id: int


@act("canned.remove")
async def remove_answer(ctx: Context, data: ChooseAnswer) -> None:
    """Nobody is offered it any more; the screen offers to bring it back. Stale where there is no such answer."""
    member = await _member(ctx)
    answer = await _mine(ctx, member, data.answer_id)
    answer.removed_at = answer.removed_at or ctx.now
    await show_on_desk(ctx, member, kinds.canned.AnswerScreen(member.id, answer.id))


@act("canned.restore")
async def restore_answer(ctx: Context, data: ChooseAnswer) -> None:
    """It stands again, as it was. The same refusal."""
    member = await _member(ctx)
    answer = await _mine(ctx, member, data.answer_id)
    answer.removed_at = None
    await show_on_desk(ctx, member, kinds.canned.AnswerScreen(member.id, answer.id))


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)


async def _mine(ctx: Context, member: StaffMember, answer_id: int) -> CannedAnswer:
    answer = await canned.lock(ctx.uow.session, answer_id)
    if answer is None or answer.organisation_id != member.organisation_id:
        raise Stale
    return answer
