"""The deliverer: hands letters and slots to Telegram, lane by lane, at the pace that Telegram allows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.log import log_failure
from bot.telegram.calls import Calls
from bot.telegram.company import LOT, Company
from bot.telegram.crew import Crew
from bot.telegram.delivery import Delivery, Prepared
from bot.telegram.ledger import Ledger
from bot.telegram.notes import Note
from bot.telegram.pace import READY_BESIDE_SECONDS, READY_SECONDS, Pace
from bot.telegram.rendered import Rendered
from bot.telegram.tenure import Tenure
from casework.letters.policies import Priority
from casework.letters.sights import Sight
from db.by_hand import Where
from db.engine import Database
from db.repositories import letters
from db.repositories.budget import ToCall
from db.repositories.finishing import Behind
from db.repositories.letters import Backlog, ClaimedLetter, Head, Heads, Window
from db.trouble import until_it_passes
from db.uow import UnitOfWork
from rules.catalogue import Catalogue

log = structlog.get_logger(__name__)

CHANNEL = "outbox"
AT_ONCE, PAID_AT_ONCE = 32, 96
KEPT_HANDS = 4
"""One hand in so many is kept for what people wait for: what nobody waits for does not take the last ones."""
LEASE_SECONDS = 120.0
"""Longer than the longest wait for a turn and an answer, several calls in a row."""
TICK_SECONDS = 2.0
"""The safety net: how long due letters wait at most when no nudge was heard."""
SHORTEST_WAIT = 0.005
SAY_SECONDS = 0.05
"""So soon others hear what became of a call."""
TROUBLE_SECONDS = 1.0
STOP_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look at the outbox brought. `more`: there may be more that could leave at once. `held_up`: something may
    be due that waits for a place, a hand or its time. `behind`: the lanes in hand in which something is due behind what
    is in flight.
    """

    claimed: list[ClaimedLetter] = field(default_factory=list)
    more: bool = False
    held_up: bool = True
    behind: frozenset[str] = frozenset()
    backlog: Backlog | None = None


@dataclass(slots=True)
class _Asked(Behind):
    """What was asked with the end of a letter, and how many looks at the outbox had begun by then."""

    look: int = 0


class Deliverer:
    """Delivers what is due while `tenure` is held, until it is stopped.

    `now` returns business time (UTC), `render` words a sight, `worker_id` says whose claims these are. `calls` carries
    the budget that direct answers share, and other processes where it knows of any.
    """

    def __init__(
        self,
        calls: Calls,
        database: Database,
        now: Callable[[], datetime],
        catalogue: Catalogue,
        render: Callable[[Sight], Rendered],
        *,
        tenure: Tenure | None = None,
        worker_id: Callable[[], int | None] = lambda: None,
        at_once: int = AT_ONCE,
    ) -> None:
        self._pace: Pace = calls.pace
        self._company = calls.company or Company(calls.pace, database, worker_id)
        self._database = database
        self._now = now
        self._ledger = Ledger(database, catalogue, now)
        self._delivery = Delivery(calls, self._ledger, render, self._behind)
        self._crew = Crew(at_once, self._is_reason)
        self._kept_hands = at_once // KEPT_HANDS
        self._looks = 0
        """How many looks have begun; `_last` is what the newest that has ended brought, None while one is under way."""
        self._last: _Found | None = None
        self._ended_meanwhile = False
        """Whether a lane ended in silence while a look was under way."""
        self._asked: dict[str, _Asked] = {}
        """For each lane in hand what was asked with the end of its last letter."""
        self._tenure = tenure or Tenure.for_ever("letters")
        self._worker_id = worker_id
        self._stopped = asyncio.Event()
        self._ended = asyncio.Event()
        self._ended.set()
        self._quiet = False
        database.hear(self._heard)

    async def run(self) -> None:
        """Work until `stop`. Not to be run twice."""
        self._ended.clear()
        try:
            learnt = 0
            while await self._tenure.gained_before(self._stopped):
                if learnt != self._tenure.number:
                    await until_it_passes(self._database, self._learn)
                    learnt = self._tenure.number
                while self._tenure.held and not self._stopped.is_set():
                    await self._crew.wait(await self._round())
        finally:
            self._ended.set()

    async def stop(self) -> None:
        """Take nothing new, and finish within ten seconds what is in flight."""
        self._stopped.set()
        self._crew.ring()
        # A round that is claiming now still starts what it gets.
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), STOP_SECONDS)
        if not await self._crew.finish(STOP_SECONDS):
            log.warning("deliveries_cut_short")
        if self._company.there:
            await self._company.settle()

    def nudge(self) -> None:
        """There may be something due."""
        self._quiet = False
        self._crew.ring()

    def idle(self) -> bool:
        """Whether nothing is due and nothing is in flight, as far as this process knows."""
        return (self._quiet or not self._tenure.held) and not self._crew.lanes and not self._crew.rung

    def _heard(self, channel: str) -> None:
        if channel == CHANNEL:
            self.nudge()

    async def _learn(self, uow: UnitOfWork) -> None:
        await self._company.learn(uow.session)

    async def _round(self) -> float:
        """Start whatever may leave now; returns the seconds until it is worth looking again."""
        self._crew.silence()
        self._quiet = False
        self._looks += 1
        self._last, self._ended_meanwhile = None, False
        try:
            found = await self._claim()
            self._last = found
            if found.held_up and self._ended_meanwhile:
                self._crew.ring()
            if found.claimed:
                ready = await self._delivery.prepare(found.claimed)
                for each, prepared in zip(found.claimed, ready, strict=True):
                    self._crew.start(each.lane, self._work(each, prepared))
            # Whatever was nudged for meanwhile has not been looked at.
            self._quiet = not found.held_up and not self._crew.rung
            return self._rest(found)
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever PostgreSQL does
            self._last = _Found()
            log_failure(log, "claiming_failed", error)
            return TROUBLE_SECONDS

    async def _work(self, claimed: ClaimedLetter, ready: Prepared | Exception) -> None:
        """Deliver this letter and those that follow in its lane, until one has to wait."""
        while True:
            await self._delivery.deliver(claimed, ready)
            asked = self._asked.get(claimed.lane)
            if asked is None or asked.following is None:
                return
            del self._asked[claimed.lane]
            claimed = asked.following
            if not self._pace.reserve(claimed.chat_id, claimed.priority):
                await self._ledger.put_back(claimed, 0.0)
                return
            [ready] = await self._delivery.prepare([claimed])

    def _behind(self, claimed: ClaimedLetter) -> Behind | None:
        """Whether the next of the lane may follow at once: not where others have to wait for a place or a hand."""
        last, chat_id = self._last, claimed.chat_id
        others_wait = last is None or last.held_up or not self._crew.free or not self._pace.spares(chat_id)
        if others_wait or self._company.there or self._stopped.is_set() or not self._tenure.held:
            return None
        window = Window(self._now(), limit=1, merge=self._pace.merge_seconds)
        asked = _Asked(window, LEASE_SECONDS, self._worker_id(), look=self._looks)
        self._asked[claimed.lane] = asked
        return asked

    def _is_reason(self, lane: str) -> bool:
        """Whether the end of a lane is a reason to look again. None, if nothing was behind its last letter, no look has
        passed anything over there since, and nobody waits for its hand or its place.
        """
        asked = self._asked.pop(lane, None)
        if asked is None or asked.others_wait:
            return True
        if self._last is None:
            self._ended_meanwhile = True
            return asked.look != self._looks
        return self._last.held_up or (asked.look != self._looks and lane in self._last.behind)

    async def _claim(self) -> _Found:
        """Claim what budget and crew have room for, the most urgent first.

        Where nothing may leave and nothing is in flight it is counted what waits.
        """
        heads: list[Head] = []
        said: list[Note] = []
        try:
            found = None if self._company.there else await self._claim_alone(heads)
            return found or await self._claim_in_company(heads, said)
        except BaseException:
            self._pace.notes.tell_again(said)
            for head in heads:
                self._pace.give_back(head.chat_id, head.priority)
            raise

    async def _claim_alone(self, heads: list[Head]) -> _Found | None:
        """Claim where no other process is at work. None: one is, it has to be heard first."""
        room = self._room()
        if not room and self._crew.lanes:
            return _Found()
        async with self._database.hand() as hand:
            if not room:
                return await self._take(hand, Heads([], elsewhere=True, behind=()), room, heads)
            async with hand.locked(letters.CLAIMS_LOCK):
                could_leave = await letters.lock_heads(hand, self._window(room), self._worker_id())
                self._company.met(could_leave.others)
                return None if could_leave.others else await self._take(hand, could_leave, room, heads)

    async def _claim_in_company(self, heads: list[Head], said: list[Note]) -> _Found:
        """The same beside others, who are heard before and told."""
        async with self._database.uow() as uow:
            could_leave, room = await self._look(uow, said)
            found = await self._take(uow.session, could_leave, room, heads)
            await self._tell(uow, heads)
            return found

    async def _take(self, where: Where, could_leave: Heads, room: int, heads: list[Head]) -> _Found:
        """Lease those that have a place; they are noted in `heads`."""
        heads.extend(head for head in could_leave if self._may_leave(head))
        more = bool(heads) and len(could_leave) == room
        held_up = more or could_leave.elsewhere or len(heads) < len(could_leave)
        if heads:
            claimed = await letters.lease(where, heads, LEASE_SECONDS, self._worker_id())
            return _Found(claimed, more, held_up, could_leave.behind)
        if self._crew.lanes:
            return _Found(held_up=held_up, behind=could_leave.behind)
        backlog = await letters.backlog(where, self._now())
        return _Found(held_up=backlog.due > 0, backlog=backlog)

    async def _look(self, uow: UnitOfWork, said: list[Note]) -> tuple[Heads, int]:
        """What could leave, as far as places and hands are known to be free, and for how many there was room.

        The lock of claims comes first: whatever others are about to call is known then. `said`: what was told them, to
        be told again should the transaction fail.
        """
        company = self._company.there
        claims = bool(self._crew.free if company else self._room())
        if claims:
            await letters.lock_claims(uow.session)
        if company:
            said.extend(await self._company.say(uow.session))
            await self._company.hear(uow.session)
        room = self._room()
        if not claims or not room:
            return Heads([], elsewhere=True, behind=()), 0
        found = await letters.lock_heads(uow.session, self._window(room), self._worker_id())
        self._company.met(found.others)
        if found.others and not company:
            await self._company.hear(uow.session)
        return found, room

    async def _tell(self, uow: UnitOfWork, heads: Sequence[Head]) -> None:
        """Others hear of these calls before they are made."""
        if heads and self._company.there:
            calls = [ToCall(head.chat_id, head.priority, head.id) for head in heads]
            notes = await self._company.tell(uow.session, calls)
            uow.after_commit(lambda: self._pace.notes.add(notes))

    def _may_leave(self, head: Head) -> bool:
        """Keep a place, or make ready for the next one that comes free."""
        place = head.chat_id, head.priority
        return self._pace.reserve(*place) or self._pace.make_ready(*place, self._ahead())

    def _ahead(self) -> float:
        """How many seconds before its place a letter may be made ready."""
        return READY_BESIDE_SECONDS if self._company.there else READY_SECONDS

    def _room(self) -> int:
        least = (Priority.CRISIS, Priority.PAID, Priority.BROADCAST)
        rooms = (self._pace.room(each, ahead=self._ahead()) for each in least)
        room = min(self._crew.free, max(rooms))
        return min(room, LOT) if self._company.there else room

    def _window(self, room: int) -> Window:
        return Window(
            now=self._now(),
            limit=room,
            least=self._least(),
            full=self._pace.full_chats(),
            kept=self._pace.full_chats(Priority.CASE),
            keep_for=Priority.CASE,
            busy=self._crew.lanes,
            thrifty=self._pace.thrifty_groups(),
            merge=self._pace.merge_seconds,
        )

    def _least(self) -> int:
        """The least urgent that may leave now."""
        if self._crew.free <= self._kept_hands:
            return Priority.CASE
        least = (Priority.PAID, Priority.BROADCAST)
        return next((each for each in least if self._pace.room(each, ahead=self._ahead())), Priority.CASE)

    def _rest(self, found: _Found) -> float:
        """When is the next look worth it, unless the bell rings: something was nudged for, or a lane has ended?"""
        if found.more:
            return SHORTEST_WAIT
        if self._company.there and self._pace.notes.unsettled:
            return SAY_SECONDS
        if not found.held_up:
            return TICK_SECONDS
        for_a_place = self._pace.next_change() or TICK_SECONDS
        if self._company.there:
            # Who has letters on their way looks that often, too, and would promise each place before it is free.
            for_a_place = max(SAY_SECONDS, for_a_place - self._ahead())
        backs_off = found.backlog.next_in if found.backlog is not None else 0.0
        return max(SHORTEST_WAIT, min(TICK_SECONDS, for_a_place, backs_off or TICK_SECONDS))
