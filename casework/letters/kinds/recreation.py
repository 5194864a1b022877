"""The children's recreation programme: campaigns on a lead's desk, and what a guardian sees."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class CampaignsScreen(Letter):
    """The campaigns of the lead's organisation, and the templates for a new one."""

    kind = "campaigns"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class CampaignScreen(Letter):
    """One campaign: all that it says, its state, and what can be done."""

    kind = "campaign"
    policy = SCREEN
    staff_id: int
    campaign_id: int


@dataclass(frozen=True, slots=True)
class CampaignFieldScreen(Letter):
    """Type a field anew: what stands there, and how it is written. `field`: `rules.recreation.editing.Field`."""

    kind = "campaign-field"
    policy = SCREEN
    staff_id: int
    campaign_id: int
    field: str


@dataclass(frozen=True, slots=True)
class RecreationScreen(Letter):
    """To a person: whether applications are taken, until when, what that means, and their own one. 0: no campaign."""

    kind = "recreation"
    policy = SCREEN
    campaign_id: int


@dataclass(frozen=True, slots=True)
class RecreationOpen(Letter):
    """To whoever asked: applications are taken now."""

    kind = "recreation-open"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, quiet_hours=True)
    campaign_id: int


@dataclass(frozen=True, slots=True)
class ElsewhereScreen(Letter):
    """No child of the form belongs to this oblast: where to turn, and the way back to the answers."""

    kind = "recreation-elsewhere"
    policy = SCREEN
    form_id: int


@dataclass(frozen=True, slots=True)
class ApplicationSent(Letter):
    """The number, what it means, and a copy of what was sent."""

    kind = "application-sent"
    policy = Policy(once=True)
    application_id: int


@dataclass(frozen=True, slots=True)
class OwnHromadaScreen(Letter):
    """The child's own hromada takes the applications: hand it over? Or what was answered. `hromada`: its code."""

    kind = "own-hromada"
    policy = SCREEN
    application_id: int
    hromada: str


@dataclass(frozen=True, slots=True)
class SameChild(Letter):
    """In the topic: another case names the same child in the same year."""

    kind = "same-child"
    policy = Policy(once=True)
    case_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class PassingTold(Letter):
    """In the topic: what the guardian wants for children of a hromada. `wish`: `rules.recreation.passing.Wish`."""

    kind = "passing-told"
    policy = Policy()
    case_id: int
    hromada: str
    wish: str


@dataclass(frozen=True, slots=True)
class ApplicationReminder(Letter):
    """All that a family can still do before a last day: send what was begun, bring papers. `day`: counted from the
    year 1, in Kyiv; the letter is of that day alone.
    """

    kind = "application-reminder"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.REMINDER, once=True, opt_out=True, quiet_hours=True)
    day: int


@dataclass(frozen=True, slots=True)
class DatesChanged(Letter):
    """What an application goes by has changed between two versions of its campaign, by their numbers."""

    kind = "dates-changed"
    policy = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)
    application_id: int
    was: int
    now: int
