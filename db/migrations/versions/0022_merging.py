"""Cases that may be the same: how a told human is recognised, ties, merges; and one action on many cases."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True)


def _key(name: str, to: str, *, nullable: bool = False, ondelete: str | None = None) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), sa.ForeignKey(f"{to}.id", ondelete=ondelete), nullable=nullable)


def upgrade() -> None:
    op.add_column("on_behalf", sa.Column("human_hash", sa.LargeBinary()))
    op.create_index("ix_on_behalf_human_hash", "on_behalf", ["human_hash"])
    op.add_column("cases", sa.Column("merged_into", sa.BigInteger()))
    op.create_foreign_key("fk_cases_merged_into_cases", "cases", "cases", ["merged_into"], ["id"])
    op.create_index(
        "ix_cases_merged_into", "cases", ["merged_into"], postgresql_where=sa.text("merged_into IS NOT NULL")
    )
    op.create_table(
        "case_ties",
        _id(),
        _key("first_id", "cases"),
        _key("second_id", "cases"),
        sa.Column("state", WORD, nullable=False),
        _key("by", "staff"),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("first_id", "second_id", name="uq_case_ties_first_id_second_id"),
        sa.CheckConstraint("first_id <= second_id", name=op.f("ck_case_ties_in_order")),
    )
    op.create_index("ix_case_ties_second", "case_ties", ["second_id"])
    op.create_table(
        "case_merges",
        _id(),
        _key("case_id", "cases"),
        _key("into_id", "cases"),
        _key("by", "staff"),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("undone_at", MOMENT),
        _key("undone_by", "staff", nullable=True),
        sa.Column("moved", postgresql.JSONB(), nullable=False),
    )
    standing = sa.text("undone_at IS NULL")
    op.create_index("uq_case_merges_standing", "case_merges", ["case_id"], unique=True, postgresql_where=standing)
    op.create_index("ix_case_merges_into", "case_merges", ["into_id"])
    _create_runs()


def _create_runs() -> None:
    op.create_table(
        "bulk_runs",
        _id(),
        _key("organisation_id", "organisations"),
        _key("staff_id", "staff"),
        sa.Column("action", WORD, nullable=False),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("words", sa.LargeBinary()),
        sa.Column("state", WORD, nullable=False),
        sa.Column("previewed_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("ended_at", MOMENT),
    )
    going = sa.text("state IN ('confirmed', 'undoing')")
    op.create_index("ix_bulk_runs_going", "bulk_runs", ["id"], postgresql_where=going)
    op.create_index("ix_bulk_runs_staff", "bulk_runs", ["staff_id"])
    op.create_table(
        "bulk_items",
        _id(),
        _key("run_id", "bulk_runs", ondelete="CASCADE"),
        _key("case_id", "cases"),
        sa.Column("state", WORD, nullable=False),
        sa.Column("why", WORD),
        sa.Column("seen", postgresql.JSONB(), nullable=False),
        sa.Column("before", postgresql.JSONB(), nullable=False),
        sa.UniqueConstraint("run_id", "case_id", name="uq_bulk_items_run_id_case_id"),
    )
    op.create_index("ix_bulk_items_case_id", "bulk_items", ["case_id"])
    waiting = sa.text("state = 'waiting'")
    op.create_index("ix_bulk_items_waiting", "bulk_items", ["run_id", "id"], postgresql_where=waiting)


def downgrade() -> None:
    op.drop_table("bulk_items")
    op.drop_table("bulk_runs")
    op.drop_table("case_merges")
    op.drop_table("case_ties")
    op.drop_column("cases", "merged_into")
    op.drop_column("on_behalf", "human_hash")
