"""Every kind of message that the library knows is words, a file, something to answer kindly, or Telegram's own note."""

from __future__ import annotations

from datetime import UTC, datetime

from aiogram.enums import ContentType
from aiogram.types import Chat, Checklist, ChecklistTask, Message

from bot.telegram.attachments import GIFTS, OTHER_CONTENT, words_of
from rules.files import FileKind

WORDS = {ContentType.TEXT, ContentType.CHECKLIST}
NOW = datetime(2026, 11, 26, tzinfo=UTC)
FILES = {ContentType(kind.value) for kind in FileKind} | {ContentType.VENUE, ContentType.LIVE_PHOTO}
NOTES = {
    "boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed", "chat_owner_left",
    "chat_shared", "checklist_tasks_added", "checklist_tasks_done", "community_chat_added", "community_chat_joined",
    "community_chat_removed", "connected_website", "delete_chat_photo", "direct_message_price_changed",
    "forum_topic_closed", "forum_topic_created", "forum_topic_edited", "forum_topic_reopened",
    "general_forum_topic_hidden", "general_forum_topic_unhidden", "giveaway_completed", "giveaway_created",
    "group_chat_created", "left_chat_member", "managed_bot_created", "message_auto_delete_timer_changed",
    "migrate_from_chat_id", "migrate_to_chat_id", "new_chat_members", "new_chat_photo", "new_chat_title",
    "paid_message_price_changed", "passport_data", "pinned_message", "poll_option_added", "poll_option_deleted",
    "proximity_alert_triggered", "refunded_payment", "successful_payment", "suggested_post_approval_failed",
    "suggested_post_approved", "suggested_post_declined", "suggested_post_paid", "suggested_post_refunded",
    "supergroup_chat_created", "user_shared", "users_shared", "video_chat_ended", "video_chat_participants_invited",
    "video_chat_scheduled", "video_chat_started", "web_app_data", "write_access_allowed",
}  # fmt: skip
"""What nobody wrote: a newer library brings more kinds, and this test asks for a decision about each."""


def test_each_kind_is_decided_about_once() -> None:
    groups = (WORDS, FILES, OTHER_CONTENT, GIFTS, {ContentType(note) for note in NOTES})
    decided = [kind for group in groups for kind in group]
    assert len(decided) == len(set(decided))
    assert set(decided) == set(ContentType) - {ContentType.ANY}


def test_a_list_to_be_ticked_off_is_words_line_by_line() -> None:
    tasks = [ChecklistTask(id=1, text="дрова"), ChecklistTask(id=2, text="ковдри")]
    message = Message(
        message_id=1, date=NOW, chat=Chat(id=1, type="private"), checklist=Checklist(title="Що треба", tasks=tasks)
    )
    assert words_of(message) == "Що треба\n– дрова\n– ковдри"
