"""A person writes: what most people do, and all they should need to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from casework.act import act
from casework.cases.words import Words, add_words, keep_quietly
from casework.context import Context
from casework.danger.hear import hear
from casework.files.attachment import Attachment, attach, tell_flaw
from casework.letters import kinds
from casework.letters.write import private_lane, show_person
from casework.not_yet import once_written
from casework.people.themselves import themselves, welcome
from casework.people.waiting import show_waiting
from casework.talk.quiet import case_of_spam
from casework.talk.threads import case_answered
from db.models import Case, Draft, Person
from db.repositories import cases, letters, people, ties
from db.repositories.people import Standing
from rules.thanks import is_only_thanks

CHOICE_HOLDS = timedelta(hours=6)
"""Words that come later are not taken to be about what was chosen in the menu of life."""


@dataclass(frozen=True, slots=True)
class Written:
    """A message of a person, and where they said it belongs, if they did; `text` may stand below a file."""

    text: str
    chat_id: int
    telegram_message_id: int
    case_id: int | None = None
    """The case that the person chose to add to."""
    new: bool = False
    """The person chose to begin a new case."""
    chosen_at: datetime | None = None
    """When the person looked at the menu of life last, if it stands there still; what comes then is a new case."""
    about: str | None = None
    """The area or the end that stood open there."""
    attached: Attachment | None = None
    reply_to: int | None = None
    """The message of the chat that it is a reply to."""


class Went(StrEnum):
    """Where the words went."""

    ASKED_CONSENT = "asked-consent"
    ASKED_WHERE = "asked-where"
    ADDED = "added"
    KEPT_QUIETLY = "kept-quietly"
    """Into the case that was closed as spam, without a notice."""
    THANKED = "thanked"
    """Nothing but thanks: answered, and not kept."""


@act("person.write")
async def write(ctx: Context, data: Written) -> Went:
    """Keeps the words and says what happens with them.

    Dangerous words bring the hotlines first, consent or not. While a case is open that began with «Мені небезпечно»,
    words go there without a question and without a consent. Otherwise, before the consent the words wait as a draft.
    With one open case they go there; with none or several the person is asked. Thanks that belong to no open case are
    no new one: they are answered, not kept. Raises `NotYet` for a reply to something that left for the person just
    now, of which it is not written down yet where it stands; dangerous words don't wait.
    """
    person = await themselves(ctx)
    data = _as_meant(ctx, data)
    dangerous = await hear(ctx, person, data.text)
    quoted = await _case_quoted(ctx, data, dangerous=dangerous)
    words = Words(data.text, data.chat_id, data.telegram_message_id, ctx.now, data.attached, reply_to=data.reply_to)
    standing = await people.standing(ctx.uow.session, person.id)
    urgent = await _case_of_danger(ctx, data, standing)
    if urgent is not None:
        await add_words(ctx, urgent, person, [words])
        return Went.ADDED
    spam = None if dangerous else await _case_of_spam(ctx, person, data, standing)
    if spam is not None:
        await keep_quietly(ctx, spam, person, [words])
        return Went.KEPT_QUIETLY
    if _is_only_thanks(ctx, person, data, standing):
        await show_person(ctx, person, kinds.ThanksScreen())
        return Went.THANKED
    if not (person.watched or standing.agreed):
        await _keep(ctx, person, data)
        if person.welcomed_at is None and not dangerous:
            await welcome(ctx, person)
        await show_person(ctx, person, kinds.ConsentScreen())
        return Went.ASKED_CONSENT
    case = await _belongs_to(ctx, person, data, standing, quoted)
    if case is None:
        await _keep(ctx, person, data)
        if data.new:
            await show_person(ctx, person, kinds.OfferCaseScreen())
        else:
            await show_waiting(ctx, person)
        return Went.ASKED_WHERE
    await add_words(ctx, case, person, [words])
    return Went.ADDED


async def _case_quoted(ctx: Context, data: Written, *, dangerous: bool) -> int | None:
    """The case of what this is a reply to: if that left just now, once it is noted. Danger does not wait for it."""
    if data.reply_to is None:
        return None
    look = partial(case_answered, ctx, data.chat_id, data.reply_to)
    if dangerous:
        return await look()
    return await once_written(look, partial(letters.is_leaving, ctx.uow.session, private_lane(data.chat_id)))


def _is_only_thanks(ctx: Context, person: Person, data: Written, standing: Standing) -> bool:
    """Whether there is nothing to pass on: no open case and no waiting words that the thanks could belong to.

    Of somebody whom we know; who has never agreed to anything is asked as ever.
    """
    elsewhere = data.new or data.case_id is not None or standing.drafts or standing.open_cases
    known = standing.agreed or person.watched or person.erased_at is not None
    return known and not elsewhere and is_only_thanks(data.text, ctx.catalogue.thanks)


async def _belongs_to(
    ctx: Context, person: Person, data: Written, standing: Standing, quoted: int | None
) -> Case | None:
    """The open case that the words go to without a question; locked. None: ask. `quoted`: the case that they answer."""
    session = ctx.uow.session
    if data.new:
        return None
    if data.case_id is not None:
        # Where the chosen case is over meanwhile, no other one is meant: the person is asked.
        chosen = await cases.lock(session, await ties.onward(session, data.case_id))
        theirs = chosen is not None and chosen.person_id == person.id and chosen.closed_at is None
        return chosen if theirs else None
    meant = await _replied_to(ctx, standing, quoted)
    if meant is None and (standing.drafts or len(standing.open_cases) != 1):
        return None
    only = await cases.lock(session, meant or standing.open_cases[0])
    return only if only is not None and only.closed_at is None else None


async def _replied_to(ctx: Context, standing: Standing, quoted: int | None) -> int | None:
    """The open case of the person's to whose answer this is a reply: then it needs no question where it belongs."""
    if quoted is None or not standing.open_cases:
        return None
    goes_on = await ties.onward(ctx.uow.session, quoted)
    return goes_on if goes_on in standing.open_cases else None


async def _case_of_danger(ctx: Context, data: Written, standing: Standing) -> Case | None:
    """The open case that the person began by saying that they are in danger; locked. None: there is none, or the
    person chose another place for their words.
    """
    if data.new or data.case_id is not None or standing.of_danger is None:
        return None
    case = await cases.lock(ctx.uow.session, standing.of_danger)
    return case if case is not None and case.closed_at is None else None


async def _case_of_spam(ctx: Context, person: Person, data: Written, standing: Standing) -> Case | None:
    """Where the words of somebody go whose case was closed as spam, unless they chose to begin a new one."""
    chose = data.new or data.case_id is not None or bool(standing.open_cases)
    return None if chose else await case_of_spam(ctx, person)


def _as_meant(ctx: Context, data: Written) -> Written:
    if data.chosen_at is None:
        return data
    holds = ctx.now - data.chosen_at <= CHOICE_HOLDS
    return replace(data, new=holds, about=data.about if holds else None)


async def _keep(ctx: Context, person: Person, data: Written) -> None:
    draft = Draft(
        person_id=person.id,
        chat_id=data.chat_id,
        telegram_message_id=data.telegram_message_id,
        text=data.text,
        about=data.about,
        written_at=ctx.now,
    )
    ctx.uow.session.add(draft)
    await ctx.uow.session.flush()
    if data.attached is not None:
        await tell_flaw(ctx, person, await attach(ctx, data.attached, draft_id=draft.id))
