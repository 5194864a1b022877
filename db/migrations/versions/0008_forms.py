"""Forms on their way, and for whom a case is."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
SEALED = sa.LargeBinary()


def upgrade() -> None:
    op.create_table(
        "form_drafts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("form", WORD, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", WORD, nullable=False),
        sa.Column("answers", SEALED, nullable=False),
        sa.Column("pending", SEALED),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id")),
        sa.Column("words_upto", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("touched_at", MOMENT, nullable=False),
        sa.UniqueConstraint("person_id", "form"),
    )
    op.create_index("ix_form_drafts_touched_at", "form_drafts", ["touched_at"])
    op.create_table(
        "on_behalf",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id"), unique=True, nullable=False),
        sa.Column("beneficiary_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("relation", WORD, nullable=False),
        sa.Column("agreement", WORD, nullable=False),
        sa.Column("agreed_at", MOMENT),
        sa.Column("agreed_with", sa.BigInteger(), sa.ForeignKey("staff.id")),
        sa.Column("reporter_shown", sa.Boolean(), nullable=False),
        sa.Column("born", SEALED),
        sa.Column("phone", SEALED),
        sa.Column("whereabouts", SEALED),
        sa.Column("code", SEALED),
        sa.Column("code_hash", sa.LargeBinary(), unique=True),
        sa.Column("code_expires_at", MOMENT),
    )
    op.create_index("ix_on_behalf_beneficiary_id", "on_behalf", ["beneficiary_id"])


def downgrade() -> None:
    op.drop_table("on_behalf")
    op.drop_table("form_drafts")
