"""Where words may not stand in the group, it shows a brief card, and the conversation is on the desk."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("brief_chat_id", sa.BigInteger()))
    op.add_column("cases", sa.Column("topic_moves", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.create_index("ix_cases_brief", "cases", ["brief_chat_id"], postgresql_where=sa.text("brief_chat_id IS NOT NULL"))


def downgrade() -> None:
    # An older version knows topics of groups only; without one it waits until a group is bound.
    op.execute(
        "UPDATE cases SET topic_chat_id = NULL, topic_thread_id = NULL, former_thread_id = NULL"
        " WHERE brief_chat_id IS NOT NULL"
    )
    op.drop_index("ix_cases_brief", "cases")
    op.drop_column("cases", "topic_moves")
    op.drop_column("cases", "brief_chat_id")
