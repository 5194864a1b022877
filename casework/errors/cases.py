"""Refusals about cases, and what hangs on them."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class NotPermitted(Refusal):
    """The role may not do this at all."""

    key = "not-allowed"


class NoSuchCase(Refusal):
    """There is no such case, or it is not this actor's to see: both look alike."""

    key = "no-such-case"


class Stale(Refusal):
    """What the button offered is no longer there to be done."""

    key = "stale"


class DangerUnanswered(Refusal):
    """Somebody may be in danger and no human has answered yet: that is not put aside."""

    key = "danger-unanswered"


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


class RefusedByYou(Refusal):
    """The one who asks refused help in this case: another human looks at it again."""

    key = "refused-by-you"


class AnswerFirst(Refusal):
    """The person waits for an answer: the turn can't pass from us before they have one."""

    key = "answer-first"


class ReferInstead(Refusal):
    """This is no reason to refuse, but to pass the case on to those who help with it."""

    key = "refer-instead"


class LookAgain(Refusal):
    """What is to be confirmed was not looked at, or the person has written since."""

    key = "look-again"


class CannotMerge(Refusal):
    """Two cases can't become one; `why`: `rules.duplicates.Why`."""

    key = "cannot-merge"


class WantsLead(Refusal):
    """The two cases have different owners, so a lead makes one of them; `owner` has the other one."""

    key = "wants-lead"


class GoesOnElsewhere(Refusal):
    """Another case goes on for this one: `number`."""

    key = "goes-on-elsewhere"


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


class EmptyNote(Refusal):
    """There is nothing to note."""

    key = "note-empty"


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


class AreaUnknown(Refusal):
    """What a group is to be bound for is no place and no kind of help of the catalogue."""

    key = "area-unknown"


class NothingToFind(Refusal):
    """What was typed behind `/find` or `/case` can't be looked for."""

    key = "find-usage"


class BlankLeft(Refusal):
    """Something in a canned answer would reach the person blank; `what` is it, as it is written."""

    key = "blank-left"


class NoSuchVariable(Refusal):
    """A canned answer names what can't be filled in; `names` are the names as they were written."""

    key = "no-such-variable"


class NoTitle(Refusal):
    """A canned answer needs a title in its first line, and words below it."""

    key = "no-title"


class AnswerTooLong(Refusal):
    """A canned answer, or its title, is longer than one message carries."""

    key = "answer-too-long"


class NothingPicked(Refusal):
    """No document was chosen that the person could be asked for."""

    key = "nothing-picked"
