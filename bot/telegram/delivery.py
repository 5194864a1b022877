"""One letter, from its claim to what became of it. No transaction is open while Telegram is called."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy.exc import DBAPIError

from bot.telegram import metrics
from bot.telegram.beside import Beside
from bot.telegram.calls import Calls, NoTurn
from bot.telegram.failures import CallFailed, Cause, Moved, Refused, TooFast, Unreachable
from bot.telegram.forms import Errand, Gone, show
from bot.telegram.groups_away import GroupsAway
from bot.telegram.icons import TopicIcons
from bot.telegram.items import Also, Item, Place, SlotState
from bot.telegram.lanes import case_of
from bot.telegram.ledger import Ledger
from bot.telegram.media import Contents
from bot.telegram.rendered import Rendered
from bot.telegram.together import gather, is_late
from bot.telegram.topics import Topics
from casework.context import MACHINE, Context
from casework.letters.kinds import KINDS, PersonMessage
from casework.letters.policies import Form, Priority
from casework.letters.sights import Sight
from casework.letters.view import sight_of
from casework.staff.group_away import Away
from casework.staff.move_group import MoveGroup, move_group
from db.models import Slot
from db.repositories import cases, cursors, looking_ahead, slots
from db.repositories.finishing import Behind
from db.repositories.letters import ClaimedLetter
from db.trouble import is_passing
from db.uow import UnitOfWork

log = structlog.get_logger(__name__)

FIRST_DELAY = 0.5
LONGEST_DELAY = 60.0
GROUP_AWAY_SECONDS = 60.0
"""A group that does not take the bot's messages is asked again after this: people can mend it, nothing is lost."""
NO_TURN_SECONDS = 1.0

STALE, EXPIRED, GONE = "stale", "expired", "gone"

# What people can put right in a group's settings: the letter waits for that.
MENDABLE = {Cause.NO_RIGHTS: Away.NO_RIGHTS, Cause.NO_FORUM: Away.NO_FORUM}


@dataclass(frozen=True, slots=True)
class NotToSend:
    """The letter is not sent, for this reason. `revision`: that of its slot when this was found."""

    reason: str
    revision: int | None


@dataclass(frozen=True, slots=True)
class NeedsTopic:
    """The case has no topic yet."""

    place: Place
    head: Rendered


Prepared = Item | NotToSend | NeedsTopic


class Delivery:
    """Delivers claimed letters. `render` words a sight; `ledger` holds clock, catalogue and database; `behind` is asked
    about each letter that left: whether to claim the next of its lane with its end, and where to say what came of it.
    """

    def __init__(
        self,
        calls: Calls,
        ledger: Ledger,
        render: Callable[[Sight], Rendered],
        behind: Callable[[ClaimedLetter], Behind | None],
    ) -> None:
        self._calls = calls
        self._behind = behind
        self._ledger = ledger
        self._render = render
        self._icons = TopicIcons(calls)
        self._contents = Contents(ledger.database)
        self._topics = Topics(ledger, self._icons)
        self._groups = GroupsAway(ledger, GROUP_AWAY_SECONDS / calls.pace.speed)
        self._beside = Beside(calls, ledger)
        self._troubles: dict[str, int] = {}
        """How often in a row a lane failed through nobody's fault of ours."""

    async def prepare(self, claimed: Sequence[ClaimedLetter]) -> list[Prepared | Exception]:
        """Each letter made ready as things are now, or why it could not be; all in one look at the database.

        What one letter shows is of one moment: a button must mean what stands above it.
        """
        now = self._ledger.now()
        try:
            async with self._ledger.database.reading() as uow:
                _held = await looking_ahead.look_ahead(uow.session, claimed)
                return [await self._prepare_safely(uow, each, now) for each in claimed]
        except Exception as error:  # noqa: BLE001 - each letter says so for itself
            return [error] * len(claimed)

    async def deliver(self, claimed: ClaimedLetter, ready: Prepared | Exception) -> None:
        """Send the letter, or write down why not. Raises only when cancelled."""
        errand = Errand(self._calls, claimed.chat_id, claimed.priority)
        try:
            if isinstance(ready, Exception):
                raise ready
            await self._deliver(claimed, ready, errand)
        except Exception as error:  # noqa: BLE001 - whatever it is, the lane must go on
            if is_passing(error):
                await self._later(claimed, "database")
            else:
                await self._ledger.failed(claimed, error)
        finally:
            errand.end()

    async def _deliver(self, claimed: ClaimedLetter, item: Prepared, errand: Errand) -> None:
        if (seconds := await self._groups.held(claimed.chat_id)) > 0:
            await self._ledger.put_back(claimed, seconds)
            return
        if isinstance(item, NotToSend):
            await self._ledger.drop(claimed, item.reason, item.revision)
            return
        try:
            if isinstance(item, NeedsTopic):
                await self._topics.make(item.place, item.head, errand)
                await self._groups.worked(item.place.chat_id, claimed.lane, made_topic=True)
                # What the new topic needs first stands before this letter now.
                await self._ledger.put_back(claimed, 0.0)
                return
            shown = await show(item, errand, self._icons, self._contents)
        except Gone:
            await self._ledger.drop(claimed, GONE)
            return
        except CallFailed as failure:
            metrics.letters_failed.labels(failure.word).inc()
            await self._after_failure(claimed, item, errand, failure)
            return
        self._troubles.pop(claimed.lane, None)
        self._topics.found(item.place)
        await self._ledger.sent(claimed, item, shown, self._behind(claimed))
        await self._groups.worked(item.place.chat_id, claimed.lane)
        if shown.fresh and item.slot is not None:
            await self._beside.shown_anew(item, item.slot, shown, claimed.priority)

    async def _prepare_safely(self, uow: UnitOfWork, claimed: ClaimedLetter, now: datetime) -> Prepared | Exception:
        """One letter's own fault is not the others'; trouble of the database is everybody's."""
        try:
            return await self._prepare(uow, claimed, now)
        except DBAPIError:
            raise
        except Exception as error:  # noqa: BLE001 - told where the letter is delivered
            return error

    async def _prepare(self, uow: UnitOfWork, claimed: ClaimedLetter, now: datetime) -> Prepared:
        """What is to be shown where, as things are now."""
        session = uow.session
        if claimed.expires_at is not None and claimed.expires_at <= now:
            return NotToSend(EXPIRED, None)
        letter = claimed.saying(claimed.kind, claimed.facts)
        slot = await slots.read(session, claimed.slot_id) if claimed.slot_id is not None else None
        # The slot says what is wanted; its letter may be of a moment before.
        asked = claimed.saying(slot.kind, slot.facts) if slot is not None else letter
        sight = await sight_of(uow, asked, now, self._ledger.catalogue)
        if sight is None:
            return NotToSend(STALE, slot.wanted_rev if slot else None)
        also: tuple[Also, ...] = ()
        if claimed.kind == PersonMessage.kind and is_late(claimed.waited, self._calls.pace.speed):
            sight, also = await gather(uow, claimed, sight, now, self._ledger.catalogue)
        form = KINDS[asked.kind].policy.form
        rendered = self._render(sight)
        place = await _place(uow, claimed)
        if place is None:
            return NotToSend(STALE, slot.wanted_rev if slot else None)
        if place.case_id is not None and place.thread_id is None and _needs_topic(form, rendered):
            return NeedsTopic(place, await self._head(uow, claimed, place.case_id, now))
        return Item(
            form=form,
            place=place,
            rendered=rendered,
            edit=sight.edit,
            reply_to=sight.reply_to,
            slot=_state_of(slot) if slot else None,
            newest=await cursors.newest(session, place.chat_id) if form is Form.SCREEN else None,
            also=also,
            paid=self._calls.pace.paid and claimed.priority == Priority.PAID,
        )

    async def _head(self, uow: UnitOfWork, claimed: ClaimedLetter, case_id: int, now: datetime) -> Rendered:
        """Title and icon of the topic that has to be made."""
        wanted = claimed.saying("topic-head", {"case_id": case_id})
        sight = await sight_of(uow, wanted, now, self._ledger.catalogue)
        if sight is None:
            raise LookupError("a case without a head for its topic")
        return self._render(sight)

    async def _after_failure(
        self, claimed: ClaimedLetter, item: Item | NeedsTopic, errand: Errand, failure: CallFailed
    ) -> None:
        """Wait, mend or give up, as the failure asks."""
        if isinstance(failure, TooFast):
            await self._ledger.put_back(claimed, failure.seconds)
        elif isinstance(failure, Moved):
            await self._move(item.place.chat_id, failure.chat_id)
            await self._ledger.put_back(claimed, 0.0)
        elif isinstance(failure, Unreachable):
            await self._unreachable(claimed, item, failure.reason)
        elif isinstance(failure, Refused):
            try:
                await self._refused(claimed, item, errand, failure.cause)
            except CallFailed as again:
                await self._mending_failed(claimed, item, errand, again)
        elif isinstance(failure, NoTurn):
            await self._ledger.put_back(claimed, NO_TURN_SECONDS)
        else:
            await self._later(claimed, failure.word)

    async def _refused(self, claimed: ClaimedLetter, item: Item | NeedsTopic, errand: Errand, cause: Cause) -> None:
        place = item.place
        if cause in MENDABLE and place.chat_id < 0:
            await self._groups.failed(place.chat_id, claimed.lane, MENDABLE[cause])
            await self._later(claimed, cause.value)
        elif cause is Cause.CHAT_GONE:
            await self._unreachable(claimed, item, "cannot-initiate")
        elif cause is Cause.THREAD_GONE and place.case_id is not None:
            await self._topics.lose(place, errand)
            await self._ledger.put_back(claimed, 0.0)
        elif cause is Cause.TOPIC_CLOSED and place.case_id is not None and place.thread_id is not None:
            await self._topics.reopen(place, errand)
            await self._ledger.put_back(claimed, 0.0)
        elif cause in (Cause.MESSAGE_GONE, Cause.MESSAGE_STAYS) and isinstance(item, Item):
            await self._message_gone(claimed, item)
        else:
            await self._ledger.park(claimed, cause.value, _revision(item))

    async def _mending_failed(
        self, claimed: ClaimedLetter, item: Item | NeedsTopic, errand: Errand, failure: CallFailed
    ) -> None:
        """Mending takes calls of its own, which fail like any other; only waiting helps where they are refused too."""
        if isinstance(failure, Refused) and failure.cause not in MENDABLE:
            await self._later(claimed, failure.cause.value)
        else:
            await self._after_failure(claimed, item, errand, failure)

    async def _message_gone(self, claimed: ClaimedLetter, item: Item) -> None:
        """What should be changed is not there: a slot is shown anew, anything else has nothing left to change."""
        if item.slot is None:
            await self._ledger.drop(claimed, GONE)
            return
        slot_id = item.slot.id
        await self._ledger.change(lambda uow: slots.lose_message(uow.session, slot_id))
        await self._ledger.put_back(claimed, 0.0)

    async def _unreachable(self, claimed: ClaimedLetter, item: Item | NeedsTopic, reason: str) -> None:
        """A person who can't be reached is told to casework; a group is asked again later, all its lanes with it."""
        chat_id = item.place.chat_id
        if chat_id > 0:
            await self._ledger.park(claimed, reason, _revision(item))
            return
        seconds = await self._groups.failed(chat_id, claimed.lane, Away.REMOVED)
        await self._ledger.put_back(claimed, seconds)

    async def _move(self, old: int, new: int) -> None:
        async def work(uow: UnitOfWork) -> None:
            ctx = Context(uow, MACHINE, self._ledger.now(), self._ledger.catalogue)
            await move_group(ctx, MoveGroup(old, new))

        await self._ledger.change(work)

    async def _later(self, claimed: ClaimedLetter, word: str) -> None:
        """Back off: twice as long each time, up to a minute, never in step with others."""
        times = self._troubles[claimed.lane] = self._troubles.get(claimed.lane, 0) + 1
        delay = min(LONGEST_DELAY, FIRST_DELAY * 2 ** min(times, 10)) * random.uniform(0.5, 1.0)
        log.warning("letter_backs_off", letter=claimed.id, reason=word, times=times, seconds=round(delay, 2))
        await self._ledger.put_back(claimed, delay)


def _revision(item: Item | NeedsTopic) -> int | None:
    return item.slot.revision if isinstance(item, Item) and item.slot else None


def _state_of(slot: Slot) -> SlotState:
    return SlotState(
        slot.id,
        slot.wanted_rev,
        slot.kind,
        slot.message_id,
        slot.shown_digest,
        first=slot.shown_rev == 0,
        same_kind=slot.shown_kind == slot.kind,
    )


async def _place(uow: UnitOfWork, claimed: ClaimedLetter) -> Place | None:
    """Where it goes; None where the conversation of its case is nowhere now, or on another desk."""
    case_id = case_of(claimed.lane)
    case = await cases.by_id(uow.session, case_id) if case_id is not None else None
    if case is None:
        return Place(claimed.chat_id)
    chat_id, thread_id = case.topic_chat_id, case.topic_thread_id
    if chat_id is None or (chat_id != claimed.chat_id and max(chat_id, claimed.chat_id) > 0):
        return None
    # Below 0 the chat has no topics: what is of a case there is like anything else.
    return Place(chat_id) if (thread_id or 0) < 0 else Place(chat_id, thread_id, case.id)


def _needs_topic(form: Form, rendered: Rendered) -> bool:
    """Whether there must be a topic to show this in; a head that is closed or gone needs none to be made."""
    if form is Form.TOPIC:
        return rendered.open and not rendered.gone
    return form in (Form.MESSAGE, Form.SCREEN, Form.CARD, Form.RECORD)
