"""Files that leads take out of campaigns: who asked for which and why, and the rows that are gathered for one."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import Sealed
from db.models.base import Base, Big, Facts, Id, Moment, Word

UNFINISHED_EXPORT = "state IN ('going', 'ready')"
GOING_EXPORT = "state = 'going'"


class Export(Base):
    """One file that was asked for. The row stays: it is the log. Business time."""

    __tablename__ = "exports"
    __table_args__ = (
        Index("uq_exports_unfinished", "staff_id", "kind", unique=True, postgresql_where=text(UNFINISHED_EXPORT)),
        Index("ix_exports_going", "id", postgresql_where=text(GOING_EXPORT)),
        Index("ix_exports_campaign", "campaign_id", "id"),
    )

    id: Mapped[Id]
    campaign_id: Mapped[Big] = mapped_column(ForeignKey("campaigns.id"))
    version_id: Mapped[Big] = mapped_column(ForeignKey("campaign_versions.id"))
    """What the campaign said when it was asked for: its columns, its shifts."""
    staff_id: Mapped[Big] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[Word]
    """`rules.exports.ExportKind`."""
    reason: Mapped[Word]
    """`rules.exports.ExportReason`."""
    state: Mapped[Word]
    """`rules.exports.ExportState`."""
    total: Mapped[int] = mapped_column(Integer)
    """Rows that there were when it was asked for."""
    done: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    """Rows that were looked at."""
    rows: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    """Rows that were gathered: without what was erased meanwhile."""
    tries: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    """How often a portion failed."""
    parts: Mapped[list[list[int]]] = mapped_column(JSONB, server_default=text("'[]'"))
    """Of an archive: the ids of the files in each of its parts."""
    parts_sent: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    asked_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]


class ExportItem(Base):
    """One row of a file on its way. All are written when it is asked for, so that the file shows one moment; they are
    deleted once it was sent.
    """

    __tablename__ = "export_items"
    __table_args__ = (
        UniqueConstraint("export_id", "place"),
        Index("ix_export_items_waiting", "export_id", "place", postgresql_where=text("cells IS NULL")),
    )

    id: Mapped[Id]
    export_id: Mapped[Big] = mapped_column(ForeignKey("exports.id", ondelete="CASCADE"))
    place: Mapped[int] = mapped_column(Integer)
    """In the file, from 1."""
    case_id: Mapped[Big] = mapped_column(ForeignKey("cases.id"), index=True)
    child_id: Mapped[int | None] = mapped_column(ForeignKey("application_children.id", ondelete="CASCADE"), index=True)
    facts: Mapped[Facts]
    """Numbers and codes as they were when it was asked for; nothing that identifies anybody."""
    cells: Mapped[str | None] = mapped_column(Sealed("export_items.cells"))
    """JSON: what the row says. None until it was gathered."""
