"""Forms on their way, and for whom a case is where the one who writes is not the one who needs help."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column, validates

from db.cipher import Sealed
from db.models.base import Base, Big, Id, Moment, Word
from db.models.search import phone_hash


class FormDraft(Base):
    """A form that somebody has begun and not sent: one of each form for each person, and one for each staff member who
    writes down what they say about their application.
    """

    __tablename__ = "form_drafts"
    __table_args__ = (
        Index("uq_form_drafts_own", "person_id", "form", unique=True, postgresql_where=text("staff_id IS NULL")),
        Index(
            "uq_form_drafts_noted",
            "staff_id",
            "application_id",
            unique=True,
            postgresql_where=text("staff_id IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    person_id: Mapped[Big] = mapped_column(ForeignKey("people.id"))
    staff_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Who writes down what the person says; None: the person answers themselves."""
    form: Mapped[Word]
    """The slug of the form."""
    version: Mapped[int]
    at: Mapped[Word]
    """The key of the question that is asked now; empty at the summary."""
    answers: Mapped[str] = mapped_column(Sealed("form_drafts.answers"))
    """JSON: the answers by their keys."""
    known: Mapped[str | None] = mapped_column(Sealed("form_drafts.known"))
    """JSON: answers that stood already when it was opened; None: nobody else can give any meanwhile."""
    pending: Mapped[str | None] = mapped_column(Sealed("form_drafts.pending"))
    """JSON: what was said to the present question and still has to be confirmed."""
    revision: Mapped[int] = mapped_column(server_default="0")
    """Goes up with every change; a button made for an earlier one is stale."""
    case_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("cases.id"))
    """The case that the form is about; None: it begins one."""
    application_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    """The application that the form fills in; then its campaign says what is asked."""
    words_upto: Mapped[int] = mapped_column(BigInteger, server_default="0")
    """The newest of the words that wait and go along with the form."""
    begun_at: Mapped[Moment]
    touched_at: Mapped[Moment] = mapped_column(index=True)


class OnBehalf(Base):
    """For whom a case is: the case's person writes, the beneficiary named here needs help. Two humans, two rows."""

    __tablename__ = "on_behalf"

    id: Mapped[Id]
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), unique=True)
    beneficiary_id: Mapped[Big] = mapped_column(ForeignKey("people.id"), index=True)
    relation: Mapped[Word]
    agreement: Mapped[Word]
    """`rules.agreements.Agreement`."""
    agreed_at: Mapped[Moment | None]
    agreed_with: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("staff.id"))
    """Who heard it on the phone; None where it came by code."""
    reporter_shown: Mapped[bool]
    """Whether staff may see who writes."""
    born: Mapped[str | None] = mapped_column(Sealed("on_behalf.born"))
    """ISO date, or the age as it was told."""
    phone: Mapped[str | None] = mapped_column(Sealed("on_behalf.phone"))
    """A number that reaches the human, as it was told; others may share it, so nobody is recognised by it."""
    phone_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    """It follows `phone`, see `db.models.search`: staff find the case by it."""
    human_hash: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    """Of name and date of birth, see `db.models.search`: by it two cases about one child are seen. Empty where these
    are not known so well; None: nobody has looked yet.
    """
    whereabouts: Mapped[str | None] = mapped_column(Sealed("on_behalf.whereabouts"))
    code: Mapped[str | None] = mapped_column(Sealed("on_behalf.code"))
    """The one-time code that the helper reads out; emptied once used."""
    code_hash: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True)
    code_expires_at: Mapped[Moment | None]

    @validates("phone")
    def _follow(self, _: str, phone: str | None) -> str | None:
        self.phone_hash = phone_hash(phone)
        return phone
