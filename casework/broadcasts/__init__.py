"""One letter to many people: written, confirmed by a second person, sent at Telegram's pace, counted to the end."""
