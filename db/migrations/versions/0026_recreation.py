"""The children's recreation programme: campaigns and their versions, applications, children."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)
BIG = sa.BigInteger()
OF_FORM = "fk_form_drafts_application_id"


def _id() -> sa.Column[int]:
    return sa.Column("id", BIG, sa.Identity(always=False), primary_key=True)


def upgrade() -> None:
    _campaigns()
    _applications()
    op.add_column("form_drafts", sa.Column("application_id", BIG))
    op.create_index("ix_form_drafts_application_id", "form_drafts", ["application_id"])
    op.create_foreign_key(OF_FORM, "form_drafts", "applications", ["application_id"], ["id"], ondelete="CASCADE")


def _campaigns() -> None:
    op.create_table(
        "campaigns",
        _id(),
        sa.Column("organisation_id", BIG, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("state_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], "fk_campaigns_organisation_id"),
    )
    op.create_index("ix_campaigns_organisation_id", "campaigns", ["organisation_id"])
    op.create_table(
        "campaign_versions",
        _id(),
        sa.Column("campaign_id", BIG, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("terms", postgresql.JSONB(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], "fk_campaign_versions_campaign_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], "fk_campaign_versions_staff_id"),
        sa.UniqueConstraint("campaign_id", "number", name="uq_campaign_versions_campaign_id_number"),
    )
    op.create_table(
        "recreation_waits",
        sa.Column("person_id", BIG, primary_key=True, autoincrement=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], "fk_recreation_waits_person_id"),
    )


def _applications() -> None:
    op.create_table(
        "applications",
        _id(),
        sa.Column("campaign_id", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("case_id", BIG),
        sa.Column("state", WORD, nullable=False),
        sa.Column("guardian", sa.LargeBinary()),
        sa.Column("phone", sa.LargeBinary()),
        sa.Column("phone_hash", sa.LargeBinary()),
        sa.Column("lives", sa.LargeBinary()),
        sa.Column("together", sa.Boolean()),
        sa.Column("answers", sa.LargeBinary()),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("filed_at", MOMENT),
        sa.Column("changed_at", MOMENT),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], "fk_applications_campaign_id"),
        sa.ForeignKeyConstraint(["version_id"], ["campaign_versions.id"], "fk_applications_version_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], "fk_applications_person_id"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_applications_case_id"),
        sa.UniqueConstraint("case_id", name="uq_applications_case_id"),
    )
    op.create_index("ix_applications_person_id", "applications", ["person_id"])
    op.create_index("ix_applications_phone_hash", "applications", ["phone_hash"])
    op.create_index("ix_applications_campaign_state", "applications", ["campaign_id", "state"])
    op.create_index(
        "uq_applications_begun",
        "applications",
        ["person_id", "campaign_id"],
        unique=True,
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_table(
        "application_children",
        _id(),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary()),
        sa.Column("born", sa.LargeBinary()),
        sa.Column("child_hash", sa.LargeBinary()),
        sa.Column("registered", sa.LargeBinary()),
        sa.Column("hromada", WORD),
        sa.Column("way", WORD, nullable=False),
        sa.Column("age_band", WORD),
        sa.Column("categories", postgresql.ARRAY(WORD), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("stay", WORD),
        sa.Column("period", WORD),
        sa.Column("state", WORD, nullable=False),
        sa.Column("state_at", MOMENT, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("passing", WORD),
        sa.Column("passing_at", MOMENT),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"], "fk_application_children_application_id"),
        sa.UniqueConstraint("application_id", "position", name="uq_application_children_application_id_position"),
    )
    op.create_index("ix_application_children_child_hash", "application_children", ["child_hash"])


def downgrade() -> None:
    op.drop_constraint(OF_FORM, "form_drafts")
    op.drop_index("ix_form_drafts_application_id", "form_drafts")
    op.execute("DELETE FROM form_drafts WHERE application_id IS NOT NULL")
    op.drop_column("form_drafts", "application_id")
    for table in ("application_children", "applications", "recreation_waits", "campaign_versions", "campaigns"):
        op.drop_table(table)
