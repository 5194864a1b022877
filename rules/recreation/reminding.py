"""When a family is reminded of its application: some days before a last day, and in the morning of it."""

from datetime import date, datetime, timedelta

from rules.catalogue.ladders import Ladder
from rules.local_time import KYIV, local_date
from rules.recreation.applications import ENDED, Standing
from rules.recreation.campaigns import OVER, CampaignState, takes_applications
from rules.recreation.terms import Terms
from rules.reminders import Moment, local_moment, moments
from rules.working_time import WorkingHours

HOUR = 9
"""In the morning, by the clock in Kyiv: a family that has both a draft and papers to bring is told of them at once."""
REST = timedelta(hours=3)
"""Whoever has just begun, or was just asked, is not reminded yet."""
PAPERS_WAIT = frozenset({CampaignState.OPEN, CampaignState.CLOSED, CampaignState.ALLOCATING})
"""Applications are checked while they are taken, and longer; not while the campaign stands still."""


def steps(ladder: Ladder, begun: datetime, last_day: date, now: datetime, hours: WorkingHours) -> list[Moment]:
    """The reminders toward a last day that are still to come at `now`, in order. `begun`: since when there is something
    to be reminded of; aware, as `now` is.
    """
    since = max(now, begun + REST)
    return moments(ladder, since, local_moment(last_day, HOUR, hours), now, hours)


def days_left(last_day: date, now: datetime) -> int:
    """How many days (Kyiv) are left behind today; 0 on the last one, negative once it is over."""
    return (last_day - local_date(now, KYIV)).days


def draft_waits(standing: Standing, state: CampaignState, terms: Terms, today: date) -> bool:
    """Whether an application can still be sent, and was not."""
    return standing is Standing.DRAFT and takes_applications(state, terms, today)


def papers_wait(
    standing: Standing, state: CampaignState, papers_by: date | None, today: date, *, leaves: bool = False
) -> bool:
    """Whether papers that were asked for can still be brought in time. `leaves`: a child has a place in a shift that is
    still to come: for its departure they are needed also once the campaign is over.
    """
    filed = standing is not Standing.DRAFT and standing not in ENDED
    wanted = state in PAPERS_WAIT or (state in OVER and leaves)
    return filed and wanted and papers_by is not None and today <= papers_by
