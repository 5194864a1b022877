"""Refusals about who works on what, the roster, and what is written down for somebody."""

from __future__ import annotations

from casework.errors.refusal import Refusal


class CrisisStays(Refusal):
    """Somebody may be in danger: the case is neither muted nor called spam."""

    key = "crisis-stays"


class ColleagueAway(Refusal):
    """`who` (a work name) is away until the day `until` (ISO)."""

    key = "colleague-away"


class NobodyFits(Refusal):
    """Nobody who is there has the language, the service and the area of the case."""

    key = "nobody-fits"


class LastLead(Refusal):
    """Without this one nobody would lead, or nobody would be admin."""

    key = "last-lead"


class PhoneUnread(Refusal):
    """What was typed is no number that can be phoned."""

    key = "phone-unread"


class PressInstead(Refusal):
    """The question is answered by a button."""

    key = "press-instead"


class HasTelegram(Refusal):
    """The person writes to us themselves: no code is needed."""

    key = "has-telegram"


class DutyFlaw(Refusal):
    """A shift can't stand in the duty roster; `why`: `rules.roster.Flaw`."""

    key = "duty-flaw"


class CampaignFlaw(Refusal):
    """A campaign can't say this; `why`: `rules.recreation.flaws.Flaw`; `line`: which line can't be read, 0 for none."""

    key = "campaign-flaw"


class CategoriesOpen(Refusal):
    """Of some category of the child nobody has said whether it holds."""

    key = "categories-open"


class PapersOpen(Refusal):
    """`count` documents, without which a need is not confirmed, are not accepted yet."""

    key = "papers-open"


class SecondHuman(Refusal):
    """The actor confirmed the need already: another human has to."""

    key = "second-human"


class TalkFirst(Refusal):
    """A document is missing, and nobody has talked about it with the person yet."""

    key = "talk-first"


class NoReturnDay(Refusal):
    """What was said names no day on which somebody is back; `why`: `rules.absence.NoReturn`."""

    key = "no-return-day"


class ReasonNeeded(Refusal):
    """The case is not the actor's own: they say first why they look at what is held of the person."""

    key = "reason-needed"


class DayUnread(Refusal):
    """What was typed names no day from today on."""

    key = "day-unread"


class TooLong(Refusal):
    """What was typed is longer than `most` signs."""

    key = "too-long"
