"""A small department at a fixed moment, furnished by the acts themselves: people, staff, a bound group, cases."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.catalogue import load_catalogue
from casework.cases.reply import reply
from casework.cases.take import Take, take
from casework.context import MACHINE, OPERATOR, Actor, Context, Rules
from casework.errors import Refusal
from casework.letters import kinds
from casework.letters.sent import SentLetter, letter_dropped, letter_sent, topic_made
from casework.letters.sights import Sight
from casework.letters.view import sight_of
from casework.people.consent import Agree, Watch, agree, watch
from casework.people.meet import Met, meet
from casework.people.send_words import SendWords, send_words
from casework.people.write import Went, Written, write
from casework.staff.bind_group import BindGroup, bind_group
from casework.staff.invite import Invite, NewBindCode, invite, new_bind_code
from casework.staff.join import Join, join
from casework.talk.sending import Reply
from db.models import Base, Case, CaseEvent, Draft, Letter, Message, Person, Slot
from db.uow import UnitOfWork
from rules.catalogue import Catalogue
from rules.roles import Role

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
"""A Wednesday, 11:00 in Kyiv: people are at work."""
NEXT_DAY = NOW + timedelta(days=1)
HERE = "luhansk"
ELSEWHERE = "sievierodonetsk"
GROUP = -1001000000001
OTHER_GROUP = -1001000000002
NOBODYS_CASE = 10**15
WHY = "standing-in"
"""A reason for which somebody looks into a case that is not theirs."""


def two_organisations() -> Catalogue:
    """The shipped catalogue, with a second organisation to whom nothing of the first may be shown."""
    shipped = load_catalogue()
    here = shipped.organisations[HERE]
    return replace(
        shipped, organisations={HERE: here, ELSEWHERE: replace(here, slug=ELSEWHERE, prefix="SVD", phone="0 800 000")}
    )


CATALOGUE = two_organisations()


@dataclass
class World:
    """One transaction in which acts are done. `now` is business time; `wait` moves it."""

    uow: UnitOfWork
    now: datetime = NOW
    organisation: str = HERE
    minimal: bool = False
    """No word of a person may stand in the group."""
    _accounts: Iterator[int] = field(default_factory=lambda: count(1000))
    _messages: Iterator[int] = field(default_factory=lambda: count(1))

    def ctx(self, actor: Actor) -> Context:
        """What an act of this actor is given now."""
        return Context(
            self.uow, actor, self.now, CATALOGUE, Rules(organisation=self.organisation, minimal=self.minimal)
        )

    def wait(self, **span: float) -> None:
        """Time goes by."""
        self.now += timedelta(**span)

    # --- who there is ---------------------------------------------------------------------------------------------

    async def newcomer(self, language: str = "uk") -> Actor:
        """Somebody who has just found the bot."""
        account = next(self._accounts)
        met = await meet(self.ctx(Actor(Role.STRANGER)), Met(account, language, wrote=True))
        return Actor(Role.PERSON, met.id, None, account)

    async def person(self, name: str = "Олена Коваленко", language: str = "uk") -> Actor:
        """Somebody who agreed."""
        actor = await self.newcomer(language)
        await agree(self.ctx(actor), Agree(name))
        return actor

    async def watched(self) -> Actor:
        """Somebody whose phone may be searched."""
        actor = await self.newcomer()
        await watch(self.ctx(actor), Watch())
        return actor

    async def meets_again(self, actor: Actor) -> None:
        """A person writes or presses something: the machine looks who it is, before anything else."""
        await meet(self.ctx(Actor(Role.STRANGER)), Met(actor.telegram_id or 0, "uk", wrote=True))

    async def staff(self, role: Role = Role.CASEWORKER, name: str = "Ірина", organisation: str = HERE) -> Actor:
        """A staff member who followed their one-time link."""
        account = next(self._accounts)
        there = replace(self, organisation=organisation)
        code = await invite(there.ctx(OPERATOR), Invite(role, name))
        member = await join(self.ctx(Actor(Role.PERSON, None, None, account)), Join(code, account, "uk"))
        assert member is not None
        return Actor(role, member.id, member.organisation_id, account)

    async def bind(self, lead: Actor, chat_id: int = GROUP, organisation: str = HERE) -> None:
        """The lead's group is bound."""
        code = await new_bind_code(replace(self, organisation=organisation).ctx(OPERATOR), NewBindCode())
        await bind_group(self.ctx(lead), BindGroup(chat_id, code, is_forum=True))

    # --- what they do ---------------------------------------------------------------------------------------------

    async def says(
        self, actor: Actor, words: str, *, case_id: int | None = None, new: bool = False
    ) -> tuple[Went, int]:
        """A person writes a message; where it went, and its number in the chat."""
        number = next(self._messages)
        chat_id = actor.telegram_id or 0
        return await write(self.ctx(actor), Written(words, chat_id, number, case_id, new)), number

    async def case(self, actor: Actor, *words: str) -> Case:
        """A person begins a case with these messages."""
        for item in words or ("Потрібна допомога з документами",):
            await self.says(actor, item, new=True)
        return await send_words(self.ctx(actor), SendWords((await self.drafts(actor))[-1].id))

    async def taken(self, person: Actor, member: Actor, *words: str) -> Case:
        """A case that a staff member has."""
        case = await self.case(person, *words)
        return await take(self.ctx(member), Take(case.id))

    async def topic(self, case: Case) -> int:
        """Telegram makes the topic of a case, and everything that waits is delivered; the topic's number."""
        thread = 100_000 + next(self._messages)
        await topic_made(self.uow, case.id, thread, self.now, CATALOGUE)
        await self.deliver()
        return thread

    async def answers(self, member: Actor, case: Case, words: str | None) -> tuple[Case | None, int]:
        """A staff member says `/a words` in the topic of a case; the number of their message."""
        number = next(self._messages)
        said = Reply(case.topic_chat_id or 0, case.topic_thread_id or 0, number, None, words, on_purpose=True)
        sent = await reply(self.ctx(member), said)
        return sent.case if sent else None, number

    # --- what came of it ------------------------------------------------------------------------------------------

    async def waiting(self, kind: type[kinds.Letter] | None = None, *, to: Actor | None = None) -> list[Letter]:
        """Letters on their way, oldest first."""
        over = (Letter.sent_at, Letter.dropped_at, Letter.parked_at)
        query = select(Letter).where(*(each.is_(None) for each in over)).order_by(Letter.id)
        if kind is not None:
            query = query.where(Letter.kind == kind.kind)
        if to is not None:
            query = query.where(Letter.chat_id == to.telegram_id)
        await self.uow.session.flush()
        return list((await self.uow.session.scalars(query.execution_options(populate_existing=True))).all())

    async def in_topic(self, case: Case, kind: type[kinds.Letter]) -> list[int]:
        """Where the letters of this kind stand in the topic of a case."""
        query = select(Letter.telegram_message_id).where(Letter.kind == kind.kind, Letter.case_id == case.id)
        found = await self.uow.session.scalars(query.where(Letter.sent_at.is_not(None)).order_by(Letter.id))
        return [number for number in found if number is not None]

    async def kinds_to(self, actor: Actor) -> list[str]:
        """The kinds of letters that wait for somebody, in the order in which they leave."""
        letters = await self.waiting(to=actor)
        return [letter.kind for letter in sorted(letters, key=lambda each: (each.priority, each.id))]

    async def screen(self, actor: Actor, slot: str = "screen") -> kinds.Letter | None:
        """What somebody's screen is to show."""
        await self.uow.session.flush()
        query = select(Slot).where(Slot.chat_id == actor.telegram_id, Slot.key == slot)
        found = await self.uow.session.scalar(query.execution_options(populate_existing=True))
        return kinds.Letter.restore(found.kind, found.facts) if found else None

    async def sight(self, letter: Letter) -> Sight | None:
        """What a letter would say now."""
        await self.uow.session.flush()
        return await sight_of(self.uow, letter, self.now, CATALOGUE)

    async def deliver(self) -> list[tuple[Letter, Sight]]:
        """Everything that is due reaches Telegram; what was sent, in order. What is no longer true is dropped."""
        sent: list[tuple[Letter, Sight]] = []
        while due := [each for each in await self.waiting() if each.not_before is None or each.not_before <= self.now]:
            for letter in due:
                sight = await self.sight(letter)
                if sight is None:
                    letter.dropped_at = self.now
                    if letter.slot_id is None:
                        await letter_dropped(self.uow, letter, self.now, CATALOGUE)
                    continue
                letter.sent_at, letter.telegram_message_id = self.now, sight.edit or next(self._messages)
                if letter.slot_id is not None:
                    slot = await self.uow.session.get_one(Slot, letter.slot_id)
                    slot.message_id, slot.shown_rev = letter.telegram_message_id, slot.wanted_rev
                stands = SentLetter(letter.kind, letter.facts, letter.chat_id, letter.telegram_message_id)
                await letter_sent(self.uow, stands, self.now, CATALOGUE)
                sent.append((letter, sight))
        return sent

    async def drafts(self, actor: Actor) -> list[Draft]:
        """Words of somebody's that wait."""
        query = select(Draft).where(Draft.person_id == actor.id).order_by(Draft.id)
        return list((await self.uow.session.scalars(query)).all())

    async def messages(self, case: Case) -> list[Message]:
        """The conversation of a case."""
        query = select(Message).where(Message.case_id == case.id).order_by(Message.id)
        as_it_is = query.execution_options(populate_existing=True)
        return list((await self.uow.session.scalars(as_it_is)).all())

    async def events(self, case: Case) -> list[CaseEvent]:
        """The history of a case."""
        await self.uow.session.flush()
        query = select(CaseEvent).where(CaseEvent.case_id == case.id).order_by(CaseEvent.id)
        return list((await self.uow.session.scalars(query)).all())

    async def history(self, case: Case) -> list[str]:
        """The kinds of lines in the history of a case."""
        return [event.kind for event in await self.events(case)]

    async def row(self, actor: Actor) -> Person:
        """What we hold about a person."""
        return await self.uow.session.get_one(Person, actor.id)

    async def everything(self) -> Sequence[Any]:
        """A fingerprint of all tables, in one order: PostgreSQL may count them in another the next time."""
        await self.uow.session.flush()
        digest = "SELECT '{0}', count(*), md5(string_agg(CAST(t AS text), ';' ORDER BY CAST(t AS text))) FROM {0} AS t"
        tables = [table.name for table in Base.metadata.sorted_tables]
        asked = " UNION ALL ".join(map(digest.format, tables)) + " ORDER BY 1"
        return (await self.uow.session.execute(text(asked))).all()

    @asynccontextmanager
    async def refused(self, refusal: type[Refusal], **facts: str) -> AsyncIterator[None]:
        """Exactly this refusal with these facts, and not a row changed: the transaction goes on after a refusal."""
        before = await self.everything()
        with pytest.raises(refusal) as caught:
            yield
        assert type(caught.value) is refusal
        assert caught.value.facts == facts
        wrote = {row[0] for row in set(before) ^ set(await self.everything())}
        assert not wrote, "an act that refused wrote something"


def machine(world: World) -> Context:
    """What the machine's own acts are given."""
    return world.ctx(MACHINE)


async def kept(world: World) -> list[Any]:
    """Everything but letters, which hold ids and no words."""
    return [row for row in await world.everything() if row[0] != "letters"]
