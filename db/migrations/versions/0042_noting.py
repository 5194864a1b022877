"""Staff write down answers that somebody tells them, and a form knows which answers stood when it was opened."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

OWN = "uq_form_drafts_person_id_form"
OF_STAFF = "fk_form_drafts_staff_id"


def upgrade() -> None:
    op.add_column("form_drafts", sa.Column("staff_id", sa.BigInteger()))
    op.create_foreign_key(OF_STAFF, "form_drafts", "staff", ["staff_id"], ["id"])
    op.add_column("form_drafts", sa.Column("known", sa.LargeBinary()))
    op.drop_constraint(OWN, "form_drafts")
    own, noted = sa.text("staff_id IS NULL"), sa.text("staff_id IS NOT NULL")
    op.create_index("uq_form_drafts_own", "form_drafts", ["person_id", "form"], unique=True, postgresql_where=own)
    op.create_index(
        "uq_form_drafts_noted", "form_drafts", ["staff_id", "application_id"], unique=True, postgresql_where=noted
    )


def downgrade() -> None:
    # The older version knows no form that is not the person's own.
    op.execute("DELETE FROM form_drafts WHERE staff_id IS NOT NULL")
    op.drop_index("uq_form_drafts_noted", "form_drafts")
    op.drop_index("uq_form_drafts_own", "form_drafts")
    op.create_unique_constraint(OWN, "form_drafts", ["person_id", "form"])
    op.drop_constraint(OF_STAFF, "form_drafts")
    op.drop_column("form_drafts", "known")
    op.drop_column("form_drafts", "staff_id")
