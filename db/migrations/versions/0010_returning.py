"""People who come back from another account: checks, and keyed hashes of the numbers that people are known by."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "returns",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("case_id", sa.BigInteger()),
        sa.Column("state", WORD, nullable=False),
        sa.Column("proved", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.LargeBinary()),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("named_id", sa.BigInteger()),
        sa.Column("former_id", sa.BigInteger()),
        sa.Column("first_by", sa.BigInteger()),
        sa.Column("decided_by", sa.BigInteger()),
        sa.Column("decided_at", MOMENT),
        sa.Column("former_account", sa.BigInteger()),
        sa.Column("moved", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], "fk_returns_person_id"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_returns_case_id"),
        sa.ForeignKeyConstraint(["named_id"], ["people.id"], "fk_returns_named_id"),
        sa.ForeignKeyConstraint(["former_id"], ["people.id"], "fk_returns_former_id"),
        sa.ForeignKeyConstraint(["first_by"], ["staff.id"], "fk_returns_first_by"),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], "fk_returns_decided_by"),
        sa.UniqueConstraint("case_id", name="uq_returns_case_id"),
    )
    op.create_index("ix_returns_person_id", "returns", ["person_id"])
    op.create_index("ix_returns_former_id", "returns", ["former_id"])
    draft = sa.text("state = 'draft'")
    op.create_index("uq_returns_person_draft", "returns", ["person_id"], unique=True, postgresql_where=draft)
    for table in ("people", "calls"):
        op.add_column(table, sa.Column("phone_hash", sa.LargeBinary()))
        op.create_index(f"ix_{table}_phone_hash", table, ["phone_hash"])


def downgrade() -> None:
    op.drop_table("returns")
    for table in ("people", "calls"):
        op.drop_index(f"ix_{table}_phone_hash", table)
        op.drop_column(table, "phone_hash")
