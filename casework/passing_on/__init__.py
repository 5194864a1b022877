"""What people without Telegram are told by a human: on the phone, by post, face to face."""
