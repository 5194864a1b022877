"""The pace of outgoing calls: what each costs, and when the next one may start so that Telegram refuses none.

30 calls a second for the bot, and beside them 1000 where they are paid for; 1 a second in a private chat after a burst
of 3, 20 a minute in a group (a forum is one chat). Telegram counts a call when it arrives, which is somewhere between
its start and its answer. A group's place is free again a minute after the answer: however late calls arrive, no minute
of Telegram's sees more of them. The other windows are too short to wait for answers; they count from the start, and are
wider than Telegram's instead.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable

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
free in a moment, not at the end of a second that was spent at its beginning.
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
LOOK_AGAIN = 0.05
"""Seconds to wait where every place is kept for calls that have not started: they will in a moment."""
BOUNDLESS = 1_000_000
CHATS_REMEMBERED = 1000
"""Above this many chats those that have nothing left to remember are forgotten."""

FREE_METHODS = frozenset(
    {"answerCallbackQuery", "deleteWebhook", "getFile", "getMe", "getUpdates", "getWebhookInfo", "setWebhook"}
)


def cost_of(method: str) -> int:
    """What a Bot API method costs: nothing for a few, one for messages, edits, topics, reactions and all others."""
    return 0 if method in FREE_METHODS else 1


class Window:
    """Calls within the last `seconds`; at most `limit`, those that have not ended included.

    `from_answer`: a call counts until so long after its answer, else after its start.
    """

    def __init__(self, limit: int, seconds: float, *, from_answer: bool = False) -> None:
        self.limit = limit
        self.seconds = seconds
        self.reserved = 0
        """Calls that have their place but have not started."""
        self._from_answer = from_answer
        self._under_way = 0
        self._counted: deque[float] = deque()

    def wait(self, now: float, kept_free: int = 0) -> float:
        """Seconds until one more may start while `kept_free` stay unused; 0 if now."""
        self._forget(now)
        allowed = self.limit - kept_free - self.reserved - self._under_way
        if len(self._counted) < allowed:
            return 0.0
        return max(0.0, self._counted[-allowed] + self.seconds - now) if allowed > 0 else LOOK_AGAIN

    def room(self, now: float, kept_free: int = 0) -> int:
        """How many may start now."""
        return max(0, self.limit - kept_free - self.reserved - self.spent(now))

    def spent(self, now: float) -> int:
        """How many are under way or within the window."""
        self._forget(now)
        return len(self._counted) + self._under_way

    def start(self, at: float) -> None:
        """One starts."""
        if self._from_answer:
            self._under_way += 1
        else:
            self.count(at)

    def end(self, at: float) -> None:
        """One that started was answered, or never will be."""
        if self._from_answer:
            self._under_way -= 1
            self.count(at)

    def count(self, at: float) -> None:
        """Count one of this time; in order."""
        self._counted.append(at)

    def _forget(self, now: float) -> None:
        while self._counted and self._counted[0] <= now - self.seconds:
            self._counted.popleft()

    def is_empty(self, now: float) -> bool:
        """Whether there is nothing left to remember."""
        return self.reserved == 0 and self.spent(now) == 0


class Burst:
    """A burst of `limit`, then one each `seconds`; reserved ones included."""

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit = limit
        self.seconds = seconds
        self.reserved = 0
        """Calls that have their place but have not started."""
        self._full_at = -math.inf
        """When the whole burst is there again, had nothing started since."""

    def wait(self, now: float, kept_free: int = 0) -> float:
        """Seconds until one more may start; 0 if now. Nothing is kept free: the chat is one person's alone."""
        missing = max(0.0, self._full_at - now)
        return max(0.0, missing - (self.limit - 1 - self.reserved) * self.seconds)

    def spent(self, now: float) -> int:
        """How many of the burst are missing, rounded up."""
        return math.ceil(max(0.0, self._full_at - now) / self.seconds)

    def start(self, at: float) -> None:
        """One starts."""
        self.count(at)

    def end(self, at: float) -> None:
        """One that started was answered: nothing changes."""

    def count(self, at: float) -> None:
        """Count one of this time; in order."""
        self._full_at = max(self._full_at, at) + self.seconds

    def is_empty(self, now: float) -> bool:
        """Whether there is nothing left to remember."""
        return self.reserved == 0 and self._full_at <= now


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
        self._unhurried = Window(UNHURRIED_BURST, MARGIN / speed * UNHURRIED_BURST / BOT_PER_SECOND)
        self._paid = Window(PAID_PER_SECOND, MARGIN / speed)
        self._chats: dict[int, Window | Burst] = {}
        self._pauses: dict[int | None, float] = {}
        self._active_until: dict[int, float] = {}

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
            chat = self._chats.get(chat_id) if chat_id is not None else None
            if chat is not None:
                waits.append(chat.wait(now, self._kept_free(chat_id, priority, now)))
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
        """Keep a place for a call that will start in a moment, if there is one now.

        Tell its start by `start_reserved`: what passes until then must not make the windows shorter.
        """
        if self.wait(chat_id, priority) > 0:
            return False
        for window in self._counting(priority):
            window.reserved += 1
        self._chat(chat_id).reserved += 1
        return True

    def start_reserved(self, chat_id: int, priority: int) -> None:
        """The call that a place was kept for starts now, with the priority it was kept for. Tell its end by `ended`."""
        self.give_back(chat_id, priority)
        self._start(chat_id, self._monotonic(), priority)

    def ended(self, chat_id: int | None) -> None:
        """A call that had started was answered, or never will be."""
        if chat_id is not None:
            self._chat(chat_id).end(self._monotonic())

    def give_back(self, chat_id: int, priority: int) -> None:
        """The call that a place was kept for, with this priority, is not made after all."""
        for window in self._counting(priority):
            window.reserved -= 1
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

    def room(self, priority: int = Priority.CRISIS) -> int:
        """How many calls of this priority could start now, all chats together."""
        now = self._monotonic()
        if self._pauses.get(None, 0.0) > now:
            return 0
        if not self.limits:
            return BOUNDLESS
        return min(window.room(now, kept) for window, kept in self._windows(priority, now))

    def full_chats(self, priority: int = Priority.CRISIS) -> list[int]:
        """The chats that no call of this priority (or any more urgent one) may start to now."""
        now = self._monotonic()
        self._forget(now)
        paused = [chat_id for chat_id, until in self._pauses.items() if chat_id is not None and until > now]
        full = [
            chat_id
            for chat_id, chat in self._chats.items()
            if chat.wait(now, self._kept_free(chat_id, priority, now)) > 0
        ]
        return [*paused, *full] if self.limits else paused

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
                waits += [chat.wait(now), chat.wait(now, self._kept_free(chat_id, Priority.CASE, now))]
        return min((wait for wait in waits if wait > 0), default=None)

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

    def _start(self, chat_id: int | None, at: float, priority: int) -> None:
        for window in self._counting(priority):
            window.start(at)
        if priority < Priority.REMINDER:
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
        if len(self._chats) > CHATS_REMEMBERED:
            self._chats = {chat_id: chat for chat_id, chat in self._chats.items() if not chat.is_empty(now)}
