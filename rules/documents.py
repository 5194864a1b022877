"""Documents that a case needs: their states, what may be done in each, and the reasons that can be given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

MOST_PAGES = 10
"""Pages of one document: as many as stand in an album. What comes beyond is a message like any other."""
MOST_WORDS = 500
"""Signs of a caseworker's own words with a document that is returned: they stand in one letter."""
SENDING_HOLDS = timedelta(hours=6)
"""Files that come later are not taken to be pages of the document that was chosen."""


class DocumentState(StrEnum):
    """Where a document stands."""

    PICKED = "picked"
    """Staff chose it; the person has not been asked yet."""
    ASKED = "asked"
    SENT = "sent"
    """Pages are here; nobody has looked at them yet."""
    ACCEPTED = "accepted"
    RETURNED = "returned"
    CANNOT = "cannot"
    """The person can't get it, and says why."""
    WAIVED = "waived"
    """It is not needed any more."""


class DocumentVerb(StrEnum):
    """What is done with a document."""

    UNPICK = "unpick"
    ASK = "ask"
    SEND = "send"
    ACCEPT = "accept"
    RETURN = "return"
    CANNOT = "cannot"
    WAIVE = "waive"
    PICK = "pick"
    REUSE = "reuse"
    """The person wants one that was accepted before to be looked at, in place of sending it."""
    LOSE = "lose"
    """The pages of one that was accepted before are not ours to show any more."""


class Return(StrEnum):
    """Why a caseworker returns a document."""

    UNCLEAR = "unclear"
    PART = "part"
    """Pages or corners are missing."""
    OTHER = "other"
    """It is another document."""
    OLD = "old"
    """It is not valid any more."""


class Obstacle(StrEnum):
    """Why a person can't get it."""

    LOST = "lost"
    LEFT = "left"
    """It stayed where they fled from."""
    WHERE = "where"
    """They do not know where it is given out."""
    WORDS = "words"
    """They wrote it in their own words."""


_S, _V = DocumentState, DocumentVerb
# A row reads: in this state, this may be done; the document then stands there. What was accepted, or was not needed any
# more, can be asked for again.
_TABLE: Mapping[DocumentState, Mapping[DocumentVerb, DocumentState]] = {
    _S.PICKED: {_V.ASK: _S.ASKED, _V.UNPICK: _S.WAIVED},
    _S.ASKED: {_V.SEND: _S.SENT, _V.REUSE: _S.SENT, _V.CANNOT: _S.CANNOT, _V.WAIVE: _S.WAIVED},
    _S.SENT: {_V.SEND: _S.SENT, _V.ACCEPT: _S.ACCEPTED, _V.RETURN: _S.RETURNED, _V.LOSE: _S.ASKED},
    _S.ACCEPTED: {_V.PICK: _S.PICKED, _V.LOSE: _S.ASKED},
    _S.RETURNED: {_V.SEND: _S.SENT, _V.CANNOT: _S.CANNOT, _V.WAIVE: _S.WAIVED},
    _S.CANNOT: {_V.SEND: _S.SENT, _V.REUSE: _S.SENT, _V.CANNOT: _S.CANNOT, _V.WAIVE: _S.WAIVED},
    _S.WAIVED: {_V.PICK: _S.PICKED},
}
MISSING = frozenset({DocumentState.ASKED, DocumentState.RETURNED})
"""The person is expected to send it."""
LACKING = MISSING | {DocumentState.CANNOT}
"""It is not here, whatever the reason."""
WANTED = frozenset(DocumentState) - {DocumentState.PICKED, DocumentState.WAIVED}
"""What the card counts."""


def after(verb: DocumentVerb, state: DocumentState) -> DocumentState | None:
    """The state once it is done; None where it can't be done there."""
    return _TABLE[state].get(verb)


def verbs_in(state: DocumentState) -> frozenset[DocumentVerb]:
    """All that may be done in a state."""
    return frozenset(_TABLE[state])
