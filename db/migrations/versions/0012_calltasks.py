"""Calls that ask for an agreement, calls in danger, and which menu a staff member has.

The number that somebody in danger left was kept beside the alarm; it is a call's now. It stands in their message, too,
so nothing is lost with the column.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

OPEN = sa.text("state = 'open'")
OF_THE_PERSON = sa.text("state = 'open' AND reason <> 'agreement'")
FOR_AGREEMENT = sa.text("state = 'open' AND reason = 'agreement'")
# Agreements that wait for a call become calls that somebody has to make, at once.
WAITING = """
    INSERT INTO calls (person_id, case_id, state, reason, from_at, due_by, asked_at)
    SELECT on_behalf.beneficiary_id, on_behalf.case_id, 'open', 'agreement', now(), now(), now()
    FROM on_behalf JOIN cases ON cases.id = on_behalf.case_id
    WHERE on_behalf.agreement = 'by-call' AND on_behalf.phone IS NOT NULL AND cases.closed_at IS NULL
"""


def upgrade() -> None:
    op.drop_index("uq_calls_case_open", "calls")
    op.create_index("uq_calls_case_open", "calls", ["case_id"], unique=True, postgresql_where=OF_THE_PERSON)
    op.create_index("uq_calls_case_agreement", "calls", ["case_id"], unique=True, postgresql_where=FOR_AGREEMENT)
    op.execute(WAITING)
    op.drop_column("alarms", "phone")
    op.add_column("staff", sa.Column("menu", sa.String(64)))


def downgrade() -> None:
    op.drop_column("staff", "menu")
    op.add_column("alarms", sa.Column("phone", sa.LargeBinary()))
    op.execute("DELETE FROM calls WHERE reason = 'agreement'")
    op.execute("UPDATE calls SET reason = 'asked' WHERE reason = 'danger'")
    op.execute("UPDATE alarms SET cause = 'words' WHERE cause = 'call'")
    op.execute("UPDATE on_behalf SET agreement = 'by-call' WHERE agreement = 'refused'")
    op.drop_index("uq_calls_case_agreement", "calls")
    op.drop_index("uq_calls_case_open", "calls")
    op.create_index("uq_calls_case_open", "calls", ["case_id"], unique=True, postgresql_where=OPEN)
