"""The children's recreation programme: campaigns with their versions, applications, and children in them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column, validates

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word
from db.models.search import phone_hash

BEGUN = "state = 'draft'"


class Campaign(Base):
    """One call for applications; what it says is its newest version."""

    __tablename__ = "campaigns"

    id: Mapped[Id]
    organisation_id: Mapped[Big] = mapped_column(ForeignKey("organisations.id"), index=True)
    year: Mapped[int] = mapped_column(Integer)
    """The year of the stays, in which a child goes once."""
    state: Mapped[Word]
    """`rules.recreation.campaigns.CampaignState`."""
    state_at: Mapped[Moment]
    """Since when (business time) it stands so."""
    told_version: Mapped[int] = mapped_column(Integer, server_default=text("1"))
    """The number of the version whose dates all concerned know."""
    telling: Mapped[int | None] = mapped_column(Integer)
    """The number of the version that they are being told of; None: nobody is."""
    told_upto: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    """The last application that was told of it."""


class CampaignVersion(Base):
    """What a campaign says since `at`. Versions are never changed: an application keeps the one it was filed under."""

    __tablename__ = "campaign_versions"
    __table_args__ = (UniqueConstraint("campaign_id", "number"),)

    id: Mapped[Id]
    campaign_id: Mapped[Big] = mapped_column(ForeignKey("campaigns.id"))
    number: Mapped[int] = mapped_column(Integer)
    """Counted from 1; the largest counts."""
    terms: Mapped[Facts]
    """`rules.recreation.facts`."""
    at: Mapped[Moment]
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))


class RecreationWait(Base):
    """Somebody wants to be told when applications are taken; gone once they were told."""

    __tablename__ = "recreation_waits"

    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    asked_at: Mapped[Moment]


class Application(Base):
    """What a guardian asks for in a campaign; one on its way for each person. Filed, it has a case and its number."""

    __tablename__ = "applications"
    __table_args__ = (
        Index("uq_applications_begun", "person_id", "campaign_id", unique=True, postgresql_where=text(BEGUN)),
        Index("ix_applications_campaign_state", "campaign_id", "state"),
    )

    id: Mapped[Id]
    campaign_id: Mapped[Big] = mapped_column(ForeignKey("campaigns.id"))
    version_id: Mapped[Big] = mapped_column(ForeignKey("campaign_versions.id"))
    """The version it was filed under; of a draft the one it was begun under."""
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"), unique=True)
    state: Mapped[Word]
    """`rules.recreation.applications.Standing`; follows the children, see `casework.recreation.standing`."""
    guardian: Mapped[str | None] = mapped_column(Sealed("applications.guardian"))
    phone: Mapped[str | None] = mapped_column(Sealed("applications.phone"))
    phone_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    """It follows `phone`, see `db.models.search`."""
    lives: Mapped[str | None] = mapped_column(Sealed("applications.lives"))
    """Where the guardian lives now, as `rules.forms` keeps a place."""
    together: Mapped[bool | None]
    """Whether brothers and sisters must go together; None where it was not asked."""
    answers: Mapped[str | None] = mapped_column(Sealed("applications.answers"))
    """JSON: the answers as they were sent, so that they can be changed."""
    later: Mapped[str | None] = mapped_column(Sealed("applications.later"))
    """JSON: the family's answers to questions of later steps, by question."""
    begun_at: Mapped[Moment]
    filed_at: Mapped[Moment | None]
    """When it was first sent (business time): the time that counts in the order of places."""
    changed_at: Mapped[Moment | None]
    """When it was last sent anew."""
    papers_by: Mapped[date | None] = mapped_column(Date)
    """Until the end of which day (Kyiv) we expect the documents that were asked for last."""
    reminded_for: Mapped[date | None] = mapped_column(Date)
    """The last day of collecting toward which a draft's reminders are planned."""

    @validates("phone")
    def _follow(self, _: str, phone: str | None) -> str | None:
        self.phone_hash = phone_hash(phone)
        return phone


class ApplicationChild(Base):
    """A child in an application. Facts that reports count are plain, all that identifies is sealed."""

    __tablename__ = "application_children"
    __table_args__ = (
        UniqueConstraint("application_id", "position"),
        Index("ix_application_children_trip_untold", "application_id", postgresql_where=text("trip_untold")),
    )

    id: Mapped[Id]
    application_id: Mapped[Big] = mapped_column(ForeignKey("applications.id"))
    position: Mapped[int] = mapped_column(Integer)
    """In the order in which the guardian named them, from 1."""
    name: Mapped[str | None] = mapped_column(Sealed("application_children.name"))
    born: Mapped[str | None] = mapped_column(Sealed("application_children.born"))
    """ISO date."""
    child_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    """Of name and date of birth, see `db.models.search`: by it the same child is found, whoever applies."""
    registered: Mapped[str | None] = mapped_column(Sealed("application_children.registered"))
    """The registered place, as `rules.forms` keeps a place."""
    hromada: Mapped[Word | None]
    """The code of the registered hromada, where it is one of the oblast."""
    way: Mapped[Word]
    """`rules.recreation.eligibility.Way`."""
    age_band: Mapped[Word | None]
    categories: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """Codes of the campaign's categories, the heaviest first; as they were told."""
    confirmed: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """Those of `categories` of which staff said that they hold: these count in the order of places."""
    denied: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """Those of which staff said that they do not."""
    checked_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Who confirmed the need first, where a campaign wants a second human."""
    stay: Mapped[Word | None]
    periods: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """When the child would go: `rules.recreation.periods`. None where it was not asked, or told in own words."""
    asked: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """Questions of later steps that the family was asked because of this child: `rules.recreation.terms.Question`."""
    later: Mapped[str | None] = mapped_column(Sealed("application_children.later"))
    """JSON: the answers to those that are about this child alone, by question."""
    state: Mapped[Word]
    state_at: Mapped[Moment]
    added_at: Mapped[Moment]
    """When the guardian first named the child (business time)."""
    missed: Mapped[Word | None]
    """Why a child who had a place did not come: `rules.recreation.trips.Missed`."""
    trip_untold: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    """Staff marked that the child left, came back or did not come; what follows from it has still to follow."""
    left_untold: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    """Staff marked that the child left, and its family was not written to; also while it counts as back already."""
    passing: Mapped[Word | None]
    """What the guardian wants for a child of another hromada: `rules.recreation.passing.Wish`; None: not asked yet."""
    passing_at: Mapped[Moment | None]


class NeedAsk(Base):
    """A family is asked, before places are shared out, whether it still needs one; once for each application."""

    __tablename__ = "need_asks"
    __table_args__ = (Index("ix_need_asks_next_at", "next_at", postgresql_where=text("next_at IS NOT NULL")),)

    id: Mapped[Id]
    application_id: Mapped[Big] = mapped_column(ForeignKey("applications.id"), unique=True)
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    """Who asked for it to be asked."""
    state: Mapped[Word]
    """`rules.recreation.still_needed.AskState`."""
    asked_at: Mapped[Moment]
    remind_at: Mapped[Moment]
    due_at: Mapped[Moment]
    """Until when (business time) we wait for an answer."""
    next_at: Mapped[Moment | None]
    """When the clock has the next thing to do about it: the letter, the reminder, the call; None: nothing any more."""
    answered_at: Mapped[Moment | None]
    given_up: Mapped[list[int]] = mapped_column(JSONB, server_default=text("'[]'"))
    """Ids of the children who need no place, as was said: these can be taken back until places are shared out."""
