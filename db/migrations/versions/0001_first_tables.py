"""The first tables: people, cases and their history, staff, what was received, what must be sent.

Columns that hold what identifies a person are sealed by the application: here they are plain bytea.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
FACTS = JSONB()
SEALED = sa.LargeBinary()
WAITING_LETTER = "sent_at IS NULL AND parked_at IS NULL AND dropped_at IS NULL"
WAITING_UPDATE = "done_at IS NULL AND parked_at IS NULL"

# In the order in which they refer to each other.
TABLES = (
    "chat_cursors", "conversations", "inbox", "job_runs", "organisations", "people", "slots", "stranger_refusals",
    "told_telegram", "bind_codes", "case_numbers", "consents", "drafts", "staff", "staff_invites", "cases",
    "staff_groups", "case_events", "letters", "messages", "readings", "pairs",
)  # fmt: skip

# Name, table, columns, unique, and the condition of a partial index.
INDEXES: tuple[tuple[str, str, list[str], bool, str | None], ...] = (
    ("ix_inbox_done", "inbox", ["done_at"], False, "done_at IS NOT NULL"),
    ("ix_inbox_waiting", "inbox", ["lane", "id"], False, WAITING_UPDATE),
    ("ix_inbox_waiting_id", "inbox", ["id"], False, WAITING_UPDATE),
    ("uq_consents_person_standing", "consents", ["person_id"], True, "withdrawn_at IS NULL"),
    ("ix_drafts_person_id", "drafts", ["person_id"], False, None),
    ("ix_drafts_written_at", "drafts", ["written_at"], False, None),
    ("uq_drafts_source", "drafts", ["chat_id", "telegram_message_id"], True, None),
    ("ix_cases_organisation_id", "cases", ["organisation_id"], False, None),
    ("ix_cases_owner_open", "cases", ["owner_id"], False, "closed_at IS NULL"),
    ("ix_cases_person_id", "cases", ["person_id"], False, None),
    ("ix_cases_person_open", "cases", ["person_id"], False, "closed_at IS NULL"),
    ("uq_cases_topic", "cases", ["topic_chat_id", "topic_thread_id"], True, None),
    ("ix_staff_groups_organisation_id", "staff_groups", ["organisation_id"], False, None),
    ("ix_case_events_case_id", "case_events", ["case_id"], False, None),
    ("ix_letters_case_id", "letters", ["case_id"], False, None),
    ("ix_letters_person_id", "letters", ["person_id"], False, None),
    ("ix_letters_sent", "letters", ["sent_at"], False, "sent_at IS NOT NULL"),
    ("ix_letters_waiting", "letters", ["priority", "id"], False, WAITING_LETTER),
    ("ix_letters_waiting_lane", "letters", ["lane", "priority", "id"], False, WAITING_LETTER),
    ("uq_letters_slot_waiting", "letters", ["slot_id"], True, WAITING_LETTER),
    ("ix_messages_case_id", "messages", ["case_id"], False, None),
    ("ix_readings_case_id", "readings", ["case_id"], False, None),
    ("ix_readings_person_id", "readings", ["person_id"], False, None),
)


def upgrade() -> None:
    create_people()
    create_staff()
    create_cases()
    create_inbox()
    create_outbox()
    create_machine()
    for name, table, columns, unique, where in INDEXES:
        condition = None if where is None else sa.text(where)
        op.create_index(name, table, columns, unique=unique, postgresql_where=condition)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def create_people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("telegram_id", sa.BigInteger(), unique=True),
        sa.Column("name", SEALED),
        sa.Column("language", WORD, nullable=False),
        sa.Column("audience", WORD),
        sa.Column("category", WORD),
        sa.Column("age_band", WORD),
        sa.Column("household_size", sa.Integer()),
        sa.Column("registered_hromada", WORD),
        sa.Column("actual_oblast", WORD),
        sa.Column("welcomed_at", MOMENT),
        sa.Column("watched", sa.Boolean(), nullable=False),
        sa.Column("unreachable_since", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_wrote_at", MOMENT),
        sa.Column("erased_at", MOMENT),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("version", WORD, nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("withdrawn_at", MOMENT),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_message_id", sa.BigInteger(), nullable=False),
        sa.Column("text", SEALED, nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
    )


def create_staff() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("slug", WORD, unique=True, nullable=False),
        sa.Column("prefix", WORD, unique=True, nullable=False),
    )
    op.create_table(
        "stranger_refusals",
        sa.Column("chat_id", sa.BigInteger(), primary_key=True),
        sa.Column("telegram_id", sa.BigInteger(), primary_key=True),
        sa.Column("refused_at", MOMENT, nullable=False),
    )
    op.create_table(
        "bind_codes",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), unique=True, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), unique=True),
        sa.Column("work_name", SEALED, nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("removed_at", MOMENT),
    )
    op.create_table(
        "staff_invites",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), unique=True, nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("work_name", SEALED, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
    )
    op.create_table(
        "staff_groups",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), unique=True, nullable=False),
        sa.Column("bound_by", sa.BigInteger(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("bound_at", MOMENT, nullable=False),
        sa.Column("unbound_at", MOMENT),
    )


def create_cases() -> None:
    op.create_table(
        "case_numbers",
        sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True),
        sa.Column("last", sa.Integer(), nullable=False),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("number", WORD, unique=True, nullable=False),
        sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), sa.ForeignKey("staff.id")),
        sa.Column("state", WORD, nullable=False),
        sa.Column("turn", WORD, nullable=False),
        sa.Column("crisis", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("service", WORD, nullable=False),
        sa.Column("intake_kind", WORD, nullable=False),
        sa.Column("channel", WORD, nullable=False),
        sa.Column("audience", WORD),
        sa.Column("category", WORD),
        sa.Column("age_band", WORD),
        sa.Column("household_size", sa.Integer()),
        sa.Column("registered_hromada", WORD),
        sa.Column("actual_oblast", WORD),
        sa.Column("result", WORD),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("reply_by", MOMENT, nullable=False),
        sa.Column("law_by", MOMENT),
        sa.Column("waiting_since", MOMENT),
        sa.Column("first_answered_at", MOMENT),
        sa.Column("taken_at", MOMENT),
        sa.Column("closed_at", MOMENT),
        sa.Column("erased_at", MOMENT),
        sa.Column("unread", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("topic_chat_id", sa.BigInteger()),
        sa.Column("topic_thread_id", sa.BigInteger()),
        sa.Column("topics_made", sa.Integer(), server_default=sa.text("0"), nullable=False),
    )
    op.create_table(
        "case_events",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("actor_kind", WORD, nullable=False),
        sa.Column("actor_id", sa.BigInteger()),
        sa.Column("facts", FACTS, nullable=False),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("author_kind", WORD, nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=False),
        sa.Column("text", SEALED, nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("edited_at", MOMENT),
        sa.Column("delivered_at", MOMENT),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_table(
        "pairs",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("message_id", sa.BigInteger(), sa.ForeignKey("messages.id", ondelete="CASCADE"), nullable=False),
        sa.Column("side", WORD, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_message_id", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("chat_id", "telegram_message_id"),
        sa.UniqueConstraint("message_id", "side", "part"),
    )


def create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("lane", WORD, nullable=False),
        sa.Column("body", SEALED),
        sa.Column("received_at", MOMENT, server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.Column("claims", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("lease_until", MOMENT),
        sa.Column("retry_at", MOMENT),
        sa.Column("done_at", MOMENT),
        sa.Column("parked_at", MOMENT),
        sa.Column("parked_reason", sa.String(120)),
        sa.UniqueConstraint("bot_id", "update_id", "digest"),
    )


def create_outbox() -> None:
    op.create_table(
        "chat_cursors",
        sa.Column("chat_id", sa.BigInteger(), primary_key=True),
        sa.Column("last_message_id", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "slots",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("key", WORD, nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("facts", FACTS, nullable=False),
        sa.Column("wanted_rev", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("shown_rev", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("shown_at", MOMENT),
        sa.Column("shown_digest", WORD),
        sa.UniqueConstraint("chat_id", "key"),
    )
    op.create_table(
        "letters",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("lane", WORD, nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("facts", FACTS, nullable=False),
        sa.Column("unique_key", sa.String(120), unique=True),
        sa.Column("slot_id", sa.BigInteger(), sa.ForeignKey("slots.id")),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id")),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id")),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("not_before", MOMENT),
        sa.Column("expires_at", MOMENT),
        sa.Column("queued_at", MOMENT, server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.Column("claims", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("lease_until", MOMENT),
        sa.Column("retry_at", MOMENT),
        sa.Column("sent_at", MOMENT),
        sa.Column("telegram_message_id", sa.BigInteger()),
        sa.Column("rendered", SEALED),
        sa.Column("dropped_at", MOMENT),
        sa.Column("parked_at", MOMENT),
        sa.Column("reason", sa.String(120)),
    )


def create_machine() -> None:
    op.create_table(
        "conversations",
        sa.Column("key", sa.String(96), primary_key=True),
        sa.Column("state", WORD),
        sa.Column("data", SEALED),
        sa.Column("touched_at", MOMENT, nullable=False),
    )
    op.create_table(
        "job_runs",
        sa.Column("job", WORD, primary_key=True),
        sa.Column("local_date", sa.Date(), primary_key=True),
        sa.Column("ran_at", MOMENT, nullable=False),
    )
    op.create_table(
        "told_telegram",
        sa.Column("key", sa.String(96), primary_key=True),
        sa.Column("digest", WORD, nullable=False),
    )
