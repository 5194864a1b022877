"""Where an application stands: its states and what may lead from one to another, as one table.

Each child has a state of its own, since each gets a place of its own; the state of the whole application is worked out
from its children's. «submitted» promises nothing: collecting need is not giving vouchers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.roles import LEADS, MACHINE, PERSON, STAFF, Role


class Standing(StrEnum):
    """Where a child, or a whole application, stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHECKING = "checking"
    NEEDS_DOCUMENTS = "needs-documents"
    NEED_CONFIRMED = "need-confirmed"
    QUEUED = "queued"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    """An offer was not answered in time."""
    SENT = "sent"
    """The child is in the camp."""
    COMPLETED = "completed"
    NOT_TRAVELLED = "not-travelled"
    """The child had a place and did not come."""
    HANDED_OVER = "handed-over"
    """Somebody else takes it on: the child's own hromada, or another oblast."""
    REFUSED = "refused"
    """The case of the application was refused, for a reason of law; the family can ask to look at it again."""
    WITHDRAWN = "withdrawn"


class Deed(StrEnum):
    """What can be done to it."""

    FILE = "file"
    CHANGE = "change"
    """The guardian sends it once more, before the deadline: whatever was checked is checked anew."""
    CHECK = "check"
    ASK_DOCUMENTS = "ask-documents"
    DOCUMENTS_CAME = "documents-came"
    CONFIRM = "confirm"
    DOUBT = "doubt"
    """What was confirmed is looked at again."""
    QUEUE = "queue"
    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    EXPIRE = "expire"
    REQUEUE = "requeue"
    """Who declined less than they asked for keeps their turn; an expired offer, and a place that went on because of a
    wrong mark, may be made good by a human.
    """
    SEND = "send"
    COMPLETE = "complete"
    MISS = "miss"
    """Whoever had a place did not come."""
    UNDO_SEND = "undo-send"
    """A mark of departure was a mistake, the one that a child did not come, too."""
    UNDO_COMPLETE = "undo-complete"
    HAND_OVER = "hand-over"
    TAKE_BACK = "take-back"
    """What was handed over is ours after all."""
    REFUSE = "refuse"
    LOOK_AGAIN = "look-again"
    """What was refused is looked at once more."""
    WITHDRAW = "withdraw"
    NEED_AGAIN = "need-again"
    """A family that was asked had said that it needs no place, and does after all."""


class NoSuchDeed(Exception):
    """The deed has no place in this state."""

    def __init__(self, deed: Deed, standing: Standing) -> None:
        super().__init__(f"{deed} is not possible in state {standing}")


@dataclass(frozen=True, slots=True)
class _Row:
    by: frozenset[Role]
    to: Standing
    standings: frozenset[Standing]


_LOOKED_AT = (Standing.SUBMITTED, Standing.CHECKING, Standing.NEEDS_DOCUMENTS)
_IN_TURN = (Standing.NEED_CONFIRMED, Standing.QUEUED, Standing.OFFERED, Standing.ACCEPTED)
ENDED = frozenset(
    {
        Standing.DECLINED,
        Standing.EXPIRED,
        Standing.COMPLETED,
        Standing.NOT_TRAVELLED,
        Standing.HANDED_OVER,
        Standing.REFUSED,
        Standing.WITHDRAWN,
    }
)


def _row(by: frozenset[Role], to: Standing, *standings: Standing) -> _Row:
    return _Row(by, to, frozenset(standings))


# A row reads: these may do it, it leads there, and it is possible from these states.
_TABLE: Mapping[Deed, _Row] = {
    Deed.FILE: _row(PERSON | STAFF, Standing.SUBMITTED, Standing.DRAFT),
    Deed.CHANGE: _row(PERSON, Standing.SUBMITTED, *_LOOKED_AT, Standing.NEED_CONFIRMED),
    Deed.CHECK: _row(STAFF, Standing.CHECKING, Standing.SUBMITTED, Standing.NEEDS_DOCUMENTS),
    Deed.ASK_DOCUMENTS: _row(STAFF, Standing.NEEDS_DOCUMENTS, Standing.SUBMITTED, Standing.CHECKING),
    Deed.DOCUMENTS_CAME: _row(PERSON | STAFF, Standing.CHECKING, Standing.NEEDS_DOCUMENTS),
    Deed.CONFIRM: _row(STAFF, Standing.NEED_CONFIRMED, Standing.CHECKING),
    Deed.DOUBT: _row(STAFF, Standing.CHECKING, Standing.NEED_CONFIRMED, Standing.QUEUED),
    Deed.QUEUE: _row(LEADS | MACHINE, Standing.QUEUED, Standing.NEED_CONFIRMED),
    Deed.OFFER: _row(LEADS | MACHINE, Standing.OFFERED, Standing.QUEUED),
    Deed.ACCEPT: _row(PERSON | STAFF, Standing.ACCEPTED, Standing.OFFERED),
    Deed.DECLINE: _row(PERSON | STAFF, Standing.DECLINED, Standing.OFFERED, Standing.ACCEPTED),
    Deed.EXPIRE: _row(MACHINE, Standing.EXPIRED, Standing.OFFERED),
    Deed.REQUEUE: _row(
        LEADS | MACHINE,
        Standing.QUEUED,
        Standing.OFFERED,
        Standing.DECLINED,
        Standing.EXPIRED,
        Standing.NOT_TRAVELLED,
    ),
    Deed.SEND: _row(STAFF, Standing.SENT, Standing.ACCEPTED),
    Deed.COMPLETE: _row(STAFF | MACHINE, Standing.COMPLETED, Standing.SENT),
    Deed.MISS: _row(STAFF, Standing.NOT_TRAVELLED, Standing.ACCEPTED),
    Deed.UNDO_SEND: _row(STAFF, Standing.ACCEPTED, Standing.SENT, Standing.NOT_TRAVELLED),
    Deed.UNDO_COMPLETE: _row(STAFF, Standing.SENT, Standing.COMPLETED),
    Deed.HAND_OVER: _row(PERSON | STAFF, Standing.HANDED_OVER, *_LOOKED_AT),
    Deed.TAKE_BACK: _row(STAFF, Standing.CHECKING, Standing.HANDED_OVER),
    Deed.REFUSE: _row(STAFF, Standing.REFUSED, *_LOOKED_AT, Standing.NEED_CONFIRMED, Standing.QUEUED),
    Deed.LOOK_AGAIN: _row(PERSON | STAFF, Standing.CHECKING, Standing.REFUSED),
    Deed.NEED_AGAIN: _row(PERSON | STAFF, Standing.NEED_CONFIRMED, Standing.WITHDRAWN),
    Deed.WITHDRAW: _row(
        PERSON | STAFF | MACHINE, Standing.WITHDRAWN, Standing.DRAFT, *_LOOKED_AT, *_IN_TURN, Standing.HANDED_OVER
    ),
}

# What the family is told where its children stand differently: whatever needs somebody's word first, then what is
# furthest from its end.
_FIRST = (
    Standing.DRAFT,
    Standing.OFFERED,
    Standing.NEEDS_DOCUMENTS,
    Standing.SUBMITTED,
    Standing.CHECKING,
    Standing.NEED_CONFIRMED,
    Standing.QUEUED,
    Standing.ACCEPTED,
    Standing.SENT,
    Standing.COMPLETED,
    Standing.NOT_TRAVELLED,
    Standing.EXPIRED,
    Standing.DECLINED,
    Standing.HANDED_OVER,
    Standing.REFUSED,
    Standing.WITHDRAWN,
)


def after(deed: Deed, standing: Standing) -> Standing:
    """The state that a deed leads to. NoSuchDeed where it has no place."""
    row = _TABLE[deed]
    if standing not in row.standings:
        raise NoSuchDeed(deed, standing)
    return row.to


def possible(deed: Deed, standing: Standing) -> bool:
    """Whether the deed has a place in this state."""
    return standing in _TABLE[deed].standings


def may(role: Role, deed: Deed) -> bool:
    """Whether somebody of this role may do it at all."""
    return role in _TABLE[deed].by


def of_family(standings: Iterable[Standing]) -> Standing:
    """Where an application stands whose children stand so; a draft while it has none."""
    return min(standings, key=_FIRST.index, default=Standing.DRAFT)
