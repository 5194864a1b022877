"""From which list the cases come, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.canned.seed import seed
from casework.context import Context
from casework.errors import NothingToFind
from casework.lists.find import NEWEST, Clue, matching
from casework.staff.team import others_there
from db.repositories import bulk, canned, queue, staff
from db.repositories.queue import Edge, Within
from rules.bulk import MOST, Action
from rules.languages import LANGUAGES
from rules.lists import Listing
from rules.roles import LEADS
from rules.search import read_wanted


class Where(StrEnum):
    """Where the cases come from; one letter each, for buttons."""

    QUEUE = "q"
    MINE = "m"
    OVERDUE = "o"
    FOUND = "f"
    TAG = "t"


LISTINGS = {Where.QUEUE: Listing.QUEUE, Where.MINE: Listing.MINE, Where.OVERDUE: Listing.OVERDUE}


@dataclass(frozen=True, slots=True)
class Source:
    """`typed`: what was looked for; `tag`: the slug of a tag whose open cases are meant."""

    where: Where
    typed: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cases, in the order of their list; `more`: there are others beyond the most that one run takes."""

    case_ids: Sequence[int]
    more: bool


async def choose(ctx: Context, source: Source) -> Chosen:
    """The cases of a source as it is now. NothingToFind for a search that is no search, or one by phone: a number
    means one person, whose cases are looked at one by one.
    """
    session = ctx.uow.session
    member = await staff.by_id(session, ctx.actor.id or 0)
    if source.where in LISTINGS:
        within = Within(member.organisation_id, member.id, ctx.now)
        found = await queue.page(session, LISTINGS[source.where], within, Edge(), MOST)
        return Chosen(found.case_ids, found.more)
    if source.where is Where.TAG:
        ids: Sequence[int] = await bulk.open_with_tag(session, member.organisation_id, source.tag, MOST + 1)
    else:
        wanted = read_wanted(source.typed)
        if wanted.is_nothing:
            raise NothingToFind
        clue, ids = await matching(ctx, member, wanted, NEWEST, MOST + 1)
        if clue is Clue.PHONE:
            raise NothingToFind
    return Chosen(ids[:MOST], len(ids) > MOST)


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: a slug or an id, and its name."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class AskChoices:
    """An action; None: from which lists, and which tags."""

    action: Action | None = None


@act("bulk.choices")
async def ask_choices(ctx: Context, data: AskChoices) -> Sequence[Option]:
    """What can be chosen for an action: tags, reasons, colleagues, outcomes, canned answers; nothing for a letter.

    Without an action: the tags whose cases can be meant.
    """
    language = (await staff.by_id(ctx.uow.session, ctx.actor.id or 0)).language
    match data.action:
        case Action.TAG | None:
            return [Option(slug, tag.name[language]) for slug, tag in ctx.catalogue.tags.items()]
        case Action.PRIORITY:
            reasons = ctx.catalogue.importance_reasons.items()
            return [Option(slug, reason.name[language]) for slug, reason in reasons]
        case Action.CLOSE:
            outcomes = ctx.catalogue.offered_outcomes().items()
            return [Option(slug, outcome.name[language]) for slug, outcome in outcomes]
        case Action.ASSIGN:
            busy = await others_there(ctx, ctx.actor.organisation_id or 0, but=None)
            but = None if ctx.actor.role in LEADS else ctx.actor.id
            return [Option(str(each.member.id), each.member.work_name) for each in busy if each.member.id != but]
        case Action.ANSWER:
            return await _answers(ctx)
        case Action.LETTER:
            return []


async def _answers(ctx: Context) -> Sequence[Option]:
    organisation_id = ctx.actor.organisation_id or 0
    await seed(ctx, organisation_id)
    return [
        Option(str(answer.id), version.title)
        for language in LANGUAGES
        for answer, version in await canned.standing(ctx.uow.session, organisation_id, language)
    ]
