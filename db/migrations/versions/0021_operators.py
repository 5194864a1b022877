"""Requests by phone, visit and post; codes that tie somebody to an account; what is told by a human."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)
BIG = sa.BigInteger()
NOTED_BY = "fk_consents_noted_by"


def _id() -> sa.Column[int]:
    return sa.Column("id", BIG, sa.Identity(always=False), primary_key=True)


def upgrade() -> None:
    op.create_table(
        "registrations",
        _id(),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("organisation_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("done", postgresql.ARRAY(WORD), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("channel", WORD),
        sa.Column("danger", sa.Boolean()),
        sa.Column("phone", sa.LargeBinary()),
        sa.Column("same_as", BIG),
        sa.Column("name", sa.LargeBinary()),
        sa.Column("service", WORD),
        sa.Column("formal", sa.Boolean()),
        sa.Column("hromada", WORD),
        sa.Column("language", WORD),
        sa.Column("received_on", sa.Date()),
        sa.Column("ground", WORD),
        sa.Column("case_id", BIG),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], "fk_registrations_staff_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], "fk_registrations_organisation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], "fk_registrations_person_id"),
        sa.ForeignKeyConstraint(["same_as"], ["people.id"], "fk_registrations_same_as"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_registrations_case_id"),
        sa.UniqueConstraint("case_id", name="uq_registrations_case_id"),
    )
    op.create_index("ix_registrations_person_id", "registrations", ["person_id"])
    still_open = sa.text("state = 'open'")
    op.create_index(
        "uq_registrations_staff_open", "registrations", ["staff_id"], unique=True, postgresql_where=still_open
    )
    op.create_table(
        "link_codes",
        _id(),
        sa.Column("case_id", BIG, nullable=False),
        sa.Column("code", sa.LargeBinary()),
        sa.Column("code_hash", sa.LargeBinary()),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("claimed_by", BIG),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_link_codes_case_id"),
        sa.ForeignKeyConstraint(["claimed_by"], ["people.id"], "fk_link_codes_claimed_by"),
        sa.UniqueConstraint("case_id", name="uq_link_codes_case_id"),
        sa.UniqueConstraint("code_hash", name="uq_link_codes_code_hash"),
    )
    op.create_index("ix_link_codes_claimed_by", "link_codes", ["claimed_by"])
    op.create_table(
        "code_guesses",
        sa.Column("person_id", BIG, primary_key=True, autoincrement=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], "fk_code_guesses_person_id"),
    )
    op.create_table(
        "tellings",
        _id(),
        sa.Column("case_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("key", sa.String(128)),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("way", WORD),
        sa.Column("told_by", BIG),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_tellings_case_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], "fk_tellings_person_id"),
        sa.ForeignKeyConstraint(["told_by"], ["staff.id"], "fk_tellings_told_by"),
        sa.UniqueConstraint("kind", "key", name="uq_tellings_kind_key"),
    )
    op.create_index("ix_tellings_waiting", "tellings", ["case_id"], postgresql_where=sa.text("ended_at IS NULL"))
    op.add_column("consents", sa.Column("way", WORD, server_default="pressed", nullable=False))
    op.add_column("consents", sa.Column("noted_by", BIG))
    op.create_foreign_key(NOTED_BY, "consents", "staff", ["noted_by"], ["id"])


def downgrade() -> None:
    op.drop_constraint(NOTED_BY, "consents", type_="foreignkey")
    op.drop_column("consents", "noted_by")
    op.drop_column("consents", "way")
    op.drop_table("tellings")
    op.drop_table("code_guesses")
    op.drop_table("link_codes")
    op.drop_table("registrations")
