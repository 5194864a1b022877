"""The pace of outgoing calls: what each costs, and when the next one may start so that Telegram refuses none.

30 calls a second for the bot, and beside them 1000 where they are paid for; 1 a second in a private chat after a burst
of 3, 20 a minute in a group (a forum is one chat). Telegram counts a call when it arrives, which is somewhere between
its start and its answer. A group's place is free again a minute after the answer: however late calls arrive, no minute
of Telegram's sees more of them. The other windows are too short to wait for answers; they count from the start, and are
wider than Telegram's instead.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

from bot.telegram.notes import Notes
from bot.telegram.windows import Burst, Window
from casework.letters.policies import Priority

BOT_PER_SECOND = 30
BOT_KEPT_FREE = 5
"""Of the bot's 30 a second, kept for people who wait, while they do: reminders and broadcasts leave these to them. What
people used of it already counts, but one is left free in any case: eight people a second then wait 0.12 s at most in 99
of 100, and 0.28 s without it.
"""
PEOPLE_SECONDS = 10.0
"""So long people are taken to be there after a call that they waited for; then broadcasts have all 30."""
UNHURRIED_BURST = 5
"""Reminders and broadcasts come evenly, so many in a sixth of a second: whoever comes in between finds the next place
free in a moment, not at the end of a second that was spent at its beginning. No limit of Telegram's: without a margin,
or what passes before each start would be lost six times a second.
"""
READY_SECONDS, READY_BESIDE_SECONDS = 0.3, 0.1
READY_MOST = 8
"""What nobody waits for is claimed and worded so long before its place comes free, so many at a time: it takes a
moment, and a place that is empty for that moment is lost each second anew. Beside other processes it is not so long:
each counts what others have promised as taken already.
"""
PAID_PER_SECOND = 1000
"""What Telegram takes of broadcasts that are paid for, beside its free 30."""
PRIVATE_BURST = 3
GROUP_PER_MINUTE = 20
GROUP_KEPT_FREE = 2
"""Of a group's 20 a minute, kept for what somebody there waits for, as long as somebody is active there."""
ACTIVE_SECONDS = 180.0
"""So long somebody is taken to be active in a group after the bot answered them there at once."""
GROUP_MINUTE = 60.0
MARGIN = 1.05
GROUP_MARGIN = 1.005
"""For clocks that differ."""
THRIFTY_FROM = GROUP_PER_MINUTE * 7 // 10
BOUNDLESS = 1_000_000
FORGET_SECONDS = 1.0
"""So often chats that have nothing left to remember are forgotten: a look at the outbox goes through all the others."""


class Pace:
    """The budget of one bot. `monotonic` returns seconds; `speed` divides every window; `limits=False` allows all;
    `paid`: broadcasts may be paid for, else they are as any other.

    Pauses that Telegram asks for hold in any case.
    """

    def __init__(
        self, monotonic: Callable[[], float], *, speed: float = 1.0, limits: bool = True, paid: bool = False
    ) -> None:
        self.speed = speed
        self.paid = paid
        self.limits = limits
        self._monotonic = monotonic
        self._bot = Window(BOT_PER_SECOND, MARGIN / speed)
        self._people = Window(BOT_PER_SECOND, MARGIN / speed)
        """Those of the bot's that people waited for."""
        self._people_at = -math.inf
        self._unhurried = Window(UNHURRIED_BURST, UNHURRIED_BURST / BOT_PER_SECOND / speed)
        self._paid = Window(PAID_PER_SECOND, MARGIN / speed)
        self._chats: dict[int, Window | Burst] = {}
        self._forgotten_at = -math.inf
        self._pauses: dict[int | None, float] = {}
        self._active_until: dict[int, float] = {}
        self._ready: Counter[int] = Counter()
        """Calls by chat that wait for their place, ready to start."""
        self.notes = Notes()
        """What other processes were told of these calls; nothing where this process is alone."""

    @property
    def merge_seconds(self) -> float:
        """How long a slot of a thrifty group waits for more changes."""
        return GROUP_MINUTE / self.speed

    @property
    def memory_seconds(self) -> float:
        """How far back calls have to be known after a start."""
        return GROUP_MINUTE * GROUP_MARGIN / self.speed

    def wait(self, chat_id: int | None, priority: int) -> float:
        """Seconds until a call to the chat (None: to no chat) may start; 0 if now."""
        now = self._monotonic()
        waits = [self.paused(chat_id)]
        if self.limits:
            waits += [window.wait(now, kept) for window, kept in self._windows(priority, now)]
            if chat_id is not None and chat_id in self._chats:
                waits.append(self._chat_wait(chat_id, priority, now))
        return max(waits)

    def take(self, chat_id: int | None, priority: int) -> float:
        """Count a call that starts now and return 0; or, if it may not start yet, the seconds to wait.

        Tell its end by `ended`.
        One that answers somebody in a group at once tells that they are active there.
        """
        now = self._monotonic()
        if chat_id is not None and chat_id < 0 and priority == Priority.CRISIS:
            self._active_until[chat_id] = now + ACTIVE_SECONDS / self.speed
        wait = self.wait(chat_id, priority)
        if wait == 0:
            self._start(chat_id, now, priority)
        return wait

    def reserve(self, chat_id: int, priority: int) -> bool:
        """Keep a place for a call that will start in a moment, if there is one now. Tell its start by `start_reserved`:
        what passes until then must not make the windows shorter.
        """
        if self.wait(chat_id, priority) > 0:
            return False
        for window in self._counting(priority):
            window.reserved += 1
        self._chat(chat_id).reserved += 1
        return True

    def make_ready(self, chat_id: int, priority: int, ahead: float = READY_SECONDS) -> bool:
        """Let a call that nobody waits for be made ready before it has its place, if that comes free so soon.

        Ask `is_ready` when it is, and `take_ready` for its place. `give_back` if it is not made after all.
        """
        now = self._monotonic()
        soon = self.wait(chat_id, priority) <= ahead / self.speed
        if not soon or self._room_ahead(priority, now, ahead) <= 0:
            return False
        self._count_ready(chat_id, 1)
        return True

    def is_ready(self, chat_id: int, priority: int) -> bool:
        """Whether such a call was let be made ready by `make_ready`, and has no place yet."""
        return priority >= Priority.REMINDER and chat_id in self._ready

    def take_ready(self, chat_id: int, priority: int) -> float:
        """As `take`, for a call that was made ready."""
        self._count_ready(chat_id, -1)
        wait = self.take(chat_id, priority)
        if wait > 0:
            self._count_ready(chat_id, 1)
        return wait

    def start_reserved(self, chat_id: int, priority: int) -> None:
        """The call that a place was kept for starts now, with the priority it was kept for. Tell its end by `ended`."""
        self._release(chat_id, priority)
        now = self._monotonic()
        self._start(chat_id, now, priority)
        self.notes.started(chat_id, priority, now)

    def is_late(self, chat_id: int, priority: int) -> bool:
        """Whether a place that is kept was told to others so long ago that they may count it no more."""
        return self.notes.is_late(chat_id, priority, self._monotonic())

    def ended(self, chat_id: int | None) -> None:
        """A call that had started was answered, or never will be."""
        now = self._monotonic()
        if chat_id is not None:
            self._chat(chat_id).end(now)
        self.notes.ended(chat_id, now)

    def give_back(self, chat_id: int, priority: int) -> None:
        """The call that a place was kept for, with this priority, is not made after all."""
        if self.is_ready(chat_id, priority):
            self._count_ready(chat_id, -1)
        else:
            self._release(chat_id, priority)
        self.notes.dropped(chat_id, priority)

    def kept_elsewhere(self, chat_id: int | None, priority: int, ago: float) -> None:
        """Another process keeps a place for such a call, or has made it, since so many seconds."""
        at = self._monotonic() - ago
        if chat_id is not None and priority < Priority.REMINDER:
            self._people_at = max(self._people_at, at)
        if chat_id is not None and chat_id < 0 and priority == Priority.CRISIS:
            until = at + ACTIVE_SECONDS / self.speed
            self._active_until[chat_id] = max(until, self._active_until.get(chat_id, until))
        for window in self._told(priority):
            window.reserved += 1
        if chat_id is not None:
            self._chat(chat_id).reserved += 1

    def started_elsewhere(self, chat_id: int | None, priority: int, ago: float) -> None:
        """It started so many seconds ago; a group's place is taken until `ended_elsewhere`."""
        at = self._monotonic() - ago
        for window in self._told(priority):
            window.reserved -= 1
        for window in self._counting(priority):
            window.count(at)
        if chat_id is not None and chat_id > 0:
            self.ended_elsewhere(chat_id, ago)

    def ended_elsewhere(self, chat_id: int, ago: float) -> None:
        """A call to the chat that another process had started ended so many seconds ago."""
        chat = self._chat(chat_id)
        chat.reserved -= 1
        chat.count(self._monotonic() - ago)

    def given_back_elsewhere(self, chat_id: int | None, priority: int) -> None:
        """Another process does not make the call after all."""
        for window in self._told(priority):
            window.reserved -= 1
        if chat_id is not None:
            self._chat(chat_id).reserved -= 1

    def paused(self, chat_id: int | None) -> float:
        """Seconds for which Telegram asked not to be called for this chat, or at all."""
        now = self._monotonic()
        return max(0.0, self._pauses.get(None, now) - now, self._pauses.get(chat_id, now) - now)

    def pause(self, chat_id: int | None, seconds: float) -> None:
        """No call to the chat (None: no call at all) for so many seconds: Telegram asked for it."""
        until = self._monotonic() + seconds
        self._pauses[chat_id] = max(until, self._pauses.get(chat_id, 0.0))

    def remember(self, calls: Iterable[tuple[int, float]]) -> None:
        """Calls made before this process started: chat and how many seconds ago."""
        now = self._monotonic()
        for chat_id, ago in sorted(calls, key=lambda call: -call[1]):
            self._bot.count(now - ago)
            self._chat(chat_id).count(now - ago)

    def room(self, priority: int = Priority.CRISIS, *, ahead: float = 0.0) -> int:
        """How many calls of this priority could start now, all chats together; or be made ready so long `ahead`."""
        now = self._monotonic()
        if self._pauses.get(None, 0.0) > now:
            return 0
        if not self.limits:
            return BOUNDLESS
        at_once = min(window.room(now, kept) for window, kept in self._windows(priority, now))
        return max(at_once, self._room_ahead(priority, now, ahead)) if ahead else at_once

    def full_chats(self, priority: int = Priority.CRISIS) -> list[int]:
        """The chats that no call of this priority (or any more urgent one) may start to now."""
        now = self._monotonic()
        self._forget(now)
        paused = [chat_id for chat_id, until in self._pauses.items() if chat_id is not None and until > now]
        full = [each for each in self._chats if self._chat_wait(each, priority, now) > 0] if self.limits else []
        return [*paused, *full]

    def thrifty_groups(self) -> list[int]:
        """The groups that have spent most of their minute: what can wait there should."""
        now = self._monotonic()
        if not self.limits:
            return []
        return [chat_id for chat_id, chat in self._chats.items() if chat_id < 0 and chat.spent(now) >= THRIFTY_FROM]

    def spares(self, chat_id: int) -> bool:
        """Whether even what is least urgent may start now to the chat, and nothing there has to be thrifty."""
        chat = self._chats.get(chat_id)
        thrifty = self.limits and chat_id < 0 and chat is not None and chat.spent(self._monotonic()) >= THRIFTY_FROM
        return not thrifty and self.wait(chat_id, Priority.BROADCAST) == 0

    def next_change(self) -> float | None:
        """Seconds until something that may not start now may; None if nothing is held up."""
        now = self._monotonic()
        waits = [until - now for until in self._pauses.values()]
        if self.limits:
            urgencies = (Priority.SCREEN, Priority.BROADCAST, Priority.PAID)
            waits += [window.wait(now, kept) for each in urgencies for window, kept in self._windows(each, now)]
            for chat_id, chat in self._chats.items():
                waits += [chat.wait(now), self._chat_wait(chat_id, Priority.CASE, now)]
        return min((wait for wait in waits if wait > 0), default=None)

    def _room_ahead(self, priority: int, now: float, ahead: float) -> int:
        """How many calls may be made ready: as many as will find a place so soon, of what comes evenly."""
        windows = self._windows(priority, now)
        if not self.limits or all(window is not self._unhurried for window, _ in windows):
            return 0
        soon = ahead / self.speed
        rooms = (window.room(now, kept, soon=soon) for window, kept in windows if window is not self._unhurried)
        return min(READY_MOST, *rooms) - self._ready.total()

    def _chat_wait(self, chat_id: int, priority: int, now: float) -> float:
        return self._chats[chat_id].wait(now, self._kept_free(chat_id, priority, now))

    def _kept_free(self, chat_id: int | None, priority: int, now: float) -> int:
        """How many of a chat's places a call of this priority leaves free; a private chat has none to leave."""
        active = chat_id is not None and self._active_until.get(chat_id, now) > now
        return GROUP_KEPT_FREE if active and priority >= Priority.CASE else 0

    def _windows(self, priority: int, now: float) -> list[tuple[Window, int]]:
        """The windows of the bot that a call of this priority must find room in, and how much it leaves free there."""
        if priority >= Priority.PAID and self.paid:
            return [(self._paid, 0)]
        if priority < Priority.REMINDER:
            return [(self._bot, 0)]
        there = now - self._people_at <= PEOPLE_SECONDS / self.speed
        kept = max(1, BOT_KEPT_FREE - self._people.spent(now)) if there else 0
        return [(self._bot, kept), (self._unhurried, 0)]

    def _counting(self, priority: int) -> list[Window]:
        """The windows in which a call of this priority takes a place."""
        if priority >= Priority.PAID and self.paid:
            return [self._paid]
        return [self._bot, self._people if priority < Priority.REMINDER else self._unhurried]

    def _told(self, priority: int) -> list[Window]:
        """Those of them in which a place of another process is kept until it tells when its call started. Evenness is
        no limit of Telegram's: nothing is kept there.
        """
        return [window for window in self._counting(priority) if window is not self._unhurried]

    def _count_ready(self, chat_id: int, change: int) -> None:
        self._ready[chat_id] += change
        if not self._ready[chat_id]:
            del self._ready[chat_id]
        self._chat(chat_id).reserved += change

    def _release(self, chat_id: int, priority: int) -> None:
        for window in self._counting(priority):
            window.reserved -= 1
        self._chat(chat_id).reserved -= 1

    def _start(self, chat_id: int | None, at: float, priority: int) -> None:
        for window in self._counting(priority):
            window.start(at)
        if chat_id is not None and priority < Priority.REMINDER:
            self._people_at = at
        if chat_id is not None:
            self._chat(chat_id).start(at)

    def _chat(self, chat_id: int) -> Window | Burst:
        if chat_id not in self._chats:
            self._chats[chat_id] = self._of_chat(chat_id)
        return self._chats[chat_id]

    def _of_chat(self, chat_id: int) -> Window | Burst:
        if chat_id > 0:
            return Burst(PRIVATE_BURST, MARGIN / self.speed)
        return Window(GROUP_PER_MINUTE, self.memory_seconds, from_answer=True)

    def _forget(self, now: float) -> None:
        """Drop what has run out, so that a hundred thousand recipients leave nothing behind."""
        self._pauses = {chat_id: until for chat_id, until in self._pauses.items() if until > now}
        self._active_until = {chat_id: until for chat_id, until in self._active_until.items() if until > now}
        if now - self._forgotten_at >= FORGET_SECONDS / self.speed:
            self._forgotten_at = now
            self._chats = {chat_id: chat for chat_id, chat in self._chats.items() if not chat.is_empty(now)}
