"""What one process has told the others of its own calls, and what is still to be told. Bookkeeping only, no I/O.

Calls to one chat of one priority are each other's like: which of them is which matters to nobody.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

START_WITHIN = 2.0
"""Seconds after its note in which a call starts, or never: others count it as started by then."""


@dataclass(slots=True)
class Note:
    """One call that others know of. Times are this process's monotonic seconds."""

    id: int
    chat_id: int | None
    priority: int
    at: float
    started: float | None = None
    ended: float | None = None
    dropped: bool = False
    """The call is not made after all."""


class Notes:
    """The notes of this process that are not settled yet."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[int | None, int], deque[Note]] = defaultdict(deque)
        self._under_way: dict[int | None, deque[Note]] = defaultdict(deque)
        self._changed: dict[int, Note] = {}

    def add(self, notes: Iterable[Note]) -> None:
        """Others know of these calls now."""
        for note in notes:
            self._waiting[note.chat_id, note.priority].append(note)

    def told(self, chat_id: int | None, priority: int) -> bool:
        """Whether others know of such a call that has not started."""
        return (chat_id, priority) in self._waiting

    def is_late(self, chat_id: int | None, priority: int, now: float) -> bool:
        """Whether others may take the next such call for made, so that it has to be told anew before it starts."""
        waiting = self._waiting.get((chat_id, priority))
        return waiting is not None and now - waiting[0].at >= START_WITHIN

    def started(self, chat_id: int | None, priority: int, now: float) -> None:
        """Such a call starts now."""
        if (note := self._next(chat_id, priority)) is not None:
            note.started = now
            self._under_way[chat_id].append(note)
            self._changed[note.id] = note

    def ended(self, chat_id: int | None, now: float) -> None:
        """A call to the chat that had started was answered, or never will be."""
        if under_way := self._under_way.get(chat_id):
            note = under_way.popleft()
            note.ended = now
            if chat_id is not None and chat_id < 0:
                # Only a group's place waits for the answer.
                self._changed[note.id] = note
            if not under_way:
                del self._under_way[chat_id]

    def dropped(self, chat_id: int | None, priority: int) -> None:
        """Such a call is not made after all."""
        if (note := self._next(chat_id, priority)) is not None:
            note.dropped = True
            self._changed[note.id] = note

    @property
    def unsettled(self) -> bool:
        """Whether others wait to hear what becomes of a call."""
        return bool(self._changed or self._waiting)

    def to_tell(self) -> list[Note]:
        """What changed since it was asked last."""
        changed, self._changed = list(self._changed.values()), {}
        return changed

    def tell_again(self, notes: Iterable[Note]) -> None:
        """These could not be told."""
        self._changed = {note.id: note for note in notes} | self._changed

    def _next(self, chat_id: int | None, priority: int) -> Note | None:
        waiting = self._waiting.get((chat_id, priority))
        if not waiting:
            return None
        note = waiting.popleft()
        if not waiting:
            del self._waiting[chat_id, priority]
        return note
