"""Beneficiaries, their consents, and what they wrote before they agreed."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, false, text, true
from sqlalchemy.orm import Mapped, mapped_column, validates

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word
from db.models.counted import Counted
from db.models.search import phone_hash

HROMADA_UNKNOWN = "hromada_hash IS NULL AND actual_place IS NOT NULL"


class Person(Counted, Base):
    """A beneficiary. The plain facts are those that reports count; whatever identifies is sealed."""

    __tablename__ = "people"
    __table_args__ = (
        Index("ix_people_unindexed", "id", postgresql_where=text("NOT indexed")),
        Index("ix_people_hromada_unknown", "id", postgresql_where=text(HROMADA_UNKNOWN)),
    )

    id: Mapped[Id]
    telegram_id: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    name: Mapped[str | None] = mapped_column(Sealed("people.name"))
    registered_place: Mapped[str | None] = mapped_column(Sealed("people.registered_place"))
    """Where they are registered, as `rules.places.Told` writes it; reports count its hromada only."""
    actual_place: Mapped[str | None] = mapped_column(Sealed("people.actual_place"))
    hromada_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    """By which people of one hromada are found: of the place where they live, empty where that lies in none. It falls
    with every new place, and the clock finds it anew.
    """
    place_sought: Mapped[str | None] = mapped_column(Sealed("people.place_sought"))
    """What they typed when they were asked for a place, until one is chosen."""
    phone: Mapped[str | None] = mapped_column(Sealed("people.phone"))
    """The person's own number, given when they asked for a call; never that of a watched phone."""
    phone_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    """By which a number is found, see `db.models.search`; it follows `phone`."""
    indexed: Mapped[bool] = mapped_column(default=True, server_default=true())
    """Whether the search knows the name as it is; it falls with every new name."""
    language: Mapped[Word]
    welcomed_at: Mapped[Moment | None]
    watched: Mapped[bool] = mapped_column(default=False)
    """The phone may be searched: nothing identifies the person and nothing is sent until they write."""
    covered: Mapped[bool] = mapped_column(default=False, server_default=false())
    """In danger they asked for written answers only, or for silence: no letter shows what it is about."""
    human_only: Mapped[bool] = mapped_column(default=False, server_default=false())
    """One named human speaks with them and nothing automatic; why, stands in no column of this table."""
    frozen_at: Mapped[Moment | None]
    """Since when (business time) all letters to them wait until a second human says that they may go."""
    frozen_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    unreachable_since: Mapped[Moment | None]
    spam_until: Mapped[Moment | None]
    """Until when (business time) what they write is kept in the case that was closed as spam, without a notice."""
    created_at: Mapped[Moment]
    last_wrote_at: Mapped[Moment | None]
    erased_at: Mapped[Moment | None]

    @validates("phone")
    def _follow(self, _: str, phone: str | None) -> str | None:
        self.phone_hash = phone_hash(phone)
        return phone

    @validates("actual_place")
    def _moved(self, _: str, place: str | None) -> str | None:
        self.hromada_hash = None
        return place

    @validates("name")
    def _name_changed(self, _: str, name: str | None) -> str | None:
        self.indexed = False
        return name

    @property
    def discreet(self) -> bool:
        """Whether somebody else may read what stands on the phone."""
        return self.watched or self.covered


class Consent(Base):
    """One answer to one version of the consent text; withdrawing it keeps the row."""

    __tablename__ = "consents"
    __table_args__ = (
        Index(
            "uq_consents_person_standing",
            "person_id",
            unique=True,
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"))
    version: Mapped[Word]
    given_at: Mapped[Moment]
    withdrawn_at: Mapped[Moment | None]
    way: Mapped[Word] = mapped_column(server_default="pressed")
    """How it was given: `pressed` by the person, or `oral` or on `paper`, as `noted_by` heard or saw it."""
    noted_by: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))


class Draft(Base):
    """Words not yet part of a case: written before the consent, or before the person said where they belong."""

    __tablename__ = "drafts"
    __table_args__ = (Index("uq_drafts_source", "chat_id", "telegram_message_id", unique=True),)

    id: Mapped[Id]
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    chat_id: Mapped[Big]
    telegram_message_id: Mapped[Big]
    text: Mapped[str] = mapped_column(Sealed("drafts.text"))
    about: Mapped[str | None] = mapped_column(Sealed("drafts.about"))
    """What was chosen in the menu of life before it was written: an area or an end, by its slug."""
    written_at: Mapped[Moment] = mapped_column(index=True)
    form_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("form_drafts.id", ondelete="CASCADE"), index=True
    )
    """The form on its way whose question this answers with a file: then it is no word that waits, and goes with it."""
    form_key: Mapped[Word | None]
    """The key of that question."""
