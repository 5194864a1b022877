"""One message of a topic may carry several of a person's."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

STANDS_AT = ["chat_id", "telegram_message_id"]


def upgrade() -> None:
    op.drop_constraint("uq_pairs_chat_id_telegram_message_id", "pairs")
    op.create_index("uq_pairs_source", "pairs", STANDS_AT, unique=True, postgresql_where=sa.text("side = 'source'"))
    op.create_index("ix_pairs_stands_at", "pairs", STANDS_AT)


def downgrade() -> None:
    # An older version knows one message there: the last one, which is the one that an answer means.
    op.execute(
        "DELETE FROM pairs USING pairs AS later WHERE pairs.chat_id = later.chat_id"
        " AND pairs.telegram_message_id = later.telegram_message_id AND pairs.id < later.id"
    )
    op.drop_index("ix_pairs_stands_at", "pairs")
    op.drop_index("uq_pairs_source", "pairs")
    op.create_unique_constraint("uq_pairs_chat_id_telegram_message_id", "pairs", STANDS_AT)
