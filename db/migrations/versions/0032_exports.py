"""Leads take files out of campaigns: who asked for which and why, and the rows of those on their way."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)
BIG = sa.BigInteger()


def _id() -> sa.Column[int]:
    return sa.Column("id", BIG, sa.Identity(always=False), primary_key=True)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)


def _to(table: str, column: str, other: str, *, cascade: bool = False) -> sa.ForeignKeyConstraint:
    ondelete = "CASCADE" if cascade else None
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], f"fk_{table}_{column}", ondelete=ondelete)


def upgrade() -> None:
    op.create_table(
        "exports",
        _id(),
        sa.Column("campaign_id", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("reason", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        _count("done"),
        _count("rows"),
        _count("tries"),
        sa.Column("parts", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        _count("parts_sent"),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        _to("exports", "campaign_id", "campaigns"),
        _to("exports", "version_id", "campaign_versions"),
        _to("exports", "staff_id", "staff"),
    )
    unfinished = sa.text("state IN ('going', 'ready')")
    op.create_index("uq_exports_unfinished", "exports", ["staff_id", "kind"], unique=True, postgresql_where=unfinished)
    op.create_index("ix_exports_going", "exports", ["id"], postgresql_where=sa.text("state = 'going'"))
    op.create_index("ix_exports_campaign", "exports", ["campaign_id", "id"])
    table = "export_items"
    op.create_table(
        table,
        _id(),
        sa.Column("export_id", BIG, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("case_id", BIG, nullable=False),
        sa.Column("child_id", BIG),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("cells", sa.LargeBinary()),
        _to(table, "export_id", "exports", cascade=True),
        _to(table, "case_id", "cases"),
        _to(table, "child_id", "application_children", cascade=True),
        sa.UniqueConstraint("export_id", "place", name="uq_export_items_export_id_place"),
    )
    op.create_index("ix_export_items_case_id", table, ["case_id"])
    op.create_index("ix_export_items_child_id", table, ["child_id"])
    waiting = sa.text("cells IS NULL")
    op.create_index("ix_export_items_waiting", table, ["export_id", "place"], postgresql_where=waiting)


def downgrade() -> None:
    op.drop_table("export_items")
    op.drop_table("exports")
