"""Who left for a camp and came back; whether a place is still needed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)
BIG = sa.BigInteger()


def upgrade() -> None:
    table = "application_children"
    op.add_column(table, sa.Column("missed", WORD))
    op.add_column(table, sa.Column("trip_untold", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.create_index(
        "ix_application_children_trip_untold", table, ["application_id"], postgresql_where=sa.text("trip_untold")
    )
    _need_asks()


def _need_asks() -> None:
    table = "need_asks"
    op.create_table(
        table,
        sa.Column("id", BIG, sa.Identity(always=False), primary_key=True),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("remind_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("answered_at", MOMENT),
        sa.Column("given_up", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"], f"fk_{table}_application_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], f"fk_{table}_staff_id"),
        sa.UniqueConstraint("application_id", name=f"uq_{table}_application_id"),
    )
    op.create_index("ix_need_asks_next_at", table, ["next_at"], postgresql_where=sa.text("next_at IS NOT NULL"))


def downgrade() -> None:
    op.drop_table("need_asks")
    table = "application_children"
    op.drop_index("ix_application_children_trip_untold", table)
    op.drop_column(table, "trip_untold")
    op.drop_column(table, "missed")
