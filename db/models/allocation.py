"""Who gets a seat: the order of families, what each was offered and said, and every single place of a camp."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Big, Facts, Id, Moment, Word

STANDS = "state = 'standing'"
UNTOLD = "untold"


class Allocation(Base):
    """The places of a campaign are shared out: tried as often as wanted, confirmed once."""

    __tablename__ = "allocations"

    id: Mapped[Id]
    campaign_id: Mapped[Big] = mapped_column(ForeignKey("campaigns.id"), unique=True)
    version_id: Mapped[Big] = mapped_column(ForeignKey("campaign_versions.id"))
    """What the campaign said when it was tried."""
    state: Mapped[Word]
    """`asked` · `undone` · `draft` · `confirmed`."""
    value: Mapped[str] = mapped_column(String(120))
    """The public value that was named before the call closed."""
    seed: Mapped[str] = mapped_column(String(64))
    """Of the lot: `rules.allocation.lots`."""
    numbers: Mapped[int] = mapped_column(Integer)
    """How many application numbers the seed was made from."""
    fingerprint: Mapped[str] = mapped_column(String(64))
    """Of all that the order and the first offers follow from: it is confirmed only while that is the same."""
    tried_at: Mapped[Moment]
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    """Who tried it."""
    tries: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """So often it was begun to be worked out."""
    confirmed_at: Mapped[Moment | None]
    confirmed_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    stepped_line: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    """The last line that the last step knew of."""
    stepped_version: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    """The version of the campaign that it knew."""
    left: Mapped[Facts]
    """By the number of a shift: the seats that nobody has (`left`), and those given before it became smaller
    (`short`).
    """


class AllocationParty(Base):
    """Children of one application who go together, with their rank: none of it is changed once it is confirmed but
    for what the last step found.
    """

    __tablename__ = "allocation_parties"
    __table_args__ = (
        UniqueConstraint("allocation_id", "rank"),
        UniqueConstraint("application_id", "part"),
        Index("ix_allocation_parties_untold", "id", postgresql_where=text(UNTOLD)),
    )

    id: Mapped[Id]
    allocation_id: Mapped[Big] = mapped_column(ForeignKey("allocations.id", ondelete="CASCADE"))
    rank: Mapped[int] = mapped_column(Integer)
    """From 1."""
    application_id: Mapped[Big] = mapped_column(ForeignKey("applications.id"))
    number: Mapped[Word]
    """Of the case of the application: what the lot was drawn with."""
    part: Mapped[int] = mapped_column(Integer)
    children: Mapped[list[int]] = mapped_column(JSONB)
    """Ids of `application_children`, in the order of the application."""
    weight: Mapped[int] = mapped_column(Integer)
    counts_from: Mapped[Moment]
    kept: Mapped[bool] = mapped_column(Boolean)
    """The time of sending counts; else the time when the papers were whole."""
    lot: Mapped[str] = mapped_column(String(64))
    decided_by: Mapped[Word | None]
    """What put it behind the one before: `rules.allocation.asked.Criterion`."""
    why: Mapped[Word]
    """`rules.allocation.reasons.Why`, after the last step."""
    tried: Mapped[Facts]
    """What it found in each wish (`tried`), what it is offered (`offer`): `rules.allocation.facts`."""
    untold: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    """The family has still to be told that it waits."""


class AllocationLine(Base):
    """One line of the log: what a party was offered or said. Never changed."""

    __tablename__ = "allocation_lines"

    id: Mapped[Id]
    party_id: Mapped[Big] = mapped_column(ForeignKey("allocation_parties.id"), index=True)
    kind: Mapped[Word]
    """`rules.allocation.facts.LineKind`."""
    facts: Mapped[Facts]
    at: Mapped[Moment]
    actor_kind: Mapped[Word]
    actor_id: Mapped[int | None] = mapped_column(BigInteger)
    """The person or member who said it, or noted what was said."""


class PlaceOffer(Base):
    """Seats that a party is offered until a moment; one that stands for each party."""

    __tablename__ = "place_offers"
    __table_args__ = (
        Index("uq_place_offers_standing", "party_id", unique=True, postgresql_where=text(STANDS)),
        Index("ix_place_offers_due", "due_at", postgresql_where=text(STANDS)),
        Index("ix_place_offers_untold", "id", postgresql_where=text(UNTOLD)),
        Index("ix_place_offers_party", "party_id"),
    )

    id: Mapped[Id]
    party_id: Mapped[Big] = mapped_column(ForeignKey("allocation_parties.id"))
    state: Mapped[Word]
    """`rules.recreation.offers.OfferState`."""
    choices: Mapped[list[list[int]]] = mapped_column(JSONB)
    """Shift and seats, in the order of the wishes."""
    whole: Mapped[bool] = mapped_column(Boolean)
    """Whether nobody of the party would stay behind."""
    made_at: Mapped[Moment]
    due_at: Mapped[Moment]
    """Until when it can be answered (business time)."""
    ended_at: Mapped[Moment | None]
    untold: Mapped[bool] = mapped_column(Boolean, server_default=text("true"))
    """Its state has still to be told to the family."""


class CampPlace(Base):
    """One place of one shift. It is one row, so that it can't be given twice."""

    __tablename__ = "camp_places"
    __table_args__ = (
        UniqueConstraint("campaign_id", "shift", "seat"),
        Index("ix_camp_places_offer", "offer_id", postgresql_where=text("offer_id IS NOT NULL")),
    )

    id: Mapped[Id]
    campaign_id: Mapped[Big] = mapped_column(ForeignKey("campaigns.id"))
    shift: Mapped[int] = mapped_column(Integer)
    """Its number in the campaign."""
    seat: Mapped[int] = mapped_column(Integer)
    """From 1 to the places of the shift."""
    offer_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("place_offers.id"))
    """For whom it is kept, or by which offer it was given."""
    child_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("application_children.id"), unique=True)
    """Who goes."""
