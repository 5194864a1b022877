"""A person says in one of three words how it was, and adds a sentence if they like."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.context import Context
from casework.danger.hear import hear
from casework.errors import AlreadyRated, Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from casework.ratings.asking import last_day, require_rateable, ticket_of
from db.models import Rating, RatingWords
from db.repositories import ratings
from rules.local_time import local_date
from rules.ratings import Mark

MARK, WORDS = "mark", "words"


@dataclass(frozen=True, slots=True)
class Rate:
    """The closed case, and the mark."""

    case_id: int
    mark: Mark


@act("rating.give")
async def rate(ctx: Context, data: Rate) -> None:
    """Counts the mark in its month; what is kept of it names neither case nor person, nor is there a case event.

    AlreadyRated for a second press, TooLate after thirty days, Stale where this case is not asked about.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "rating.give")
    require_rateable(ctx, case, person)
    if not await ratings.take_ticket(ctx.uow.session, ticket_of(case, MARK), last_day(case)):
        raise AlreadyRated
    month = local_date(ctx.now).replace(day=1)
    ctx.uow.session.add(Rating(organisation_id=case.organisation_id, month=month, mark=data.mark.value))
    await show_person(ctx, person, kinds.RatedScreen(case.id))


@dataclass(frozen=True, slots=True)
class AskRatingWords:
    """The case that was rated."""

    case_id: int


@act("rating.ask_words")
async def ask_rating_words(ctx: Context, data: AskRatingWords) -> None:
    """Asks for a sentence. AlreadyRated where there is one, Stale where no mark was given."""
    person = await themselves(ctx)
    case = await seen(ctx, data.case_id, "rating.ask_words")
    require_rateable(ctx, case, person)
    if not await ratings.is_taken(ctx.uow.session, ticket_of(case, MARK)):
        raise Stale
    if await ratings.is_taken(ctx.uow.session, ticket_of(case, WORDS)):
        raise AlreadyRated
    await show_person(ctx, person, kinds.RatingWordsScreen(case.id))


@dataclass(frozen=True, slots=True)
class SayBesideRating:
    """The sentence."""

    case_id: int
    words: str


@act("rating.say")
async def say_beside_rating(ctx: Context, data: SayBesideRating) -> bool:
    """Keeps the words apart from mark, case and person; False where the moment for them is over.

    Words that sound like danger bring the hotlines: nobody could answer them here.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "rating.say")
    await hear(ctx, person, data.words)
    if case.closed_at is None or case.erased_at is not None:
        return False
    session = ctx.uow.session
    if not await ratings.is_taken(session, ticket_of(case, MARK)):
        return False
    if not await ratings.take_ticket(session, ticket_of(case, WORDS), last_day(case)):
        return False
    month = local_date(ctx.now).replace(day=1)
    session.add(RatingWords(organisation_id=case.organisation_id, month=month, words=data.words))
    await show_person(ctx, person, kinds.RatingWordsKeptScreen(case.id))
    return True
