"""Every kind of message that a phone can send, by what becomes of it: content, words, or a kind answer."""

from __future__ import annotations

from typing import Any

from tests.conversations.papers import EVERY_KIND

Content = dict[str, Any]

CONTACT: Content = {"contact": {"phone_number": "380671112233", "first_name": "Сусідка", "user_id": 777}}
FILES: dict[str, Content] = {
    **{kind: {"media": media} for kind, media in EVERY_KIND.items()},
    "location": {"location": {"latitude": 48.57, "longitude": 39.31}},
    "venue": {"venue": {"title": "Гуртожиток", "address": "вулиця Миру, 3"}},
    "live location": {"raw": {"location": {"latitude": 48.5, "longitude": 39.3, "live_period": 900}}},
    "contact": CONTACT,
}
"""What is kept as a file of its own."""

CHECKLIST: Content = {
    "raw": {"checklist": {"title": "Що треба", "tasks": [{"id": 1, "text": "дрова"}, {"id": 2, "text": "ковдри"}]}}
}

SAID: dict[str, Content] = {
    "forwarded": {
        "raw": {
            "text": "Дах протікає, дрова скінчилися",
            "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Хтось"},
        }
    },
    "by way of another bot": {
        "raw": {
            "text": "Дах протікає і вікна вибиті",
            "via_bot": {"id": 7, "is_bot": True, "first_name": "Бот", "username": "gif"},
        }
    },
}
"""What is words, however it came."""

PICTURE: Content = {"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}
UNREADABLE: dict[str, Content] = {
    "poll": {"poll": {"question": "Так?", "options": ["Так", "Ні"]}},
    "dice": {"dice": {}},
    "dart": {"dice": {"emoji": "🎯", "value": 6}},
    "game": {"raw": {"game": {"title": "Гра", "description": "гра", "photo": [PICTURE]}}},
    "story": {"raw": {"story": {"chat": {"id": 9, "type": "private"}, "id": 4}}},
    "paid media": {"raw": {"paid_media": {"star_count": 5, "paid_media": [{"type": "preview"}]}}},
    "invoice": {
        "raw": {
            "invoice": {
                "title": "Т", "description": "т", "start_parameter": "t", "currency": "UAH", "total_amount": 1,
            }
        }
    },
    "giveaway": {"raw": {"giveaway": {"chats": [], "winners_selection_date": 1, "winner_count": 1}}},
    "what Telegram will have next year": {"raw": {}},
}  # fmt: skip
"""What nobody here can read."""

GIFT: Content = {
    "raw": {
        "gift": {
            "gift": {
                "id": "g",
                "star_count": 15,
                "sticker": {
                    "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                    "is_animated": False, "is_video": False,
                },
            }
        }
    }
}  # fmt: skip

NOTES: dict[str, Content] = {
    "pinned": {"raw": {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}}},
    "timer": {"raw": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}}},
    "background": {"raw": {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🌷"}}}},
}
"""What Telegram itself says: nobody wrote it, nobody waits for an answer."""
