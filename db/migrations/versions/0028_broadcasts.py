"""Broadcasts with their runs and recipients; a file may belong to one; people are found by the hromada they live in."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
JSONB = sa.dialects.postgresql.JSONB()
PLACE = "ck_files_belongs_somewhere"
SOMEWHERE = "message_id IS NOT NULL OR draft_id IS NOT NULL OR upload_id IS NOT NULL"


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True)


def upgrade() -> None:
    op.create_table(
        "broadcasts",
        _id(),
        sa.Column("organisation_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("template", WORD),
        sa.Column("texts", sa.LargeBinary(), nullable=False),
        sa.Column("variables", sa.LargeBinary(), nullable=False),
        sa.Column("buttons", sa.LargeBinary(), nullable=False),
        sa.Column("segment", JSONB, nullable=False),
        sa.Column("repeat", JSONB, nullable=False),
        sa.Column("by_rule", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("keep_hours", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], "fk_broadcasts_organisation_id"),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], "fk_broadcasts_author_id"),
    )
    op.create_index("ix_broadcasts_organisation_id", "broadcasts", ["organisation_id"])
    op.create_table(
        "broadcast_runs",
        _id(),
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.BigInteger()),
        sa.Column("state", WORD, nullable=False),
        sa.Column("due_at", MOMENT),
        sa.Column("expires_at", MOMENT),
        sa.Column("asked", sa.Integer(), server_default="0", nullable=False),
        sa.Column("asked_at", MOMENT),
        sa.Column("confirmed_by", sa.BigInteger()),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("started_at", MOMENT),
        sa.Column("went_on_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("upto", sa.BigInteger()),
        sa.Column("fixed_at", MOMENT),
        sa.Column("paid", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("shown_at", MOMENT),
        sa.Column("changed_at", MOMENT),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], "fk_broadcast_runs_broadcast_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["broadcast_runs.id"], "fk_broadcast_runs_source_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["confirmed_by"], ["staff.id"], "fk_broadcast_runs_confirmed_by"),
    )
    is_open = sa.text("state IN ('awaiting', 'scheduled', 'running', 'paused')")
    op.create_index("ix_broadcast_runs_open", "broadcast_runs", ["id"], postgresql_where=is_open)
    op.create_index("ix_broadcast_runs_broadcast", "broadcast_runs", ["broadcast_id", "number"], unique=True)
    op.create_index("ix_broadcast_runs_ended_at", "broadcast_runs", ["ended_at"])
    op.create_table(
        "broadcast_recipients",
        _id(),
        sa.Column("run_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("state", WORD, server_default="waiting", nullable=False),
        sa.Column("reason", WORD),
        sa.Column("turn", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("settled_at", MOMENT),
        sa.ForeignKeyConstraint(
            ["run_id"], ["broadcast_runs.id"], "fk_broadcast_recipients_run_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], "fk_broadcast_recipients_person_id"),
        sa.UniqueConstraint("run_id", "person_id", name="uq_broadcast_recipients_run_id_person_id"),
    )
    waits = sa.text("state = 'waiting'")
    op.create_index("ix_broadcast_recipients_waiting", "broadcast_recipients", ["run_id", "id"], postgresql_where=waits)
    op.create_index("ix_broadcast_recipients_state", "broadcast_recipients", ["run_id", "state"])
    op.create_index("ix_broadcast_recipients_person_id", "broadcast_recipients", ["person_id"])
    op.add_column("files", sa.Column("broadcast_id", sa.BigInteger()))
    op.create_foreign_key("fk_files_broadcast_id", "files", "broadcasts", ["broadcast_id"], ["id"], ondelete="CASCADE")
    op.create_unique_constraint("uq_files_broadcast_id", "files", ["broadcast_id"])
    op.drop_constraint(op.f(PLACE), "files")
    op.create_check_constraint(op.f(PLACE), "files", f"{SOMEWHERE} OR broadcast_id IS NOT NULL")
    op.add_column("people", sa.Column("hromada_hash", sa.LargeBinary()))
    op.create_index("ix_people_hromada_hash", "people", ["hromada_hash"])
    unknown = sa.text("hromada_hash IS NULL AND actual_place IS NOT NULL")
    op.create_index("ix_people_hromada_unknown", "people", ["id"], postgresql_where=unknown)


def downgrade() -> None:
    op.drop_index("ix_people_hromada_unknown", "people")
    op.drop_index("ix_people_hromada_hash", "people")
    op.drop_column("people", "hromada_hash")
    op.execute(f"DELETE FROM files WHERE NOT ({SOMEWHERE})")
    op.drop_constraint(op.f(PLACE), "files")
    op.drop_column("files", "broadcast_id")
    op.create_check_constraint(op.f(PLACE), "files", SOMEWHERE)
    # Letters of a kind that an older version does not know would be parked there, one by one.
    op.execute("DELETE FROM letters WHERE kind = 'broadcast' OR kind LIKE 'broadcast-%'")
    op.drop_table("broadcast_recipients")
    op.drop_table("broadcast_runs")
    op.drop_table("broadcasts")
