"""A child may be wished more than one period; a departure that was not told stays so while the child counts as back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None
TABLE = "application_children"


def upgrade() -> None:
    words = postgresql.ARRAY(sa.String(64))
    op.add_column(TABLE, sa.Column("periods", words, server_default=sa.text("'{}'"), nullable=False))
    op.execute(f"UPDATE {TABLE} SET periods = ARRAY[period] WHERE period IS NOT NULL")
    op.drop_column(TABLE, "period")
    op.add_column(TABLE, sa.Column("left_untold", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.execute(f"UPDATE {TABLE} SET left_untold = true WHERE trip_untold AND state = 'sent'")


def downgrade() -> None:
    op.drop_column(TABLE, "left_untold")
    op.add_column(TABLE, sa.Column("period", sa.String(64), nullable=True))
    # The older version knows one period, or any: of several none is left out.
    op.execute(
        f"UPDATE {TABLE} SET period = CASE WHEN cardinality(periods) = 1 THEN periods[1] ELSE 'either' END "
        "WHERE periods <> '{}'"
    )
    op.drop_column(TABLE, "periods")
