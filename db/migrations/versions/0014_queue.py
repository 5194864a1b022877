"""Lists and search of staff's: who the law puts first, what cases are found by, groups by area.

Who is put first is catalogue data, so it is not known here of the cases that are there: the job that indexes them for
the search says it, too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

RANK = (
    "CASE WHEN crisis THEN 0 ELSE 4 END + CASE WHEN first_by_law THEN 0 ELSE 2 END"
    " + CASE WHEN priority > 0 THEN 0 ELSE 1 END"
)
DUE = (
    "CASE WHEN law_by IS NOT NULL AND first_answered_at IS NOT NULL THEN law_by"
    " WHEN waiting_since IS NOT NULL THEN reply_by ELSE NULL::timestamp with time zone END"
)
OPEN = sa.text("closed_at IS NULL")
OF_NOBODY = sa.text("closed_at IS NULL AND owner_id IS NULL")
UNINDEXED = sa.text("NOT indexed")


def upgrade() -> None:
    op.add_column("cases", sa.Column("first_by_law", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("cases", sa.Column("indexed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("people", sa.Column("indexed", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("staff_groups", sa.Column("areas", sa.String(500)))
    # One statement: each generated column by itself would write the whole table anew.
    op.execute(
        f"ALTER TABLE cases ADD COLUMN list_rank integer NOT NULL GENERATED ALWAYS AS ({RANK}) STORED,"
        f" ADD COLUMN list_due timestamptz GENERATED ALWAYS AS ({DUE}) STORED"
    )
    in_line = ["organisation_id", "list_rank", "opened_at", "id"]
    op.create_index("ix_cases_queue", "cases", in_line, postgresql_where=OF_NOBODY)
    by_date = ["organisation_id", "list_rank", "list_due", "id"]
    op.create_index("ix_cases_due", "cases", by_date, postgresql_where=OPEN)
    op.create_index("ix_cases_group_open", "cases", ["topic_chat_id"], postgresql_where=OPEN)
    op.create_index("ix_cases_unindexed", "cases", ["id"], postgresql_where=UNINDEXED)
    op.create_index("ix_people_unindexed", "people", ["id"], postgresql_where=UNINDEXED)
    op.add_column("on_behalf", sa.Column("phone_hash", sa.LargeBinary()))
    op.create_index("ix_on_behalf_phone_hash", "on_behalf", ["phone_hash"])
    op.create_table(
        "search_keys",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("case_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_search_keys_case_id", ondelete="CASCADE"),
    )
    op.create_index("ix_search_keys_case_id", "search_keys", ["case_id"])


def downgrade() -> None:
    op.drop_table("search_keys")
    op.drop_index("ix_on_behalf_phone_hash", "on_behalf")
    op.drop_column("on_behalf", "phone_hash")
    op.drop_index("ix_people_unindexed", "people")
    for index in ("unindexed", "group_open", "due", "queue"):
        op.drop_index(f"ix_cases_{index}", "cases")
    op.drop_column("cases", "list_due")
    op.drop_column("cases", "list_rank")
    op.drop_column("staff_groups", "areas")
    op.drop_column("people", "indexed")
    op.drop_column("cases", "indexed")
    op.drop_column("cases", "first_by_law")
