"""A staff member's private chat with the bot."""
