"""Refusals are facts, not sentences: each names the key of its wording and what the wording needs."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """An act did not happen, for a reason that the one who asked may know. Nothing was written."""

    key: ClassVar[str]

    def __init__(self, **facts: str) -> None:
        super().__init__(self.key)
        self.facts = facts


class NotPermitted(Refusal):
    """The role may not do this at all."""

    key = "not-allowed"


class NoSuchCase(Refusal):
    """There is no such case, or it is not this actor's to see: both look alike."""

    key = "no-such-case"


class Stale(Refusal):
    """What the button offered is no longer there to be done."""

    key = "stale"


class AlreadyTaken(Refusal):
    """Somebody else has the case; `owner` is their work name."""

    key = "taken-by-other"


class AlreadyYours(Refusal):
    """The one who asks has the case already."""

    key = "already-yours"


class AlreadySeen(Refusal):
    """Somebody else of staff has seen the alarm; `owner` is their work name."""

    key = "seen-by-other"


class OneHumanStays(Refusal):
    """The person has one named human who stays; a lead hands over."""

    key = "one-human-stays"


class AnotherHuman(Refusal):
    """Whoever froze the letters can't free them: a second human looks."""

    key = "another-human"


class NotOwner(Refusal):
    """Only the owner may; `owner` is their work name."""

    key = "not-owner"


class TakeFirst(Refusal):
    """Nobody has the case yet; whoever wants to go on takes it first."""

    key = "take-first"


class CaseClosed(Refusal):
    """The case is closed or withdrawn; reopen it first."""

    key = "case-closed"


class TooLate(Refusal):
    """The time in which this could be done is over."""

    key = "too-late"


class AlreadyRated(Refusal):
    """This closing of the case was rated; once is all."""

    key = "already-rated"


class CodeNotValid(Refusal):
    """A one-time code that was never given, was used, or has expired; which of these is nobody's business."""

    key = "code-not-valid"


class GroupTaken(Refusal):
    """The group already belongs to an organisation."""

    key = "group-taken"


class NoTopics(Refusal):
    """The group has no topics, or the bot may not manage them."""

    key = "no-topics"


class NoNumber(Refusal):
    """There is no number to phone, or this person must not be phoned."""

    key = "no-number"


class EmptyReply(Refusal):
    """There are no words to send."""

    key = "reply-empty"


class FileTooLarge(Refusal):
    """Telegram does not hand us the file, so that we can't keep it: it is not sent."""

    key = "file-too-large"


class FileExchanged(Refusal):
    """Another file was put into a message that was carried already."""

    key = "file-exchanged"


class NotCarried(Refusal):
    """What this message holds can't be carried to the person."""

    key = "not-carried"


class FileOnTheWay(Refusal):
    """The file is still at Telegram only."""

    key = "file-on-the-way"


class FileNotKept(Refusal):
    """The file did not come, or is deleted."""

    key = "file-not-kept"
