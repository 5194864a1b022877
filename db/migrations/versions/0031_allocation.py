"""Places are shared out: the order of families, what they were offered and said, every place of a camp."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)
BIG = sa.BigInteger()
STANDS = sa.text("state = 'standing'")
UNTOLD = sa.text("untold")


def _id() -> sa.Column[int]:
    return sa.Column("id", BIG, sa.Identity(always=False), primary_key=True)


def _to(table: str, column: str, other: str, *, cascade: bool = False) -> sa.ForeignKeyConstraint:
    ondelete = "CASCADE" if cascade else None
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], f"fk_{table}_{column}", ondelete=ondelete)


def upgrade() -> None:
    _allocations()
    _offers()
    _places()


def _allocations() -> None:
    op.create_table(
        "allocations",
        _id(),
        sa.Column("campaign_id", BIG, nullable=False),
        sa.Column("version_id", BIG, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("value", sa.String(120), nullable=False),
        sa.Column("seed", sa.String(64), nullable=False),
        sa.Column("numbers", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("confirmed_by", BIG),
        sa.Column("stepped_line", BIG, server_default=sa.text("0"), nullable=False),
        sa.Column("stepped_version", BIG, server_default=sa.text("0"), nullable=False),
        sa.Column("left", postgresql.JSONB(), nullable=False),
        _to("allocations", "campaign_id", "campaigns"),
        _to("allocations", "version_id", "campaign_versions"),
        _to("allocations", "staff_id", "staff"),
        _to("allocations", "confirmed_by", "staff"),
        sa.UniqueConstraint("campaign_id", name="uq_allocations_campaign_id"),
    )
    table = "allocation_parties"
    op.create_table(
        table,
        _id(),
        sa.Column("allocation_id", BIG, nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("application_id", BIG, nullable=False),
        sa.Column("number", WORD, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("children", postgresql.JSONB(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("counts_from", MOMENT, nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("lot", sa.String(64), nullable=False),
        sa.Column("decided_by", WORD),
        sa.Column("why", WORD, nullable=False),
        sa.Column("tried", postgresql.JSONB(), nullable=False),
        sa.Column("untold", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _to(table, "allocation_id", "allocations", cascade=True),
        _to(table, "application_id", "applications"),
        sa.UniqueConstraint("allocation_id", "rank", name="uq_allocation_parties_allocation_id_rank"),
        sa.UniqueConstraint("application_id", "part", name="uq_allocation_parties_application_id_part"),
    )
    op.create_index("ix_allocation_parties_untold", table, ["id"], postgresql_where=UNTOLD)
    op.create_table(
        "allocation_lines",
        _id(),
        sa.Column("party_id", BIG, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor_kind", WORD, nullable=False),
        sa.Column("actor_id", BIG),
        _to("allocation_lines", "party_id", table),
    )
    op.create_index("ix_allocation_lines_party_id", "allocation_lines", ["party_id"])


def _offers() -> None:
    table = "place_offers"
    op.create_table(
        table,
        _id(),
        sa.Column("party_id", BIG, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("choices", postgresql.JSONB(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("untold", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        _to(table, "party_id", "allocation_parties"),
    )
    op.create_index("uq_place_offers_standing", table, ["party_id"], unique=True, postgresql_where=STANDS)
    op.create_index("ix_place_offers_due", table, ["due_at"], postgresql_where=STANDS)
    op.create_index("ix_place_offers_untold", table, ["id"], postgresql_where=UNTOLD)
    op.create_index("ix_place_offers_party", table, ["party_id"])


def _places() -> None:
    table = "camp_places"
    op.create_table(
        table,
        _id(),
        sa.Column("campaign_id", BIG, nullable=False),
        sa.Column("shift", sa.Integer(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("offer_id", BIG),
        sa.Column("child_id", BIG),
        _to(table, "campaign_id", "campaigns"),
        _to(table, "offer_id", "place_offers"),
        _to(table, "child_id", "application_children"),
        sa.UniqueConstraint("campaign_id", "shift", "seat", name="uq_camp_places_campaign_id_shift_seat"),
        sa.UniqueConstraint("child_id", name="uq_camp_places_child_id"),
    )
    op.create_index("ix_camp_places_offer", table, ["offer_id"], postgresql_where=sa.text("offer_id IS NOT NULL"))


def downgrade() -> None:
    for table in ("camp_places", "place_offers", "allocation_lines", "allocation_parties", "allocations"):
        op.drop_table(table)
